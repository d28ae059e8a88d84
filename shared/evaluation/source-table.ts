// T-4 (SPECS F7): fund sources, planned against what arrived, was released to projects and paid.
import { batchDay } from '../domain/execution.ts';
import { withMargins } from '../domain/margins.ts';
import { topSourceOf, topSources } from '../domain/reference.ts';
import { rateOf } from '../funds/figures.ts';
import { rateCell, textCell } from '../funds/table-cells.ts';
import type { EvaluationTable } from '../records/evaluation.ts';
import type { TableCell } from '../tables/table.ts';
import { type EvaluationFacts, knownAmount } from './facts.ts';

const COLUMNS: EvaluationTable['columns'] = [
  { key: 'source', label: '资金来源', kind: 'text' },
  { key: 'plan', label: '规划投资', kind: 'amount' },
  { key: 'arrived', label: '到位资金', kind: 'amount' },
  { key: 'arrived-rate', label: '到位率(%)', kind: 'share' },
  { key: 'released', label: '下达到项目', kind: 'amount' },
  { key: 'paid', label: '已支付', kind: 'amount' },
  { key: 'paid-rate', label: '支付率(%)', kind: 'share' },
];
const OPEN = { id: '?', name: '未分来源' };

interface Line {
  name: string;
  plan: number;
  arrived: number;
  released: number;
  paid: number;
}

export function sourceTable({ data, figures, known, asOf, execution }: EvaluationFacts): EvaluationTable {
  const { reference } = data;
  const lines = new Map<string, Line>(
    topSources(reference).map(({ id, name }) => [id, { name, plan: 0, arrived: 0, released: 0, paid: 0 }]),
  );
  const at = (sourceId: string | null, text: string): Line => {
    const top = sourceId === null ? undefined : topSourceOf(reference, sourceId);
    const id = top?.id ?? (text === '' ? OPEN.id : `?${text}`);
    const found = lines.get(id) ?? { name: text || OPEN.name, plan: 0, arrived: 0, released: 0, paid: 0 };
    lines.set(id, found);
    return found;
  };
  for (const { fundSourceId, sourceText, amountFen, ...batch } of execution.batches) {
    const day = batchDay({ ...batch, fundSourceId, sourceText, amountFen });
    if (day === null || day <= asOf) at(fundSourceId, sourceText).arrived += amountFen;
  }
  const batches = new Map(figures.batches.map(({ batch }) => [batch.id, batch]));
  for (const { project, byBatch } of figures.projects) {
    const { total, bySource } = withMargins(project.amounts);
    let stated = 0;
    for (const [id, fen] of Object.entries(bySource)) {
      at(id, id).plan += fen;
      stated += fen;
    }
    if (total !== null && total !== stated) at(null, '').plan += total - stated;
    for (const [id, { releasedFen, paidFen }] of byBatch) {
      const batch = batches.get(id);
      const line = at(batch?.fundSourceId ?? null, batch?.sourceText ?? '');
      line.released += releasedFen;
      line.paid += paidFen;
    }
  }
  const filled = [...lines].filter(
    ([, line]) => line.plan !== 0 || line.arrived !== 0 || line.released !== 0 || line.paid !== 0,
  );
  const total: Line = { name: '合计', plan: 0, arrived: 0, released: 0, paid: 0 };
  for (const [, line] of filled)
    for (const key of ['plan', 'arrived', 'released', 'paid'] as const) total[key] += line[key];
  const cells = ({ name, plan, arrived, released, paid }: Line): TableCell[] => [
    textCell(name),
    knownAmount(true, plan),
    knownAmount(known.released, arrived),
    rateCell(known.released ? rateOf(arrived, plan) : null),
    knownAmount(known.released, released),
    knownAmount(known.paid, paid),
    rateCell(known.paid ? rateOf(paid, released) : null),
  ];
  return {
    id: 'evaluation-sources',
    number: '',
    title: '资金筹措规划与到位对照表',
    columns: COLUMNS,
    rows: [
      ...filled.map(([key, line]) => ({ key, role: 'item' as const, depth: 0, cells: cells(line) })),
      { key: 'total', role: 'total', depth: 0, cells: cells(total) },
    ],
    notes: ['到位资金＝资金批次（指标文）的金额，收回的为负；到位率＝到位资金÷规划投资。'],
  };
}
