// What the rules on notices and 待办 look at: plan, execution, the register, up to a day.
import type { RuleSettings } from '../checks/rule-settings.ts';
import type { Day, Execution } from '../domain/execution.ts';
import type { Posting } from '../domain/posting.ts';
import { NAMELESS, type Project } from '../domain/project.ts';
import type { Holidays } from '../notice/period.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Coverage, makeCoverage } from './coverage.ts';

/** The name of the register as findings give it. */
export const REGISTER = '公示台账';

export interface PostingFacts {
  data: PlanData;
  execution: Pick<Execution, 'batches' | 'lines' | 'events'>;
  postings: readonly Posting[];
  holidays: Holidays;
  settings: RuleSettings;
  asOf: Day;
}

export interface Known extends PostingFacts {
  coverage: Coverage;
  projects: ReadonlyMap<string, Project>;
}

const MOST_NAMED = 5;

/** '“甲”、“乙”等 7 个' */
export function someNames(names: readonly string[], counter: string): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return `${shown.join('、')}${names.length > MOST_NAMED ? `等 ${names.length} ${counter}` : ''}`;
}

export function nameOf({ name }: Pick<Project, 'name'>): string {
  return name.trim() || NAMELESS;
}

/** What rules and 待办 look at together. */
export function knownFacts(facts: PostingFacts): Known {
  return {
    ...facts,
    coverage: makeCoverage(facts.postings),
    projects: new Map(facts.data.projects.map((project) => [project.id, project])),
  };
}
