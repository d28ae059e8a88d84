// Change orders in a workbook: asked for, approved as one step that can be taken back, given up; the lock after printing.
import { describe, expect, it } from 'vitest';
import { findAll } from '#electron/services/checks.ts';
import {
  addOrder,
  approveOrder,
  changeWords,
  closeOrder,
  NO_WORDS,
  registerChanges,
  removeOrder,
} from '#electron/services/orders/edit-orders.ts';
import { changesSince } from '#electron/services/orders/facts.ts';
import { proposeOrder } from '#electron/services/orders/propose.ts';
import { countUnregistered, ordersOfProject, readMoney, readOrders } from '#electron/services/orders/read-orders.ts';
import type { Session } from '#electron/services/session.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { saveVersion } from '#electron/services/versions/versions.ts';
import type { Project } from '#shared/domain/project.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { makeBatch, makeLine } from '#test/support/execution-facts.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const WHY = { ...NO_WORDS, reason: '资金调整' as const };
const PAPER = { documentNumber: '红政复〔2026〕5号', approvedAt: '2026-05-08', approver: '区政府' };

const open = () => {
  const { session } = openSession(makeWorkbook(folder, { sample: true }));
  const at = (index: number): Project => {
    const project = session.planData().projects[index];
    if (!project) throw new Error('no project');
    return project;
  };
  const edit = (project: Project, fields: Partial<Project>) =>
    session.change('test', '改', (tx) => tx.put('project', project.id, { ...session.project(project.id), ...fields }));
  return { session, at, edit };
};
const print = (session: Session) =>
  saveVersion(session, { name: '印发稿', kind: '印发稿', documentNumber: '红政发〔2021〕1号', approver: '', note: '' });
const stateOf = (session: Session) =>
  JSON.stringify([session.planData().projects, session.execution(), session.orders()]);
const told = (session: Session, rule: string) => findAll(session).filter((finding) => finding.rule === rule);

