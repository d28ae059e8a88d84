// Import and export of 514 and 5,000 rows as whole processes of the command line, with their peak memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type ChildRun, type Measurement, median, runChild } from './measure.ts';

const CLI = join(import.meta.dirname, '../../build/xianjie.mjs');
const RUNS = 3;
const STARTS = 9;

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
    const small = makeLargeWorkbook(folder, 10);
    small.session.close();
    const bare: ChildRun[] = [];
    const help: ChildRun[] = [];
    const short: ChildRun[] = [];
    for (let index = 0; index < STARTS; index += 1) {
      bare.push(await runChild(process.execPath, ['-e', '0']));
      help.push(await xianjie('--help'));
      short.push(await xianjie('list', small.path, '--json'));
    }
    const base = median(bare.map(({ ms }) => ms));
    const beside = (name: string, runs: readonly ChildRun[]): Measurement => {
      const { value } = report(name, runs);
      return { name, value: `${value}, ${(median(runs.map(({ ms }) => ms)) / base).toFixed(2)} x of node -e 0` };
    };
    results.push(beside('--help (goal 2.0 x, 70 MB)', help), beside('listing ten projects', short));
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
