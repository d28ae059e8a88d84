// What an evaluation is computed from, and which of its figures are known at all: where nothing was recorded a table says ——,
// not 0.
import type { ChangeOrder } from '../domain/change-order.ts';
import type { Day, Execution } from '../domain/execution.ts';
import { type ProgressFigures, progressFigures } from '../funds/figures.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { countedMoney } from '../tables/plan-money.ts';
import type { TableCell } from '../tables/table.ts';
import { type Fen, toFen } from '../values/money.ts';

export interface EvaluationFacts {
  /** With values of indicators up to the day, and projects as far as the plan's years go. */
  data: PlanData;
  execution: Execution;
  orders: readonly ChangeOrder[];
  /** What was printed last; null: nothing was. */
  printed: { name: string; count: number; totalFen: number } | null;
  figures: ProgressFigures;
  /** The year in which the indicators are judged. */
  year: number;
  asOf: Day;
  leastFen: number;
  known: Known;
}

/** Whether anything of a sort was recorded up to the day. */
export interface Known {
  released: boolean;
  paid: boolean;
  /** Steps, progress or payments: whether work began can be told. */
  work: boolean;
  /** Projects of which somebody said what they have done. */
  done: ReadonlySet<string>;
}

export interface EvaluationSource {
  data: PlanData;
  execution: Execution;
  orders: readonly ChangeOrder[];
  printed: EvaluationFacts['printed'];
}

/** `year` null: the newest year with a value up to the day. */
export function evaluationFacts(
  source: EvaluationSource,
  { asOf, year, leastFen }: { asOf: Day; year: number | null; leastFen: number },
): EvaluationFacts {
  const data = countedMoney(withValuesUntil(source.data, asOf));
  const { execution } = source;
  const figures = progressFigures(data, execution, asOf);
  const until = <T extends { date: Day | null }>(facts: readonly T[]): T[] =>
    facts.filter(({ date }) => date === null || date <= asOf);
  const payments = until(execution.payments);
  const notes = until(execution.notes);
  return {
    ...{ data, execution, figures, asOf, leastFen, printed: source.printed },
    orders: source.orders.filter(({ approvedAt, appliedAt }) => appliedAt !== null && (approvedAt ?? '') <= asOf),
    year: year ?? judgedYear(data, asOf),
    known: {
      released: figures.projects.some(({ byBatch }) => byBatch.size > 0) || figures.batches.length > 0,
      paid: payments.length > 0,
      work: payments.length + notes.length + until(execution.events).length > 0,
      done: new Set(notes.flatMap(({ doneFen, projectId }) => (doneFen === null ? [] : [projectId]))),
    },
  };
}

/** A value of a year after the day, or established after it, does not count. */
function withValuesUntil(data: PlanData, asOf: Day): PlanData {
  const values = recordsOf(data.records, 'indicator-value');
  const last = Number(asOf.slice(0, 4));
  const kept = [...values].filter(([, { year, date }]) => year <= last && (date === null || date <= asOf));
  if (kept.length === values.size) return data;
  return { ...data, records: { ...data.records, 'indicator-value': new Map(kept) } };
}

/** The newest year with a value; where there is none the last whole year up to the day. */
function judgedYear({ plan, records }: PlanData, asOf: Day): number {
  const years = [...recordsOf(records, 'indicator-value').values()].map(({ year }) => year);
  const own = Number(asOf.slice(0, 4));
  const newest = years.length > 0 ? Math.max(...years) : asOf.slice(5) === '12-31' ? own : own - 1;
  return Math.min(Math.max(newest, plan.firstYear), plan.lastYear);
}

export const sumFen = (amounts: readonly number[]): Fen => toFen(amounts.reduce((sum, fen) => sum + fen, 0));

export const NOT_KNOWN: TableCell = { kind: 'text', text: '——' };

/** —— where nothing of the sort was recorded. */
export function knownAmount(isKnown: boolean, fen: number): TableCell {
  return isKnown ? { kind: 'amount', fen: toFen(fen) } : NOT_KNOWN;
}

export function knownCount(isKnown: boolean, value: number): TableCell {
  return isKnown ? { kind: 'count', value } : NOT_KNOWN;
}
