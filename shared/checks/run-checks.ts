// Runs all rules over a plan. What a rule finds in one project is remembered with the project, so that an edit costs
// one project; the rules over the whole list are cheap sums.

import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { inFundWords } from './bridge-fund.ts';
import { checkPublished } from './check-published.ts';
import { checkClaimCounts } from './claim-rules.ts';
import type { Finding } from './finding.ts';
import { checkOwnRules } from './own/check-own.ts';
import type { CheckOptions, ProjectContext, ProjectRule, Rule } from './rule.ts';
import { ruleSettings, withChosenLevels } from './rule-settings.ts';
import { PLAN_RULES, PROJECT_RULES, RULE_BY_ID } from './rules.ts';
import { checkSummaries } from './summary-claims.ts';
import { checkTypedClaims } from './typed-claims.ts';

interface Memory {
  context: ProjectContext;
  rules: readonly ProjectRule[];
  findings: WeakMap<Project, readonly Finding[]>;
}

const remembered = new WeakMap<PlanInfo, Memory>();

/** What is remembered of projects under this plan, these settings and these rules. */
function memoryOf(context: ProjectContext, rules: readonly ProjectRule[]): WeakMap<Project, readonly Finding[]> {
  const known = remembered.get(context.plan);
  if (
    known &&
    known.context.reference === context.reference &&
    known.context.settings === context.settings &&
    known.rules.length === rules.length &&
    known.rules.every((rule, index) => rule === rules[index])
  ) {
    return known.findings;
  }
  const memory = { context, rules, findings: new WeakMap<Project, readonly Finding[]>() };
  remembered.set(context.plan, memory);
  return memory.findings;
}

/** Most projects have nothing wrong in them; they share one empty list. */
const NOTHING: readonly Finding[] = [];

function checkProject(project: Project, rules: readonly ProjectRule[], context: ProjectContext): readonly Finding[] {
  const found: Finding[] = [];
  for (const rule of rules) for (const finding of rule.check(project, context)) found.push(finding);
  return found.length === 0 ? NOTHING : found;
}

/** The title of its rule, where the plan calls the fund otherwise than the rule does. */
function withTitle(finding: Finding, reference: ReferenceData): Finding {
  const title = RULE_BY_ID.get(finding.rule)?.title;
  if (title === undefined) return finding;
  const ruleTitle = inFundWords(title, reference);
  return ruleTitle === title ? finding : { ...finding, ruleTitle };
}

/** All findings of a plan: by project in list order, then those about sums, the list as a whole and printed tables. */
export function runChecks(data: PlanData, options: CheckOptions = {}): Finding[] {
  const settings = ruleSettings(data.records);
  const context: ProjectContext = { plan: data.plan, reference: data.reference, settings };
  const isOn = ({ id, isFixed }: Rule): boolean => isFixed === true || settings.isOn(id);
  const rules = PROJECT_RULES.filter((rule) => isOn(rule) && (rule.applies?.(data) ?? true));
  const memory = memoryOf(context, rules);
  const findings: Finding[] = [];
  for (const project of data.projects) {
    let found = memory.get(project);
    if (!found) {
      found = checkProject(project, rules, context);
      memory.set(project, found);
    }
    for (const finding of found) findings.push(finding);
  }
  for (const { summarise } of PROJECT_RULES) findings.push(...(summarise?.(data) ?? []));
  for (const rule of PLAN_RULES.filter(isOn)) findings.push(...rule.check(data, options, settings));
  findings.push(...checkClaimCounts(data), ...checkSummaries(data, options));
  findings.push(...checkTypedClaims(data), ...checkOwnRules(data));
  findings.push(...(options.reported ?? []));
  if (options.printed) {
    findings.push(...checkPublished(options.printed, data.projects.length > 0 ? data : undefined, settings));
  }
  return withChosenLevels(findings, settings, RULE_BY_ID).map((finding) => withTitle(finding, data.reference));
}
