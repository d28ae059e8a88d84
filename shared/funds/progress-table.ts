// 项目进度和资金支付情况 by town, unit, class, source, direction or year: the same for xlsx, docx and paper; towns and units
// with their place by 支付率 (通报, SPECS B9).
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { toFen } from '../values/money.ts';
import { rateOf } from './figures.ts';
import type { ProgressDimension, ProgressRow } from './group-progress.ts';
import { amountCell, rateCell, textCell } from './table-cells.ts';

export const DIMENSION_NAMES: Readonly<Record<ProgressDimension, string>> = {
  project: '项目名称',
  batch: '资金批次',
  town: '乡镇（街道）',
  unit: '责任单位',
  class: '类别',
  source: '资金来源',
  direction: '任务方向',
  year: '资金年度',
};

const RANKED: readonly ProgressDimension[] = ['town', 'unit'];

function columnsOf(by: ProgressDimension): TableColumn[] {
  return [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    { key: 'name', label: DIMENSION_NAMES[by], kind: 'text' },
    { key: 'count', label: '项目个数', kind: 'count', counts: '个' },
    { key: 'plan', label: '计划总投资', kind: 'amount' },
    { key: 'released', label: '下达资金', kind: 'amount' },
    { key: 'paid', label: '已支付', kind: 'amount' },
    { key: 'rate', label: '支付率(%)', kind: 'share' },
    { key: 'unpaid', label: '未支付', kind: 'amount' },
    { key: 'done', label: '完成投资', kind: 'amount' },
    { key: 'started', label: '已开工', kind: 'count', counts: '个' },
    { key: 'finished', label: '已竣工', kind: 'count', counts: '个' },
    ...(RANKED.includes(by) ? [{ key: 'rank', label: '支付率名次', kind: 'text', isNarrow: true } as const] : []),
  ];
}

/** Places by 支付率, the highest first; equal rates share one, rows without a rate have none. */
function ranksOf(rows: readonly ProgressRow[]): Map<string, number> {
  const rated = rows
    .flatMap(({ key, paidFen, releasedFen }) => {
      const rate = rateOf(paidFen, releasedFen);
      return rate === null || key === '?' ? [] : [{ key, rate: Number(rate) }];
    })
    .sort((a, b) => b.rate - a.rate);
  return new Map(rated.map(({ key, rate }) => [key, rated.findIndex((one) => one.rate === rate) + 1]));
}

/** Rows and total as a table; `asOf` stands beneath it. */
export function progressTable(
  { plan }: Pick<PlanData, 'plan'>,
  { rows, total }: { rows: readonly ProgressRow[]; total: ProgressRow },
  by: ProgressDimension,
  asOf: string,
): TableResult {
  const ranks = RANKED.includes(by) ? ranksOf(rows) : null;
  const cellsOf = (row: ProgressRow, number: string): TableCell[] => [
    textCell(number),
    textCell(row.name),
    { kind: 'count', value: row.projects },
    amountCell(row.planFen),
    amountCell(row.releasedFen),
    amountCell(row.paidFen),
    rateCell(rateOf(row.paidFen, row.releasedFen)),
    amountCell(toFen(row.releasedFen - row.paidFen)),
    amountCell(row.doneFen),
    { kind: 'count', value: row.started },
    { kind: 'count', value: row.finished },
    ...(ranks === null ? [] : [textCell(String(ranks.get(row.key) ?? ''))]),
  ];
  return {
    id: `progress-${by}`,
    number: '',
    title: `${plan.regionName}项目进度和资金支付情况表`,
    unit: '万元',
    columns: columnsOf(by),
    rows: [
      ...rows.map((row, index) => ({
        key: row.key,
        role: 'item' as const,
        depth: 0,
        cells: cellsOf(row, String(index + 1)),
      })),
      { key: 'total', role: 'total', depth: 0, cells: cellsOf(total, '') },
    ],
    notes: [`截至 ${asOf}。支付率＝已支付÷下达资金；没有下达资金的不计算，以“——”表示。`],
    source: '',
    charts: [],
  };
}
