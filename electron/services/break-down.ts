// 批量分解: writes the proposals for projects that are not broken down.
import type { MethodArgs } from '#shared/contract/methods.ts';
import { NAMELESS } from '#shared/domain/project.ts';
import { BREAKDOWN_WORDS, proposeBreakdown } from '#shared/tables/break-down.ts';
import type { Session } from './session.ts';

/** Takes the proposals of the named projects, or all, as one undo step; returns how many. */
export function breakDownProjects(session: Session, { method, ids }: MethodArgs<'projects.breakDown'>): number {
  const wanted = ids && new Set(ids);
  const chosen = proposeBreakdown(session.planData(), method).proposals.filter(({ id }) => wanted?.has(id) ?? true);
  if (chosen.length === 0) return 0;
  const what = chosen.length === 1 ? `“${chosen[0]?.name || NAMELESS}”` : ` ${chosen.length} 个项目`;
  return session.change('projects.breakDown', `分解${what}到年度和来源（${BREAKDOWN_WORDS[method]}）`, (tx) => {
    for (const { id, after } of chosen) tx.put('project', id, { ...session.project(id), amounts: after });
    return chosen.length;
  });
}
