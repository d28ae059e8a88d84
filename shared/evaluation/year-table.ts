// T-3 (SPECS F7): the years of the plan with what was planned, released, paid, begun and finished in each.
import type { LifeStateId } from '../domain/life.ts';
import { withMargins } from '../domain/margins.ts';
import { startYear } from '../domain/project.ts';
import { planYears } from '../domain/reference.ts';
import { rateOf } from '../funds/figures.ts';
import { rateCell, textCell } from '../funds/table-cells.ts';
import type { EvaluationTable } from '../records/evaluation.ts';
import type { TableCell } from '../tables/table.ts';
import { type EvaluationFacts, knownAmount, knownCount } from './facts.ts';

const COLUMNS: EvaluationTable['columns'] = [
  { key: 'year', label: '年度', kind: 'text' },
  { key: 'count', label: '启动个数', group: '规划', kind: 'count', counts: '个' },
  { key: 'plan', label: '投资', group: '规划', kind: 'amount' },
  { key: 'released', label: '下达资金', group: '实施', kind: 'amount' },
  { key: 'paid', label: '已支付', group: '实施', kind: 'amount' },
  { key: 'started', label: '开工', group: '实施', kind: 'count', counts: '个' },
  { key: 'finished', label: '竣工', group: '实施', kind: 'count', counts: '个' },
  { key: 'rate', label: '下达占规划(%)', kind: 'share' },
];

const OPEN = '未分年度、日期不详';

interface Line {
  count: number;
  plan: number;
  released: number;
  paid: number;
  started: number;
  finished: number;
}

const none = (): Line => ({ count: 0, plan: 0, released: 0, paid: 0, started: 0, finished: 0 });

export function yearTable({ data, figures, execution, known, asOf }: EvaluationFacts): EvaluationTable {
  const years = planYears(data.plan);
  const lines = new Map<string, Line>(years.map((year) => [String(year), none()]));
  const at = (year: string): Line => {
    const found = lines.get(year) ?? none();
    lines.set(year, found);
    return found;
  };
  for (const { project, byBatch, life, state } of figures.projects) {
    const { total, byYear } = withMargins(project.amounts);
    at(String(startYear(project) ?? OPEN)).count += 1;
    let stated = 0;
    for (const [year, fen] of Object.entries(byYear)) {
      at(/^\d+$/.test(year) ? year : OPEN).plan += fen;
      stated += fen;
    }
    if (total !== null && total !== stated) at(OPEN).plan += total - stated;
    for (const [id, { releasedFen }] of byBatch) {
      const batch = figures.batches.find((one) => one.batch.id === id)?.batch;
      at(String(batch?.year ?? OPEN)).released += releasedFen;
    }
    const reach = (id: LifeStateId, isSo: boolean, key: 'started' | 'finished'): void => {
      if (isSo) at(life.reached.get(id)?.slice(0, 4) ?? OPEN)[key] += 1;
    };
    reach('started', state === '已开工' || state === '已竣工', 'started');
    reach('finished', state === '已竣工', 'finished');
  }
  const listed = new Set(figures.projects.map(({ project }) => project.id));
  for (const { projectId, date, amountFen } of execution.payments)
    if (date <= asOf && listed.has(projectId)) at(date.slice(0, 4)).paid += amountFen;
  const filled = [...lines].filter(
    ([year, line]) => lines.size > 0 && (years.includes(Number(year)) || !isEmpty(line)),
  );
  const ordered = filled.sort(([a], [b]) => (a === OPEN ? 1 : b === OPEN ? -1 : Number(a) - Number(b)));
  const total = none();
  for (const [, line] of ordered) for (const key of Object.keys(total) as (keyof Line)[]) total[key] += line[key];
  const cells = (name: string, line: Line): TableCell[] => [
    textCell(name),
    { kind: 'count', value: line.count },
    knownAmount(true, line.plan),
    knownAmount(known.released, line.released),
    knownAmount(known.paid, line.paid),
    knownCount(known.work, line.started),
    knownCount(known.work, line.finished),
    rateCell(known.released ? rateOf(line.released, line.plan) : null),
  ];
  return {
    id: 'evaluation-years',
    number: '',
    title: '各年度规划与实施对照表',
    columns: COLUMNS,
    rows: [
      ...ordered.map(([year, line]) => ({
        key: year,
        role: 'item' as const,
        depth: 0,
        cells: cells(year === OPEN ? OPEN : `${year}年`, line),
      })),
      { key: 'total', role: 'total', depth: 0, cells: cells('合计', total) },
    ],
    notes: ['下达按资金年度，支付按支付日期，开工、竣工按办理日期分年度；规划投资按年度投资安排。'],
  };
}

const isEmpty = (line: Line): boolean => Object.values(line).every((value) => value === 0);
