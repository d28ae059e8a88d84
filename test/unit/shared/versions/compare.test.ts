// Two versions of a plan: what is told of each project, splits by the worked example of a county (SPECS G, goldens), and the
// bridge between both sums, which always closes.
import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import { addFen, subtractFen, toFen, wan, ZERO } from '#shared/values/money.ts';
import { adjustmentTable } from '#shared/versions/adjustment-table.ts';
import { compareSides, totalOf, type VersionSide } from '#shared/versions/compare.ts';
import { summaryLines, summaryTable } from '#shared/versions/summary-table.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

const side = (name: string, projects: readonly Project[]): VersionSide => ({ ...planWith([...projects]), name });
const compare = (before: readonly Project[], after: readonly Project[]) =>
  compareSides(side('印发稿', before), side('现在', after));
const project = (id: string, total: string, fields: Partial<Project> = {}): Project =>
  makeProject(id, { total }, { name: `项目${id}`, town: '大营街街道', village: '甸苴', ...fields });

describe('what is told of a project', () => {
  const one = project('a', '10', { content: '修渠', startAt: '2021', unit: '水利局' });
  it.each([
    ['its money went up', { amounts: { ...one.amounts, total: wan('12') } }, ['调增']],
    ['its money went down', { amounts: { ...one.amounts, total: wan('8') } }, ['调减']],
    ['content and place', { content: '修路', village: '玉苗' }, ['内容变更', '地点变更']],
    ['years', { endAt: '2023' }, ['年限变更']],
    [
      'the source of the same money',
      { amounts: { ...one.amounts, bySource: { county: wan('10') } } },
      ['资金来源变更'],
    ],
    ['who builds it', { implementer: '乡政府' }, ['实施单位变更']],
    ['its class', { categoryId: null }, ['类别变更']],
    ['its name', { name: '另一个名称' }, ['名称变更']],
    ['something else', { households: 12 }, ['其他变更']],
  ] as [string, Partial<Project>, string[]][])('%s', (_, fields, types) => {
    const { rows, unchanged } = compare([one], [{ ...one, ...fields }]);
    expect(rows.map((row) => row.types)).toEqual([types]);
    expect(unchanged).toBe(0);
  });

  it('where it stands in the list is no change', () => {
    expect(compare([one], [{ ...one, position: 99 }])).toMatchObject({ rows: [], unchanged: 1 });
  });

  it('is found again by origin, by code, by name with place and class', () => {
    const before = [project('a', '10'), project('b', '20', { code: 'B1' }), project('c', '30')];
    const after = [
      project('x', '10', { name: '项目a', originId: 'a' }),
      project('y', '20', { name: '改了名', code: 'B1' }),
      project('z', '30', { name: '项目c' }),
    ];
    const { rows, unchanged } = compare(before, after);
    expect(rows.map(({ types, before: [old] }) => [types, old?.id])).toEqual([[['名称变更'], 'b']]);
    expect(unchanged).toBe(2);
  });
});

describe('splits and merges', () => {
  it('one of 30 becomes four of 5, 5, 10, 10: three more, no money', () => {
    const before = [project('a', '30'), project('k', '7')];
    const after = [project('k', '7'), ...['5', '5', '10', '10'].map((total, at) => project(`n${at}`, total))];
    const comparison = compare(before, after);
    expect(comparison.rows).toHaveLength(1);
    const [row] = comparison.rows;
    expect([row?.types, row?.before.length, row?.after.length, row?.difference]).toEqual([['拆分'], 1, 4, ZERO]);
    const [line] = [...summaryLines(comparison, 'town').values()];
    expect([line?.split, line?.net]).toEqual([
      { count: 3, fen: ZERO },
      { count: 3, fen: ZERO },
    ]);
    // The earlier project stands once, its number once.
    const table = adjustmentTable(comparison);
    const column = (key: string) => table.columns.findIndex((one) => one.key === key);
    const cellsOf = (key: string) => table.rows.slice(0, 4).map((one) => one.cells[column(key)]);
    expect(cellsOf('before:total').map((cell) => cell?.kind)).toEqual(['amount', 'blank', 'blank', 'blank']);
    expect(cellsOf('number').map((cell) => cell?.kind)).toEqual(['text', 'blank', 'blank', 'blank']);
  });

  it('several become one', () => {
    const { rows } = compare([project('a', '5'), project('b', '25')], [project('n', '30')]);
    expect(rows.map(({ types, before }) => [types, before.length])).toEqual([[['合并'], 2]]);
  });

  it.each([
    ['another village', project('n1', '5', { village: '玉苗' })],
    ['another class', project('n1', '5', { categoryId: 'county.infra' })],
    ['not the same money', project('n1', '5.01')],
  ])('%s: gone and new', (_, first) => {
    const { rows } = compare([project('a', '10')], [first, project('n2', '5')]);
    expect(rows.map(({ types }) => types[0]).sort()).toEqual(['取消', '新增', '新增'].sort());
  });

  it.each([
    ['village', { village: null }],
    ['class', { categoryId: null }],
  ] as [string, Partial<Project>][])('a blank %s is not the same one', (_, fields) => {
    const after = [project('n1', '5', fields), project('n2', '5', fields)];
    expect(compare([project('a', '10', fields)], after).rows.map(({ types }) => types[0])).not.toContain('拆分');
  });

  it('a project that only got another name is that one, and no part of a split', () => {
    const before = [project('a', '30'), project('b', '20', { content: '修路' })];
    const after = [
      project('n', '20', { content: '修路', name: '新名称' }),
      ...['5', '5', '10', '10'].map((total, at) => project(`n${at}`, total)),
    ];
    expect(compare(before, after).rows.map(({ types }) => types)).toEqual([['名称变更'], ['拆分']]);
  });

  it('of several with one name those that are alike are the same', () => {
    const before = [project('a', '7', { name: '重名' }), project('b', '9', { name: '重名' })];
    const after = [project('x', '9', { name: '重名' }), project('y', '7', { name: '重名' })];
    expect(compare(before, after)).toMatchObject({ rows: [], unchanged: 2 });
  });

  it('several ways to make it up: nobody guesses', () => {
    const after = ['5', '5', '5'].map((total, at) => project(`n${at}`, total));
    expect(compare([project('a', '10')], after).rows.map(({ types }) => types[0])).not.toContain('拆分');
  });
});

