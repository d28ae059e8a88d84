// The state of a project at a day: what its events, and the money released to it, make of it (SPECS A1, A2).
import type { Day, FundLine } from '../domain/execution.ts';
import { LIFE_STATES, type LifeEvent, type LifeStateId, lifeState, planYearOf, rankOf } from '../domain/life.ts';
import type { Fen } from '../values/money.ts';

export interface Life {
  state: LifeStateId;
  isPaused: boolean;
  isDropped: boolean;
  /** Reasons of a 退回 that was not answered yet. */
  returned: LifeEvent | null;
  /** The newest event; null without any. */
  last: LifeEvent | null;
  /** The years in whose plan it is listed. */
  planYears: ReadonlySet<number>;
  /** 审定结算价; null until it is settled. */
  settledFen: Fen | null;
  /** States that the project came to, with the day of the last time; null: 日期不详. */
  reached: ReadonlyMap<LifeStateId, Day | null>;
}

/** Events in the order of their days; those without a day come first, in the order of the states. */
export function inOrder(events: readonly LifeEvent[]): LifeEvent[] {
  const byDay = dayOrder(events);
  // Most are recorded as they happen.
  let isSorted = true;
  for (let at = 1; at < events.length && isSorted; at += 1)
    isSorted = byDay(events[at - 1] as LifeEvent, events[at] as LifeEvent) <= 0;
  return isSorted ? [...events] : events.toSorted(byDay);
}

/** A day on which a project was sent back is read as it was recorded: it may have been handed up again on the same day. */
function dayOrder(events: readonly LifeEvent[]): (a: LifeEvent, b: LifeEvent) => number {
  const returned = new Set(events.filter(({ kind }) => kind === 'returned').map(({ date }) => date ?? ''));
  return (a, b) => {
    const one = a.date ?? '';
    const other = b.date ?? '';
    if (one !== other) return one < other ? -1 : 1;
    return returned.has(one) ? 0 : placeInDay(a) - placeInDay(b);
  };
}

/** What happens beside the way — 暂缓, 清理出库 — comes after the steps of its day. */
function placeInDay({ to }: LifeEvent): number {
  return to === null ? LIFE_STATES.length : rankOf(to);
}

/** `lines` of the project up to the day: money makes a project 已下达 without a word. */
export function lifeOf(events: readonly LifeEvent[], lines: readonly Pick<FundLine, 'date'>[], asOf: Day): Life {
  let state: LifeStateId = 'draft';
  let isPaused = false;
  let isDropped = false;
  let returned: LifeEvent | null = null;
  let last: LifeEvent | null = null;
  const reached = new Map<LifeStateId, Day | null>();
  const planYears = new Set<number>();
  let settledFen: Fen | null = null;
  for (const event of inOrder(events)) {
    if (event.date !== null && event.date > asOf) continue;
    last = event;
    const planYear = planYearOf(event);
    if (planYear !== null) planYears.add(planYear);
    if (event.kind === 'state' && event.to !== null) {
      // A project under way is listed in the plan of each of its years; it stays where it is.
      if (event.to !== 'planned' || rankOf(state) < rankOf('planned')) state = event.to;
      settledFen = event.settledFen ?? settledFen;
      // Coming into the library again ends 清理出库; any step ends a pause and answers what was returned.
      isDropped = false;
      isPaused = false;
      returned = null;
      reached.set(event.to, event.date);
    } else if (event.kind === 'returned') {
      state = event.to ?? 'draft';
      returned = event;
      // What came after is to be done again.
      for (const id of reached.keys()) if (rankOf(id) > rankOf(state)) reached.delete(id);
      if (rankOf(state) < rankOf('settled')) settledFen = null;
    } else if (event.kind === 'paused') isPaused = true;
    else if (event.kind === 'resumed') isPaused = false;
    else isDropped = true;
  }
  // Money from before a 退回 does not undo it.
  const since = returned?.date ?? null;
  const hasMoney = lines.some(({ date }) =>
    date === null ? returned === null : date <= asOf && (since === null || date > since),
  );
  if (hasMoney && rankOf(state) < rankOf('released')) {
    state = 'released';
    if (!reached.has('released'))
      reached.set('released', lines.map(({ date }) => date).find((date) => date !== null) ?? null);
  }
  return { state, isPaused, isDropped, returned, last, planYears, settledFen, reached };
}

