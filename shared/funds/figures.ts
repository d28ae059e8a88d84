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
import { factsByProject } from '../domain/facts-by-project.ts';
import { type LifeEvent, type LifeStateId, lifeState, rankOf } from '../domain/life.ts';
import { blankProject, type Project } from '../domain/project.ts';
import { rememberPerProject } from '../domain/remember-per-project.ts';
import { type Life, lifeOf } from '../life/state.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, toFen } from '../values/money.ts';
import { type AllottedPayment, allotPayments } from './allot-payments.ts';
import { saysOfWork } from './stated-totals.ts';

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
  life: Life;
  /** 审定结算价; null until it is settled. */
  settledFen: Fen | null;
  /** 结余: released beyond the settled price; null until it is settled. */
  surplusFen: Fen | null;
  /** 待付: what of the released money, or of the settled price where that is less, is not paid. */
  dueFen: Fen;
  /** Released and paid by batch; '' holds payments without any line. */
  byBatch: ReadonlyMap<string, { releasedFen: number; paidFen: number }>;
}

export interface BatchFigures {
  batch: FundBatch;
  allocatedFen: Fen;
  feeFen: Fen;
  /** With `feePaidFen`, what of it was paid of 项目管理费. */
  paidFen: Fen;
  feePaidFen: Fen;
  unallocatedFen: Fen;
  projects: number;
  started: number;
  finished: number;
  /** 结余 of its settled projects, by its share in what each was released. */
  surplusFen: Fen;
}

export interface ProgressFigures {
  asOf: Day;
  projects: readonly ProjectProgress[];
  batches: readonly BatchFigures[];
  /** 项目管理费, allocated to no project, and what of it was paid. */
  feeFen: Fen;
  feePaidFen: Fen;
}

