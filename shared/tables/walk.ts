// What one project adds to which cells of a table. Sums and their make-up (构成) both come from here, so that they agree.
import type { PlanData } from '../domain/plan-data.ts';
import type { Project } from '../domain/project.ts';
import type { DimensionId, MeasureId, TableDesign, TableFilter } from './design.ts';
import { DIMENSIONS } from './dimensions.ts';
import { lineageReader } from './lineage.ts';
import { makePlacer } from './plan-sums.ts';
import { type Traits, traitReader } from './traits.ts';

/** Row key of 合计 and column of the row's own sums. */
export const TOTAL_ROW = 'total';
export const ALL_COLUMNS = '';

/** Takes what a project adds: to a row (its path of keys from the top) and a column member. */
export type Adder = (
  rowKey: string,
  path: readonly string[],
  column: string,
  measure: MeasureId,
  value: number,
) => void;

const LEVELS_OF_ALL: readonly string[] = [];

/** `category:county.industry`; of the second level both keys, `town:研和街道|year:2021`. */
export function rowKeyOf(rows: readonly DimensionId[], path: readonly string[]): string {
  if (path.length === 0) return TOTAL_ROW;
  const keys = path.map((key, level) => `${DIMENSIONS[rows[level] ?? 'class'].prefix}:${key}`);
  // A category says itself under which class it stands; what stands right under the class has no category of its own.
  if (rows[0] === 'class' && rows[1] === 'category' && path.length === 2)
    return path[0] === path[1] ? `direct:${path[0]}` : (keys[1] ?? TOTAL_ROW);
  return keys.join('|');
}

/** Whether its rows hold a part of a project's money only: that of some years or sources. */
export function splitsMoney({ rows, filter }: TableDesign): boolean {
  return rows.includes('year') || rows.includes('source') || filter.years !== undefined || filter.sources !== undefined;
}

/** Makes the function that hands over everything one project adds to a design's cells. */
export function makeWalker(design: TableDesign, data: PlanData): (project: Project, add: Adder) => void {
  const traitsOf = traitReader(data);
  const passes = makeFilter(design.filter, data);
  const { rows, columns, filter } = design;
  const measures = new Set([...design.measures, ...(columns ? design.spread : [])]);
  const inTable = (dimension: DimensionId): boolean => rows.includes(dimension) || columns === dimension;
  const usesSource = inTable('source') || filter.sources !== undefined;
  const usesMoney = columns === 'year' || columns === 'source' || splitsMoney(design);
  const headMeasures = (['count', 'households', 'people'] as const).filter((measure) => measures.has(measure));
  const keyOf = (dimension: DimensionId, traits: Traits, year: string, source: string): string =>
    dimension === 'year' ? year : dimension === 'source' ? source : traits.keys[dimension];
  const pathsOf = (traits: Traits, year: string, source: string): (readonly string[])[] => [
    LEVELS_OF_ALL,
    ...rows.map((_, level) => rows.slice(0, level + 1).map((dimension) => keyOf(dimension, traits, year, source))),
  ];
  const columnOf = (traits: Traits, year: string, source: string): string | null =>
    columns === null ? null : keyOf(columns, traits, year, source);

  const addMoney = (traits: Traits, add: Adder): void => {
    const facts = usesMoney ? traits.facts : [{ year: '', source: '', fen: traits.total }];
    for (const { year, source, fen } of facts) {
      if (fen === 0 || !isAllowed(filter.years, year) || !isAllowed(filter.sources, source)) continue;
      const column = columnOf(traits, year, source);
      for (const path of pathsOf(traits, year, source)) {
        const key = rowKeyOf(rows, path);
        add(key, path, ALL_COLUMNS, 'total', fen);
        if (column !== null) add(key, path, column, 'total', fen);
      }
    }
  };

  /** A project counts once in a row, however many of its sources stand in the columns. */
  const addHeads = (project: Project, traits: Traits, add: Adder): void => {
    const year = traits.startYear;
    if (!isAllowed(filter.years, year)) return;
    const sources = usesSource ? traits.sources.filter((source) => isAllowed(filter.sources, source)) : [''];
    if (sources.length === 0) return;
    const first = sources.slice(0, 1);
    for (let level = 0; level <= rows.length; level += 1) {
      const inRow = rows.slice(0, level).includes('source') ? sources : first;
      for (const source of inRow) {
        const path = pathsOf(traits, year, source)[level] ?? LEVELS_OF_ALL;
        const key = rowKeyOf(rows, path);
        const members = columns === 'source' ? sources : [columnOf(traits, year, source)];
        for (const column of [ALL_COLUMNS, ...members]) {
          if (column === null) continue;
          for (const measure of headMeasures) add(key, path, column, measure, headValue(project, measure));
        }
      }
    }
  };

  return (project, add) => {
    const traits = traitsOf(project);
    if (!passes(project, traits)) return;
    if (measures.has('total')) addMoney(traits, add);
    addHeads(project, traits, add);
  };
}

function headValue(project: Project, measure: 'count' | 'households' | 'people'): number {
  return measure === 'count' ? 1 : (project[measure] ?? 0);
}

function isAllowed(wanted: readonly string[] | undefined, key: string): boolean {
  return wanted === undefined || wanted.includes(key);
}

/** Whether a project is in the table at all; years and sources are looked at with its money. */
function makeFilter(filter: TableFilter, data: PlanData): (project: Project, traits: Traits) => boolean {
  const tests: ((project: Project, traits: Traits) => boolean)[] = [];
  const { categories, minTotal, maxTotal } = filter;
  if (categories) {
    const wanted = new Set(categories);
    const lineage = lineageReader(data.reference);
    const placeOf = makePlacer(data);
    tests.push((project) => lineage(placeOf(project).category).some((id) => wanted.has(id)));
  }
  const among = (wanted: readonly string[] | undefined, dimension: keyof Traits['keys']): void => {
    if (!wanted) return;
    const keys = new Set(wanted);
    tests.push((_, traits) => keys.has(traits.keys[dimension]));
  };
  among(filter.counties, 'county');
  among(filter.towns, 'town');
  among(filter.natures, 'nature');
  among(filter.units, 'unit');
  if (minTotal !== undefined) tests.push(({ amounts }) => amounts.total !== null && amounts.total >= minTotal);
  if (maxTotal !== undefined) tests.push(({ amounts }) => amounts.total !== null && amounts.total <= maxTotal);
  const text = filter.text?.trim().toLowerCase() ?? '';
  if (text !== '')
    tests.push((project) =>
      [project.name, project.content, project.town, project.village, project.unit, project.note, project.code].some(
        (value) => value?.toLowerCase().includes(text) ?? false,
      ),
    );
  return (project, traits) => tests.every((test) => test(project, traits));
}
