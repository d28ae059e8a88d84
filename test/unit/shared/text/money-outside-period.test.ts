// Plans with money before and after their period: every paragraph names the whole that its parts and shares are of, the
// notes of the tables recompute, and texts, tables and charts count the same money.
import { describe, expect, it } from 'vitest';
import { planDefaults } from '#seeds/index.ts';
import { BEFORE, LATER, OUTSIDE_YEARS } from '#shared/domain/outside-years.ts';
import { cellKey, type Project, splitCellKey } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { PlanMoney } from '#shared/records/plan-money.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { countedMoney, withMoney } from '#shared/tables/plan-money.ts';
import { checkText } from '#shared/text/check-text.ts';
import { evaluateTemplate, piecesText } from '#shared/text/evaluate.ts';
import { documentOutline } from '#shared/text/outline.ts';
import { partLabels } from '#shared/text/plan-parts.ts';
import { type Fen, wanText } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith } from '../../seeds/sample-plan.ts';

function plan(
  projects: readonly Project[],
  money: PlanMoney = 'plan',
  years: [number, number] = [2026, 2030],
): PlanData {
  return withMoney({ ...planWith(projects), plan: planDefaults('530402', ...years) }, money);
}

function texts(data: PlanData): Map<string, string> {
  const labels = partLabels(data);
  return new Map(
    documentOutline(data).flatMap((block) =>
      block.kind === 'paragraph'
        ? [[block.id, piecesText(evaluateTemplate(block.template, data, labels))] as const]
        : [],
    ),
  );
}

const sourcesOf = (data: PlanData): string => texts(data).get('text:sources') ?? '';

/** 恩施市: both margins of every project filled, which source paid before or after the period is not. */
const tea = makeProject(
  'tea',
  {
    total: '800',
    bySource: { fiscal: '400', integrated: '200', other: '200' },
    byYear: { before: '300', '2026': '300', '2027': '200' },
  },
  { startAt: '2025', endAt: '2027' },
);
const inns = makeProject(
  'inns',
  { total: '1200', bySource: { fiscal: '200', other: '1000' }, byYear: { '2028': '400', '2029': '500', later: '300' } },
  { startAt: '2028', endAt: '2031', categoryId: 'county.village' },
);
const river = makeProject(
  'river',
  { total: '360', bySource: { fiscal: '360' }, byYear: { '2027': '360' } },
  { startAt: '2027', endAt: '2027', categoryId: 'county.infrastructure.water' },
);

