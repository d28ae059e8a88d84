// P14: the funds that city and county provide from their own budgets should not fall from one year to the next.

import { isUpperPlan, type ReferenceData } from '#shared/domain/reference.ts';
import { matrixOf } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeListFold } from '#shared/sums/list-fold.ts';
import { toFen, wan, wanText } from '#shared/values/money.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule } from './rule.ts';
import type { ByYearSetting, RuleSettings } from './rule-settings.ts';
import { PROJECT_TABLE, placeText, plainFinding } from './wording.ts';

const BUDGET = {
  id: 'budget',
  kind: 'by-year',
  label: '本级预算安排的帮扶资金',
  unit: '万元',
  initial: {},
  least: 0,
  most: 100_000_000,
} as const satisfies ByYearSetting;

/** Until then the office's own funds were to stay at their base; since then it arranges them by its tasks. */
const BASE_KEPT_TO = 2025;
const SOURCES = ['fiscal.city', 'fiscal.county'] as const;
type Source = (typeof SOURCES)[number];

/** By source and year, what projects state by year and source; what is not broken down belongs to no year. */
const ownFunds = makeListFold<Record<Source, Map<number, number>>, ReferenceData>(
  () => ({ 'fiscal.city': new Map(), 'fiscal.county': new Map() }),
  (sums, { amounts }, sign) => {
    for (const [key, fen] of Object.entries(matrixOf(amounts))) {
      const at = key.indexOf('|');
      const source = key.slice(at + 1);
      if (source !== 'fiscal.city' && source !== 'fiscal.county') continue;
      const year = Number(key.slice(0, at));
      sums[source].set(year, (sums[source].get(year) ?? 0) + sign * fen);
    }
  },
);

function checkBaseFunds(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const sums = ownFunds(data.reference, data.projects);
  const typed = Object.entries(settings.of('P14', BUDGET)).map(
    ([year, amount]) => [Number(year), wan(String(amount))] as const,
  );
  const own: Source = isUpperPlan(data) ? 'fiscal.city' : 'fiscal.county';
  return SOURCES.flatMap((source): Finding[] => {
    // What the planner typed is the budget itself; the list holds only what went to projects.
    const isTyped = source === own && typed.length > 0;
    const byYear = new Map<number, number>(isTyped ? typed : sums[source]);
    const name = data.reference.fundSources.find(({ id }) => id === source)?.name ?? source;
    return [...byYear].flatMap(([year, fen]) => {
      const before = byYear.get(year - 1) ?? 0;
      if (fen <= 0 || before <= 0 || fen >= before) return [];
      const place = { table: PROJECT_TABLE, row: `${year}年`, column: name };
      const [left, right] = [wanText(toFen(fen)), wanText(toFen(before))];
      const from = isTyped ? '（设置中所填的预算）' : '（项目表中各项目之和）';
      const [level, advice] =
        year <= BASE_KEPT_TO
          ? (['warning', '市、县级每年预算投入应维持基数不变，请核对资金安排'] as const)
          : (['info', '2026 年起县级可根据帮扶任务合理安排，请核对是否有意减少'] as const);
      const message = `${placeText(place)}：${name}${from} ${left} 万元，少于 ${year - 1} 年的 ${right} 万元，少 ${wanText(toFen(before - fen))} 万元。${advice}。`;
      return [plainFinding('P14', level, place, message, { left, right, aspect: source })];
    });
  });
}

export const BASE_FUND_RULE: PlanRule = {
  id: 'P14',
  level: 'warning',
  scope: 'plan',
  title: '市、县级安排的资金不少于上年',
  help: '市级、县级衔接资金按年度和资金来源的明细逐年比较，两年都有数才比；也可在设置中填本级预算每年安排的帮扶资金（万元），填了的按所填的比较。2025 年及以前应维持基数不变，2026 年起只作信息。',
  basis: ['fund'],
  settings: [BUDGET],
  examples: {
    passes: {
      text: '2023年县级衔接资金 30 万元，2024年 30 万元。',
      projects: [
        {
          total: '60',
          bySource: { 'fiscal.county': '60' },
          cells: { '2023|fiscal.county': '30', '2024|fiscal.county': '30' },
        },
      ],
    },
    fails: {
      text: '2023年县级衔接资金 30 万元，2024年只有 20 万元。',
      projects: [
        {
          total: '50',
          bySource: { 'fiscal.county': '50' },
          cells: { '2023|fiscal.county': '30', '2024|fiscal.county': '20' },
        },
      ],
    },
  },
  check: checkBaseFunds,
};
