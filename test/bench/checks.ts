// 勾稽审核 at 5,000 and 60,000 projects: all rules over a fresh list, and one edit until the findings are fresh — the rules
// alone, and through the door.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { toFen } from '#shared/values/money.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 15;

/** A list in which one project has another total, as an edit leaves it. */
function edited(data: PlanData, at: number): PlanData {
  const projects = data.projects.map((project, index) =>
    index === at ? { ...project, amounts: { ...project.amounts, total: toFen(1_000_000 + at) } } : project,
  );
  return { ...data, projects };
}

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    for (const count of [5000, 60_000]) {
      const { path, session } = makeLargeWorkbook(folder, count);
      let data = session.planData();
      const full = await time(() => runChecks(data));
      const rules: number[] = [];
      for (let turn = 0; turn < RUNS; turn += 1) {
        data = edited(data, (turn * 997) % count);
        rules.push(await time(() => runChecks(data)));
      }
      session.close();
      const test = makeTestApp(folder);
      await test.call('workbook.open', { token: test.openToken(path) });
      const { projects } = await test.call('projects.list', {});
      await test.call('checks.run', {});
      const door: number[] = [];
      for (let turn = 0; turn < RUNS; turn += 1) {
        const id = projects[(turn * 37) % projects.length]?.id ?? '';
        await test.call('projects.edit', { edits: [{ id, column: 'total', text: `${turn + 1}.5` }] });
        door.push(await time(() => test.call('checks.run', {})));
      }
      test.app.close();
      const name = `${count} projects`;
      results.push(
        { name: `all rules over a fresh list, ${name}`, value: milliseconds(full) },
        { name: `one edit to fresh findings, rules alone, ${name}`, value: milliseconds(median(rules)) },
        { name: `one edit to fresh findings, through the door, ${name}`, value: milliseconds(median(door)) },
      );
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
