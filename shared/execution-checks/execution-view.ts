// What the rules on money and life look at: the figures of every project and batch at a day, and how places and days are
// worded.
import type { Finding, FindingLevel } from '../checks/finding.ts';
import type { RuleSettings } from '../checks/rule-settings.ts';
import { type Place, placeText, plainFinding, projectName } from '../checks/wording.ts';
import type { Day, Execution, FundBatch } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { ProgressFigures, ProjectProgress } from '../funds/figures.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, subtractFen, wanText } from '../values/money.ts';

export interface ExecutionView {
  data: PlanData;
  execution: Execution;
  figures: ProgressFigures;
  settings: RuleSettings;
  asOf: Day;
}

/** Where findings on carrying the plan out stand. */
const TABLE = '资金和进度';

export function projectSpot(project: Project, column: string): Place {
  return { table: TABLE, row: projectName(project), column, projectId: project.id, columnKey: 'name' };
}

export function batchSpot(name: string, column: string): Place {
  return { table: '资金批次', row: name, column };
}

/** A finding whose sentence begins with its place. */
export function tell(
  rule: string,
  level: FindingLevel,
  place: Place,
  words: string,
  values: { left?: string; right?: string; difference?: string; aspect?: string; suspect?: string } = {},
): Finding {
  return plainFinding(rule, level, place, `${placeText(place)}：${words}。`, values);
}

/** Two amounts in 万元 with their difference. */
export function pairOf(left: Fen, right: Fen): { left: string; right: string; difference: string } {
  return { left: wanText(left), right: wanText(right), difference: wanText(subtractFen(left, right)) };
}

const MS_PER_DAY = 86_400_000;

/** Days from one to another. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** 12月10日 */
export function dayText(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

const NAMED = 3;

/** “甲”“乙”等 37 个项目 */
export function listProjects(found: readonly ProjectProgress[]): string {
  const names = found.slice(0, NAMED).map(({ project }) => `“${projectName(project)}”`);
  return `${names.join('')}${found.length > NAMED ? '等' : ''} ${found.length} 个项目`;
}

/** The projects that a batch gave money to, with what it gave and paid. */
export function projectsOfBatch(
  { figures }: Pick<ExecutionView, 'figures'>,
  { id }: Pick<FundBatch, 'id'>,
): { progress: ProjectProgress; releasedFen: number; paidFen: number }[] {
  return figures.projects.flatMap((progress) => {
    const money = progress.byBatch.get(id);
    return money && money.releasedFen > 0 ? [{ progress, ...money }] : [];
  });
}

export function isStarted({ state }: Pick<ProjectProgress, 'state'>): boolean {
  return state === '已开工' || state === '已竣工';
}
