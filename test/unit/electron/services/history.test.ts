// The steps of one project, several undo steps at once, and taking one step back out of the middle.
import { expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { describeChangeSet, listHistory, projectHistory } from '#electron/services/history.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { removeProjects } from '#electron/services/projects.ts';
import { saveRecords } from '#electron/services/records.ts';
import { revertChangeSet } from '#electron/services/revert.ts';
import { type Session, startSession } from '#electron/services/session.ts';
import { wan } from '#shared/values/money.ts';
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

it('takes back amounts of finer sources, and tells of them in the log', () => {
  const { session, id } = open();
  const before = session.project(id);
  const amounts = { ...before.amounts, bySource: { ...before.amounts.bySource, 'fiscal.central': wan('3') } };
  session.change('test', '改中央资金', (tx) => tx.put('project', id, { ...before, amounts }));
  const target = lastId(session);
  expect(describeChangeSet(session, target).changes).toEqual([
    { project: before.name, column: '中央衔接资金', before: '', after: '3' },
  ]);
  editProjects(session, { edits: [{ id, column: 'note', text: '后来' }], skipInvalid: false });
  revertChangeSet(session, target);
  expect(session.project(id)).toEqual({ ...before, note: '后来' });
  session.close();
});

it('a value that was put back by hand does not stand in the way of the others', () => {
  const { session, id, edit } = open();
  const before = session.project(id);
  editProjects(session, {
    edits: [
      { id, column: 'note', text: '甲' },
      { id, column: 'households', text: '9' },
    ],
    skipInvalid: false,
  });
  const target = lastId(session);
  edit('note', before.note ?? '');
  revertChangeSet(session, target);
  expect(session.project(id)).toEqual(before);
  expect(() => revertChangeSet(session, target)).toThrow(/已经改回去了/);
  session.close();
});

it('the refusal names the value that stands in the way, not another one of that step', () => {
  const { session, id, edit } = open();
  const target = edit('note', '甲');
  editProjects(session, {
    edits: [
      { id, column: 'households', text: '9' },
      { id, column: 'note', text: '乙' },
    ],
    skipInvalid: false,
  });
  expect(() => revertChangeSet(session, target)).toThrow(/的备注后来又被改动.*甲 → 乙/);
  session.close();
});
