// Change orders as pure functions: what an order makes of the list, what stays unregistered, and that both fit together for
// any two versions of a plan.
import { describe, expect, it } from 'vitest';
import type { ChangeItem } from '#shared/domain/change-order.ts';
import type { Project } from '#shared/domain/project.ts';
import { applyItems } from '#shared/orders/apply-items.ts';
import { expectedProjects, lastPrinted } from '#shared/orders/expected.ts';
import { followTotal, partAmounts } from '#shared/orders/follow-total.ts';
import { proposeMoney } from '#shared/orders/propose-money.ts';
import { findUnregistered, itemsOf } from '#shared/orders/unregistered.ts';
import { wan, wanText } from '#shared/values/money.ts';
import { boundTypesOf } from '#shared/versions/change-types.ts';
import { makeLine } from '#test/support/execution-facts.ts';
import { fc } from '#test/support/fc.ts';
import { makeOrder } from '#test/support/order-facts.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const project = (id: string, total: string, fields: Partial<Project> = {}): Project =>
  makeProject(
    id,
    { total, bySource: { fiscal: total } },
    { name: `项目${id}`, town: '大营街街道', village: '甸苴', ...fields },
  );
const money = (one: Project, total: string): Project => ({
  ...one,
  amounts: { ...one.amounts, total: wan(total), bySource: { fiscal: wan(total) } },
});
const item = (before: readonly Project[], after: readonly Project[]): ChangeItem => ({ before, after, text: '' });
const apply = (items: readonly ChangeItem[], projects: readonly Project[]) => {
  const { changes, conflicts } = applyItems(items, planWith([...projects]));
  const after = new Map(projects.map((one) => [one.id, one]));
  for (const [id, one] of changes) {
    if (one) after.set(id, one);
    else after.delete(id);
  }
  return { conflicts, count: changes.size, projects: [...after.values()] };
};
const unregistered = (
  printed: readonly Project[],
  now: readonly Project[],
  orders = [] as ReturnType<typeof makeOrder>[],
) => findUnregistered(expectedProjects(printed, '2026-01-01', orders), { ...planWith([...now]), name: '现在' }, orders);
const approved = (items: readonly ChangeItem[], at = '2026-05-08') => makeOrder('o', items, { appliedAt: at });

describe('an order takes effect', () => {
  const a = project('a', '30');
  it('with what was changed elsewhere meanwhile', () => {
    const now = { ...a, phone: '0877', content: '改了' };
    const done = apply([item([a], [money(a, '40')])], [now]);
    expect(done).toMatchObject({
      conflicts: [],
      projects: [{ phone: '0877', content: '改了', amounts: { total: wan('40') } }],
    });
  });

  it('not where the same value was changed otherwise: each is told with three values', () => {
    const done = apply([item([a], [{ ...money(a, '40'), content: '修路' }])], [{ ...money(a, '35'), content: '修渠' }]);
    expect(done.count).toBe(0);
    expect(done.conflicts.join('')).toContain('“项目a”的总投资：申请时 30，项目表现在 35，调整为 40。');
    expect(done.conflicts.join('')).toMatch(/建设内容.*现在 修渠，调整为 修路/);
  });

  it('where it has already, nothing changes', () => {
    const parts = [project('x', '10'), project('y', '20')];
    const items = [item([a], parts)];
    const once = apply(items, [a, project('b', '5')]);
    expect(once.projects.map(({ id }) => id)).toEqual(['b', 'x', 'y']);
    expect(apply(items, once.projects)).toMatchObject({ count: 0, conflicts: [] });
  });

  it('a project that is to go and was changed meanwhile stays, free fields aside', () => {
    expect(apply([item([a], [])], [{ ...a, note: '备注' }])).toMatchObject({ conflicts: [], projects: [] });
    const kept = apply([item([a], [])], [money(a, '31')]);
    expect(kept).toMatchObject({ count: 0, projects: [{ id: 'a' }] });
    expect(kept.conflicts[0]).toContain('总投资：申请时 30，项目表现在 31，而调整要取消这个项目');
  });

  it.each([
    ['a project that is gone', item([a], [money(a, '40')]), [], '已不在项目表'],
    ['a class that is gone', item([], [{ ...a, categoryId: 'gone' }]), [], '类别已不在规划里'],
    [
      'a source that is gone',
      item([], [{ ...a, amounts: { ...a.amounts, bySource: { gone: wan('30') } } }]),
      [],
      '资金来源已不在规划里',
    ],
  ] as [string, ChangeItem, Project[], string][])('not on %s', (_, one, now, words) => {
    const done = apply([one], now);
    expect(done.conflicts.join('')).toContain(words);
    expect(done.count).toBe(0);
  });
});

