// The pure rules of 规划设置: changes worked out, what they mean for projects, names of funds by year, numbering.
import { describe, expect, it } from 'vitest';
import { positionsFor } from '#electron/services/frame/places-in-list.ts';
import { CATEGORIES, MAPPINGS, SCHEMES } from '#seeds/categories.ts';
import { FUND_SOURCES } from '#seeds/fund-sources.ts';
import { planDefaults, referenceFor } from '#seeds/index.ts';
import { builtInScheme, withScheme } from '#seeds/schemes.ts';
import { fundNameText, namesInUse, renamedIn } from '#shared/domain/fund-names.ts';
import { blankProject, type Project } from '#shared/domain/project.ts';
import { applyChanges } from '#shared/frame/apply-changes.ts';
import type { FrameChange } from '#shared/frame/changes.ts';
import { frameFaults } from '#shared/frame/faults.ts';
import type { Frame } from '#shared/frame/frame.ts';
import { frameUses } from '#shared/frame/frame-uses.ts';
import { moveProject } from '#shared/frame/moves.ts';
import { readFundName } from '#shared/frame/sheets/read-trees.ts';
import { ordinalOf } from '#shared/import/learn-classes.ts';
import { indicatorFault } from '#shared/tables/indicator-fault.ts';
import { planStructure } from '#shared/tables/plan-structure.ts';
import { wan } from '#shared/values/money.ts';
import { chineseOrdinal } from '#shared/values/numerals.ts';

const FRAME: Frame = {
  plan: planDefaults('530402', 2021, 2025),
  regions: referenceFor('530402').regions,
  schemes: SCHEMES,
  categories: CATEGORIES,
  mappings: MAPPINGS,
  fundSources: FUND_SOURCES,
  agencies: [],
  ownColumns: [],
};

function project(values: Partial<Project>): Project {
  const place = { id: 'p', position: 1, categoryId: null, regionCode: '530402' };
  return { ...blankProject(place), name: '甲', ...values };
}

const make = (...changes: FrameChange[]) => applyChanges(FRAME, changes, builtInScheme);

describe('changes', () => {
  it('a merge of a merge ends in the last one', () => {
    const { moves } = make(
      { do: 'class-merge', id: 'county.industry.planting', into: 'county.industry.breeding' },
      { do: 'class-merge', id: 'county.industry.breeding', into: 'county.industry.services' },
    );
    const moved = moveProject(project({ categoryId: 'county.industry.planting' }), moves);
    expect(moved.categoryId).toBe('county.industry.services');
  });

  it('amounts of a merged source are added to those that are there, cell by cell', () => {
    const { moves } = make({ do: 'source-merge', id: 'sector', into: 'other' });
    const amounts = {
      ...{ total: wan('6'), byYear: {} },
      bySource: { sector: wan('1'), other: wan('2') },
      cells: { '2021|sector': wan('1'), '2021|other': wan('2'), '2022|sector': wan('3') },
    };
    expect(moveProject(project({ amounts }), moves).amounts).toEqual({
      ...amounts,
      bySource: { other: wan('3') },
      cells: { '2021|other': wan('3'), '2022|other': wan('3') },
    });
  });

  it('a rename leaves the sums of tables as they are, another parent does not', () => {
    const base = { reference: { ...referenceFor('530402') }, plan: FRAME.plan };
    const dataOf = (frame: Frame) => ({
      reference: { ...base.reference, categories: frame.categories },
      plan: frame.plan,
    });
    const renamed = dataOf(make({ do: 'class-set', id: 'county.industry', name: '产业' }).frame);
    const moved = dataOf(
      make({ do: 'class-move', id: 'county.industry.loans', parent: 'county.service', before: null }).frame,
    );
    expect(planStructure(renamed)).toBe(planStructure(base));
    expect(planStructure(moved)).not.toBe(planStructure(base));
  });

  it('what was wrong before hinders no other change', () => {
    const before = {
      ...FRAME,
      categories: FRAME.categories.map((one) => (one.id === 'city.ecology' ? { ...one, name: '' } : one)),
    };
    const { frame } = applyChanges(before, [{ do: 'class-set', id: 'county.industry', name: '产业' }]);
    expect(frameFaults(before, frame, [])).toEqual([]);
  });

  it('a project in a city of its own county keeps the village when only the town changes', () => {
    const town = FRAME.regions.find(({ level }) => level === 'town');
    if (!town) throw new Error('no town');
    const { moves } = make({ do: 'place-set', code: town.code, name: '新镇', rewrite: true });
    expect(moveProject(project({ town: town.name, village: '某村' }), moves)).toMatchObject({
      town: '新镇',
      village: '某村',
    });
    expect(moveProject(project({ town: '别的镇', village: '某村' }), moves)).toMatchObject({ town: '别的镇' });
    expect(moveProject(project({ town: town.name, regionCode: '530403' }), moves).town).toBe(town.name);
  });
});

