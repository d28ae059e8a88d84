// 县级与市级核对: the case of 红塔区 (handbook 1.4) line by line, other counties, and bridges that add up whatever the figures.

import { describe, expect, it } from 'vitest';
import { publishedTablesOf } from '#seeds/published.ts';
import { parsePublished } from '#shared/checks/parse-published.ts';
import type { PublishedTable } from '#shared/domain/published-table.ts';
import { bridgeParts } from '#shared/levels/bridge.ts';
import { compareLevels, type LevelComparison } from '#shared/levels/compare-levels.ts';
import { levelsText } from '#shared/levels/levels-text.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, wan, wanText, ZERO } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const CITY = publishedTablesOf('530400');
const PRINT = publishedTablesOf('530402');

function compare(
  data: PlanData,
  tables: readonly PublishedTable[] = [...CITY, ...PRINT],
  code = data.plan.regionCode,
): LevelComparison {
  const comparison = compareLevels(data, code, tables);
  if (!comparison) throw new Error('nothing to compare');
  return comparison;
}

function steps({ bridge }: LevelComparison): string[] {
  return (bridge?.steps ?? []).map(({ fen, reason, label }) => `${wanText(fen)} ${reason} ${label}`);
}

/** from + the steps of a stage = what the stage comes to, and no class stands twice in the city's stage. */
function closes({ bridge }: LevelComparison): boolean {
  if (bridge === null) return false;
  let at = bridge.from;
  return bridgeParts(bridge).every(({ stage, steps: own, to }) => {
    at = addFen(at, ...own.map(({ fen }) => fen));
    return at === to && (stage === 'county' || new Set(own.map(({ label }) => label)).size === own.length);
  });
}

describe('红塔区: 479 projects and 665742 万元 in the city’s plan, 514 and 664569.38 in its own', () => {
  const comparison = compare(samplePlan());

  it('goes class by class through the mapping', () => {
    const lines = comparison.classes.map(({ name, own, moves, mapped, city, difference, reason }) =>
      [name, own, addFen(ZERO, ...moves.map(({ fen }) => fen)), mapped, city, difference]
        .map((value) => (typeof value === 'number' ? wanText(value) : value))
        .concat(reason)
        .join(' '),
    );
    expect(lines).toEqual([
      '乡村特色产业帮扶 137640.47 0 137640.47 137640 -0.47 rounding',
      '稳定就业帮扶 856.75 0 856.75 857 0.25 rounding',
      '易地扶贫搬迁后续扶持 20175.97 0 20175.97 20159 -16.97 changed',
      '生态经济发展 6781 0 6781 6781 0 equal',
      '乡村基础设施建设 418689.38 0 418689.38 418689 -0.38 rounding',
      '乡村公共服务提升 80455.81 -8556.23 71899.58 71900 0.42 rounding',
      '重点村建设 0 8556.23 8556.23 8556 -0.23 rounding',
      '村集体经济建设 0 0 0 1160 1160 missing',
    ]);
  });

  it('keeps what the county differs from itself apart from what the city differs from the county', () => {
    const text = levelsText(comparison);
    const at = (words: string): number => text.findIndex((line) => line.includes(words));
    expect(at('县级自身')).toBeLessThan(at('+30'));
    expect(at('+30')).toBeLessThan(at('县级项目明细合计'));
    expect(at('县级项目明细合计')).toBeLessThan(at('县级与市级：'));
    expect(at('县级与市级：')).toBeLessThan(at('-0.38\t乡村基础设施建设'));
  });

  it('bridges the totals exactly', () => {
    expect([wanText(comparison.bridge?.from ?? ZERO), wanText(comparison.bridge?.to ?? ZERO)]).toEqual([
      '664569.38',
      '665742',
    ]);
    expect(steps(comparison)).toEqual([
      '0.03 rounding 表4',
      '-0.03 rounding 表4-1 乡村特色产业帮扶',
      '30 print 表4-5 乡村基础设施建设',
      '-0.47 rounding 乡村特色产业帮扶',
      '0.25 rounding 稳定就业帮扶',
      '-16.97 changed 易地扶贫搬迁后续扶持',
      '-0.38 rounding 乡村基础设施建设',
      '0.42 rounding 乡村公共服务提升',
      '-0.23 rounding 重点村建设',
      '1160 missing 村集体经济建设',
    ]);
    expect(closes(comparison)).toBe(true);
    expect(comparison.bridge?.steps[2]?.text).toContain('住房安全巩固');
  });

  it('compares sources and counts', () => {
    expect(comparison.counts).toEqual({ county: 514, printed: 514, city: 479, difference: -35 });
    expect(comparison.sources.map(({ name, difference, reason }) => [name, wanText(difference), reason])).toEqual([
      ['财政衔接资金', '260.19', 'changed'],
      ['涉农整合资金', '0', 'equal'],
      ['行业部门专项资金', '-17.57', 'changed'],
      ['县级自筹资金', '-0.49', 'rounding'],
      ['其他资金', '900.49', 'changed'],
    ]);
    expect(levelsText(comparison).join('\n')).toContain('市级的本县总投资\t665742');
  });

  it('works from the printed tables alone, and from the list alone', () => {
    const printed = compare(planWith([]));
    expect([printed.basis, steps(printed)]).toEqual(['printed', steps(comparison)]);
    const list = compare(samplePlan(), CITY);
    expect([list.bridge?.fromLabel, wanText(list.bridge?.from ?? ZERO), closes(list)]).toEqual([
      '县级项目明细合计',
      '664599.38',
      true,
    ]);
  });

  it('shows what was changed in the list since the print', () => {
    const plan = samplePlan();
    const [first, ...others] = plan.projects;
    if (!first) throw new Error('no project');
    const total = addFen(first.amounts.total ?? ZERO, wan('12.5'));
    const changed = compare({ ...plan, projects: [{ ...first, amounts: { ...first.amounts, total } }, ...others] });
    expect(steps(changed)).toContain('12.5 list 种植业');
    expect(closes(changed)).toBe(true);
  });
});

