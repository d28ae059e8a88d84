// What of a workbook goes into a province's database, and what comes back from there.
import type { Day, Execution } from '#shared/domain/execution.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

/** An open workbook as it is to be published. */
export interface PublishedPlan {
  data: PlanData;
  execution: Execution;
  /** The newest link of the hash chain: which state of the workbook this is. */
  head: string;
  /** Number of the step that made it, and its ISO time. */
  step: number;
  savedAt: string | null;
  /** What is known and done counts up to this day. */
  asOf: Day;
  /** Name of the file. */
  file: string;
  program: string;
  /** File, sheet and row that each imported project came from. */
  origins: ReadonlyMap<string, { file: string; sheet: string; row: number }>;
  /** True for projects of industry, as the rules of the plan understand it. */
  isIndustry(project: Project): boolean;
  /** Whether the workbook's own log has this link: then a state with that head is an earlier one of the same workbook. */
  hasLink(head: string): boolean;
}

export interface PublishTarget {
  /** postgres://用户:口令@主机:端口/数据库 */
  url: string;
  /** Schema of the database. */
  schema: string;
  /** Puts the workbook in the place of another state that is not an earlier one of it. */
  force: boolean;
}

/**
 * written: new, or in place of an earlier state; same: this state was there for this day; older: a later state of the workbook
 * is there; other: another copy of the county's plan is there.
 */
export type PublishState = 'written' | 'same' | 'older' | 'other';

export interface PublishResult {
  state: PublishState;
  /** Of the workbook. */
  projects: number;
  totalWan: string;
  region: string;
  period: string;
  /** What is there now, where it was not written. */
  there: { file: string; savedAt: string | null; stateCode: string } | null;
}

/** Writes one plan; errors (AppError): cannot-write for a database that cannot be reached or refuses. */
export type Publisher = (plan: PublishedPlan, target: PublishTarget) => Promise<PublishResult>;
