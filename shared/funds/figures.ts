// 计划、下达、支付、完成 of the plan's projects up to an as-of day, by project and by any dimension (SPECS B6). Sums in 分;
// the sum over any dimension is the same.
import {
  batchDay,
  type Day,
  type Execution,
  FEE,
  type FundBatch,
  type FundLine,
  type Payment,
  type ProgressNote,
} from '../domain/execution.ts';
import { blankProject, type Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, toFen } from '../values/money.ts';
import { allotPayments } from './allot-payments.ts';

export const PROGRESS_STATES = ['未下达', '已下达', '已开工', '已竣工'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** One project with all that counts of it up to the day. */
export interface ProjectProgress {
  project: Project;
  planFen: Fen;
  releasedFen: Fen;
  paidFen: Fen;
  doneFen: Fen;
  percent: number | null;
  note: ProgressNote | null;
  state: ProgressState;
  /** Released and paid by batch; '' holds payments without any line. */
  byBatch: ReadonlyMap<string, { releasedFen: number; paidFen: number }>;
}

export interface BatchFigures {
  batch: FundBatch;
  allocatedFen: Fen;
  feeFen: Fen;
  paidFen: Fen;
  unallocatedFen: Fen;
  projects: number;
  started: number;
}

export interface ProgressFigures {
  asOf: Day;
  projects: readonly ProjectProgress[];
  batches: readonly BatchFigures[];
  /** 项目管理费, allocated to no project. */
  feeFen: Fen;
}

/** A rate in percent with two decimals; null where there is no whole (SPECS §3 rule 11). */
export function rateOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const hundredths = (BigInt(Math.abs(part)) * 20_000n + BigInt(Math.abs(whole))) / (2n * BigInt(Math.abs(whole)));
  const sign = part !== 0 && part < 0 !== whole < 0 && hundredths > 0n ? '-' : '';
  return `${sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

const counts = (day: Day | null, asOf: Day): boolean => day === null || day <= asOf;

/** What one project was released, paid and has done; remembered per project by `progressFigures`. */
function progressOf(
  project: Project,
  lines: readonly FundLine[],
  payments: readonly Payment[],
  notes: readonly ProgressNote[],
  batches: ReadonlyMap<string, FundBatch>,
): ProjectProgress {
  const byBatch = new Map<string, { releasedFen: number; paidFen: number }>();
  const at = (id: string) => {
    const found = byBatch.get(id) ?? { releasedFen: 0, paidFen: 0 };
    byBatch.set(id, found);
    return found;
  };
  let released = 0;
  for (const { batchId, amountFen } of lines) {
    at(batchId).releasedFen += amountFen;
    released += amountFen;
  }
  let paid = 0;
  for (const part of allotPayments(payments, lines, batches)) {
    at(part.batchId ?? '').paidFen += part.amountFen;
    paid += part.amountFen;
  }
  let note: ProgressNote | null = null;
  let percent: number | null = null;
  let done: Fen | null = null;
  for (const one of notes.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    note = one;
    percent = one.percent ?? percent;
    done = one.doneFen ?? done;
  }
  const { total, byYear } = project.amounts;
  const plan = total ?? toFen(Object.values(byYear).reduce<number>((sum, fen) => sum + fen, 0));
  const isStarted = paid > 0 || (percent ?? 0) > 0 || (done ?? 0) > 0;
  const state: ProgressState =
    percent === 100 ? '已竣工' : isStarted ? '已开工' : lines.length > 0 ? '已下达' : '未下达';
  return {
    project,
    planFen: plan,
    releasedFen: toFen(released),
    paidFen: toFen(paid),
    doneFen: done ?? toFen(0),
    percent,
    note,
    state,
    byBatch,
  };
}

/** Groups facts by project once for each version of a list. */
function byProject<F extends { projectId: string }>(
  cache: WeakMap<readonly F[], Map<string, F[]>>,
  facts: readonly F[],
) {
  let found = cache.get(facts);
  if (!found) {
    found = Map.groupBy(facts, ({ projectId }) => projectId);
    cache.set(facts, found);
  }
  return found;
}

const lineGroups = new WeakMap<readonly FundLine[], Map<string, FundLine[]>>();
const paymentGroups = new WeakMap<readonly Payment[], Map<string, Payment[]>>();
const noteGroups = new WeakMap<readonly ProgressNote[], Map<string, ProgressNote[]>>();
const NONE: readonly never[] = [];

/** Stands for a project that is not in the list any more. */
function goneProject(id: string, regionCode: string): Project {
  return { ...blankProject({ id, position: 0, categoryId: null, regionCode }), name: '（已删除的项目）' };
}

/** All figures of an execution up to `asOf`. */
export function progressFigures(data: PlanData, execution: Execution, asOf: Day): ProgressFigures {
  const batches = new Map(execution.batches.map((batch) => [batch.id, batch]));
  const dayOfLine = (line: FundLine): Day | null => {
    const batch = batches.get(line.batchId);
    return line.date ?? (batch ? batchDay(batch) : null);
  };
  const lines = byProject(lineGroups, execution.lines);
  const payments = byProject(paymentGroups, execution.payments);
  const notes = byProject(noteGroups, execution.notes);
  // Facts of a project that was deleted since still count: money does not vanish with a row.
  const listed = new Set(data.projects.map(({ id }) => id));
  const gone = new Set([...lines.keys(), ...payments.keys()].filter((id) => id !== FEE && !listed.has(id)));
  const projects = [...data.projects, ...[...gone].map((id) => goneProject(id, data.plan.regionCode))].map((project) =>
    progressOf(
      project,
      (lines.get(project.id) ?? NONE).filter((line) => counts(dayOfLine(line), asOf)),
      (payments.get(project.id) ?? NONE).filter(({ date }) => counts(date, asOf)),
      (notes.get(project.id) ?? NONE).filter(({ date }) => counts(date, asOf)),
      batches,
    ),
  );
  const fees = (lines.get(FEE) ?? NONE).filter((line) => counts(dayOfLine(line), asOf));
  return {
    asOf,
    projects,
    batches: batchFigures(execution.batches, projects, fees, asOf),
    feeFen: toFen(fees.reduce<number>((sum, { amountFen }) => sum + amountFen, 0)),
  };
}

function batchFigures(
  batches: readonly FundBatch[],
  projects: readonly ProjectProgress[],
  fees: readonly FundLine[],
  asOf: Day,
): BatchFigures[] {
  const sums = new Map<string, { allocated: number; fee: number; paid: number; projects: number; started: number }>();
  const at = (id: string) => {
    const found = sums.get(id) ?? { allocated: 0, fee: 0, paid: 0, projects: 0, started: 0 };
    sums.set(id, found);
    return found;
  };
  for (const { byBatch, state } of projects) {
    for (const [id, { releasedFen, paidFen }] of byBatch) {
      const sum = at(id);
      sum.allocated += releasedFen;
      sum.paid += paidFen;
      sum.projects += 1;
      if (state === '已开工' || state === '已竣工') sum.started += 1;
    }
  }
  for (const { batchId, amountFen } of fees) {
    at(batchId).allocated += amountFen;
    at(batchId).fee += amountFen;
  }
  return (
    batches
      // One that gave or paid already counts whatever the date on its paper.
      .filter((batch) => counts(batchDay(batch), asOf) || sums.has(batch.id))
      .map((batch) => {
        const sum = at(batch.id);
        return {
          batch,
          allocatedFen: toFen(sum.allocated),
          feeFen: toFen(sum.fee),
          paidFen: toFen(sum.paid),
          unallocatedFen: toFen(batch.amountFen - sum.allocated),
          projects: sum.projects,
          started: sum.started,
        };
      })
  );
}
