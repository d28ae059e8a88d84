// 资金台账 of a batch: what came in, what of it was allocated, what was paid, and what is not paid yet after each step
// (SPECS B9). Its last balance is what is still to be paid of the batch.
import { batchDay, batchName, type Execution, FEE, FEE_NAME, type FundBatch } from '../domain/execution.ts';
import { factsByProject, factsOf } from '../domain/facts-by-project.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableColumn, TableResult } from '../tables/table.ts';
import { type Fen, formatWanFull, toFen } from '../values/money.ts';
import { allotPayments } from './allot-payments.ts';
import { batchesById, dayOfLine } from './figures.ts';
import { amountCell, textCell } from './table-cells.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'date', label: '日期', kind: 'text', isNarrow: true },
  { key: 'words', label: '摘要', kind: 'text', isNarrow: true },
  { key: 'document', label: '文号/凭证号', kind: 'text', isNarrow: true },
  { key: 'project', label: '项目', kind: 'text' },
  { key: 'received', label: '下达（收）', kind: 'amount' },
  { key: 'allocated', label: '分配', kind: 'amount' },
  { key: 'paid', label: '支付', kind: 'amount' },
  { key: 'balance', label: '余额', kind: 'amount' },
];

interface Entry {
  date: string;
  words: string;
  document: string;
  project: string;
  receivedFen: number | null;
  allocatedFen: number | null;
  paidFen: number | null;
}

/** Received first, then allocated, then paid, where all stand at one day. */
const orderOf = ({ receivedFen, allocatedFen }: Entry): number =>
  receivedFen !== null ? 0 : allocatedFen !== null ? 1 : 2;

function entriesOf(data: PlanData, execution: Execution, batch: FundBatch, asOf: string): Entry[] {
  const batches = batchesById(execution.batches);
  const names = new Map(data.projects.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => (id === FEE ? FEE_NAME : (names.get(id) ?? '（已删除的项目）'));
  const blank = { receivedFen: null, allocatedFen: null, paidFen: null };
  const received: Entry = {
    ...blank,
    date: batchDay(batch) ?? '',
    words: batch.amountFen < 0 ? '收回' : batch.kind === '' ? '下达' : batch.kind,
    document: batchName(batch),
    project: '',
    receivedFen: batch.amountFen,
  };
  const allocated = execution.lines
    .filter(({ batchId }) => batchId === batch.id)
    .map(
      (line): Entry => ({
        ...blank,
        date: dayOfLine(line, batches) ?? '',
        words: line.amountFen < 0 ? '调减' : '分配',
        document: line.documentNumber,
        project: nameOf(line.projectId),
        allocatedFen: line.amountFen,
      }),
    );
  const paid = [...factsByProject(execution.payments)].flatMap(([projectId, payments]) =>
    allotPayments(
      payments.filter(({ date }) => date <= asOf),
      factsOf(execution.lines, projectId).filter((line) => (dayOfLine(line, batches) ?? '') <= asOf),
      batches,
    )
      .filter(({ batchId }) => batchId === batch.id)
      .map(
        ({ payment, amountFen, isMatched }): Entry => ({
          ...blank,
          date: payment.date,
          words: `${amountFen < 0 ? '退回' : payment.stage === '其他' ? '支付' : payment.stage}${isMatched ? '（自动匹配）' : ''}`,
          document: payment.voucher,
          project: nameOf(projectId),
          paidFen: amountFen,
        }),
      ),
  );
  return [received, ...allocated, ...paid]
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => (a.date === b.date ? orderOf(a) - orderOf(b) : a.date < b.date ? -1 : 1));
}

/** The ledger of one batch up to a day. */
export function ledgerTable(data: PlanData, execution: Execution, batch: FundBatch, asOf: string): TableResult {
  let balance = 0;
  const sums = { received: 0, allocated: 0, paid: 0 };
  const amount = (fen: number | null): TableCell => amountCell(fen === null ? null : (fen as Fen));
  const rows = entriesOf(data, execution, batch, asOf).map((entry, index) => {
    sums.received += entry.receivedFen ?? 0;
    sums.allocated += entry.allocatedFen ?? 0;
    sums.paid += entry.paidFen ?? 0;
    balance += (entry.receivedFen ?? 0) - (entry.paidFen ?? 0);
    const cells: TableCell[] = [
      textCell(entry.date),
      textCell(entry.words),
      textCell(entry.document),
      textCell(entry.project),
      amount(entry.receivedFen),
      amount(entry.allocatedFen),
      amount(entry.paidFen),
      amountCell(toFen(balance)),
    ];
    return { key: String(index), role: 'item' as const, depth: 0, cells };
  });
  const total: TableCell[] = [
    { kind: 'blank' },
    textCell('合计'),
    { kind: 'blank' },
    { kind: 'blank' },
    amountCell(toFen(sums.received)),
    amountCell(toFen(sums.allocated)),
    amountCell(toFen(sums.paid)),
    amountCell(toFen(balance)),
  ];
  return {
    id: `ledger-${batch.id}`,
    number: '',
    title: `${data.plan.regionName}资金台账（${batchName(batch)}）`,
    unit: '万元',
    columns: [...COLUMNS],
    rows: [...rows, { key: 'total', role: 'total', depth: 0, cells: total }],
    notes: [
      `截至 ${asOf}。余额＝下达－支付，是这个批次还没有支付的资金，其中未分配 ${formatWanFull(toFen(sums.received - sums.allocated))} 万元。`,
      ...(rows.some(({ cells }) => cells[1]?.kind === 'text' && cells[1].text.includes('自动匹配'))
        ? ['“自动匹配”：支付没有注明批次，按项目各批次的先后对应。']
        : []),
    ],
    source: '',
    charts: [],
  };
}
