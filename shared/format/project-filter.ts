// Which projects of the list are printed: by town, category, year, fund source. Words for what was chosen.

import { endYear, type Project, startYear } from '../domain/project.ts';
import { topSourceOf } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { ProjectFilter } from './job-parts.ts';

export function isFiltered(filter: ProjectFilter): boolean {
  return Object.values(filter).some((values) => values.length > 0);
}

/** The plan with the chosen projects alone; the same object where nothing is chosen. */
export function filterPlan(data: PlanData, filter: ProjectFilter): PlanData {
  if (!isFiltered(filter)) return data;
  const isWanted = makeFilter(data, filter);
  return { ...data, projects: data.projects.filter(isWanted) };
}

function makeFilter({ reference }: PlanData, filter: ProjectFilter): (project: Project) => boolean {
  const categories = withDescendants(reference.categories, filter.categories);
  const isPaidFrom = ({ amounts }: Project): boolean =>
    Object.entries(amounts.bySource).some(
      ([source, fen]) => fen !== 0 && filter.sources.includes(topSourceOf(reference, source)?.id ?? source),
    );
  return (project) =>
    (filter.towns.length === 0 || filter.towns.includes(project.town ?? '')) &&
    (filter.categories.length === 0 || categories.has(project.categoryId ?? '')) &&
    (filter.years.length === 0 || filter.years.some((year) => liesIn(project, year))) &&
    (filter.sources.length === 0 || isPaidFrom(project));
}

function withDescendants(
  categories: readonly { id: string; parent: string | null }[],
  chosen: readonly string[],
): Set<string> {
  const found = new Set(chosen);
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const { id, parent } of categories) if (parent !== null && found.has(parent)) found.add(id);
  }
  return found;
}

/** Money in the year, or — where no year has money — a building time that covers it. */
function liesIn(project: Project, year: number): boolean {
  const years = Object.entries(project.amounts.byYear).filter(([, fen]) => fen !== 0);
  if (years.length > 0) return years.some(([own]) => Number(own) === year);
  const start = startYear(project);
  const end = endYear(project);
  return start !== null && end !== null && start <= year && year <= end;
}
