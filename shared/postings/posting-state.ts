// How a registered notice stands at a day: its last day, whether it still runs, whether it was long enough, what is open.
import type { Day } from '../domain/execution.ts';
import { isUnanswered, type Posting } from '../domain/posting.ts';
import { countDays, type Holidays, lastDay } from '../notice/period.ts';

export const POSTING_STATUS = {
  unknown: '日期不详',
  coming: '未开始',
  running: '公示中',
  ended: '期满待办结',
  standing: '公告中',
  closed: '已办结',
  withdrawn: '已撤下',
} as const;
export type PostingStatus = keyof typeof POSTING_STATUS;

export interface PostingState {
  status: PostingStatus;
  /** The last day; null: it has no end, or none is known. */
  to: Day | null;
  /** Days in the kind of the notice, up to its end or to where it was taken down; null where no end is known. */
  days: number | null;
  /** Calendar days that its stage needs; null: no end is asked for. */
  needed: number | null;
  /** Fewer calendar days than needed. */
  isShort: boolean;
  /** Objections that nobody has decided on. */
  open: number;
}

type Period = Pick<Posting, 'kind' | 'from' | 'days' | 'dayKind' | 'to' | 'withdrawnAt' | 'closedAt' | 'objections'>;

/** The last day of a notice: as written or extended, else from its days; null for a 公告, or where nothing says it. */
export function endOf({ kind, from, days, dayKind, to }: Period, holidays: Holidays): Day | null {
  if (to !== null) return to;
  return kind === '公示' && from !== null && days !== null ? lastDay(from, days, dayKind, holidays) : null;
}

export function postingState(posting: Period, asOf: Day, holidays: Holidays, needed: number | null): PostingState {
  const { kind, from, dayKind, withdrawnAt, closedAt, objections } = posting;
  const to = endOf(posting, holidays);
  const isAsked = kind === '公示' ? needed : null;
  const open = objections.filter((one) => isUnanswered(one) && (one.date === null || one.date <= asOf)).length;
  const gone = [to, withdrawnAt, closedAt].filter((day) => day !== null).sort()[0] ?? null;
  const counted = from !== null && to !== null && gone !== null;
  const days = counted ? countDays(from, gone, dayKind, holidays) : null;
  const isShort = counted && isAsked !== null && countDays(from, gone, 'days') < isAsked;
  return { status: statusOf(posting, to, asOf), to, days, needed: isAsked, isShort, open };
}

function statusOf({ kind, from, withdrawnAt, closedAt }: Period, to: Day | null, asOf: Day): PostingStatus {
  if (withdrawnAt !== null && withdrawnAt <= asOf) return 'withdrawn';
  if (closedAt !== null && closedAt <= asOf) return 'closed';
  if (from !== null && from > asOf) return 'coming';
  if (to !== null) return to < asOf ? 'ended' : 'running';
  if (kind === '公告') return 'standing';
  return 'unknown';
}