describe('a change that is asked for', () => {
  it('touches nothing until it is approved; then it is one step with its money, which can be taken back', () => {
    const { session, at } = open();
    const [a, b] = [at(0), at(1)];
    session.change('test', '批次', (tx) => tx.put('fundBatch', 'b1', makeBatch('b1', '100')));
    const before = stateOf(session);
    const id = addOrder(
      session,
      [
        { before: [a], after: [{ ...a, content: '改为修路' }], text: '' },
        { before: [b], after: [], text: '' },
      ],
      WHY,
      [makeLine('b1', a.id, '3')],
    );
    expect(session.planData().projects).toHaveLength(514);
    expect(session.project(a.id).content).toBe(a.content);
    approveOrder(session, id, PAPER);
    expect(session.planData().projects).toHaveLength(513);
    expect(session.project(a.id).content).toBe('改为修路');
    expect(session.execution().lines).toMatchObject([
      { amountFen: wan('3'), date: '2026-05-08', documentNumber: PAPER.documentNumber },
    ]);
    expect(ordersOfProject(session, b.id)).toMatchObject([{ state: '已批复', types: ['取消', '内容变更'] }]);
    expect(() => approveOrder(session, id, PAPER)).toThrow('已批复，不能再批复');
    expect(() => removeOrder(session, id)).toThrow('不能删除');
    session.undo();
    expect(session.execution().lines).toEqual([]);
    expect(session.orders()).toMatchObject([{ appliedAt: null }]);
    session.undo();
    expect(stateOf(session)).toBe(before);
    session.redo();
    session.redo();
    expect(session.planData().projects).toHaveLength(513);
    expect(verifyDatabase(session.file.db)).toEqual([]);
    session.close();
  });

  it('takes the money of its batches along where that is asked for', () => {
    const { session, at } = open();
    const a = at(0);
    session.change('test', '批次', (tx) => {
      tx.put('fundBatch', 'b1', makeBatch('b1', '100'));
      tx.put('fundLine', 'l1', { ...makeLine('b1', a.id, '12'), id: 'l1' });
    });
    const id = addOrder(session, [{ before: [a], after: [], text: '' }], WHY);
    const { moved } = readMoney(session, id);
    expect(moved).toEqual([{ projectId: a.id, batchId: 'b1', amountFen: wan('-12') }]);
    expect(() =>
      approveOrder(session, id, { ...PAPER, money: [{ ...moved[0], projectId: 'other' } as (typeof moved)[0]] }),
    ).toThrow('不在这个调整变更里的项目');
    approveOrder(session, id, { ...PAPER, money: moved });
    expect(session.execution().lines.map(({ amountFen }) => wanText(amountFen))).toEqual(['12', '-12']);
    // 总投资 goes by other than the money that was given: told.
    expect(told(session, 'G02')).toHaveLength(1);
    session.undo();
    expect(session.execution().lines).toHaveLength(1);
    session.close();
  });

  it('is corrected in words after it took effect, not in number and day taken away', () => {
    const { session, at } = open();
    const id = addOrder(session, [{ before: [at(0)], after: [], text: '' }], { ...WHY, ...PAPER });
    changeWords(session, id, { text: '重复安排', documentNumber: '红政复〔2026〕7号' });
    expect(readOrders(session).orders[0]).toMatchObject({
      reason: '资金调整：重复安排',
      order: { documentNumber: '红政复〔2026〕7号' },
    });
    expect(() => changeWords(session, id, { documentNumber: '' })).toThrow('批复要有文号');
    session.close();
  });

  it('is not approved where the list was changed meanwhile, and nothing is half done', () => {
    const { session, at, edit } = open();
    const [a, b] = [at(0), at(1)];
    const id = proposeOrder(
      session,
      [
        { before: [a.id], after: [{ id: a.id, cells: [{ column: 'content', text: '修路' }] }], text: '' },
        { before: [b.id], after: [], text: '' },
      ],
      WHY,
    );
    edit(a, { content: '修渠' });
    const before = stateOf(session);
    expect(() => approveOrder(session, id, PAPER)).toThrow(/没有批复，项目表没有动.*建设内容.*现在 修渠，调整为 修路/);
    expect(stateOf(session)).toBe(before);
    edit(a, { content: a.content });
    approveOrder(session, id, PAPER);
    expect(session.project(a.id).content).toBe('修路');
    session.close();
  });

  it('of 30 into 5, 5, 10, 10: the parts stand where it stood, with its source and place', () => {
    const { session, at } = open();
    const whole = at(3);
    session.change('test', '改', (tx) =>
      tx.put('project', whole.id, {
        ...whole,
        amounts: { total: wan('30'), bySource: { fiscal: wan('30') }, byYear: { '2021': wan('30') }, cells: {} },
      }),
    );
    const parts = ['5', '5', '10', '10'].map((total, index) => ({
      id: null,
      cells: [
        { column: 'name', text: `第${index + 1}段` },
        { column: 'total', text: total },
      ],
    }));
    const id = proposeOrder(session, [{ before: [whole.id], after: parts, text: '' }], WHY);
    approveOrder(session, id, PAPER);
    const names = session.planData().projects.map(({ name }) => name);
    expect(session.planData().projects).toHaveLength(517);
    const from = names.indexOf('第1段');
    expect(names.slice(from, from + 4)).toEqual(['第1段', '第2段', '第3段', '第4段']);
    expect(session.planData().projects[from]).toMatchObject({
      town: whole.town,
      categoryId: whole.categoryId,
      amounts: { total: wan('5'), bySource: { fiscal: wan('5') }, byYear: { '2021': wan('5') } },
    });
    expect(session.planData().projects[from - 1]?.id).toBe(at(2).id);
    expect(readOrders(session).orders[0]).toMatchObject({
      types: ['拆分'],
      difference: 0,
      before: { count: 1 },
      after: { count: 4 },
    });
    session.close();
  });

  it('is given up or refused with a reason, and then not approved', () => {
    const { session, at } = open();
    const ask = () => addOrder(session, [{ before: [at(0)], after: [], text: '' }], WHY);
    const id = ask();
    expect(() => closeOrder(session, id, { as: '撤回', date: '2026-05-01', text: ' ' })).toThrow('撤回要写明理由');
    closeOrder(session, id, { as: '撤回', date: '2026-05-01', text: '另报' });
    expect(() => approveOrder(session, id, PAPER)).toThrow('已撤回，不能再批复');
    removeOrder(session, id);
    expect(session.orders()).toEqual([]);
    const other = ask();
    expect(() => approveOrder(session, other, { ...PAPER, documentNumber: ' ' })).toThrow('批复要有文号');
    expect(() =>
      proposeOrder(session, [{ before: [at(0).id], after: [{ id: at(0).id, cells: [] }], text: '' }], WHY),
    ).toThrow('调整前后一样');
    expect(() => proposeOrder(session, [{ before: [at(0).id], after: [], text: '' }], NO_WORDS)).toThrow(
      '调整要有理由',
    );
    session.close();
  });
});

