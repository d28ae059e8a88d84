// Which projects the 项目表 shows. An empty list of a filter means "all".
import type { Project } from '#shared/domain/project.ts';
import { type ReferenceData, topSourceOf } from '#shared/domain/reference.ts';

export interface ProjectFilter {
  categories: readonly string[];
  towns: readonly string[];
  natures: readonly string[];
  years: readonly number[];
  sources: readonly string[];
  /** Only projects with findings of these levels. */
  levels: readonly string[];
}

export const NO_FILTER: ProjectFilter = {
  categories: [],
  towns: [],
  natures: [],
  years: [],
  sources: [],
  levels: [],
};

/** Stands for a blank cell in the lists of towns and natures. */
export const BLANK = '（空白）';

export function isFiltering(filter: ProjectFilter): boolean {
  return Object.values(filter).some((list: readonly unknown[]) => list.length > 0);
}

/** How many of the filters are set. */
export function countFilters(filter: ProjectFilter): number {
  return Object.values(filter).filter((list: readonly unknown[]) => list.length > 0).length;
}

/** Folds width and case, so that full-width input finds half-width text. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The text in which the quick search looks. */
export function searchText(project: Project): string {
  const parts = [
    project.name,
    project.code,
    project.town,
    project.village,
    project.content,
    project.unit,
    project.department,
    project.implementer,
    project.note,
  ];
  return foldText(parts.filter((part) => part !== null).join('\n'));
}

/** Makes the test of one project. `findingLevels` gives the levels of the findings of a project. */
export function makeFilter(
  filter: ProjectFilter,
  search: string,
  only: readonly string[] | null,
  reference: ReferenceData,
  findingLevels: (id: string) => ReadonlySet<string>,
): ((project: Project) => boolean) | null {
  const words = foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (!isFiltering(filter) && words.length === 0 && only === null) return null;
  const categories = withDescendants(filter.categories, reference);
  const ids = only === null ? null : new Set(only);
  const holds = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  return (project) =>
    (ids === null || ids.has(project.id)) &&
    (filter.categories.length === 0 || (project.categoryId !== null && categories.has(project.categoryId))) &&
    holds(filter.towns, project.town ?? BLANK) &&
    holds(filter.natures, project.nature ?? BLANK) &&
    (filter.years.length === 0 || filter.years.some((year) => hasYear(project, year))) &&
    (filter.sources.length === 0 || filter.sources.some((source) => hasSource(project, source, reference))) &&
    (filter.levels.length === 0 || filter.levels.some((level) => findingLevels(project.id).has(level))) &&
    (words.length === 0 || hasWords(searchText(project), words));
}

function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function withDescendants(ids: readonly string[], reference: ReferenceData): ReadonlySet<string> {
  const all = new Set(ids);
  // Parents stand before their children in the reference data, so one pass is enough.
  for (const category of reference.categories) {
    if (category.parent !== null && all.has(category.parent)) all.add(category.id);
  }
  return all;
}

/** Money in the year, or the year within 建设年限. */
function hasYear(project: Project, year: number): boolean {
  const fen = project.amounts.byYear[year];
  if (fen !== undefined && fen !== 0) return true;
  if (project.startAt === null) return false;
  const first = Number(project.startAt.slice(0, 4));
  const last = Number((project.endAt ?? project.startAt).slice(0, 4));
  return first <= year && year <= last;
}

function hasSource(project: Project, source: string, reference: ReferenceData): boolean {
  return Object.entries(project.amounts.bySource).some(
    ([id, fen]) => fen !== 0 && (id === source || topSourceOf(reference, id)?.id === source),
  );
}
