// What a rule of 勾稽审核 is. The list of them is in rules.ts; ids are those of handbook 6.2.
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { Finding, FindingLevel } from './finding.ts';

/** What a rule about one project may look at besides the project; results are remembered as long as it stays. */
export interface ProjectContext {
  plan: PlanInfo;
  reference: ReferenceData;
}

interface RuleHead {
  id: string;
  /** The level it reports as a rule; a difference of rounding is 尾差 in any rule of sums. */
  level: FindingLevel;
  title: string;
  /** One or two Chinese sentences for the help beside the list. */
  help: string;
}

/** Looks at one project at a time. */
export interface ProjectRule extends RuleHead {
  scope: 'project';
  check: (project: Project, context: ProjectContext) => Finding[];
  /** What is said once for the list, such as how many projects the rule cannot be applied to. */
  summarise?: (data: PlanData) => Finding[];
}

/** Looks at the whole list. */
export interface PlanRule extends RuleHead {
  scope: 'plan';
  check: (data: PlanData, options: CheckOptions) => Finding[];
}

/** Reported from within another rule, or about printed tables only (see check-published.ts). */
export interface ReportedRule extends RuleHead {
  scope: 'reported';
}

export type Rule = ProjectRule | PlanRule | ReportedRule;

export interface CheckOptions {
  /**
   * The projects that each import brought or updated (batch id -> project ids), oldest import first, so that the
   * subtotals of a sheet are compared with its own rows. Without it every project counts as one of every import.
   */
  imports?: ReadonlyMap<string, ReadonlySet<string>>;
}
