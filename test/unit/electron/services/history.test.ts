// The steps of one project, several undo steps at once, and taking one step back out of the middle.
import { expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { listHistory, projectHistory } from '#electron/services/history.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { removeProjects } from '#electron/services/projects.ts';
import { saveRecords } from '#electron/services/records.ts';
import { revertChangeSet } from '#electron/services/revert.ts';
import { type Session, startSession } from '#electron/services/session.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

function open(): { session: Session; id: string; edit: (column: string, text: string) => number } {
  const { session } = openSession(makeWorkbook(folder, { sample: true }));
  const id = session.planData().projects[3]?.id ?? '';
  return {
    session,
    id,
    edit(column, text) {
      editProjects(session, { edits: [{ id, column, text }], skipInvalid: false });
      return lastId(session);
    },
  };
}

const lastId = (session: Session): number => listHistory(session, { before: null, limit: 1 })[0]?.id ?? 0;

it('tells who changed what in a project, newest first, and no other project', () => {
  const path = makeWorkbook(folder, { sample: true });
  const session = startSession(
    openFile(path),
    () => undefined,
    () => '张三',
  );
  const [first, second] = session.planData().projects;
  const edit = (id: string, column: string, text: string) =>
    editProjects(session, { edits: [{ id, column, text }], skipInvalid: false });
  edit(first?.id ?? '', 'note', '甲');
  edit(second?.id ?? '', 'note', '乙');
  edit(first?.id ?? '', 'households', '12');
  const { steps, hasMore } = projectHistory(session, { id: first?.id ?? '', limit: 2 });
  expect(steps.map(({ author, changes }) => [author, changes])).toEqual([
    ['张三', [{ column: '户', before: String(first?.households ?? ''), after: '12' }]],
    ['张三', [{ column: '备注', before: '', after: '甲' }]],
  ]);
  expect(hasMore).toBe(true);
  session.close();
});

it('undoes down to a step, and refuses one that is not there to be undone', () => {
  const { session, edit } = open();
  edit('note', '一');
  const second = edit('note', '二');
  edit('note', '三');
  session.undo(second);
  expect(session.planData().projects[3]?.note).toBe('一');
  expect(() => session.undo(second)).toThrow(/已经撤销/);
  session.redo();
  session.redo();
  expect(session.planData().projects[3]?.note).toBe('三');
  session.close();
});

it('takes a step out of the middle back and keeps what came later in other columns', () => {
  const { session, id, edit } = open();
  const before = session.project(id);
  const target = edit('total', '77');
  edit('note', '核实过');
  revertChangeSet(session, target);
  expect(session.project(id)).toEqual({ ...before, note: '核实过' });
  expect(session.status().undo?.label).toMatch(/^撤回“修改.*总投资”$/);
  session.undo();
  expect(session.project(id).amounts.total).not.toBe(before.amounts.total);
  session.close();
});

it.each([
  [
    'the same value',
    (edit: (column: string, text: string) => number) => edit('total', '88'),
    /总投资后来又被改动.*77 → 88/,
  ],
  [
    'the project is gone',
    (_: unknown, session: Session, id: string) => removeProjects(session, [id]),
    /后来又被改动.*删除/,
  ],
])('refuses where a later change stands in the way: %s', (_, later, message) => {
  const { session, id, edit } = open();
  const target = edit('total', '77');
  later(edit, session, id);
  expect(() => revertChangeSet(session, target)).toThrow(message);
  session.close();
});

it('takes additions, deletions and records back as a whole', () => {
  const { session, id } = open();
  const before = session.project(id);
  removeProjects(session, [id]);
  const removal = lastId(session);
  saveRecords(session, {
    changes: [{ kind: 'explanation', id: 'x', value: { text: '已核实', left: '1', right: '2' } }],
  });
  const record = lastId(session);
  revertChangeSet(session, removal);
  expect(session.project(id)).toEqual(before);
  revertChangeSet(session, record);
  expect(session.planData().records.explanation?.size ?? 0).toBe(0);
  expect(() => revertChangeSet(session, 1)).toThrow(/新建.*工作簿/);
  session.undo();
  expect(() => revertChangeSet(session, lastId(session))).toThrow(/本身是撤销/);
  session.close();
});