describe('built-in schemes', () => {
  it.each(['county', 'city', 'national'])('%s hangs together', (id) => {
    const reference = withScheme(referenceFor('530402'), id);
    const own = reference.categories.filter(({ scheme }) => scheme === id);
    expect(own.length).toBeGreaterThan(7);
    const frame = { ...FRAME, ...reference, fundSources: FUND_SOURCES };
    const bare = { ...frame, schemes: [], categories: [], mappings: [], regions: frame.regions };
    expect(frameFaults({ ...bare, plan: { ...frame.plan, scheme: id } }, frame, [])).toEqual([]);
  });
});

describe('words and numbers', () => {
  it.each([
    ['2020年及以前 甲', { from: null, to: 2020, name: '甲' }],
    ['2021—2025年 乙', { from: 2021, to: 2025, name: '乙' }],
    ['2021-2025年：乙', { from: 2021, to: 2025, name: '乙' }],
    ['2026年起 丙', { from: 2026, to: null, name: '丙' }],
    ['2024年 丁', { from: 2024, to: 2024, name: '丁' }],
    ['戊资金', { from: null, to: null, name: '戊资金' }],
  ])('%s', (text, name) => {
    expect(readFundName(text)).toEqual(name);
    expect(readFundName(fundNameText(name))).toEqual(name);
  });
  it('names without clear years are told', () => expect(readFundName('21-25 甲')).toMatch(/看不出是哪些年/));

  it.each([
    ['一、', '一'],
    ['第一部分', '一'],
    ['（二）', '（二）'],
    ['(二)', '（二）'],
    ['㈡', '（二）'],
    ['1.', '1'],
    ['(1)', '（1）'],
    ['', ''],
  ])('numbering %s', (mark, ordinal) => expect(ordinalOf(mark)).toBe(ordinal));

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
  ])('%i', (number, text) => expect(chineseOrdinal(number)).toBe(text));

  it('a number needs a unit, words and percents do not', () => {
    const fault = (unit: string | null, targetValue: string | null) =>
      indicatorFault({ name: '指标', unit, baseValue: null, targetValue });
    expect(fault(null, '≥10')).toMatch(/没有写单位/);
    expect(fault(null, '97.5')).toMatch(/没有写单位/);
    expect(fault(null, '80(省70%)')).toMatch(/没有写单位/);
    expect([
      fault('%', '100'),
      fault(null, '应兜尽兜'),
      fault(null, '80%'),
      fault(null, '500人'),
      fault(null, null),
    ]).toEqual(Array.from({ length: 5 }, () => null));
  });

  it('few things change their place in a list', () => {
    const before = new Map([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['x', 3],
    ]);
    const one = (): string => 'p';
    expect([...positionsFor(['a', 'b', 'c', 'x', 'd'], one, before)]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['x', 3],
      ['d', 4],
    ]);
    expect([...positionsFor(['a', 'c', 'b', 'x'], one, before)]).toEqual([
      ['a', 0],
      ['c', 1],
      ['b', 2],
      ['x', 3],
    ]);
    expect([...positionsFor(['a', 'n', 'b'], one, before)]).toEqual([
      ['a', 0],
      ['n', 1],
      ['b', 4],
    ]);
  });
});

describe('what stands in a source', () => {
  it('are projects, each once with its finer sources, and none with 0', () => {
    const amounts = (bySource: Record<string, string>) => ({
      ...{ total: wan('6'), byYear: {}, cells: {} },
      bySource: Object.fromEntries(Object.entries(bySource).map(([id, text]) => [id, wan(text)])),
    });
    const projects = [
      project({ amounts: amounts({ 'fiscal.central': '4', 'fiscal.province': '2', other: '0' }) }),
      project({ amounts: amounts({ fiscal: '6', 'other.loan': '0' }) }),
    ];
    expect(frameUses(projects, FRAME).sources).toEqual({ fiscal: 2, 'fiscal.central': 1, 'fiscal.province': 1 });
  });

  it('are renamed by the name of the period, which leaves other years as they are', () => {
    const fiscal = FUND_SOURCES.find(({ id }) => id === 'fiscal') as (typeof FUND_SOURCES)[number];
    const { frame } = make({ do: 'source-set', id: 'fiscal', ...renamedIn(fiscal, 2030, '帮扶资金') });
    const [in2030, in2025] = [2030, 2025].map(
      (lastYear) => namesInUse(frame.fundSources, { lastYear, fundYear: null })[0],
    );
    expect([in2030?.name, in2025?.name]).toEqual(['帮扶资金', '财政衔接资金']);
    expect(in2030?.aliases).toEqual(expect.arrayContaining(['常态化帮扶资金', '财政衔接资金']));
    expect(renamedIn({ names: [] }, 2030, '甲')).toEqual({ name: '甲' });
  });
});