/** A rate in percent with two decimals; null where there is no whole (SPECS §3 rule 11). */
export function rateOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const hundredths = (BigInt(Math.abs(part)) * 20_000n + BigInt(Math.abs(whole))) / (2n * BigInt(Math.abs(whole)));
  const sign = part !== 0 && part < 0 !== whole < 0 && hundredths > 0n ? '-' : '';
  return `${sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

const counts = (day: Day | null, asOf: Day): boolean => day === null || day <= asOf;

/** The day of a line: its own, else that of its batch. */
export function dayOfLine(line: FundLine, batches: ReadonlyMap<string, FundBatch>): Day | null {
  const batch = batches.get(line.batchId);
  return line.date ?? (batch ? batchDay(batch) : null);
}

/** What one project was released, paid and has done up to a day. */
function progressOf(
  project: Project,
  allLines: readonly FundLine[],
  allPayments: readonly Payment[],
  allNotes: readonly ProgressNote[],
  events: readonly LifeEvent[],
  batches: ReadonlyMap<string, FundBatch>,
  asOf: Day,
): ProjectProgress {
  const lines = allLines.filter((line) => counts(dayOfLine(line, batches), asOf));
  const payments = allPayments.filter(({ date }) => counts(date, asOf));
  const notes = allNotes.filter(({ date }) => counts(date, asOf));
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
    if (saysOfWork(one)) note = one;
    percent = one.percent ?? percent;
    done = one.doneFen ?? done;
  }
  const { total, byYear } = project.amounts;
  const plan = total ?? toFen(Object.values(byYear).reduce<number>((sum, fen) => sum + fen, 0));
  const life = lifeOf(events, lines, asOf);
  const { settledFen } = life;
  const isPast = (id: LifeStateId): boolean => rankOf(life.state) >= rankOf(id);
  const isStarted = isPast('started') || paid > 0 || (percent ?? 0) > 0 || (done ?? 0) > 0;
  const isReleased = isPast('released') || lines.length > 0;
  const isFinished = isPast('finished') || percent === 100;
  return {
    project,
    planFen: plan,
    releasedFen: toFen(released),
    paidFen: toFen(paid),
    doneFen: done ?? toFen(0),
    percent,
    note,
    state: isFinished ? '已竣工' : isStarted ? '已开工' : isReleased ? '已下达' : '未下达',
    life,
    settledFen,
    surplusFen: settledFen === null ? null : toFen(released - settledFen),
    dueFen: toFen(Math.max(0, Math.min(released, settledFen ?? released) - paid)),
    byBatch,
  };
}

const progressAt = rememberPerProject(progressOf);

/** 状态 in the words of a project's life where they say more than money and work do. */
export function stateWords({ state, life }: Pick<ProjectProgress, 'state' | 'life'>): string {
  if (life.isDropped) return '清理出库';
  const { id, name, stage } = lifeState(life.state);
  const saysMore = id !== 'draft' && (stage === '竣工' || (state === '未下达' && life.last !== null));
  return `${saysMore ? name : state}${life.isPaused ? '（暂缓）' : ''}`;
}

/** Stands for a project that is not in the list any more. */
function goneProject(id: string, regionCode: string): Project {
  return { ...blankProject({ id, position: 0, categoryId: null, regionCode }), name: '（已删除的项目）' };
}

const batchMaps = new WeakMap<readonly FundBatch[], ReadonlyMap<string, FundBatch>>();

/** Batches by id; the same map for the same list. */
export function batchesById(batches: readonly FundBatch[]): ReadonlyMap<string, FundBatch> {
  const found = batchMaps.get(batches) ?? new Map(batches.map((batch) => [batch.id, batch]));
  batchMaps.set(batches, found);
  return found;
}

const NONE: readonly never[] = [];
const idSets = new WeakMap<readonly Project[], ReadonlySet<string>>();

function listedIds(projects: readonly Project[]): ReadonlySet<string> {
  const found = idSets.get(projects) ?? new Set(projects.map(({ id }) => id));
  idSets.set(projects, found);
  return found;
}

/** All figures of an execution up to `asOf`. */
export function progressFigures(data: PlanData, execution: Execution, asOf: Day): ProgressFigures {
  const batches = batchesById(execution.batches);
  const lines = factsByProject(execution.lines);
  const payments = factsByProject(execution.payments);
  const notes = factsByProject(execution.notes);
  const events = factsByProject(execution.events);
  const figuresOf = (project: Project): ProjectProgress => {
    const { id } = project;
    return progressAt(
      project,
      lines.get(id) ?? NONE,
      payments.get(id) ?? NONE,
      notes.get(id) ?? NONE,
      events.get(id) ?? NONE,
      batches,
      asOf,
    );
  };
  // Facts of a project that was deleted since still count: money does not vanish with a row.
  const listed = listedIds(data.projects);
  const gone = new Set<string>();
  for (const groups of [lines, payments]) {
    for (const id of groups.keys()) if (!listed.has(id) && id !== FEE) gone.add(id);
  }
  const projects = data.projects.map(figuresOf);
  for (const id of gone) projects.push(figuresOf(goneProject(id, data.plan.regionCode)));
  const fees = (lines.get(FEE) ?? NONE).filter((line) => counts(dayOfLine(line, batches), asOf));
  const feesPaid = allotPayments(
    (payments.get(FEE) ?? NONE).filter(({ date }) => counts(date, asOf)),
    fees,
    batches,
  );
  return {
    asOf,
    projects,
    batches: batchFigures(execution.batches, projects, { fees, feesPaid }, asOf),
    feePaidFen: toFen(feesPaid.reduce<number>((sum, { amountFen }) => sum + amountFen, 0)),
    feeFen: toFen(fees.reduce<number>((sum, { amountFen }) => sum + amountFen, 0)),
  };
}

/** 结余 of a settled project over the batches that released to it, in their proportion; the parts add up. */
function surplusByBatch({ surplusFen, releasedFen, byBatch }: ProjectProgress): Map<string, number> {
  const parts = new Map<string, number>();
  if (surplusFen === null || surplusFen <= 0 || releasedFen <= 0) return parts;
  let released = 0;
  let given = 0;
  for (const [id, batch] of byBatch) {
    released += batch.releasedFen;
    const until = Number((BigInt(surplusFen) * BigInt(released)) / BigInt(releasedFen));
    parts.set(id, until - given);
    given = until;
  }
  return parts;
}

function batchFigures(
  batches: readonly FundBatch[],
  projects: readonly ProjectProgress[],
  { fees, feesPaid }: { fees: readonly FundLine[]; feesPaid: readonly AllottedPayment[] },
  asOf: Day,
): BatchFigures[] {
  const zero = () => ({ allocated: 0, fee: 0, feePaid: 0, paid: 0, projects: 0, started: 0, finished: 0, surplus: 0 });
  const sums = new Map<string, ReturnType<typeof zero>>();
  const at = (id: string) => {
    const found = sums.get(id) ?? zero();
    sums.set(id, found);
    return found;
  };
  for (const progress of projects) {
    for (const [id, { releasedFen, paidFen }] of progress.byBatch) {
      const sum = at(id);
      sum.allocated += releasedFen;
      sum.paid += paidFen;
      sum.projects += 1;
      if (progress.state === '已开工' || progress.state === '已竣工') sum.started += 1;
      if (progress.state === '已竣工') sum.finished += 1;
    }
    if ((progress.surplusFen ?? 0) > 0) for (const [id, fen] of surplusByBatch(progress)) at(id).surplus += fen;
  }
  for (const { batchId, amountFen } of fees) {
    at(batchId).allocated += amountFen;
    at(batchId).fee += amountFen;
  }
  for (const { batchId, amountFen } of feesPaid) {
    if (batchId === null) continue;
    at(batchId).paid += amountFen;
    at(batchId).feePaid += amountFen;
  }
  return (
    batches
      // One that gave or paid already counts whatever the date on its paper.
      .filter((batch) => counts(batchDay(batch), asOf) || sums.has(batch.id))
      .map((batch) => {
        const {
          allocated,
          fee,
          feePaid,
          paid,
          projects: count,
          started,
          finished,
          surplus,
        } = sums.get(batch.id) ?? zero();
        return {
          batch,
          allocatedFen: toFen(allocated),
          feeFen: toFen(fee),
          paidFen: toFen(paid),
          feePaidFen: toFen(feePaid),
          unallocatedFen: toFen(batch.amountFen - allocated),
          projects: count,
          started,
          finished,
          surplusFen: toFen(surplus),
        };
      })
  );
}
