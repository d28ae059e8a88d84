// Which notices speak of a project: those that name it, and those of which only a number of projects is known where level
// and place fit.
import { type Posting, type PostingLevel, type PostingStageId, postingStage } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';

export interface Coverage {
  /** Notices of a stage that speak of the project, in the order of the register; withdrawn ones do not. */
  of(project: Project, stage: PostingStageId): readonly Posting[];
  /** The same of any of several stages at a level. */
  atLevel(project: Project, stages: readonly PostingStageId[], level: PostingLevel): readonly Posting[];
}

const NONE: readonly never[] = [];

export function makeCoverage(postings: readonly Posting[]): Coverage {
  const there = postings.filter(({ withdrawnAt }) => withdrawnAt === null);
  const named = new Map<string, Posting[]>();
  for (const posting of there) {
    for (const id of posting.projectIds) {
      const list = named.get(id);
      if (list) list.push(posting);
      else named.set(id, [posting]);
    }
  }
  const loose = there.filter(({ projectIds }) => projectIds.length === 0);
  const speakingOf = (project: Project, isWanted: (posting: Posting) => boolean): Posting[] => [
    ...(named.get(project.id) ?? NONE).filter(isWanted),
    ...loose.filter((posting) => isWanted(posting) && mayMean(posting, project)),
  ];
  return {
    of: (project, stage) => speakingOf(project, (posting) => posting.stage === stage),
    atLevel: (project, stages, level) =>
      speakingOf(project, (posting) => posting.level === level && stages.includes(posting.stage)),
  };
}

/** A notice of which no project is named: one of the county speaks of all, another one of the place that it names. */
function mayMean({ level, place, title, office }: Posting, { town, village }: Project): boolean {
  if (level === '县') return true;
  const words = `${place}\n${title}\n${office}`;
  const names = level === '乡镇' ? [town] : [village, town];
  return names.some((name) => name !== null && name.trim() !== '' && words.includes(name.trim()));
}

/** The newest of several notices by the day on which they were put up. */
export function newestOf(postings: readonly Posting[]): Posting | null {
  return postings.reduce<Posting | null>(
    (best, one) => (best === null || (one.from ?? '') >= (best.from ?? '') ? one : best),
    null,
  );
}

/** How a notice is called in sentences: 村公示“…”. */
export function postingName({ stage, title }: Pick<Posting, 'stage' | 'title'>): string {
  return `${postingStage(stage).name}“${title}”`;
}
