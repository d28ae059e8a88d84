// One edit until subtotals, tables and findings are fresh, through the door, at 514 and 5,000 projects.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTestApp } from '#test/support/app.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 40;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    const medians: number[] = [];
    for (const count of [514, 5000]) {
      const { path, session } = makeLargeWorkbook(folder, count);
      session.close();
      const test = makeTestApp(folder);
      await test.call('workbook.open', { token: test.openToken(path) });
      const { projects } = await test.call('projects.list', {});
      const parts: Record<'edit' | 'subtotals' | 'tables' | 'findings', number[]> = {
        edit: [],
        subtotals: [],
        tables: [],
        findings: [],
      };
      for (let index = 0; index < RUNS; index += 1) {
        const id = projects[(index * 37) % projects.length]?.id ?? '';
        parts.edit.push(
          await time(() => test.call('projects.edit', { edits: [{ id, column: 'total', text: `${index + 1}.5` }] })),
        );
        parts.subtotals.push(await time(() => test.call('summary.get', {})));
        parts.tables.push(await time(() => test.call('tables.get', {})));
        parts.findings.push(await time(() => test.call('checks.run', {})));
      }
      test.app.close();
      const sum = Object.values(parts).reduce((total, values) => total + median(values), 0);
      medians.push(sum);
      const detail = Object.entries(parts).map(([name, values]) => `${name} ${milliseconds(median(values))}`);
      results.push({
        name: `edit to fresh results, ${count} projects`,
        value: `${milliseconds(sum)} (${detail.join(', ')})`,
      });
    }
    results.push({
      name: 'the same, 5,000 over 514 projects',
      value: `${((medians[1] ?? 0) / (medians[0] ?? 1)).toFixed(1)} x`,
    });
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
