// Subtotals that came with imported sheets, against the projects as they are now.
import { describe, expect, it } from 'vitest';
import { HONGTA_CLASSES, HONGTA_YEARS } from '#seeds/published-hongta.ts';
import { YUXI_CLASSES, YUXI_SOURCES } from '#seeds/published-yuxi.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { publishedClaims } from '#shared/checks/published-claims.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Claim } from '#shared/domain/claims.ts';
import type { PublishedTable } from '#shared/domain/published-table.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wan } from '#shared/values/money.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const HEADERS: Record<string, string> = { count: '项目个数', total: '总投资', 'source:fiscal': '财政衔接资金' };

function claim(fields: Partial<Claim>, figures: Record<string, string>): Claim {
  return {
    id: `${fields.batchId ?? 'b1'}-${fields.row ?? ''}`,
    origin: 'import',
    table: '项目表',
    row: '（一）种植业',
    file: '附表.xlsx',
    sheetRow: 7,
    batchId: 'b1',
    categoryId: 'county.industry.planting',
    heldAtImport: true,
    ...fields,
    figures: Object.entries(figures).map(([column, raw]) => ({
      column,
      header: HEADERS[column] ?? column,
      value: column === 'count' ? Number(raw) : wan(raw),
      decimals: (raw.split('.')[1] ?? '').length,
      cell: 'H7',
      raw,
    })),
  };
}

const money = (total: string) => ({ total, bySource: { fiscal: total }, byYear: { '2021': total } });
const projects = [
  makeProject('a', money('60.5')),
  makeProject('b', money('30'), { village: '跨喜' }),
  makeProject('c', money('9.5'), { categoryId: 'county.industry.breeding' }),
];

function planOf(...claims: Claim[]): PlanData {
  return { ...planWith(projects), claims };
}

const short = ({ rule, level, row, column, left, right, difference }: Finding) =>
  [rule, level, row, column, left, right, difference].join(' ');

describe('a subtotal that held when it came', () => {
  const held = claim({}, { count: '2', total: '90.5', 'source:fiscal': '90.5', 'year:2021': '90.5' });

  it('is silent while it holds', () => {
    expect(runChecks(planOf(held))).toEqual([]);
  });

  it('warns once, in words that say that projects changed since', () => {
    const changed = { ...planOf(held), projects: [makeProject('a', money('70')), ...projects.slice(1)] };
    const findings = runChecks(changed);
    expect(findings.map(short)).toEqual(['T03 warning （一）种植业（乡村特色产业帮扶） 总投资 90.5 100 -9.5']);
    expect(findings[0]?.message).toContain('导入时一致，导入后项目有改动');
    expect(findings[0]?.message).toContain('财政衔接资金、year:2021也不同');
    expect(findings[0]?.source).toEqual({ file: '附表.xlsx', sheet: '项目表', row: 7 });
  });

  it('says 尾差 where rounding explains the difference, not that somebody changed something', () => {
    const rounded = claim({}, { total: '90.51' });
    expect(runChecks(planOf(rounded)).map(short)).toEqual([
      'T03 rounding （一）种植业（乡村特色产业帮扶） 总投资 90.51 90.5 0.01',
    ]);
  });

  it('warns of a deleted project by its count and total', () => {
    const [finding] = runChecks({ ...planOf(held), projects: projects.slice(1) });
    expect(finding).toMatchObject({ rule: 'T03', level: 'warning', left: '90.5', right: '30' });
    expect(finding?.message).toContain('项目个数');
  });
});

describe('a subtotal that was wrong when it came', () => {
  const wrong = { heldAtImport: false };
  it.each([
    ['T03', claim(wrong, { total: '90' }), ['T03 error （一）种植业（乡村特色产业帮扶） 总投资 90 90.5 -0.5']],
    [
      'rounding',
      claim(wrong, { total: '90.51' }),
      ['T03 rounding （一）种植业（乡村特色产业帮扶） 总投资 90.51 90.5 0.01'],
    ],
    [
      'count',
      claim(wrong, { count: '3', total: '90.5' }),
      ['T03 error （一）种植业（乡村特色产业帮扶） 项目个数 3 2 1'],
    ],
    [
      'T05',
      claim({ ...wrong, row: '一、乡村特色产业帮扶', categoryId: 'county.industry' }, { total: '90.5' }),
      ['T03 error 一、乡村特色产业帮扶 总投资 90.5 100 -9.5', 'T05 warning 一、乡村特色产业帮扶 总投资 90.5 100 -9.5'],
    ],
    [
      'T04',
      claim({ ...wrong, row: '合  计', categoryId: null }, { total: '97' }),
      ['T04 error 合  计 总投资 97 100 -3'],
    ],
    [
      'T11',
      claim({}, { count: '1.5' }),
      [
        'T03 warning （一）种植业（乡村特色产业帮扶） 项目个数 1.5 2 -0.5',
        'T11 error （一）种植业（乡村特色产业帮扶） 项目个数 1.5  ',
      ],
    ],
  ])('%s', (_, wrongClaim, expected) => {
    expect(runChecks(planOf(wrongClaim)).map(short)).toEqual(expected);
  });
});

it.each(['合计', '总 计', '全区合计', '合计（万元）', '2021-2025年', '共计：'])('%s speaks of everything', (row) => {
  const total = claim({ row, categoryId: null, heldAtImport: false }, { total: '7' });
  expect(runChecks(planOf(total)).map(({ rule }) => rule)).toEqual(['T04']);
});

