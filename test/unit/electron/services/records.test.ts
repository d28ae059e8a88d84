import { expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { describeChangeSet, listHistory } from '#electron/services/history.ts';
import { listRecords, rememberView, saveRecords, viewState } from '#electron/services/records.ts';
import { startSession } from '#electron/services/session.ts';
import { recordsOf } from '#shared/records/records.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const reason = { text: '已与住建局核实', left: '1', right: '2' };

it('a record is saved as one undo step, in the log in words, and is there after a restart', () => {
  const path = makeWorkbook(folder);
  const { session, events } = openSession(path);
  saveRecords(session, { changes: [{ kind: 'explanation', id: 'T13:a:b', value: reason }] });
  expect(recordsOf(session.planData().records, 'explanation').get('T13:a:b')).toEqual(reason);
  expect(events.at(-1)).toMatchObject({ type: 'changed', changed: { record: ['explanation:T13:a:b'] } });
  expect(session.status().undo?.label).toBe('添加属实说明“已与住建局核实”');
  const [newest] = listHistory(session, { before: null, limit: 1 });
  expect(describeChangeSet(session, newest?.id ?? 0).changes).toEqual([
    { project: '属实说明', column: '附加记录', before: '', after: '属实说明“已与住建局核实”' },
  ]);
  session.close();

  const again = openSession(path).session;
  expect(listRecords(again, {}).records).toEqual([{ kind: 'explanation', id: 'T13:a:b', value: reason }]);
  again.undo();
  expect(listRecords(again, { kinds: ['explanation'] }).records).toEqual([]);
  again.redo();
  saveRecords(again, { changes: [{ kind: 'explanation', id: 'T13:a:b', value: null }] });
  expect(again.status().undo?.label).toBe('删除属实说明“已与住建局核实”');
  expect(recordsOf(again.planData().records, 'explanation').size).toBe(0);
  again.close();
});

it('a value that does not fit its kind is refused and nothing of the call is saved', () => {
  const { session } = openSession(makeWorkbook(folder));
  const changes = [
    { kind: 'explanation' as const, id: 'x', value: reason },
    { kind: 'explanation' as const, id: 'y', value: { text: '  ' } },
  ];
  expect(() => saveRecords(session, { changes })).toThrow(/属实说明没有保存/);
  expect(listRecords(session, {}).records).toEqual([]);
  session.close();
});

it('a view state is remembered without an undo step, and not in a read-only workbook', () => {
  const path = makeWorkbook(folder);
  const { session } = openSession(path);
  rememberView(session, 'grid', { frozen: 2 });
  expect(session.status().undo).toBeNull();
  session.close();
  const reader = startSession(openFile(path, { readOnly: true }), () => undefined);
  expect(viewState(reader, 'grid')).toEqual({ frozen: 2 });
  rememberView(reader, 'grid', { frozen: 3 });
  expect(viewState(reader, 'grid')).toEqual({ frozen: 2 });
  reader.close();
});
