// The list of findings where every other project has one: after an edit, what the backend does, what travels, and what
// the page does with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrangeFindings } from '#renderer/features/checks/finding-arrange.ts';
import { makePlaceOf } from '#shared/checks/finding-groups.ts';
import { applySplices } from '#shared/checks/finding-splices.ts';
import { toFen } from '#shared/values/money.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RUNS = 9;
const LISTING = {
  level: 'all',
  rule: null,
  text: '',
  state: 'open',
  groupBy: 'town',
  collapsed: new Set<string>(),
} as const;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const results: Measurement[] = [];
    for (const count of [5000, 60_000]) {
      const { path, session } = makeLargeWorkbook(folder, count);
      const wrong = session.planData().projects.filter((_, index) => index % 2 === 0);
      session.change('bench', 'bench', (tx) => {
        for (const project of wrong) {
          const total = toFen((project.amounts.total ?? 0) + 1_230_000);
          tx.put('project', project.id, { ...project, amounts: { ...project.amounts, total } });
        }
      });
      session.close();
      const test = makeTestApp(folder);
      await test.call('workbook.open', { token: test.openToken(path) });
      const { projects } = await test.call('projects.list', {});
      const { reference } = await test.call('reference.get', {});
      const placeOf = makePlaceOf(new Map(projects.map((project) => [project.id, project])), reference);
      let held = await test.call('checks.run', {});
      const whole = JSON.stringify(held).length;
      const parts: Record<'check' | 'take in' | 'group', number[]> = { check: [], 'take in': [], group: [] };
      let sent = 0;
      for (let index = 0; index < RUNS; index += 1) {
        const id = projects[(index * 371) % projects.length]?.id ?? '';
        await test.call('projects.edit', { edits: [{ id, column: 'total', text: `${index + 1}.5` }] });
        let answer = held;
        parts.check.push(
          await time(async () => {
            answer = await test.call('checks.run', { have: held.stamp });
          }),
        );
        sent = Math.max(sent, JSON.stringify(answer).length);
        parts['take in'].push(
          await time(() => {
            held = { ...answer, findings: applySplices(held.findings, answer.splices ?? []) };
          }),
        );
        parts.group.push(await time(() => arrangeFindings(held.findings, LISTING, placeOf)));
      }
      test.app.close();
      const detail = Object.entries(parts).map(([name, values]) => `${name} ${milliseconds(median(values))}`);
      results.push({
        name: `edit to a fresh list of ${held.findings.length} findings, ${count} projects`,
        value: `${detail.join(', ')}; sent ${(sent / 1000).toFixed(1)} kB of ${(whole / 1e6).toFixed(1)} MB`,
      });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
