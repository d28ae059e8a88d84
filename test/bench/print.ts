// Printing the annex: laying it out to the first page of the preview, one more page, and the whole PDF.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewPages, printPdf } from '#electron/services/print.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 3;
const TODAY = new Date(2025, 2, 1);

async function medianTime(work: (run: number) => unknown, runs = RUNS): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await time(() => work(run)));
  return median(times);
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    for (const count of [514, 3721, 60_000]) {
      const { session } = makeLargeWorkbook(folder, count);
      session.planData();
      // Another note each time: a job that is the same is not laid out again.
      const job = (run: number) => jobFrom('annex', { subtotals: 'running', note: `${run}` });
      const first = await medianTime((index) => previewPages(session, job(index), { from: 0, to: 4 }, TODAY));
      const page = await medianTime((index) =>
        previewPages(session, job(RUNS - 1), { from: index * 4, to: index * 4 + 4 }, TODAY),
      );
      const { sheets } = previewPages(session, job(RUNS - 1), { from: 0, to: 0 }, TODAY);
      const name = `annex of ${count} projects, ${sheets.length} A3 pages`;
      results.push(
        { name: `${name}: first pages of the preview`, value: milliseconds(first) },
        { name: `${name}: four more pages`, value: milliseconds(page) },
      );
      if (count <= 5000) {
        const out = join(folder, `${count}.pdf`);
        const pdf = await medianTime((index) => printPdf(session, out, job(index), TODAY));
        const size = `${(statSync(out).size / 1_048_576).toFixed(1)} MB`;
        results.push({ name: `${name}: PDF (${size})`, value: milliseconds(pdf) });
      }
      session.close();
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
