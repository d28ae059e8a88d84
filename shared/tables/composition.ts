// What one cell of a table is made of (查看构成): the projects in it and what each adds, by the keys of row and column.
import { addFen, type Fen, subtractFen, ZERO } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { type Project, splitCellKey, startYear } from '#shared/domain/project.ts';
import { planYears, topSourceOf, topSources } from '#shared/domain/reference.ts';
import { matrixOf } from '#shared/domain/rollup.ts';
import { specsFor } from './compute.ts';
import { makePlacer, type ProjectPlace, UNASSIGNED } from './plan-sums.ts';

export interface Contribution {
  project: Project;
  /** What the project adds to the cell: 分, or 1 in a column of counts. */
  value: number;
}

interface Key {
  kind: string;
  value: string;
}

function parseKey(key: string): Key {
  const at = key.indexOf(':');
  return at < 0 ? { kind: key, value: '' } : { kind: key.slice(0, at), value: key.slice(at + 1) };
}

/** Categories from a project's own up to the top of the scheme. */
function makeLineage({ reference }: PlanData): (category: string) => string[] {
  const parents = new Map(reference.categories.map(({ id, parent }) => [id, parent]));
  return (category) => {
    const line = [category];
    for (let at = parents.get(category); at; at = parents.get(at)) line.push(at);
    return line;
  };
}

/** The money of a project split by top-level source, and by year × top-level source where it is known. */
function moneyOf({ amounts }: Project, topOf: (source: string) => string) {
  const bySource = new Map<string, Fen>();
  for (const [source, fen] of Object.entries(amounts.bySource)) {
    const top = topOf(source);
    bySource.set(top, addFen(bySource.get(top) ?? ZERO, fen));
  }
  const cells = Object.entries(matrixOf(amounts)).map(([key, fen]) => {
    const { year, source } = splitCellKey(key);
    return { year, source: topOf(source), fen };
  });
  return { total: amounts.total ?? ZERO, bySource, cells };
}

/**
 * The projects that make up one cell; their values add up to it. Throws RangeError for a table the plan has not.
 * Row keys: total, category:ID, direct:ID, year:2021, town:NAME, region:CODE; '?' stands for what is not assigned.
 */
export function contributions(data: PlanData, tableId: string, rowKey: string, columnKey: string): Contribution[] {
  if (!specsFor(data).some(({ id }) => id === tableId)) throw new RangeError(`no such table: ${tableId}`);
  const row = parseKey(rowKey);
  const column = parseKey(columnKey);
  const placeOf = makePlacer(data);
  const lineage = makeLineage(data);
  const known = new Set(topSources(data.reference).map(({ id }) => id));
  const years = planYears(data.plan).map(String);
  const topOf = (source: string): string => topSourceOf(data.reference, source)?.id ?? UNASSIGNED;
  const isIn = (key: Key, place: ProjectPlace): boolean => {
    if (key.kind === 'category') return lineage(place.category).includes(key.value);
    if (key.kind === 'direct') return place.category === key.value;
    if (key.kind === 'town') return place.town === key.value;
    if (key.kind === 'region') return place.region === key.value;
    return true;
  };
  const yearShare = (project: Project): number => {
    const start = startYear(project);
    const money = moneyOf(project, topOf);
    const isRest = row.value === UNASSIGNED;
    if (column.kind === 'count') {
      const own = start === null || !years.includes(String(start)) ? UNASSIGNED : String(start);
      return own === row.value ? 1 : 0;
    }
    const inYears = (list: readonly string[]): Fen =>
      addFen(...list.map((year) => project.amounts.byYear[year] ?? ZERO));
    const total = isRest ? subtractFen(money.total, inYears(years)) : inYears([row.value]);
    if (column.kind !== 'source') return total;
    const split = (source: string): Fen => {
      const inCells = money.cells.filter((cell) => cell.source === source);
      const sum = (wanted: (year: string) => boolean): Fen =>
        addFen(...inCells.filter((cell) => wanted(cell.year)).map((cell) => cell.fen));
      return isRest
        ? subtractFen(
            money.bySource.get(source) ?? ZERO,
            sum((year) => years.includes(year)),
          )
        : sum((year) => year === row.value);
    };
    return column.value === UNASSIGNED ? subtractFen(total, addFen(...[...known].map(split))) : split(column.value);
  };
  const plainShare = (project: Project): number => {
    if (column.kind === 'count') return 1;
    const money = moneyOf(project, topOf);
    if (column.kind !== 'source') return money.total;
    if (column.value !== UNASSIGNED) return money.bySource.get(column.value) ?? ZERO;
    return subtractFen(money.total, addFen(...[...known].map((source) => money.bySource.get(source) ?? ZERO)));
  };
  return data.projects.flatMap((project): Contribution[] => {
    const place = placeOf(project);
    if (!isIn(row, place) || !isIn(column, place)) return [];
    const value = row.kind === 'year' ? yearShare(project) : plainShare(project);
    const isShown = value !== 0 || (column.kind === 'total' && row.kind !== 'year');
    return isShown ? [{ project, value }] : [];
  });
}
