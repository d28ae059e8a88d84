// 项目进度和资金支付情况表, the monthly list of single projects (SPECS B9): the same for xlsx, docx and paper.
import { batchName, type Execution } from '../domain/execution.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { toFen } from '../values/money.ts';
import { batchesById, type ProgressFigures, type ProjectProgress, rateOf, stateWords } from './figures.ts';
import { placeOf } from './list-place.ts';
import { amountCell, rateCell, textCell } from './table-cells.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'number', label: '序号', kind: 'text', isNarrow: true },
  { key: 'name', label: '项目名称', kind: 'text' },
  { key: 'place', label: '实施地点', kind: 'text', isNarrow: true },
  { key: 'documents', label: '资金文号', kind: 'text', isNarrow: true },
  { key: 'released', label: '下达资金', kind: 'amount' },
  { key: 'startedAt', label: '开工时间', kind: 'text', isNarrow: true },
  { key: 'percent', label: '形象进度(%)', kind: 'text', isNarrow: true },
  { key: 'done', label: '完成投资', kind: 'amount' },
  { key: 'paid', label: '已支付', kind: 'amount' },
  { key: 'rate', label: '支付率(%)', kind: 'share' },
  { key: 'settled', label: '结算价', kind: 'amount' },
  { key: 'surplus', label: '结余', kind: 'amount' },
  { key: 'state', label: '状态', kind: 'text', isNarrow: true },
  { key: 'problem', label: '存在问题', kind: 'text', isNarrow: true },
  { key: 'note', label: '备注', kind: 'text', isNarrow: true },
];

/** Projects that any money was released to or paid for, or whose work was reported; the others have nothing to tell. */
export function monthTable(
  { plan }: Pick<PlanData, 'plan'>,
  { batches }: Execution,
  figures: ProgressFigures,
): TableResult {
  const byId = batchesById(batches);
  const shown = figures.projects.filter(({ state, note }) => state !== '未下达' || note !== null);
  const sum = (value: (one: ProjectProgress) => number | null): number =>
    shown.reduce((total, one) => total + (value(one) ?? 0), 0);
  const settled = shown.filter(({ settledFen }) => settledFen !== null);
  const released = sum((one) => one.releasedFen) + figures.feeFen;
  const paid = sum((one) => one.paidFen) + figures.feePaidFen;
  const rows = shown.map((one, index) => {
    const { project, life, note } = one;
    const papers = [...one.byBatch.keys()].flatMap((id) => {
      const batch = byId.get(id);
      return batch ? [batchName(batch)] : [];
    });
    const cells: TableCell[] = [
      textCell(String(index + 1)),
      textCell(project.name),
      textCell(placeOf(project)),
      textCell([...new Set(papers)].join('、')),
      amountCell(one.releasedFen),
      textCell(life.reached.get('started') ?? ''),
      textCell(one.percent === null ? '' : String(one.percent)),
      amountCell(one.doneFen),
      amountCell(one.paidFen),
      rateCell(rateOf(one.paidFen, one.releasedFen)),
      amountCell(one.settledFen),
      amountCell(one.surplusFen),
      textCell(stateWords(one)),
      textCell(note?.problem ?? ''),
      textCell(note?.text ?? ''),
    ];
    return { key: project.id, role: 'item' as const, depth: 0, cells };
  });
  if (figures.feeFen !== 0 || figures.feePaidFen !== 0) {
    const cells = COLUMNS.map(
      ({ key }): TableCell =>
        key === 'name'
          ? textCell('项目管理费')
          : key === 'released'
            ? amountCell(figures.feeFen)
            : key === 'paid'
              ? amountCell(figures.feePaidFen)
              : { kind: 'blank' },
    );
    rows.push({ key: 'fee', role: 'item', depth: 0, cells });
  }
  const totals: Readonly<Record<string, TableCell>> = {
    name: textCell('合计'),
    released: amountCell(toFen(released)),
    done: amountCell(toFen(sum((one) => one.doneFen))),
    paid: amountCell(toFen(paid)),
    rate: rateCell(rateOf(paid, released)),
    settled: settled.length === 0 ? { kind: 'blank' } : amountCell(toFen(sum((one) => one.settledFen))),
    surplus: settled.length === 0 ? { kind: 'blank' } : amountCell(toFen(sum((one) => one.surplusFen))),
  };
  const left = figures.projects.length - shown.length;
  return {
    id: 'progress-project',
    number: '',
    title: `${plan.regionName}项目进度和资金支付情况表`,
    unit: '万元',
    columns: [...COLUMNS],
    rows: [
      ...rows,
      { key: 'total', role: 'total', depth: 0, cells: COLUMNS.map(({ key }) => totals[key] ?? { kind: 'blank' }) },
    ],
    notes: [
      `截至 ${figures.asOf}。支付率＝已支付÷下达资金，没有下达资金的以“——”表示；结余＝下达资金－结算价，没有结算的不计。`,
      ...(left > 0 ? [`另有 ${left} 个项目还没有下达资金，也没有支付和进度，没有列出。`] : []),
    ],
    source: '',
    charts: [],
  };
}
