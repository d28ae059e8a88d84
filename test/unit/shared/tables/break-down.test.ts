// 批量分解: proposals that make 总投资 exactly, change nothing that was declared, and name whom they leave out.

import { describe, expect, it } from 'vitest';
import { sumCells } from '#shared/domain/margins.ts';
import type { Amounts, Project } from '#shared/domain/project.ts';
import { matrixOf } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { BREAKDOWN_METHODS, type BreakdownMethod, proposeBreakdown } from '#shared/tables/break-down.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { type Fen, toFen, wan, wanText } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const texts = (record: Record<string, Fen>) =>
  Object.fromEntries(Object.entries(record).map(([key, fen]) => [key, wanText(fen)]));
const propose = (method: BreakdownMethod, ...projects: Project[]) => proposeBreakdown(planWith(projects), method);
const sum = (record: Record<string, Fen>): number => Object.values(record).reduce((all, fen) => all + fen, 0);

describe('by equal parts', () => {
  it('shares the total over 建设年限 to the hundredth, the first years taking what is left', () => {
    const [only] = propose(
      'equal',
      makeProject('a', { total: '100' }, { startAt: '2022', endAt: '2024-06' }),
    ).proposals;
    expect(only?.how).toBe('年度按建设年限均分');
    expect(texts(only?.after.byYear ?? {})).toEqual({ 2022: '33.34', 2023: '33.33', 2024: '33.33' });
    expect(only?.after.bySource).toEqual({});
  });

  it('goes down to 分 where the total does', () => {
    const [only] = propose('equal', makeProject('a', { total: '0.000005' }, { endAt: '2023' })).proposals;
    expect(Object.values(only?.after.byYear ?? {})).toEqual([2, 2, 1]);
  });

  it('takes the years of 建设年限 that lie in the plan, and spreads each over the sources', () => {
    const project = makeProject(
      'a',
      { total: '10', bySource: { fiscal: '4', other: '6' } },
      { startAt: '2019', endAt: '2022' },
    );
    const [only] = propose('equal', project).proposals;
    expect(texts(only?.after.byYear ?? {})).toEqual({ 2021: '5', 2022: '5' });
    expect(texts(only?.after.cells ?? {})).toEqual({
      '2021|fiscal': '2',
      '2021|other': '3',
      '2022|fiscal': '2',
      '2022|other': '3',
    });
  });

  it('pairs equal amounts, and fills what a matrix leaves open', () => {
    const paired = makeProject('a', {
      total: '10',
      byYear: { 2021: '3', 2022: '7' },
      bySource: { fiscal: '7', other: '3' },
    });
    const begun = makeProject('b', {
      total: '10',
      byYear: { 2021: '4', 2022: '6' },
      bySource: { fiscal: '5', other: '5' },
      cells: { '2021|fiscal': '4' },
    });
    const { proposals } = propose('equal', paired, begun);
    expect(proposals.map(({ after }) => texts(after.cells))).toEqual([
      { '2021|other': '3', '2022|fiscal': '7' },
      { '2021|fiscal': '4', '2022|fiscal': '1', '2022|other': '5' },
    ]);
  });
});

it('in proportion follows the class, where it tells nothing the plan', () => {
  const fields = { startAt: '2021', endAt: '2022' };
  const known = makeProject(
    'known',
    { total: '4', byYear: { 2021: '1', 2022: '3' }, bySource: { sector: '4' } },
    fields,
  );
  const other = { ...fields, categoryId: 'county.ecology' };
  const { proposals } = propose(
    'proportional',
    known,
    makeProject('same', { total: '8' }, fields),
    makeProject('elsewhere', { total: '12' }, other),
  );
  expect(proposals.map(({ id, after }) => [id, texts(after.byYear), texts(after.bySource)])).toEqual([
    ['same', { 2021: '2', 2022: '6' }, { sector: '8' }],
    ['elsewhere', { 2021: '3', 2022: '9' }, { sector: '12' }],
  ]);
});

describe('who is left out', () => {
  const reasonOf = (project: Project, method: BreakdownMethod = 'equal') => {
    const { proposals, skipped } = propose(method, project);
    expect(proposals).toEqual([]);
    return skipped[0]?.reason;
  };

  it.each([
    [{ total: '10', byYear: { 2021: '4' } }, '各年度投资之和 4.00 万元与总投资 10.00 万元不符，差 6.00 万元（T02）'],
    [
      { total: '10', bySource: { fiscal: '12' } },
      '各资金来源之和 12.00 万元与总投资 10.00 万元不符，差 2.00 万元（T01）',
    ],
    [
      { total: '10', cells: { '2021|fiscal': '9' } },
      '年度资金明细之和 9.00 万元与总投资 10.00 万元不符，差 1.00 万元（T02）',
    ],
    [{ bySource: { fiscal: '12' } }, '没有填总投资'],
    [{ total: '10', bySource: { fiscal: '12', other: '-2' } }, '有负数'],
  ])('%j is told: %s', (money, reason) => expect(reasonOf(makeProject('a', money))).toBe(reason));

  it('has no 建设年限, or one outside the plan', () => {
    expect(reasonOf(makeProject('a', { total: '1' }, { startAt: null, endAt: null }))).toBe('没有填建设年限');
    expect(reasonOf(makeProject('a', { total: '1' }, { startAt: '2026', endAt: '2027' }))).toContain('不在规划期内');
    expect(reasonOf(makeProject('a', { total: '1' }, { startAt: '2023', endAt: '2022' }))).toContain('完工早于开始');
  });

  it('has no sources and nobody to follow', () => {
    const project = makeProject('a', { total: '1', byYear: { 2021: '1' } });
    expect(reasonOf(project)).toBe('没有填资金来源，不能均分');
    expect(reasonOf(project, 'proportional')).toContain('无从按比例');
  });

  it('is in neither list where everything is known, or there is no money', () => {
    const whole = makeProject('a', { total: '5', byYear: { 2021: '5' }, bySource: { 'fiscal.central': '5' } });
    const cells = makeProject('b', { total: '5', bySource: { 'fiscal.central': '5' }, cells: { '2021|fiscal': '5' } });
    expect(propose('equal', whole, cells, makeProject('c'), makeProject('d', { total: '0' }))).toEqual({
      proposals: [],
      skipped: [],
    });
  });
});

