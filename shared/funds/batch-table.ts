// 资金批次汇总表 (SPECS B9): what of each paper was allocated, begun, paid and is left over.
import { batchName } from '../domain/execution.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { type BatchFigures, type ProgressFigures, rateOf } from './figures.ts';
import { amountCell, rateCell, textCell } from './table-cells.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', label: '序号', kind: 'text', isNarrow: true },
  { key: 'name', label: '资金批次', kind: 'text' },
  { key: 'upper', label: '上级文号', kind: 'text', isNarrow: true },
  { key: 'amount', label: '金额', kind: 'amount' },
  { key: 'allocated', label: '已分配', kind: 'amount' },
  { key: 'allocatedRate', label: '分配率(%)', kind: 'share' },
  { key: 'count', label: '项目数', kind: 'count', counts: '个' },
  { key: 'startedRate', label: '开工率(%)', kind: 'share' },
  { key: 'paid', label: '已支付', kind: 'amount' },
  { key: 'rate', label: '支付率(%)', kind: 'share' },
  { key: 'unpaid', label: '未支付', kind: 'amount' },
  { key: 'surplus', label: '结余', kind: 'amount' },
];

type Sums = Pick<BatchFigures, 'allocatedFen' | 'paidFen' | 'surplusFen' | 'projects' | 'started'>;

function cellsOf(name: string, number: string, upper: string, amountFen: number, sums: Sums): TableCell[] {
  const { allocatedFen, paidFen, surplusFen, projects, started } = sums;
  return [
    textCell(number),
    textCell(name),
    textCell(upper),
    amountCell(toFen(amountFen)),
    amountCell(allocatedFen),
    rateCell(rateOf(allocatedFen, amountFen)),
    { kind: 'count', value: projects },
    rateCell(rateOf(started, projects)),
    amountCell(paidFen),
    rateCell(rateOf(paidFen, allocatedFen)),
    amountCell(toFen(allocatedFen - paidFen)),
    amountCell(surplusFen),
  ];
}

/** One row a batch; money paid without any line stands in no row and is told beneath. */
export function batchTable(
  { plan }: Pick<PlanData, 'plan'>,
  { batches, projects, asOf }: ProgressFigures,
): TableResult {
  const sum = (value: (one: BatchFigures) => number): number => batches.reduce((total, one) => total + value(one), 0);
  // A project paid from two batches stands in both rows and counts once in all.
  const paidFrom = projects.filter(({ byBatch }) => [...byBatch.keys()].some((id) => id !== ''));
  const loose = projects.reduce((total, { byBatch }) => total + (byBatch.get('')?.paidFen ?? 0), 0);
  const total: Sums = {
    allocatedFen: toFen(sum((one) => one.allocatedFen)),
    paidFen: toFen(sum((one) => one.paidFen)),
    surplusFen: toFen(sum((one) => one.surplusFen)),
    projects: paidFrom.length,
    started: paidFrom.filter(({ state }) => state === '已开工' || state === '已竣工').length,
  };
  return {
    id: 'progress-batch',
    number: '',
    title: `${plan.regionName}资金批次分配和支付情况表`,
    unit: '万元',
    columns: [...COLUMNS],
    rows: [
      ...batches.map((one, index) => ({
        key: one.batch.id,
        role: 'item' as const,
        depth: 0,
        cells: cellsOf(batchName(one.batch), String(index + 1), one.batch.upperNumber, one.batch.amountFen, one),
      })),
      {
        key: 'total',
        role: 'total',
        depth: 0,
        cells: cellsOf(
          '合计',
          '',
          '',
          sum((one) => one.batch.amountFen),
          total,
        ),
      },
    ],
    notes: [
      `截至 ${asOf}。分配率＝已分配÷金额，开工率＝已开工项目÷已分配项目，支付率＝已支付÷已分配；结余是已结算项目下达资金减结算价。`,
      ...(loose === 0 ? [] : [`另有支付 ${formatWanFull(toFen(loose))} 万元，项目没有分配资金，不在任何批次内。`]),
    ],
    source: '',
    charts: [],
  };
}
