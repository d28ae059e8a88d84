// Import and export of 514 and 5,000 rows as whole processes of the command line, with their peak memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type ChildRun, type Measurement, median, runChild } from './measure.ts';

const CLI = join(import.meta.dirname, '../../build/xianjie.mjs');
const RUNS = 3;

function xianjie(...args: string[]): Promise<ChildRun> {
  return runChild(process.execPath, [CLI, ...args]);
}

function report(name: string, runs: readonly ChildRun[]): Measurement {
  const peak = Math.max(...runs.map((run) => run.peakMb));
  return { name, value: `${Math.round(median(runs.map((run) => run.ms)))} ms, peak ${Math.round(peak)} MB` };
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    const idle: ChildRun[] = [];
    for (let index = 0; index < RUNS; index += 1) idle.push(await xianjie('--help'));
    results.push(report('the command alone (--help)', idle));
    for (const count of [514, 5000]) {
      const { path, session } = makeLargeWorkbook(folder, count);
      session.close();
      const sheet = join(folder, `${count}.xlsx`);
      const exports: ChildRun[] = [];
      const imports: ChildRun[] = [];
      for (let index = 0; index < RUNS; index += 1) {
        exports.push(await xianjie('export', path, sheet));
        const fresh = join(folder, `${count}-${index}.xianjie`);
        await xianjie('new', fresh, '--region', '530402');
        imports.push(await xianjie('import', fresh, sheet));
      }
      results.push(report(`export ${count} projects`, exports), report(`import ${count} projects`, imports));
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