describe('after printing', () => {
  it('a workbook without 印发稿 sees nothing of it', () => {
    const { session, at, edit } = open();
    edit(at(0), { content: '改' });
    expect(countUnregistered(session)).toBeNull();
    expect(told(session, 'G01')).toEqual([]);
    expect(() => registerChanges(session, undefined, WHY)).toThrow('还没有保存过印发稿');
    session.close();
  });

  it('changes are collected, told, and registered with reason and paper in one go', () => {
    const { session, at, edit } = open();
    print(session);
    const [a, b] = [at(0), at(1)];
    expect(countUnregistered(session)).toBe(0);
    edit(a, { content: '改', phone: '0877' });
    edit(b, { note: '备注' });
    session.change('test', '删', (tx) => tx.put('project', at(2).id, null));
    expect(countUnregistered(session)).toBe(2);
    const found = told(session, 'G01');
    expect(found.map(({ level, projectId }) => [level, projectId])).toEqual([
      ['error', a.id],
      ['error', undefined],
    ]);
    expect(found[0]?.message).toContain('印发稿“印发稿”以后内容变更，没有登记调整变更');
    const [first] = changesSince(session).unregistered;
    registerChanges(session, [first?.key ?? ''], { ...WHY, ...PAPER });
    expect(countUnregistered(session)).toBe(1);
    expect(() => registerChanges(session, [first?.key ?? ''], WHY)).toThrow('选中的调整已不在');
    registerChanges(session, undefined, WHY);
    expect(countUnregistered(session)).toBe(0);
    // Asked for, not approved: told as that.
    expect(told(session, 'G01').map(({ level }) => level)).toEqual(['warning']);
    const [newest] = readOrders(session).orders;
    approveOrder(session, newest?.order.id ?? '', { ...PAPER, documentNumber: '红政复〔2026〕6号' });
    expect(told(session, 'G01')).toEqual([]);
    session.undo();
    expect(told(session, 'G01')).toHaveLength(1);
    session.close();
  });

  it('switched off, nothing need be registered', () => {
    const { session, at, edit } = open();
    print(session);
    edit(at(0), { content: '改' });
    session.change('test', '停用', (tx) =>
      tx.put('record', 'rule-settings:G01', {
        kind: 'rule-settings',
        id: 'G01',
        value: { rule: 'G01', isOn: false, values: {} },
      }),
    );
    expect(countUnregistered(session)).toBeNull();
    session.close();
  });

  it('an approved change of the whole list is told as a revision of the plan', () => {
    const { session, at } = open();
    print(session);
    session.change('test', '改', (tx) => {
      for (let index = 0; index < 200; index += 1) tx.put('project', at(index).id, { ...at(index), content: '改' });
    });
    registerChanges(session, undefined, { ...WHY, ...PAPER });
    const [finding] = told(session, 'G05');
    expect(finding?.message).toContain('调整的项目 200 个，占印发稿 514 个的 38.9%');
    expect(wanText(session.versions()[0]?.totalFen ?? wan('0'))).not.toBe('0');
    session.close();
  });
});
