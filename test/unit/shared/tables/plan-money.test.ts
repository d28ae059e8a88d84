// Money outside the period: 总投资 and 规划期投资 where they differ, one figure where they do not (SPECS J4, J-f).
import { describe, expect, it } from 'vitest';
import { planDefaults } from '#seeds/index.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { Project } from '#shared/domain/project.ts';
import { annexLayout } from '#shared/format/annex-rows.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { PLAN_MONEY_ID } from '#shared/records/plan-money.ts';
import { contributions } from '#shared/tables/composition.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { countedMoney, withMoney } from '#shared/tables/plan-money.ts';
import { planSums, wholeSums } from '#shared/tables/plan-sums.ts';
import { wanText, ZERO } from '#shared/values/money.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

function plan(projects: readonly Project[]): PlanData {
  return { ...planWith(projects), plan: planDefaults('530402', 2026, 2030) };
}

const carried = makeProject(
  'a',
  {
    total: '1000',
    bySource: { fiscal: '600', other: '400' },
    byYear: { before: '520', '2026': '300', '2027': '100', later: '80' },
    cells: {
      'before|fiscal': '520',
      '2026|fiscal': '80',
      '2026|other': '220',
      '2027|other': '100',
      'later|other': '80',
    },
  },
  { startAt: '2024', endAt: '2031' },
);
const fresh = makeProject(
  'b',
  { total: '50', bySource: { fiscal: '50' }, byYear: { '2026': '50' } },
  { startAt: '2026', endAt: '2026' },
);

const yearsOf = (data: PlanData) => {
  const table = computeTables(data).find(({ id }) => id === 'years');
  if (!table) throw new Error('no table of years');
  return table;
};
const amounts = (table: ReturnType<typeof yearsOf>, row: string): string[] =>
  (table.rows.find(({ key }) => key === row)?.cells ?? []).flatMap((cell) =>
    cell.kind === 'amount' ? [wanText(cell.fen)] : cell.kind === 'count' ? [String(cell.value)] : [],
  );

describe('tables', () => {
  it('count 规划期投资, with both figures said once', () => {
    const table = yearsOf(plan([carried, fresh]));
    expect(amounts(table, 'total').slice(0, 2)).toEqual(['2', '450']);
    expect(amounts(table, 'year:2026').slice(0, 2)).toEqual(['2', '350']);
    expect(table.rows.map(({ key }) => key)).not.toContain('year:before');
    const column = table.columns.find(({ key }) => key === 'total');
    expect(column?.label).toContain('规划期投资');
    const notes = table.notes.filter((note) => note.includes('总投资 1,050.00 万元'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('期前累计完成投资 520.00 万元、期后投资 80.00 万元（1 个项目）');
    expect(notes[0]).toContain('其中规划期（2026—2030年）投资 450.00 万元');
  });

  it('count 总投资 where that is chosen, with rows of their own before and after the years', () => {
    const data = plan([carried, fresh]);
    const table = yearsOf({
      ...data,
      records: { ...data.records, 'plan-money': new Map([[PLAN_MONEY_ID, { money: 'whole' }]]) },
    });
    expect(amounts(table, 'total').slice(0, 2)).toEqual(['2', '1050']);
    const years = table.rows.map(({ key }) => key).filter((key) => key.startsWith('year:'));
    expect(years).toEqual([
      'year:before',
      'year:2026',
      'year:2027',
      'year:2028',
      'year:2029',
      'year:2030',
      'year:later',
    ]);
    expect(table.rows.find(({ key }) => key === 'year:before')?.cells[0]).toMatchObject({ text: '期前累计完成投资' });
    expect(yearsOf(withMoney(data, 'whole'))).toEqual(table);
  });

  it('take from each source what lies outside', () => {
    const sums = planSums(plan([carried, fresh])).all;
    expect(wanText(sums.total)).toBe('450');
    expect(wanText(sums.bySource.fiscal ?? ZERO)).toBe('130');
    expect(wanText(sums.bySource.other ?? ZERO)).toBe('320');
    expect(wanText(wholeSums(plan([carried, fresh])).all.total)).toBe('1050');
  });

  it('know the sources of the period without a matrix only where there is one', () => {
    const one = makeProject('c', { total: '100', bySource: { fiscal: '100' }, byYear: { before: '60', '2026': '40' } });
    const two = makeProject('d', {
      total: '100',
      bySource: { fiscal: '70', other: '30' },
      byYear: { before: '60', '2026': '40' },
    });
    const [a, b] = countedMoney(plan([one, two])).projects;
    expect(a?.amounts.bySource).toEqual({ fiscal: 40_000_000 });
    expect(b?.amounts.bySource).toEqual({});
  });

  it('are made of the projects as they are', () => {
    const data = plan([carried, fresh]);
    const parts = contributions(data, 'years', 'total', 'total');
    expect(parts.map(({ project, value }) => [project, value])).toEqual([
      [carried, 400_000_000],
      [fresh, 50_000_000],
    ]);
  });

  it('of a plan without such money are what they were', () => {
    const data = samplePlan();
    expect(countedMoney(data)).toBe(data);
    expect(yearsOf(data).notes.join()).not.toContain('规划期投资');
    expect(annexLayout(data, 'used').map(({ key }) => key)).not.toContain('year:before');
  });
});

describe('the annex', () => {
  it('has the columns that are used, in order of time', () => {
    const keys = annexLayout(plan([carried, fresh]), 'none').map(({ key }) => key);
    expect(keys.slice(keys.indexOf('year:before'), keys.indexOf('year:later') + 1)).toEqual([
      'year:before',
      ...[2026, 2027, 2028, 2029, 2030].map((year) => `year:${year}`),
      'year:later',
    ]);
  });
});

describe('checks', () => {
  const rules = (...projects: Project[]): string[] =>
    runChecks(plan(projects))
      .filter(({ rule }) => ['T02', 'T16'].includes(rule))
      .map(({ rule, message }) => `${rule} ${message}`);

  it('add before and later to the years (T02) and let it begin and end outside (T16)', () => {
    expect(rules(carried)).toEqual([]);
  });

  it('name what is missing', () => {
    const short = {
      ...carried,
      amounts: { ...carried.amounts, cells: {}, byYear: { ...carried.amounts.byYear, later: ZERO } },
    };
    const [first] = rules(short).filter((text) => text.startsWith('T02'));
    expect(first).toContain('期前、分年度、期后投资合计');
    expect(first).toContain('80');
  });

  it('find money before the period of a project that begins in it', () => {
    const wrong = makeProject(
      'e',
      { total: '10', byYear: { before: '4', '2026': '6' } },
      { startAt: '2026', endAt: '2026' },
    );
    expect(rules(wrong)).toEqual([expect.stringContaining('填有期前累计完成投资 4 万元，但建设年限为 2026')]);
  });

  it('keep asking of one that begins earlier without such money', () => {
    const wrong = makeProject('f', { total: '10', byYear: { '2026': '10' } }, { startAt: '2024', endAt: '2026' });
    expect(rules(wrong)).toEqual([expect.stringContaining('T16')]);
  });
});
