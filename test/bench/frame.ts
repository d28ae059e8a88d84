// A class is renamed until the tables are fresh, beside a plain edit of a project, at 60,000 projects in one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTestApp } from '#test/support/app.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const PROJECTS = 60_000;
const RUNS = 12;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const { path, session } = makeLargeWorkbook(folder, PROJECTS);
    session.close();
    const test = makeTestApp(folder);
    await test.call('workbook.open', { token: test.openToken(path) });
    const { projects } = await test.call('projects.list', {});
    await test.call('tables.get', {});
    const edits: number[] = [];
    const renames: number[] = [];
    const parts: Record<'save' | 'tables', number[]> = { save: [], tables: [] };
    for (let index = 0; index < RUNS; index += 1) {
      const id = projects[(index * 3701) % projects.length]?.id ?? '';
      edits.push(
        await time(async () => {
          await test.call('projects.edit', { edits: [{ id, column: 'total', text: `${index + 1}.5` }] });
          await test.call('tables.get', {});
        }),
      );
      const change = { do: 'class-set' as const, id: 'county.industry.planting', name: `种植业${index}` };
      parts.save.push(await time(() => test.call('frame.save', { changes: [change] })));
      parts.tables.push(await time(() => test.call('tables.get', {})));
      renames.push((parts.save.at(-1) ?? 0) + (parts.tables.at(-1) ?? 0));
    }
    test.app.close();
    const detail = `save ${milliseconds(median(parts.save))}, tables ${milliseconds(median(parts.tables))}`;
    return [
      { name: `edit to fresh tables, ${PROJECTS} projects`, value: milliseconds(median(edits)) },
      {
        name: `renamed class to fresh tables, ${PROJECTS} projects`,
        value: `${milliseconds(median(renames))} (${detail})`,
      },
      { name: 'the same, rename over edit', value: `${(median(renames) / median(edits)).toFixed(1)} x` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
