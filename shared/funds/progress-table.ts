// 项目进度和资金支付情况 as a table: the same for screen, xlsx, docx and the command line; the as-of day in its note.
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { rateOf } from './figures.ts';
import type { ProgressDimension, ProgressRow } from './group-progress.ts';

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

const MONEY: readonly TableColumn[] = [
  { key: 'plan', label: '计划总投资', kind: 'amount' },
  { key: 'released', label: '下达资金', kind: 'amount' },
  { key: 'paid', label: '已支付', kind: 'amount' },
  { key: 'rate', label: '支付率(%)', kind: 'share' },
  { key: 'unpaid', label: '未支付', kind: 'amount' },
  { key: 'done', label: '完成投资', kind: 'amount' },
];

/** Rates are shown as ——, never 0 %, where there is no whole. */
function rateCell(part: number, whole: number): TableCell {
  const rate = rateOf(part, whole);
  return rate === null ? { kind: 'text', text: '——' } : { kind: 'share', percent: Number(rate) };
}

/** Rows and total as a table; `asOf` stands beneath it. */
export function progressTable(
  { plan }: Pick<PlanData, 'plan'>,
  { rows, total }: { rows: readonly ProgressRow[]; total: ProgressRow },
  by: ProgressDimension,
  asOf: string,
): TableResult {
  const isList = by === 'project';
  const columns: TableColumn[] = [
    { key: 'number', label: '序号', kind: 'text', isNarrow: true },
    { key: 'name', label: DIMENSION_NAMES[by], kind: 'text' },
    ...(isList ? [] : ([{ key: 'count', label: '项目个数', kind: 'count', counts: '个' }] as const)),
    ...MONEY,
    ...(isList
      ? ([
          { key: 'percent', label: '形象进度(%)', kind: 'text', isNarrow: true },
          { key: 'state', label: '状态', kind: 'text', isNarrow: true },
        ] as const)
      : ([
          { key: 'started', label: '已开工', kind: 'count', counts: '个' },
          { key: 'finished', label: '已竣工', kind: 'count', counts: '个' },
        ] as const)),
  ];
  const toRow = (row: ProgressRow, number: string, role: 'item' | 'total') => ({
    key: row.key,
    role,
    depth: 0,
    cells: [
      number === '' ? ({ kind: 'blank' } as const) : ({ kind: 'text', text: number } as const),
      { kind: 'text', text: row.name } as const,
      ...(isList ? [] : [{ kind: 'count', value: row.projects } as const]),
      { kind: 'amount', fen: row.planFen } as const,
      { kind: 'amount', fen: row.releasedFen } as const,
      { kind: 'amount', fen: row.paidFen } as const,
      rateCell(row.paidFen, row.releasedFen),
      { kind: 'amount', fen: (row.releasedFen - row.paidFen) as typeof row.paidFen } as const,
      { kind: 'amount', fen: row.doneFen } as const,
      ...(isList
        ? [
            row.percent === null
              ? ({ kind: 'blank' } as const)
              : ({ kind: 'text', text: String(row.percent) } as const),
            row.state === '' ? ({ kind: 'blank' } as const) : ({ kind: 'text', text: row.state } as const),
          ]
        : [{ kind: 'count', value: row.started } as const, { kind: 'count', value: row.finished } as const]),
    ] satisfies TableCell[],
  });
  return {
    id: `progress-${by}`,
    number: '',
    title: `${plan.regionName}项目进度和资金支付情况表`,
    unit: '万元',
    columns,
    rows: [...rows.map((row, index) => toRow(row, String(index + 1), 'item')), toRow(total, '', 'total')],
    notes: [`截至 ${asOf}。支付率＝已支付÷下达资金；没有下达资金的不计算，以“——”表示。`],
    source: '',
    charts: [],
  };
}