describe('the sample without its matrix', () => {
  const sample = samplePlan();
  const strip = (project: Project): Project => ({ ...project, amounts: { ...project.amounts, cells: {} } });

  it.each(BREAKDOWN_METHODS)('is broken down again (%s): 表5-1 has nothing open and the same sums', (method) => {
    const bare = { ...sample, projects: sample.projects.map(strip) };
    const years = (plan: PlanData) => tableJson(computeTables(plan).find(({ id }) => id === 'years') as never);
    expect(years(bare).notes.join('')).toContain('另有');
    const { proposals, skipped } = proposeBreakdown(bare, method);
    expect(skipped).toEqual([]);
    const after = new Map(proposals.map((proposal) => [proposal.id, proposal.after]));
    const filled = bare.projects.map((project) => ({ ...project, amounts: after.get(project.id) ?? project.amounts }));
    const [own, made] = [years(sample), years({ ...bare, projects: filled })];
    expect(made.notes).toEqual([]);
    expect(made.columns).toEqual(own.columns);
    expect(made.rows[0]).toEqual(own.rows[0]);
    expect(made.rows.map((row) => row.slice(0, 3))).toEqual(own.rows.map((row) => row.slice(0, 3)));
  });
});

it('makes 总投资 exactly from every list, changes nothing declared, and has nothing left to do afterwards', () => {
  const fen = fc
    .oneof(
      fc.nat(90_000_000),
      fc.nat(9000).map((part) => part * 10_000),
    )
    .map(toFen);
  const parts = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), fen, { maxKeys: 4 });
  const project = fc.record({
    total: fen,
    byYear: parts(['2021', '2022', '2023', '2024']),
    bySource: parts(['fiscal', 'sector', 'county', 'other']),
    fit: fc.boolean(),
    endAt: fc.constantFrom('2021', '2023', '2025', '2027'),
  });
  fc.assert(
    fc.property(
      fc.array(project, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...BREAKDOWN_METHODS),
      (list, method) => {
        const projects = list.map(({ total, byYear, bySource, fit, endAt }, at): Project => {
          // Half of them agree with themselves.
          const sides = fit ? { byYear: fitTo(byYear, total), bySource: fitTo(bySource, total) } : { byYear, bySource };
          return makeProject(`p${at}`, {}, { endAt, amounts: { total, ...sides, cells: {} } });
        });
        const { proposals, skipped } = proposeBreakdown(planWith(projects), method);
        expect(proposeBreakdown(planWith(projects), method)).toEqual({ proposals, skipped });
        for (const { before, after } of proposals) {
          expect(after.total).toBe(before.total);
          expect(after.byYear).toMatchObject(before.byYear);
          expect(after.bySource).toMatchObject(before.bySource);
          expectWhole(after);
        }
        const done = new Map(proposals.map(({ id, after }) => [id, after]));
        const next = projects.map((item) => ({ ...item, amounts: done.get(item.id) ?? item.amounts }));
        expect(proposeBreakdown(planWith(next), method).proposals).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

function fitTo(record: Record<string, Fen>, total: Fen): Record<string, Fen> {
  const fitted: Record<string, Fen> = {};
  let rest: number = total;
  const keys = Object.keys(record);
  keys.forEach((key, at) => {
    const part = at === keys.length - 1 ? rest : Math.min(rest, record[key] ?? 0);
    fitted[key] = toFen(part);
    rest -= part;
  });
  return fitted;
}

function expectWhole(amounts: Amounts): void {
  expect(sum(amounts.byYear)).toBe(amounts.total);
  if (Object.keys(amounts.bySource).length === 0) return;
  expect(sum(amounts.bySource)).toBe(amounts.total);
  const cells = matrixOf(amounts);
  for (const fen of Object.values(cells)) expect(fen).toBeGreaterThan(0);
  const used = (record: Record<string, Fen>) => Object.fromEntries(Object.entries(record).filter(([, fen]) => fen > 0));
  expect(sumCells(cells, 'year')).toEqual(used(amounts.byYear));
  expect(sumCells(cells, 'source')).toEqual(used(amounts.bySource));
  expect(wan('1')).toBe(1_000_000);
}
