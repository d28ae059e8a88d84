// Runs all rules over a plan. What a rule finds in one project is remembered with the project, so that an edit costs
// one project; the rules over the whole list are cheap sums.
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo } from '#shared/domain/reference.ts';
import { checkClaimCounts } from './claim-rules.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, ProjectContext } from './rule.ts';
import { PLAN_RULES, PROJECT_RULES } from './rules.ts';
import { checkSummaries } from './summary-claims.ts';

interface Memory {
  reference: ProjectContext['reference'];
  findings: WeakMap<Project, readonly Finding[]>;
}

const remembered = new WeakMap<PlanInfo, Memory>();

function memoryOf({ plan, reference }: ProjectContext): WeakMap<Project, readonly Finding[]> {
  let memory = remembered.get(plan);
  if (memory?.reference !== reference) {
    memory = { reference, findings: new WeakMap() };
    remembered.set(plan, memory);
  }
  return memory.findings;
}

/** All findings of a plan: by project in list order, then those about sums and the list as a whole. */
export function runChecks(data: PlanData, options: CheckOptions = {}): Finding[] {
  const context: ProjectContext = { plan: data.plan, reference: data.reference };
  const memory = memoryOf(context);
  const findings: Finding[] = [];
  for (const project of data.projects) {
    let found = memory.get(project);
    if (!found) {
      found = PROJECT_RULES.flatMap((rule) => rule.check(project, context));
      memory.set(project, found);
    }
    for (const finding of found) findings.push(finding);
  }
  for (const { summarise } of PROJECT_RULES) findings.push(...(summarise?.(data) ?? []));
  return [
    ...findings,
    ...PLAN_RULES.flatMap((rule) => rule.check(data, options)),
    ...checkClaimCounts(data),
    ...checkSummaries(data, options),
  ];
}
