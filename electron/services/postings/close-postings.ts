// 到期办结: notices that ended without an open objection are closed, and their projects go on to the step that waited for
// them, all as one undo step (SPECS E4).
import type { Day } from '#shared/domain/execution.ts';
import type { LifeEvent } from '#shared/domain/life.ts';
import { isUnanswered, POSTING_STAGES, type Posting } from '#shared/domain/posting.ts';
import { dayWords } from '#shared/notice/period.ts';
import { postingName } from '#shared/postings/coverage.ts';
import { endOf } from '#shared/postings/posting-state.ts';
import { BLANK_STEP, planStep, type StepResult, stepEvents, writeSteps } from '../life/steps.ts';
import type { Session } from '../session.ts';
import { postingById } from './edit-postings.ts';
import { postingFacts } from './facts.ts';

export interface CloseResult extends Omit<StepResult, 'doubts'> {
  closed: number;
  /** Notices that cannot be closed, with the reason. */
  kept: { id: string; title: string; reason: string }[];
}

export interface CloseChoices {
  ids: readonly string[];
  date: Day;
  /** '' : 公示无异议, or what became of the objections. */
  result: string;
  /** Whether the projects go on to the next step. */
  moves: boolean;
  today: Day;
  dryRun: boolean;
}

/** Closes what can be closed; the rest is named. Errors (AppError): not-found. */
export function closePostings(
  session: Session,
  { ids, date, result, moves, today, dryRun }: CloseChoices,
): CloseResult {
  const { holidays } = postingFacts(session, today);
  const kept: CloseResult['kept'] = [];
  const closed: Posting[] = [];
  for (const id of new Set(ids)) {
    const posting = postingById(session, id);
    const reason = standsAgainst(posting, date, endOf(posting, holidays), today);
    if (reason === null) closed.push({ ...posting, closedAt: date, result: result || resultOf(posting) });
    else kept.push({ id, title: posting.title, reason });
  }
  const outcome: CloseResult = { closed: closed.length, kept, moved: 0, refused: [] };
  const events = moves ? nextSteps(session, closed, { date, result, today }, outcome) : [];
  if (dryRun || closed.length === 0) return outcome;
  const [first] = closed;
  const what = closed.length === 1 && first ? postingName(first) : `${closed.length} 条公示`;
  session.change(
    'notices.close',
    `办结${what}${outcome.moved > 0 ? `，${outcome.moved} 个项目进入下一步` : ''}`,
    (tx) => {
      for (const posting of closed) tx.put('posting', posting.id, posting);
      writeSteps(tx, events);
    },
  );
  return outcome;
}

/** The steps that waited for notices, in the order of a project's life: a village's goes before a town's. */
function nextSteps(
  session: Session,
  closed: readonly Posting[],
  { date, result, today }: Pick<CloseChoices, 'date' | 'result' | 'today'>,
  outcome: CloseResult,
): LifeEvent[] {
  const known = new Set(session.planData().projects.map((project) => project.id));
  const closing = new Set(closed.map(({ id }) => id));
  const taken: LifeEvent[] = [];
  for (const { id, before, name } of POSTING_STAGES) {
    const ids = closed.filter(({ stage }) => stage === id).flatMap(({ projectIds }) => projectIds);
    if (ids.length === 0 || before === null || before === 'settled') continue;
    const opinion = `${name}期满，${result || '无异议'}`;
    const step = { ...BLANK_STEP, kind: 'state' as const, to: before, date, opinion };
    const own = ids.filter((one) => known.has(one));
    const { done, refused } = planStep(session, own, step, today, { closing, taken });
    taken.push(...stepEvents(done, step));
    outcome.refused.push(...refused);
  }
  outcome.moved = new Set(taken.map(({ projectId }) => projectId)).size;
  return taken;
}

function standsAgainst(posting: Posting, date: Day, to: Day | null, today: Day): string | null {
  if (posting.withdrawnAt !== null) return '已经撤下';
  if (posting.closedAt !== null) return `${posting.closedAt} 已经办结`;
  if (posting.kind === '公告') return '公告长期公开，不用办结';
  if (posting.from !== null && date < posting.from) return `办结日期早于公示起 ${posting.from}`;
  if (date > today) return `办结日期 ${date} 还没有到`;
  if (to !== null && date <= to) return `公示到 ${dayWords(to)} 才满`;
  const open = posting.objections.filter(isUnanswered).length;
  return open === 0 ? null : `还有 ${open} 件异议没有处理`;
}

function resultOf({ objections }: Posting): string {
  return objections.length === 0 ? '公示无异议' : `异议 ${objections.length} 件已处理`;
}
