// 表1: the plan's indicators, with the values of the year before the plan and of its last. Planners change them by records,
// so that every change is logged and can be taken back. Values stay texts: ≥10, 应兜尽兜, 80(省70%).

import { type IndicatorDetails, NO_DETAILS } from '../domain/indicator.ts';
import { baseYear, type Indicator } from '../domain/reference.ts';
import { detailsOf } from '../records/indicator.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import type { LaidOut } from './lay-out.ts';
import type { TableCell, TableRow } from './table.ts';

export interface PlanIndicator extends Indicator, IndicatorDetails {
  /** Id of its record, whether or not there is one yet. */
  id: string;
  position: number;
  /** Changed or added in this workbook. */
  isOwn: boolean;
}

function fromSeed(indicator: Indicator): PlanIndicator {
  return { ...indicator, ...NO_DETAILS, id: String(indicator.number), position: indicator.number, isOwn: false };
}

/** The indicators that hold now, numbered through in their order: those of 表1, then the tasks beside it. */
export function indicatorsOf(data: Pick<PlanData, 'reference' | 'records'>): PlanIndicator[] {
  const byId = new Map(data.reference.indicators.map((indicator) => [String(indicator.number), fromSeed(indicator)]));
  for (const [id, { isRemoved, ...value }] of recordsOf(data.records, 'indicator')) {
    if (isRemoved) byId.delete(id);
    else byId.set(id, { ...value, ...detailsOf(value), id, number: 0, isOwn: true });
  }
  return [...byId.values()]
    .sort((a, b) => Number(b.inPlan) - Number(a.inPlan) || a.position - b.position)
    .map((indicator, index) => ({ ...indicator, number: index + 1 }));
}

const cell = (value: string | null): TableCell => ({ kind: 'text', text: value ?? '——' });
const HEADINGS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The table as printed: groups are headings with —— in every other cell (handbook 1.3). */
export function layOutIndicators(data: Pick<PlanData, 'plan' | 'reference' | 'records'>): LaidOut {
  const indicators = indicatorsOf(data).filter(({ inPlan }) => inPlan);
  const groups = [...new Set(indicators.map(({ group }) => group))];
  const rows = groups.flatMap((group, index): TableRow[] => [
    {
      key: `group:${group}`,
      role: 'heading',
      depth: 0,
      cells: [cell(HEADINGS[index] ?? null), cell(group), ...Array.from({ length: 4 }, () => cell(null))],
    },
    ...indicators
      .filter((indicator) => indicator.group === group)
      .map(
        (indicator): TableRow => ({
          key: `indicator:${indicator.id}`,
          role: 'item',
          depth: 0,
          cells: [
            cell(String(indicator.number)),
            cell(indicator.name),
            cell(indicator.unit),
            cell(indicator.baseValue),
            cell(indicator.targetValue),
            cell(indicator.attribute),
          ],
        }),
      ),
  ]);
  return {
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      { key: 'name', label: '指标', kind: 'text' },
      { key: 'unit', label: '单位', kind: 'text', isNarrow: true },
      { key: 'base', label: `${baseYear(data.plan)}年`, kind: 'text', isNarrow: true },
      { key: 'target', label: `${data.plan.lastYear}年`, kind: 'text', isNarrow: true },
      { key: 'attribute', label: '指标属性', kind: 'text', isNarrow: true },
    ],
    rows,
    notes: rows.length === 0 ? ['本规划还没有列出指标。'] : [],
    memberColumns: [],
  };
}