it('compares another county in the city’s workbook, with tables that the user brings', () => {
  const projects = [
    makeProject(
      'a',
      { total: '128354.4', bySource: { fiscal: '128354.4' } },
      { regionCode: '530403', categoryId: 'city.industry' },
    ),
    makeProject('b', { total: '7' }, { regionCode: '530403', categoryId: null }),
    makeProject('c', { total: '9' }, { regionCode: '530426', categoryId: 'city.industry' }),
  ];
  const own = parsePublished(
    {
      ...{ source: '表2', unit: '万元', counties: ['江川区', '澄江市'] },
      rows: [
        { category: '乡村特色产业帮扶', printed_total: 128360, by_county: [128354, 6] },
        { category: '稳定就业帮扶', printed_total: 166, by_county: [166, null] },
      ],
      ...{ printed_county_totals: [128520, 6], printed_grand_total: 128526 },
    },
    'city.json',
  );
  const comparison = compare(planWith(projects, '530400'), [...CITY, own], '530403');
  expect(comparison.cityTables).toEqual([{ id: '表2', document: 'city.json' }, expect.objectContaining({ id: '表3' })]);
  expect(steps(comparison)).toEqual([
    '-7 unclassified 未归入市级类别',
    '-0.4 rounding 乡村特色产业帮扶',
    '166 missing 稳定就业帮扶',
  ]);
  expect(closes(comparison)).toBe(true);
});

it('has nothing to say where no city table speaks of the county', () => {
  expect(compareLevels(samplePlan(), '530402', PRINT)).toBeUndefined();
  expect(compareLevels(planWith([]), '530402', CITY)).toBeUndefined();
});

it('adds up for any figures', () => {
  const leaf = fc.constantFrom(
    'county.industry.planting',
    'county.service.collective',
    'county.infrastructure.water',
    null,
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(leaf, fc.integer({ min: 0, max: 10 ** 12 })), { minLength: 1, maxLength: 30 }),
      (rows) => {
        const projects = rows.map(([categoryId, fen], index) =>
          makeProject(`p${index}`, { total: (fen / 1_000_000).toFixed(6) }, { categoryId }),
        );
        const comparison = compare(planWith(projects));
        expect(closes(comparison)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