/** What stands against a step, in Chinese; null: nothing. `today`: no event lies beyond tomorrow. */
export function objectionTo(
  life: Life,
  step: Pick<LifeEvent, 'kind' | 'to' | 'date' | 'isBackfilled' | 'reason' | 'planYear'> &
    Partial<Pick<LifeEvent, 'settledFen'>>,
  today: Day,
): string | null {
  const { kind, to, date } = step;
  if (step.settledFen != null && step.settledFen <= 0) return '结算价要大于零';
  if (date !== null && date > nextDay(today)) return `日期 ${date} 还没有到`;
  if (kind === 'dropped') return life.isDropped ? '已经清理出库' : step.reason === '' ? '清理出库要写明原因' : null;
  if (life.isDropped && !(kind === 'state' && to === 'stored')) return '已清理出库，要先重新入库';
  if (kind === 'paused') return life.isPaused ? '已经暂缓' : null;
  if (kind === 'resumed') return life.isPaused ? null : '没有暂缓，不用恢复';
  if (to === null) return '没有说退回到哪一级';
  if (kind === 'returned') {
    // What was handed up without a step can be sent back all the same, once.
    const isFirst = to === 'draft' && life.state === 'draft' && life.returned === null;
    return rankOf(to) < rankOf(life.state) || isFirst
      ? null
      : `现在是“${lifeState(life.state).name}”，不能退回到“${lifeState(to).name}”`;
  }
  const planYear = planYearOf(step);
  if (planYear !== null && life.planYears.has(planYear)) return `已经列入 ${planYear} 年度计划`;
  if (planYear !== null && rankOf(life.state) >= rankOf('planned')) return null;
  if (rankOf(to) <= rankOf(life.state) && !life.isDropped && !step.isBackfilled) {
    return life.state === to
      ? `已经是“${lifeState(to).name}”`
      : `现在是“${lifeState(life.state).name}”，不能回到“${lifeState(to).name}”，要退回请用“退回”`;
  }
  if (step.isBackfilled || life.isDropped) return null;
  const missing = missingSteps(life.state, to);
  return missing.length === 0
    ? null
    : `现在是“${lifeState(life.state).name}”，到“${lifeState(to).name}”还缺：${missing.map((id) => lifeState(id).name).join('、')}；以前办过的请用“补录”`;
}

/**
 * The step that the day of another contradicts: an earlier one of a life dated later, or a later one dated earlier; null:
 * none. A project that was returned or dropped goes its way again.
 */
export function contradictedBy(
  events: readonly LifeEvent[],
  { kind, to, date }: Pick<LifeEvent, 'kind' | 'to' | 'date'>,
): LifeEvent | null {
  if (kind !== 'state' || to === null || to === 'planned' || date === null) return null;
  if (events.some((one) => one.kind === 'returned' || one.kind === 'dropped')) return null;
  const found = events.find((one) => {
    if (one.kind !== 'state' || one.to === null || one.to === 'planned' || one.date === null) return false;
    const rank = rankOf(one.to) - rankOf(to);
    return (rank < 0 && one.date > date) || (rank > 0 && one.date < date);
  });
  return found ?? null;
}

/** 日期 2026-03-01 早于“已开工”的日期 2026-05-01. */
export function contradictionWords(date: Day, against: LifeEvent): string {
  const name = lifeState(against.to ?? 'draft').name;
  return `日期 ${date} ${date < (against.date ?? '') ? '早于' : '晚于'}“${name}”的日期 ${against.date}`;
}

/** Required states between two. */
export function missingSteps(from: LifeStateId, to: LifeStateId): LifeStateId[] {
  const ids: LifeStateId[] = [];
  for (let rank = rankOf(from) + 1; rank < rankOf(to); rank += 1) {
    const state = LIFE_STATES[rank];
    if (state?.isRequired) ids.push(state.id);
  }
  return ids;
}

function nextDay(day: Day): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
