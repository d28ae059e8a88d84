import { describe, expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { describeChangeSet, listHistory } from '#electron/services/history.ts';
import { editProjects, setMatrix, tryEdits } from '#electron/services/project-edit.ts';
import { addProjects, moveProjects, removeProjects } from '#electron/services/projects.ts';
import { startSession } from '#electron/services/session.ts';
import { summarise } from '#electron/services/summary.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const edit = (id: string, column: string, text: string) => ({ edits: [{ id, column, text }], skipInvalid: false });

describe('the sample workbook', () => {
  it('holds the plan with the exact totals of the reconciled list', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const { total, categories } = summarise(session.planData());
    expect(total.count).toBe(514);
    expect(wanText(total.total)).toBe('664599.38');
    expect(Object.values(total.byYear).map(wanText)).toEqual([
      '91733.83',
      '213104.24',
      '124120.23',
      '222393.47',
      '13247.61',
    ]);
    const top = session.planData().reference.categories.filter((c) => c.scheme === 'county' && c.parent === null);
    const sums = top.map((c) => wanText(categories.find(({ id }) => id === c.id)?.rollup.total ?? wan(0)));
    expect(sums).toEqual(['137640.47', '856.75', '20175.97', '6781', '418689.38', '80455.81']);
    session.close();
  });
});

describe('edits, undo and redo', () => {
  it('writes one change set, tells the window, and takes it back after a restart', () => {
    const path = makeWorkbook(folder, { sample: true });
    const { session, events } = openSession(path);
    const target = session.planData().projects[7];
    if (!target) throw new Error('no project');
    const before = summarise(session.planData()).total.total;
    editProjects(session, edit(target.id, 'total', '１,000.5万元'));
    expect(wanText(session.project(target.id).amounts.total ?? wan(0))).toBe('1000.5');
    expect(events.at(-1)).toMatchObject({
      type: 'changed',
      changed: { project: [target.id] },
      status: { undo: { label: expect.stringContaining('总投资') } },
    });
    expect(
      openFile(path, { readOnly: true })
        .db.prepare('SELECT amount_fen FROM allocation WHERE project_id = ? AND year = 0 AND source = ?')
        .pluck()
        .get(target.id, ''),
    ).toBe(wan('1000.5'));
    session.close();

    const again = openSession(path).session;
    again.undo();
    expect(again.project(target.id)).toEqual(target);
    expect(summarise(again.planData()).total.total).toBe(before);
    expect(again.status().undo).toBeNull();
    again.close();

    const third = openSession(path).session;
    third.redo();
    expect(wanText(third.project(target.id).amounts.total ?? wan(0))).toBe('1000.5');
    expect(() => third.redo()).toThrow(/没有可以重做/);
    third.undo();
    editProjects(third, edit(target.id, 'note', '核实过'));
    expect(third.status().redo).toBeNull();
    expect(listHistory(third, { before: null, limit: 10 }).map(({ label }) => label.split('“')[0])).toEqual([
      '修改',
      '撤销：修改',
      '重做：修改',
      '撤销：修改',
      '修改',
      '新建工作簿（红塔区，2021—2025年）',
    ]);
    expect(verifyDatabase(third.file.db)).toEqual([]);
    third.close();
  });

  it('reads amounts in the unit in which the window shows them, a unit beside the figure before it', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const id = session.planData().projects[0]?.id ?? '';
    const typed = (text: string, unit: '元' | '亿元') => {
      editProjects(session, { ...edit(id, 'total', text), unit });
      return wanText(session.project(id).amounts.total ?? wan(0));
    };
    expect(typed('1234.56', '元')).toBe('0.123456');
    expect(typed('1.2345', '亿元')).toBe('12345');
    expect(typed('20万', '亿元')).toBe('20');
    expect(() => typed('1.234', '元')).toThrow(/以元计最多 2 位小数/);
    const cells = [{ year: 2022, source: 'fiscal', text: '5000' }];
    setMatrix(session, { id, cells, followMargins: true, unit: '元' });
    expect(session.project(id).amounts.cells['2022|fiscal']).toBe(wan('0.5'));
    session.close();
  });

  it('adds, moves and deletes rows, each taken back in turn', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const original = session.planData().projects;
    const third = original[2];
    if (!third) throw new Error('no project');
    const [first, second] = addProjects(session, { place: { afterId: third.id }, count: 2 });
    expect(
      session
        .planData()
        .projects.slice(2, 5)
        .map((p) => p.id),
    ).toEqual([third.id, first, second]);
    moveProjects(session, { ids: [second as string], place: { beforeId: original[0]?.id ?? '' } });
    expect(session.planData().projects[0]?.id).toBe(second);
    removeProjects(session, [first as string, third.id]);
    expect(session.planData().projects).toHaveLength(514);
    for (let i = 0; i < 3; i += 1) session.undo();
    expect(session.planData().projects).toEqual(original);
    session.close();
  });

  it('tells value by value what a change set did', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const project = session.planData().projects[0];
    if (!project) throw new Error('no project');
    editProjects(session, {
      skipInvalid: false,
      edits: [
        { id: project.id, column: 'period', text: '2022年3月到2023年6月' },
        { id: project.id, column: 'source:other', text: '12.5' },
      ],
    });
    const [newest] = listHistory(session, { before: null, limit: 1 });
    const detail = describeChangeSet(session, newest?.id ?? 0);
    expect(detail.changes).toEqual([
      { project: project.name, column: '建设年限', before: expect.any(String), after: '2022.3-2023.6' },
      { project: project.name, column: '其他资金', before: expect.any(String), after: '12.5' },
    ]);
    session.close();
  });
});

