// What a rule of 勾稽审核 is. The list of them is in rules.ts; ids are those of handbook 6.2.

import type { Project } from '#shared/domain/project.ts';
import type { PlanInfo, ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import type { Finding, FindingLevel } from './finding.ts';
import type { PolicyId } from './policy-documents.ts';
import type { RuleExamples } from './rule-example.ts';
import type { RuleSettings, SettingSpec } from './rule-settings.ts';

/** What a rule about one project may look at besides the project; results are remembered as long as it stays. */
export interface ProjectContext {
  plan: PlanInfo;
  reference: ReferenceData;
  settings: RuleSettings;
}

interface RuleHead {
  id: string;
  /** The level it reports as a rule; a difference of rounding is 尾差 in any rule of sums. */
  level: FindingLevel;
  title: string;
  /** One or two Chinese sentences for the help beside the list. */
  help: string;
  /** The policy documents that it rests on; absent for plain arithmetic. */
  basis?: readonly PolicyId[];
  /** Figures and words that the planner may set. */
  settings?: readonly SettingSpec[];
  /** Cannot be switched off or given another level: without it a wrong plan could be issued. */
  isFixed?: boolean;
  /** Shown in help and run in a test: nothing of this rule is found in one, something in the other. */
  examples: RuleExamples;
}

/** Looks at one project at a time. */
export interface ProjectRule extends RuleHead {
  scope: 'project';
  check: (project: Project, context: ProjectContext) => Finding[];
  /** False for a list to which the rule does not apply, such as one whose sheet has no such column. */
  applies?: (data: PlanData) => boolean;
  /** What is said once for the list, such as how many projects the rule cannot be applied to. */
  summarise?: (data: PlanData) => Finding[];
}

/** Looks at the whole list. */
export interface PlanRule extends RuleHead {
  scope: 'plan';
  check: (data: PlanData, options: CheckOptions, settings: RuleSettings) => Finding[];
}

/** Reported from within another rule, about printed tables only (see check-published.ts), or from the facts of carrying the
 * plan out (see shared/execution-checks/). */
export interface ReportedRule extends RuleHead {
  scope: 'reported';
}

export type Rule = ProjectRule | PlanRule | ReportedRule;

/** The raw text of an amount cell of an imported sheet that was no plain number. */
export interface RawAmount {
  /** Column key: 'total', 'source:fiscal' ... */
  column: string;
  /** 'H12' */
  cell: string;
  raw: string;
  /** The unit of its column. */
  unit: AmountUnit;
}

export interface CheckOptions {
  /**
   * The projects that each import brought or updated (batch id -> project ids), oldest import first, so that the
   * subtotals of a sheet are compared with its own rows. Without it every project counts as one of every import.
   */
  imports?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Unclean amount cells of imported rows by project. */
  rawAmounts?: ReadonlyMap<string, readonly RawAmount[]>;
  /** Printed tables to be checked too. */
  printed?: readonly PublishedTable[];
  /** An earlier version of the list to compare with, and what it is called. */
  baseline?: { name: string; projects: readonly Project[] };
  /** Findings on facts that are no part of the plan (notices put up), by the rules of the catalogue. */
  reported?: readonly Finding[];
}
