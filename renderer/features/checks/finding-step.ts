// F8 and Shift+F8: to the next or previous finding of the list, from any page.

import { makePlaceOf } from '#shared/checks/finding-groups.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { KEYS } from '../../api/queries.ts';
import { goToFinding } from '../../commands/finding-jump.ts';
import type { Session } from '../../session.ts';
import { arrangeFindings, stepFinding } from './finding-arrange.ts';

/** The list in its order as the page would show it; undefined while it is not known yet. */
function listedFindings({ queries, findingView }: Session) {
  const view = findingView.get();
  const checks = queries.getQueryData<MethodOutput<'checks.run'>>([...KEYS.checks, view.published]);
  const projects = queries.getQueryData<MethodOutput<'projects.list'>>(KEYS.projects)?.projects ?? [];
  const reference = queries.getQueryData<MethodOutput<'reference.get'>>(KEYS.reference)?.reference;
  if (!checks || !reference) return undefined;
  const index = new Map(projects.map((project) => [project.id, project]));
  return arrangeFindings(checks.findings, view, makePlaceOf(index, reference)).findings;
}

/** Goes to the next finding that can be shown in its place, and says where in the list it stands. */
export function goToNextFinding(session: Session, step: 1 | -1): void {
  const findings = listedFindings(session);
  const { findingView } = session;
  const at = findings ? stepFinding(findings, findingView.get(), step) : -1;
  const next = findings?.[at];
  if (next) {
    findingView.set({ at });
    goToFinding(session, next);
  } else if (findings) session.messenger.current.success('没有未处理的审核结果。');
}