describe('tryEdits', () => {
  it('tells what would be refused, lines to be added too, and writes nothing', () => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const before = session.planData();
    const [project] = before.projects;
    if (!project) throw new Error('no project');
    const rejected = tryEdits(session, {
      edits: [
        { id: project.id, column: 'total', text: '约2' },
        { id: project.id, column: 'note', text: '好的' },
      ],
      added: { afterId: project.id, lines: [[{ column: 'total', text: '3' }], [{ column: 'total', text: '很多' }]] },
    });
    expect(rejected.map(({ id, text }) => [id, text])).toEqual([
      [project.id, '约2'],
      ['added:1', '很多'],
    ]);
    expect(session.planData()).toBe(before);
    session.close();
  });
});

describe('bad input changes nothing', () => {
  it.each([
    ['total', '约30', /总投资“约30”不是金额/],
    ['total', '1.0000001', /比 1 分还细，金额只能准到分（以万元计最多 6 位小数）/],
    ['households', '1.5', /不是整数/],
    ['period', '明年', /认不出起止时间/],
    ['categoryId', '不存在的类别', /不在规划类别表中/],
    ['name', '  ', /名称不能为空/],
    ['nonsense', '1', /不能修改/],
  ])('%s = %s', (column, text, message) => {
    const { session } = openSession(makeWorkbook(folder, { sample: true }));
    const project = session.planData().projects[0];
    if (!project) throw new Error('no project');
    const good = { id: project.id, column: 'note', text: '好的' };
    expect(() =>
      editProjects(session, { edits: [good, { id: project.id, column, text }], skipInvalid: false }),
    ).toThrow(message);
    expect(session.project(project.id)).toEqual(project);
    const result = editProjects(session, { edits: [good, { id: project.id, column, text }], skipInvalid: true });
    expect(result).toMatchObject({ changed: 1, rejected: [{ column, text }] });
    expect(session.project(project.id).note).toBe('好的');
    session.close();
  });
});

it('takes in what another program wrote into the file', () => {
  const path = makeWorkbook(folder, { sample: true });
  const { session, events } = openSession(path);
  const id = session.planData().projects[0]?.id ?? '';
  const other = startSession({ ...openFile(path, { readOnly: true }), readOnly: null }, () => {});
  expect(session.refresh()).toBe(false);
  other.close();
  const file = openFile(path, { takeOver: true });
  const writer = startSession(file, () => {});
  editProjects(writer, edit(id, 'note', '外部修改'));
  writer.close();
  expect(session.refresh()).toBe(true);
  expect(session.project(id).note).toBe('外部修改');
  expect(events.at(-1)).toMatchObject({ type: 'changed', changed: null });
  session.close();
});

it('refuses changes of a read-only workbook with its reason', () => {
  const path = makeWorkbook(folder, { sample: true });
  const session = startSession(openFile(path, { readOnly: true }), () => {});
  expect(() => removeProjects(session, [session.planData().projects[0]?.id ?? ''])).toThrow(/不能修改：以只读方式打开/);
  expect(session.status().undo).toBeNull();
  session.close();
});