describe('money outside the period in the text', () => {
  const data = plan([tea, inns, river]);

  it('shares are of the money that is named, with what has no source of the period among them', () => {
    expect(sourcesOf(data)).toMatch(/^规划期投资1760万元按资金来源分（.*）：财政衔接资金360万元、占20\.45%；/);
    expect(sourcesOf(data)).toContain('未明确来源1400万元、占79.55%');
    expect(sourcesOf(data)).toContain('已明确来源的资金中，最多的是财政衔接资金（360万元，占20.45%）');
    expect(sourcesOf(data)).toContain('有1400万元只填了总投资的资金来源，尚未分出期前、期后部分');
  });

  it('the note says why, and not that nothing is filled in', () => {
    const years = computeTables(data).find(({ id }) => id === 'years');
    const note = years?.notes.find((one) => one.includes('未分解到资金来源'));
    expect(note).toContain('2 个项目 1,400.00 万元未分解到资金来源（资金来源是按总投资填的');
    expect(years?.notes.join()).not.toContain('没有填资金来源');
    const pie = years?.charts.find(({ kind }) => kind === 'pie');
    const slices = pie?.series[0]?.values ?? [];
    expect(slices.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(1760, 6);
  });

  it('is one basis, named with what lies outside', () => {
    const all = [...texts(data).values()].join('\n');
    expect(texts(data).get('text:tasks')).toContain(
      '估算规划期投资1760万元（总投资2360万元，其中期前累计完成投资300万元、期后投资300万元不计入）',
    );
    expect(all).toContain('投资最大的3个项目合计规划期投资1760万元，分别是“项目inns”（900万元）、“项目tea”（500万元）');
    expect(all.replaceAll(/（总投资2360万元，[^）]*）/g, '')).not.toMatch(/(?<!了)总投资(?!的资金来源)/);
  });

  it('is 总投资 throughout where that is chosen', () => {
    const whole = plan([tea, inns, river], 'whole');
    expect(texts(whole).get('text:tasks')).toContain(
      '估算总投资2360万元（其中期前累计完成投资300万元、期后投资300万元，规划期投资1760万元）',
    );
    expect(sourcesOf(whole)).toContain('总投资2360万元按资金来源分');
    expect(sourcesOf(whole)).toContain('财政衔接资金960万元、占40.68%');
    expect(texts(whole).get('text:years')).toMatch(
      /，期前累计完成投资1个、300万元；2026年0个、300万元；.*期后投资0个、300万元/,
    );
    expect(texts(whole).get('text:largest')).toContain('投资最大的3个项目合计投资2360万元');
  });

  it('agrees with a text that names either of the two wholes, and offers the field of that name', () => {
    const marks = (text: string) => checkText(text, data).filter(({ raw }) => raw.includes('万元'));
    expect(marks('全部项目总投资2360万元。').map(({ status, field }) => [status, field])).toEqual([
      ['same', '{{总投资}}'],
    ]);
    expect(marks('全部项目规划期投资1760万元。').map(({ status, field }) => [status, field])).toEqual([
      ['same', '{{规划期投资}}'],
    ]);
    expect(marks('全部项目总投资2361万元。').map(({ status }) => status)).not.toContain('same');
  });

  it('with nothing in the period is no division by nothing', () => {
    const past = makeProject('past', { total: '50', bySource: { fiscal: '50' }, byYear: { before: '50' } });
    expect(sourcesOf(plan([past]))).toBe('各项目在规划期内没有投资。');
  });

  it('of one year has no trend', () => {
    const one = makeProject('one', { total: '50', byYear: { before: '20', '2026': '30' } }, { startAt: '2025' });
    const single = plan([one], 'plan', [2026, 2026]);
    expect(texts(single).get('text:years')).not.toContain('只有一个年度');
    expect([...texts(single).values()].join()).not.toContain('2026—2026');
    expect(
      computeTables(single)
        .flatMap(({ notes }) => notes)
        .join(),
    ).not.toContain('2026—2026');
  });
});

describe('the sources of the period', () => {
  const periodOf = (amounts: Parameters<typeof makeProject>[1]) =>
    countedMoney(plan([makeProject('a', amounts)])).projects[0]?.amounts.bySource;
  const wan = (fen: Fen | undefined) => (fen === undefined ? undefined : wanText(fen));

  it('are not read from a single source that does not pay for all', () => {
    expect(periodOf({ total: '1000', bySource: { fiscal: '300' }, byYear: { before: '500', '2026': '500' } })).toEqual(
      {},
    );
  });

  it('follow from cells of the period that are complete', () => {
    const found = periodOf({
      total: '100',
      bySource: { fiscal: '70', other: '30' },
      byYear: { before: '60', '2026': '40' },
      cells: { '2026|fiscal': '25', '2026|other': '15' },
    });
    expect([wan(found?.fiscal), wan(found?.other)]).toEqual(['25', '15']);
  });

  it('follow where only one source has money left that is in no cell', () => {
    const found = periodOf({
      total: '100',
      bySource: { fiscal: '70', other: '30' },
      byYear: { before: '50', '2026': '50' },
      cells: { '2026|other': '30' },
    });
    expect([wan(found?.fiscal), wan(found?.other)]).toEqual(['20', '30']);
  });
});

const SOURCES = ['fiscal', 'integrated', 'sector', 'county', 'other'];
const CLASSES = ['county.industry.planting', 'county.infrastructure.water', 'county.village', null];
const TOWNS = ['研和街道', '春和街道', '全县', '研和、春和等3个乡镇', null];
const amount = fc.integer({ min: 0, max: 900 });

/** A project that pays for cells of years and sources, and states as much of them as it likes; its margins agree. */
const project = fc
  .record({
    cells: fc.dictionary(
      fc
        .tuple(fc.constantFrom(BEFORE, '2026', '2027', '2030', LATER), fc.constantFrom(...SOURCES))
        .map(([year, source]) => cellKey(year, source)),
      amount,
      { maxKeys: 7 },
    ),
    unstated: fc.constantFrom(0, 0, 40),
    states: fc.constantFrom('margins', 'years', 'sources', 'all', 'some'),
    categoryId: fc.constantFrom(...CLASSES),
    town: fc.constantFrom(...TOWNS),
    startAt: fc.constantFrom('2024', '2026', '2027', null),
  })
  .map(({ cells, unstated, states, ...fields }) => {
    const sides = { year: {} as Record<string, number>, source: {} as Record<string, number> };
    for (const [key, wan] of Object.entries(cells)) {
      const { year, source } = splitCellKey(key);
      sides.year[year] = (sides.year[year] ?? 0) + wan;
      sides.source[source] = (sides.source[source] ?? 0) + wan;
    }
    const text = (record: Record<string, number>) =>
      Object.fromEntries(Object.entries(record).map(([key, wan]) => [key, String(wan)]));
    const kept = Object.entries(cells).filter((_, index) => states === 'all' || (states === 'some' && index % 2 === 0));
    const total = Object.values(cells).reduce((sum, wan) => sum + wan, unstated);
    return {
      money: {
        total: String(total),
        byYear: states === 'sources' ? {} : text(sides.year),
        bySource: states === 'years' ? {} : text(sides.source),
        cells: text(Object.fromEntries(kept)),
      },
      fields,
    };
  });
const plans = fc
  .tuple(fc.array(project, { minLength: 1, maxLength: 6 }), fc.constantFrom<PlanMoney>('plan', 'whole'))
  .map(([projects, money]) =>
    plan(
      projects.map(({ money: amounts, fields }, index) =>
        makeProject(String(index), amounts, fields as Partial<Project>),
      ),
      money,
    ),
  );

const PART = /(?:^|[：；，])([^：；，。]+?)(?:\d+个、)?(-?[\d.]+)万元(?:、占(-?[\d.]+)%)?(?=[；。，])/g;

/** Parts of a list as a reader finds them. */
function partsIn(text: string): { label: string; wan: number; share: number | undefined }[] {
  return [...text.matchAll(PART)].map(([, label = '', wan, share]) => ({
    label,
    wan: Number(wan),
    share: share === undefined ? undefined : Number(share),
  }));
}

const wholeOf = (text: string): number => Number(/(?:规划期投资|总投资)(-?[\d.]+)万元/.exec(text)?.[1]);

function expectParts(list: string, whole: number): void {
  const parts = partsIn(list);
  const sum = parts.reduce((total, { wan }) => total + wan, 0);
  expect(sum, list).toBeCloseTo(whole, 4);
  for (const { wan, share } of parts)
    if (share !== undefined) expect(Math.abs(share - (wan / whole) * 100), list).toBeLessThan(0.0101);
}

describe('any plan', () => {
  it('has paragraphs whose parts come to the whole that they name, and shares that recompute', () => {
    fc.assert(
      fc.property(plans, (data) => {
        const all = texts(data);
        const estimate = all.get('text:estimate') ?? '';
        const { projects } = countedMoney(data);
        const counted = projects.reduce((sum, { amounts }) => sum + (amounts.total ?? 0), 0);
        if (projects.every(({ amounts }) => (amounts.total ?? 0) === 0)) {
          expect(estimate).toMatch(/没有投资|尚未填写投资|尚未列入项目/);
          return;
        }
        const whole = wholeOf(estimate);
        expect(whole).toBeCloseTo(counted / 1e6, 4);
        if (whole === 0) return;
        const sources = all.get('text:sources') ?? '';
        expect(wholeOf(sources)).toBe(whole);
        if (sources.includes('：')) expectParts(sources.slice(sources.indexOf('：'), sources.indexOf('。') + 1), whole);
        for (const id of ['text:classes', 'text:years']) {
          const text = all.get(id) ?? '';
          const list = text.slice(text.search(/分[（，]/), text.indexOf('。') + 1).replace(/^分(?:（[^）]*）)?/, '');
          if (partsIn(list).length > 0) expectParts(list, whole);
        }
        const places = all.get('text:places') ?? '';
        if (places.includes('其中：')) expectParts(places.slice(places.indexOf('其中：') + 2), whole);
        expect(places).not.toMatch(/项目分布在[3-9]个/);
      }),
      { numRuns: 150 },
    );
  });

  it('has notes under its tables that recompute', () => {
    fc.assert(
      fc.property(plans, (data) => {
        const { projects } = countedMoney(data);
        const table = computeTables(data).find(({ id }) => id === 'years');
        const withoutSource = projects
          .map(({ amounts: { total, bySource, cells } }) => {
            const known = Object.keys(bySource).length > 0 ? bySource : cells;
            return (total ?? 0) - Object.values(known).reduce((sum, fen) => sum + fen, 0);
          })
          .filter((fen) => fen > 0);
        const told = (table?.notes ?? []).flatMap((note) => {
          const [, count, wan] = /^另有 (\d+) 个项目 ([\d,.]+) 万元未分解到资金来源/.exec(note) ?? [];
          return count === undefined ? [] : [{ count: Number(count), wan: Number(wan?.replaceAll(',', '')) }];
        });
        expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(withoutSource.length);
        expect(told.reduce((sum, { wan }) => sum + wan, 0)).toBeCloseTo(
          withoutSource.reduce((sum, fen) => sum + fen, 0) / 1e6,
          4,
        );
        const outside = data.projects.filter(({ amounts }) => OUTSIDE_YEARS.some((key) => amounts.byYear[key] ?? 0));
        const note = (table?.notes ?? []).find((one) => one.startsWith('表中投资为'));
        expect(note === undefined).toBe(outside.length === 0);
        if (note) expect(note).toContain(`（${outside.length} 个项目）`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the places of a text', () => {
  const placed = (...towns: (string | null)[]): string =>
    texts(
      plan(
        towns.map((town, index) =>
          makeProject(String(index), { total: '10', byYear: { '2026': '10' } }, { town, categoryId: null }),
        ),
      ),
    ).get('text:places') ?? '';

  it.each(['全县', '县城', '各乡镇', '观音乡等3个乡镇', '研和、春和两个街道', '全区11个乡街道', '研和街道、春和街道'])(
    'count single towns only: %s is none',
    (wider) => {
      expect(placed('研和街道', wider, null)).toMatch(/^项目分布在1个乡镇（街道）/);
      expect(placed('研和街道', wider, null)).toMatch(
        /研和街道1个、10万元；全县[^；]*1个、10万元；未明确地点1个、10万元。$/,
      );
      expect(placed(wider)).toMatch(/^全县.*项目1个。$/);
    },
  );

  it('count a town that the places of the plan do not have yet', () => {
    expect(placed('沐抚办事处', '研和街道')).toMatch(/^项目分布在2个乡镇（街道）/);
  });
});
