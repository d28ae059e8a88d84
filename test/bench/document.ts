// The plan's document: sentences and checking in the program, and .docx and .xlsx as whole processes of the command
// line (the .docx with its pictures from a browser).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planText } from '#electron/services/text.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, runChild, time } from './measure.ts';

const CLI = join(import.meta.dirname, '../../build/xianjie.mjs');
const RUNS = 3;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    for (const count of [514, 5000, 60_000]) {
      const { path, session } = makeLargeWorkbook(folder, count);
      const data = session.planData();
      const first = await time(() => planText({ ...data }));
      const again: number[] = [];
      for (let turn = 0; turn < RUNS; turn += 1) again.push(await time(() => planText(data)));
      session.close();
      results.push({
        name: `sentences with their checks, ${count} projects`,
        value: `${milliseconds(first)} after a change, ${milliseconds(median(again))} again`,
      });
      if (count > 5000) continue;
      for (const ending of ['docx', 'xlsx']) {
        const runs: { ms: number; peakMb: number }[] = [];
        for (let turn = 0; turn < RUNS; turn += 1) {
          runs.push(await runChild(process.execPath, [CLI, 'document', path, join(folder, `out.${ending}`)]));
        }
        const peak = Math.round(Math.max(...runs.map(({ peakMb }) => peakMb)));
        results.push({
          name: `document ${count} projects, .${ending}`,
          value: `${milliseconds(median(runs.map(({ ms }) => ms)))}, peak ${peak} MB`,
        });
      }
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
