// An objection that nobody answered pauses the step that waits for its notice (SPECS E4).
import type { LifeEvent } from '../domain/life.ts';
import { isUnanswered, POSTING_STAGES, type Posting } from '../domain/posting.ts';
import { postingName } from './coverage.ts';

/** Projects whose step waits for an answer, with the reason in Chinese; none for 补录 and steps that wait for no notice. */
export function haltedByObjections(
  postings: readonly Posting[],
  { kind, to, isBackfilled }: Pick<LifeEvent, 'kind' | 'to' | 'isBackfilled'>,
): Map<string, string> {
  const halted = new Map<string, string>();
  const stages = new Set<string>(POSTING_STAGES.filter(({ before }) => before === to).map(({ id }) => id));
  if (kind !== 'state' || isBackfilled || stages.size === 0) return halted;
  for (const posting of postings) {
    if (posting.withdrawnAt !== null || !stages.has(posting.stage)) continue;
    const open = posting.objections.filter(isUnanswered).length;
    if (open === 0) continue;
    const reason = `${postingName(posting)}有 ${open} 件异议没有处理`;
    for (const id of posting.projectIds) halted.set(id, reason);
  }
  return halted;
}
