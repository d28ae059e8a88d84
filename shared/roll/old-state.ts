// In what state a project of the old plan is on a day, as far as its plan tells: 建设年限 and the years with money. Life
// events would say more; there are none yet.
import { withMargins } from '../domain/margins.ts';
import { isOutsideYear, LATER, outsideFen } from '../domain/outside-years.ts';
import type { Project } from '../domain/project.ts';

export const OLD_STATES = ['在建', '储备', '竣工'] as const;
export type OldState = (typeof OLD_STATES)[number];

/** What is taken over where nobody says otherwise. */
export const USUAL_TAKE: readonly OldState[] = ['在建', '储备'];

/** Other words for a state on the command line; undefined for one that the plan alone does not tell. */
export function oldStateOf(word: string): OldState | undefined {
  const words: Readonly<Record<string, OldState>> = { 续建: '在建', 新建: '储备', 完工: '竣工' };
  return OLD_STATES.find((state) => state === word) ?? words[word];
}

/**
 * The state on a day ('YYYY-MM-DD'). 竣工: it ends by that month and no later year has money. 储备: it begins later. 在建: all
 * else. A bare year begins in January and ends in December.
 */
export function stateByPlan(project: Project, asOf: string): OldState {
  const year = Number(asOf.slice(0, 4));
  const month = asOf.slice(0, 7);
  const monthOf = (at: string, bare: string): string => (at.length === 4 ? `${at}-${bare}` : at);
  const [start, end] = [project.startAt, project.endAt ?? project.startAt];
  const amounts = withMargins(project.amounts);
  const years = Object.entries(amounts.byYear).flatMap(([key, fen]) =>
    fen === 0 || isOutsideYear(key) ? [] : [Number(key)],
  );
  const isLater = years.some((one) => one > year) || outsideFen(project, LATER) !== 0;
  const hasBegun = start === null ? years.some((one) => one <= year) : monthOf(start, '01') <= month;
  if (!hasBegun) return '储备';
  return isLater || (end !== null && monthOf(end, '12') > month) ? '在建' : '竣工';
}