const amount = fc.constantFrom('1', '2', '3', '5', '10', null);
const fields = fc.record({
  town: fc.constantFrom('甲街道', '乙镇', null),
  village: fc.constantFrom('一村', '二村'),
  categoryId: fc.constantFrom('county.industry.planting', 'county.infra', null),
  total: amount,
  money: fc.constantFrom({}, { fiscal: '1' }, { 'fiscal.central': '2', county: '1' }),
  years: fc.constantFrom({}, { '2021': '1' }, { '2021': '2', '2023': '1', later: '1' }),
  startAt: fc.constantFrom(null, '2021', '2023'),
  code: fc.constantFrom(null, null, 'K1', 'K2'),
});
const list = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), fields), { selector: ([id]) => id })
  .map((entries) =>
    entries.map(([id, { total, money, years, ...rest }]) =>
      makeProject(
        id,
        { bySource: { ...money }, byYear: { ...years }, ...(total === null ? {} : { total }) },
        { name: `项目${id}`, ...rest },
      ),
    ),
  );

describe('any two versions', () => {
  it('every project is in one row or unchanged, and the sums are bridged to the 分', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const comparison = compare(before, after);
        const { rows, unchanged } = comparison;
        const told = (key: 'before' | 'after') => rows.flatMap((row) => row[key].map(({ id }) => id));
        expect(new Set(told('before')).size + unchanged).toBe(before.length);
        expect(new Set(told('after')).size + unchanged).toBe(after.length);
        const bridged = addFen(totalOf(before), ...rows.map(({ difference }) => difference));
        expect(bridged).toBe(totalOf(after));
        for (const by of ['class', 'town', 'year', 'source'] as const) {
          for (const [name, line] of summaryLines(comparison, by)) {
            const { added, removed, split, moved, raised, lowered } = line;
            const count = line.before.count + added.count - removed.count + split.count + moved.count;
            expect([by, name, count]).toEqual([by, name, line.after.count]);
            const fen = addFen(line.before.fen, added.fen, split.fen, moved.fen, raised.fen);
            expect(subtractFen(subtractFen(fen, removed.fen), lowered.fen)).toBe(line.after.fen);
          }
          const lines = [...summaryLines(comparison, by).values()];
          // In several sources a project counts several times.
          if (by !== 'source') expect(lines.reduce((sum, { moved }) => sum + moved.count, 0)).toBe(0);
          expect(addFen(ZERO, ...lines.map((line) => line.after.fen))).toBe(totalOf(after));
          expect(addFen(ZERO, ...lines.map(({ moved }) => moved.fen))).toBe(toFen(0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a version against itself has nothing to tell', () => {
    fc.assert(
      fc.property(list, (own) => {
        expect(compare(own, own)).toMatchObject({ rows: [], unchanged: own.length });
      }),
    );
  });
});

it('the tables say what they compare and add up', () => {
  const comparison = compare([project('a', '10')], [project('a', '12.5'), project('b', '3')]);
  const table = adjustmentTable(comparison);
  expect(table.notes[0]).toBe('调整前：印发稿；调整后：现在。没有变化的 0 个项目没有列出。');
  const total = table.rows.at(-1)?.cells.filter((cell) => cell.kind === 'amount');
  expect(total?.map((cell) => cell.kind === 'amount' && cell.fen)).toEqual(
    ['10', '0', '0', '15.5', '0', '0', '5.5'].map(wan),
  );
  expect(summaryTable(comparison, 'class').rows.at(-1)?.cells[0]).toEqual({ kind: 'text', text: '合计' });
});
