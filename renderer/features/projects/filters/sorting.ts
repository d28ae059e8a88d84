// Sorting the shown projects by one or several columns; blanks come last in both directions.
import type { Project } from '#shared/domain/project.ts';
import type { Subject } from './subjects.ts';

export interface SortKey {
  key: string;
  direction: 'asc' | 'desc';
}

/** By which columns, the most important first; none: the plan's order. */
export type Sorting = readonly SortKey[];

/** 'within': headings stay and the projects beneath each are sorted; 'whole': one list without headings. */
export type SortMode = 'within' | 'whole';

/** The sorting after a column is chosen; `more` keeps the others in front of it. null takes the column out. */
export function withSort(
  sorting: Sorting,
  key: string,
  direction: SortKey['direction'] | null,
  more: boolean,
): Sorting {
  const others = sorting.filter((sort) => sort.key !== key);
  if (direction === null) return others;
  if (!more) return [{ key, direction }];
  return sorting.length > others.length
    ? sorting.map((sort) => (sort.key === key ? { key, direction } : sort))
    : [...others, { key, direction }];
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** The projects in the order of some columns; equal ones keep the order of the plan. */
export function sortProjects(
  projects: readonly Project[],
  sorting: Sorting,
  subjects: ReadonlyMap<string, Subject>,
): readonly Project[] {
  const columns = sorting.flatMap(({ key, direction }) => {
    const subject = subjects.get(key);
    return subject ? [{ ranks: rankOf(subject, projects), sign: direction === 'asc' ? 1 : -1 }] : [];
  });
  if (columns.length === 0) return projects;
  const order = projects.map((_, index) => index);
  order.sort((a, b) => {
    for (const { ranks, sign } of columns) {
      const left = ranks[a] ?? BLANK_RANK;
      const right = ranks[b] ?? BLANK_RANK;
      if (left === right) continue;
      if (left === BLANK_RANK || right === BLANK_RANK) return left === BLANK_RANK ? 1 : -1;
      return sign * (left - right);
    }
    return a - b;
  });
  return order.flatMap((index) => projects[index] ?? []);
}

const BLANK_RANK = Number.POSITIVE_INFINITY;

/** A number for each project that sorts as its cell does. Texts are compared once per text, not once per project. */
function rankOf(subject: Subject, projects: readonly Project[]): number[] {
  if (subject.kind === 'amount' || subject.kind === 'integer') {
    return projects.map((project) => subject.numberOf(project) ?? BLANK_RANK);
  }
  const values = projects.map((project) => subject.valuesOf(project)[0] ?? '');
  const known = subject.items?.map(({ value }) => value) ?? [...new Set(values)].sort(COLLATOR.compare);
  const ranks = new Map(known.map((value, index) => [value, index]));
  return values.map((value) => (value === '' ? BLANK_RANK : (ranks.get(value) ?? known.length)));
}
