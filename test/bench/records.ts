// One record (属实说明) saved among thousands, through the door, and the edit of a project beside them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordKey } from '#shared/records/records.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeLargeWorkbook } from './large-workbook.ts';
import { type Measurement, median, milliseconds, time } from './measure.ts';

const RECORDS = 8000;
const RUNS = 60;

export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'));
  try {
    const { path, session } = makeLargeWorkbook(folder, 514);
    const note = (text: string) => ({ text, left: '1', right: '2' });
    session.change('bench', 'bench', (tx) => {
      for (let index = 0; index < RECORDS; index += 1) {
        const id = `T01|${index}`;
        tx.put('record', recordKey('explanation', id), { kind: 'explanation', id, value: note('已核实') });
      }
    });
    session.close();
    const test = makeTestApp(folder);
    await test.call('workbook.open', { token: test.openToken(path) });
    const { projects } = await test.call('projects.list', {});
    const times: Record<'changed' | 'added' | 'project', number[]> = { changed: [], added: [], project: [] };
    const save = (id: string, text: string) =>
      time(() => test.call('records.save', { changes: [{ kind: 'explanation', id, value: note(text) }] }));
    for (let index = 0; index < RUNS; index += 1) {
      times.changed.push(await save(`T01|${(index * 131) % RECORDS}`, `核实${index}`));
      times.added.push(await save(`T02|${index}`, `核实${index}`));
      const id = projects[(index * 37) % projects.length]?.id ?? '';
      const edits = [{ id, column: 'note', text: `${index}` }];
      times.project.push(await time(() => test.call('projects.edit', { edits })));
    }
    test.app.close();
    return [
      { name: `one of ${RECORDS} records changed`, value: milliseconds(median(times.changed)) },
      { name: `one added to ${RECORDS} records`, value: milliseconds(median(times.added)) },
      { name: `one project edited beside ${RECORDS} records`, value: milliseconds(median(times.project)) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