describe('未登记的调整', () => {
  const printed = [project('a', '30'), project('b', '20'), project('c', '10')];
  const [a, b, c] = printed as [Project, Project, Project];

  it('free fields do not count, bound ones do', () => {
    const free = { note: '备注', phone: '1', person: '某', unit: '水利局', households: 9, goal: '目标' };
    expect(unregistered(printed, [{ ...a, ...free }, b, c])).toEqual([]);
    const cases: [Partial<Project>, string][] = [
      [{ name: '另名' }, '名称变更'],
      [{ categoryId: null }, '类别变更'],
      [{ village: '玉苗' }, '地点变更'],
      [{ content: '修路' }, '内容变更'],
      [{ endAt: '2029' }, '年限变更'],
      [{ amounts: { ...a.amounts, total: wan('31') } }, '调增'],
      [{ amounts: { ...a.amounts, bySource: { county: wan('30') } } }, '资金来源变更'],
      [{ amounts: { ...a.amounts, byYear: { '2023': wan('30') } } }, '年度资金变更'],
    ];
    for (const [fields, type] of cases)
      expect(unregistered(printed, [{ ...a, ...fields }, b, c]).flatMap(({ types }) => types)).toEqual([type]);
  });

  it('an order covers what it changed, and only that', () => {
    const now = { ...money(a, '40'), content: '修路' };
    expect(unregistered(printed, [now, b, c]).map(({ types }) => types)).toEqual([
      ['调增', '内容变更', '资金来源变更'],
    ]);
    // Asked for after the content had been typed: the typed content is nobody's order.
    const order = approved([item([{ ...a, content: '修路' }], [now])]);
    expect(unregistered(printed, [now, b, c], [order]).map(({ types }) => types)).toEqual([['内容变更']]);
    // One that took effect before the print is in it.
    expect(unregistered(printed, [a, b, c], [approved([item([a], [money(a, '99')])], '2025-12-31')])).toEqual([]);
  });

  it('one that was added without an order stays so after an order changed it', () => {
    const d = project('d', '8');
    const order = approved([item([d], [money(d, '9')])]);
    expect(unregistered(printed, [a, b, c, money(d, '9')], [order]).map(({ types }) => types)).toEqual([['新增']]);
  });

  it('what is back under another id is the same project', () => {
    expect(unregistered(printed, [{ ...a, id: 'z' }, b, c])).toEqual([]);
    const [row] = unregistered(printed, [{ ...money(a, '33'), id: 'z' }, b, c]);
    expect(row).toMatchObject({ types: ['调增', '资金来源变更'], before: [{ id: 'a' }], after: [{ id: 'z' }] });
  });

  it('what an open order asks for is told apart', () => {
    const open = makeOrder('o', [item([a], [money(a, '40')])]);
    expect(unregistered(printed, [money(a, '40'), b, c], [open])[0]?.asked?.id).toBe('o');
    expect(unregistered(printed, [money(a, '41'), b, c], [open])[0]?.asked).toBeNull();
    const drop = makeOrder('p', [item([a], [])]);
    expect(unregistered(printed, [b, c], [drop])[0]?.asked?.id).toBe('p');
    expect(unregistered(printed, [b, c], [open])[0]?.asked).toBeNull();
  });

  it('an edit compares one project anew', () => {
    const first = unregistered(printed, [money(a, '40'), b, c]);
    const types = first[0]?.types;
    expect(unregistered(printed, [money(a, '40'), b, c])[0]?.types).not.toBe(types);
    const edited = money(a, '40');
    const expected = expectedProjects(printed, '', []);
    const side = (projects: Project[]) => ({ ...planWith(projects), name: '现在' });
    const before = findUnregistered(expected, side([edited, b, c]), []);
    expect(findUnregistered(expected, side([edited, { ...b, content: '改' }, c]), [])[0]?.types).toBe(before[0]?.types);
  });
});

