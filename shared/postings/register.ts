// The register (公示台账) at a day: every notice with its state, its projects and their money, as screen, file and command
// line show it.
import { daysNeeded } from '../checks/posting-rules.ts';
import type { RuleSettings } from '../checks/rule-settings.ts';
import type { Day } from '../domain/execution.ts';
import type { Posting } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';
import type { Holidays } from '../notice/period.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, toFen } from '../values/money.ts';
import { makeCoverage, newestOf } from './coverage.ts';
import { changesOf } from './posted-content.ts';
import { type PostingState, postingState } from './posting-state.ts';

export interface RegisterRow extends PostingState {
  posting: Posting;
  /** As the register says; where it says nothing, from the projects that are known; null: neither. */
  projects: number | null;
  amountFen: Fen | null;
  /** Projects that read otherwise now than what was posted (E02). */
  changed: number;
}

/** All notices in the order of their days, those without one first. */
export function registerRows(
  { projects, reference }: PlanData,
  postings: readonly Posting[],
  { asOf, holidays, settings }: { asOf: Day; holidays: Holidays; settings: RuleSettings },
): RegisterRow[] {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const coverage = makeCoverage(postings);
  return postings
    .map((posting): RegisterRow => {
      const own = posting.projectIds.flatMap((id) => byId.get(id) ?? []);
      const isKnown = posting.projectIds.length > 0;
      return {
        posting,
        ...postingState(posting, asOf, holidays, daysNeeded(settings, posting.stage)),
        projects: posting.projectCount ?? (isKnown ? posting.projectIds.length : null),
        amountFen: posting.amountFen ?? (isKnown ? sumOf(own) : null),
        changed: countChanged(posting),
      };
    })
    .sort((a, b) => compareDays(a.posting.from, b.posting.from));

  function countChanged(posting: Posting): number {
    const { posted, stage, withdrawnAt } = posting;
    if (posted === null || withdrawnAt !== null) return 0;
    return posted.rows.filter(({ projectId, cells }) => {
      const project = byId.get(projectId);
      if (!project) return true;
      return (
        newestOf(coverage.of(project, stage))?.id === posting.id &&
        changesOf(posted, cells, project, reference).length > 0
      );
    }).length;
  }
}

/** 总投资 of projects together. */
export function sumOf(projects: readonly Project[]): Fen {
  return toFen(projects.reduce<number>((sum, { amounts }) => sum + (amounts.total ?? 0), 0));
}

function compareDays(a: Day | null, b: Day | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
