// 市级调度表: the counties side by side at a day, with their place by 支付率.
import type { Day } from '../domain/execution.ts';
import { rateOf } from '../funds/figures.ts';
import { amountCell, rateCell, textCell } from '../funds/table-cells.ts';
import type { TableCell, TableResult } from '../tables/table.ts';
import { type CityFacts, endOfLastMonth, type MonthRow, monthRows } from './month-figures.ts';

export function monthTable(facts: CityFacts, asOf: Day): TableResult {
  const { rows, total } = monthRows(facts, asOf);
  const hasOwnDays = rows.some((row) => row.asOf !== asOf);
  const hasUnknown = rows.some(({ unallocatedFen }) => unallocatedFen === null);
  const notes = [
    `截至 ${asOf}${hasOwnDays ? '；表中另写日期的县，数据只到那一天' : ''}。上月为截至 ${endOfLastMonth(asOf)}。`,
    '开工率＝开工÷下达资金的项目数；支付率＝已支付÷下达资金；产业占比＝产业项目的下达资金÷下达资金；没有分母的以“——”表示。',
    ...(hasUnknown ? ['没有随工作簿报来资金批次的县，未分配以“——”表示。'] : []),
  ];
  return {
    id: 'city-month',
    number: '',
    title: `${facts.data.plan.regionName}项目资金调度表`,
    unit: '万元',
    columns: [
      { key: 'name', label: '县（市、区）', kind: 'text' },
      ...(hasOwnDays ? [{ key: 'asOf', label: '截至日', kind: 'text' } as const] : []),
      { key: 'count', label: '项目数', kind: 'count', counts: '个' },
      { key: 'started', label: '开工', kind: 'count', counts: '个' },
      { key: 'startRate', label: '开工率(%)', kind: 'share' },
      { key: 'finished', label: '竣工', kind: 'count', counts: '个' },
      { key: 'released', label: '下达资金', kind: 'amount' },
      { key: 'paid', label: '已支付', kind: 'amount' },
      { key: 'rate', label: '支付率(%)', kind: 'share' },
      { key: 'industry', label: '产业占比(%)', kind: 'share' },
      { key: 'unallocated', label: '未分配', kind: 'amount' },
      { key: 'overdue', label: '逾期项目', kind: 'count', counts: '个' },
      { key: 'lastRate', label: '上月支付率(%)', kind: 'share' },
      { key: 'growth', label: '增幅(百分点)', kind: 'share' },
      { key: 'rank', label: '排名', kind: 'text', isNarrow: true },
    ],
    rows: [
      ...rows.map((row) => ({ key: row.code, role: 'item' as const, depth: 0, cells: cellsOf(row, hasOwnDays) })),
      { key: 'total', role: 'total', depth: 0, cells: cellsOf(total, hasOwnDays) },
    ],
    notes,
    source: '',
    charts: [],
  };
}

function cellsOf(row: MonthRow, hasOwnDays: boolean): TableCell[] {
  const rate = rateOf(row.paidFen, row.releasedFen);
  return [
    textCell(row.name),
    ...(hasOwnDays ? [textCell(row.asOf)] : []),
    { kind: 'count', value: row.projects },
    { kind: 'count', value: row.started },
    rateCell(rateOf(row.started, row.released)),
    { kind: 'count', value: row.finished },
    amountCell(row.releasedFen),
    amountCell(row.paidFen),
    rateCell(rate),
    rateCell(rateOf(row.industryFen, row.releasedFen)),
    row.unallocatedFen === null ? textCell('——') : amountCell(row.unallocatedFen),
    { kind: 'count', value: row.overdue },
    rateCell(row.lastRate),
    rateCell(growthOf(rate, row.lastRate)),
    textCell(row.rank === null ? (row.code === 'total' ? '' : '——') : String(row.rank)),
  ];
}

/** Points of percent from one rate to the other; null where one is not known. */
function growthOf(now: string | null, before: string | null): string | null {
  if (now === null || before === null) return null;
  const points = (Math.round(Number(now) * 100) - Math.round(Number(before) * 100)) / 100;
  return points.toFixed(2);
}