it('the last 印发稿 counts, whatever was kept since', () => {
  const head = {
    name: '',
    documentNumber: '',
    approver: '',
    note: '',
    step: 0,
    projectCount: 0,
    totalFen: wan('0'),
    content: '',
  };
  const version = (id: string, kind: '印发稿' | '备份', at: string) => ({ ...head, id, kind, at });
  expect(lastPrinted([version('a', '备份', '3')])).toBeNull();
  expect(lastPrinted([version('a', '印发稿', '1'), version('b', '印发稿', '2'), version('c', '备份', '3')])?.id).toBe(
    'b',
  );
});

it('another total takes its one source and year along; where there are several it is told', () => {
  const one = project('a', '30').amounts;
  expect(followTotal(one, wan('40'))).toEqual({
    amounts: { ...one, total: wan('40'), bySource: { fiscal: wan('40') } },
    open: [],
  });
  const two = { ...one, bySource: { fiscal: wan('20'), county: wan('10') } };
  expect(followTotal(two, wan('40'))).toEqual({ amounts: { ...two, total: wan('40') }, open: ['资金来源'] });
  expect(partAmounts(two, wan('5'))).toMatchObject({ amounts: { total: wan('5'), bySource: {} }, open: ['资金来源'] });
  expect(partAmounts(one, wan('5')).amounts.bySource).toEqual({ fiscal: wan('5') });
});

describe('for any two versions of a plan', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const one = (id: string) =>
    fc
      .record({
        total: fc.constantFrom('5', '10', '20', '30'),
        content: fc.constantFrom('修路', '修渠'),
        phone: fc.constantFrom('1', '2'),
        village: fc.constantFrom('甸苴', '玉苗'),
      })
      .map(({ total, ...fields }) => project(id, total, { ...fields, code: id }));
  const list = fc.tuple(...ids.map((id) => fc.option(one(id)))).map((all) => all.filter((each) => each !== null));
  const bare = (projects: readonly Project[]) => new Map(projects.map((each) => [each.id, each]));

  it('their difference as an order makes the later of the earlier, once; approved it leaves nothing unregistered', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const items = itemsOf(unregistered(before, after));
        const made = apply(items, before);
        expect(made.conflicts).toEqual([]);
        const wanted = bare(after);
        expect(new Set(made.projects.map(({ id }) => id))).toEqual(new Set(wanted.keys()));
        for (const each of made.projects) expect(boundTypesOf(each, wanted.get(each.id) as Project)).toEqual([]);
        expect(apply(items, made.projects)).toMatchObject({ count: 0, conflicts: [] });
        // Registered afterwards: the list is that already.
        expect(apply(items, after)).toMatchObject({ count: 0, conflicts: [] });
        expect(unregistered(before, after, [approved(items)])).toEqual([]);
      }),
    );
  });
});

describe('what of batches goes along', () => {
  const a = project('a', '30');
  const propose = (one: ChangeItem, ...given: [string, string, string][]) =>
    proposeMoney(
      makeOrder('o', [one]),
      given.map(([batch, id, amount]) => makeLine(batch, id, amount)),
    );
  const shown = ({ moved }: ReturnType<typeof proposeMoney>) =>
    moved.map(({ projectId, batchId, amountFen }) => `${projectId} ${batchId} ${wanText(amountFen)}`);

  it('a project that goes gives all of it back, one that changes the difference', () => {
    expect(shown(propose(item([a], []), ['b1', 'a', '20'], ['b2', 'a', '10'], ['b1', 'a', '-5']))).toEqual([
      'a b1 -15',
      'a b2 -10',
    ]);
    expect(shown(propose(item([a], [money(a, '40')]), ['b1', 'a', '30']))).toEqual(['a b1 10']);
    expect(shown(propose(item([a], [{ ...a, content: '改' }]), ['b1', 'a', '30']))).toEqual([]);
  });

  it('the parts of a split get it where all of it is one batch’s', () => {
    const parts = [project('x', '10'), project('y', '20')];
    expect(shown(propose(item([a], parts), ['b1', 'a', '30']))).toEqual(['a b1 -30', 'x b1 10', 'y b1 20']);
    expect(propose(item([a], parts), ['b1', 'a', '25']).open[0]).toContain('“项目a”已下达 25 万元');
  });

  it('of several batches a person says it; nothing given, nothing goes', () => {
    const asked = propose(item([a], [money(a, '40')]), ['b1', 'a', '10'], ['b2', 'a', '20']);
    expect([asked.moved, asked.open.length]).toEqual([[], 1]);
    expect(propose(item([a], []))).toEqual({ moved: [], open: [] });
  });
});