it.each(['小计', '玉苗村', '备注'])('%s without a category cannot be compared with all projects', (row) => {
  expect(runChecks(planOf(claim({ row, categoryId: null, heldAtImport: false }, { total: '1' })))).toEqual([]);
});

it('compares a finer source, and what is left of its top source, column by column', () => {
  const split = makeProject('a', {
    total: '9',
    bySource: { 'other.province': '2', other: '7' },
    byYear: { '2021': '9' },
  });
  const figures = { total: '9', 'source:other.province': '2', 'source:other': '7' };
  const total = claim({ row: '合计', categoryId: null }, figures);
  expect(runChecks({ ...planWith([split]), claims: [total] })).toEqual([]);
  const wrong = claim(
    { row: '合计', categoryId: null, heldAtImport: false },
    { ...figures, 'source:other.province': '3' },
  );
  expect(runChecks({ ...planWith([split]), claims: [wrong] }).map(short)).toEqual([
    'T04 error 合计 source:other.province 3 2 1',
  ]);
});

describe('claims of several imports', () => {
  const first = claim({ batchId: 'b1', row: '合计', categoryId: null }, { count: '2', total: '90.5' });
  const second = claim({ batchId: 'b2', row: '合计', categoryId: null }, { count: '1', total: '9.5' });

  it('speak of the projects of their own import', () => {
    const imports = new Map([
      ['b1', new Set(['a', 'b'])],
      ['b2', new Set(['c'])],
    ]);
    expect(runChecks(planOf(first, second), { imports })).toEqual([]);
    const crossed = new Map([
      ['b1', new Set(['a'])],
      ['b2', new Set(['b', 'c'])],
    ]);
    expect(runChecks(planOf(first, second), { imports: crossed }).map(({ left, right }) => [left, right])).toEqual([
      ['90.5', '60.5'],
      ['9.5', '39.5'],
    ]);
  });

  it('are silent once a later sheet brought all their projects again', () => {
    const imports = new Map([
      ['b0', new Set(['c'])],
      ['b1', new Set(['a', 'b'])],
      ['b2', new Set(['c'])],
    ]);
    const old = claim({ batchId: 'b0', row: '合计', categoryId: null }, { total: '5' });
    expect(runChecks(planOf(old, first, second), { imports })).toEqual([]);
  });

  it('of published tables are not checked here', () => {
    const plan = samplePlan();
    const claims = publishedClaims(HONGTA_CLASSES, plan.reference, 'county');
    expect(claims).toHaveLength(35);
    expect(runChecks({ ...plan, claims })).toEqual(runChecks(plan));
  });
});

describe('imported 汇总表', () => {
  /** What an import makes of a summary sheet: claims without projects. */
  const imported = (table: PublishedTable, scheme: string) =>
    publishedClaims(table, planWith([]).reference, scheme).map(
      (made, index): Claim => ({
        ...made,
        id: `s${index}`,
        origin: 'import',
        batchId: `s-${made.table}`,
        sheetRow: index + 5,
      }),
    );
  const run = (table: PublishedTable, scheme: string, data = planWith([])) =>
    runChecks({ ...data, claims: imported(table, scheme) }, { imports: new Map() });

  it('are checked in themselves, as a printed table is', () => {
    const findings = run(HONGTA_CLASSES, 'county');
    expect(findings.filter(({ level }) => level === 'error').map(short)).toEqual([
      'T03 error 五、乡村基础设施建设 总投资 418659.38 418689.38 -30',
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['T05', 'T12', 'T10']));
    expect(findings.find(({ rule }) => rule === 'T05')?.source).toMatchObject({ sheet: '表4-5' });
  });

  it('find a lost column also where the reader was not sure of the columns', () => {
    const unsure = imported(HONGTA_YEARS, 'county').map((made) => ({
      ...made,
      figures: made.figures.map((figure) => ({
        ...figure,
        column: figure.column.startsWith('source:') ? `part:${figure.column}` : figure.column,
        header: `资金来源（万元） › ${figure.header}`,
      })),
    }));
    const findings = runChecks({ ...planWith([]), claims: unsure }, { imports: new Map() });
    expect(findings.map(({ rule }) => rule)).toEqual(['X07', 'T02', 'T04']);
    expect(findings[2]?.column).toBe('行业部门专项资金');
  });

  it('do not ask for the other classes where a sheet holds one', () => {
    const one = imported(HONGTA_CLASSES, 'county').filter(({ table }) => table === '表4-5');
    const findings = runChecks({ ...planWith([]), claims: one }, { imports: new Map() });
    expect(findings.map(({ rule }) => rule)).toEqual(['T03', 'T05']);
  });

  it('give a year table’s errors', () => {
    const errors = run(HONGTA_YEARS, 'county').filter(({ level }) => level === 'error');
    expect(errors.map(({ rule, difference }) => [rule, difference])).toEqual([
      ['X07', ''],
      ['T02', '-0.3'],
      ['T04', '-0.3'],
    ]);
  });

  it.each([
    ['表2', YUXI_CLASSES],
    ['表3', YUXI_SOURCES],
  ])('give only rounding for the city’s %s', (_, table) => {
    const findings = run(table, 'city');
    expect(findings.length).toBeGreaterThan(2);
    expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(['rounding']));
  });

  it('are compared with the list where there is one', () => {
    const rules = run(HONGTA_CLASSES, 'county', samplePlan()).map(({ rule }) => rule);
    expect(rules).toContain('X01');
  });
});
