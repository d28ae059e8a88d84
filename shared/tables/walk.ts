// What one project adds to which cells of a table. Sums and their make-up (构成) both come from here, so that they agree.
import type { PlanData } from '../domain/plan-data.ts';
import type { Project } from '../domain/project.ts';
import type { DimensionId, MeasureId, TableDesign, TableFilter } from './design.ts';
import { DIMENSIONS } from './dimensions.ts';
import { type Fact, type Traits, traitReader } from './traits.ts';

/** Row key of 合计 and column of the row's own sums. */
export const TOTAL_ROW = 'total';
export const ALL_COLUMNS = '';

/** A row of a table: its key and its path of member keys from the top. One object a row and walker. */
export interface RowRef {
  key: string;
  path: readonly string[];
}

/** Takes what a project adds to a row and a column member. */
export type Adder = (row: RowRef, column: string, measure: MeasureId, value: number) => void;

/** `category:county.industry`; of the second level both keys, `town:研和街道|year:2021`. */
export function rowKeyOf(rows: readonly DimensionId[], path: readonly string[]): string {
  if (path.length === 0) return TOTAL_ROW;
  const keys = path.map((key, level) => `${DIMENSIONS[rows[level] ?? 'class'].prefix}:${key}`);
  // A category says itself under which class it stands; what stands right under the class has no category of its own.
  if (rows[0] === 'class' && rows[1] === 'category' && path.length === 2)
    return path[0] === path[1] ? `direct:${path[0]}` : (keys[1] ?? TOTAL_ROW);
  return keys.join('|');
}

/** Gives the same object for the same row, so that it costs two look-ups and no new text. */
function makeRows(dimensions: readonly DimensionId[]) {
  interface Node extends RowRef {
    below: Map<string, Node>;
  }
  const make = (path: readonly string[]): Node => ({ key: rowKeyOf(dimensions, path), path, below: new Map() });
  const total = make([]);
  const under = (node: Node, key: string): Node => {
    let child = node.below.get(key);
    if (!child) {
      child = make([...node.path, key]);
      node.below.set(key, child);
    }
    return child;
  };
  return { total, under };
}

/** Whether its rows hold a part of a project's money only: that of some years or sources. */
export function splitsMoney({ rows, filter }: TableDesign): boolean {
  return rows.includes('year') || rows.includes('source') || filter.years !== undefined || filter.sources !== undefined;
}

/** Makes the function that hands over everything one project adds to a design's cells. */
export function makeWalker(design: TableDesign, data: PlanData): (project: Project, add: Adder) => void {
  const traitsOf = traitReader(data);
  const passes = makeFilter(design.filter);
  const { rows, columns, filter } = design;
  const measures = new Set([...design.measures, ...(columns ? design.spread : [])]);
  const inTable = (dimension: DimensionId): boolean => rows.includes(dimension) || columns === dimension;
  const usesSource = inTable('source') || filter.sources !== undefined;
  const usesYear = inTable('year') || filter.years !== undefined;
  const factsOf = (traits: Traits): readonly Fact[] => {
    if (usesYear) return usesSource ? traits.facts : traits.yearFacts;
    return usesSource ? traits.sourceFacts : [{ year: '', source: '', fen: traits.total }];
  };
  const headMeasures = (['count', 'households', 'people'] as const).filter((measure) => measures.has(measure));
  const keyOf = (dimension: DimensionId, traits: Traits, year: string, source: string): string =>
    dimension === 'year' ? year : dimension === 'source' ? source : traits.keys[dimension];
  const tree = makeRows(rows);

  const addMoney = (traits: Traits, add: Adder): void => {
    for (const { year, source, fen } of factsOf(traits)) {
      if (fen === 0 || !isAllowed(filter.years, year) || !isAllowed(filter.sources, source)) continue;
      const column = columns === null ? null : keyOf(columns, traits, year, source);
      let row = tree.total;
      for (let level = 0; level <= rows.length; level += 1) {
        const dimension = rows[level - 1];
        if (dimension !== undefined) row = tree.under(row, keyOf(dimension, traits, year, source));
        add(row, ALL_COLUMNS, 'total', fen);
        if (column !== null) add(row, column, 'total', fen);
      }
    }
  };

  const addHeadsTo = (row: RowRef, column: string, project: Project, add: Adder): void => {
    for (const measure of headMeasures) add(row, column, measure, headValue(project, measure));
  };

  /** A project counts once in a row, however many of its sources stand in the columns. */
  const addHeads = (project: Project, traits: Traits, add: Adder): void => {
    const year = traits.startYear;
    if (!isAllowed(filter.years, year)) return;
    const sources = usesSource ? traits.sources.filter((source) => isAllowed(filter.sources, source)) : NO_SOURCE;
    let level: (typeof tree.total)[] = sources.length > 0 ? [tree.total] : [];
    for (let depth = 0; depth <= rows.length; depth += 1) {
      const dimension = rows[depth - 1];
      if (dimension === 'source') level = level.flatMap((row) => sources.map((source) => tree.under(row, source)));
      else if (dimension !== undefined) level = level.map((row) => tree.under(row, keyOf(dimension, traits, year, '')));
      for (const row of level) {
        addHeadsTo(row, ALL_COLUMNS, project, add);
        if (columns === 'source') for (const source of sources) addHeadsTo(row, source, project, add);
        else if (columns !== null) addHeadsTo(row, keyOf(columns, traits, year, ''), project, add);
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

const NO_SOURCE: readonly string[] = [''];

function headValue(project: Project, measure: 'count' | 'households' | 'people'): number {
  return measure === 'count' ? 1 : (project[measure] ?? 0);
}

function isAllowed(wanted: readonly string[] | undefined, key: string): boolean {
  return wanted === undefined || wanted.includes(key);
}

/** Whether a project is in the table at all; years and sources are looked at with its money. */
function makeFilter(filter: TableFilter): (project: Project, traits: Traits) => boolean {
  const tests: ((project: Project, traits: Traits) => boolean)[] = [];
  const { categories, minTotal, maxTotal } = filter;
  if (categories) {
    const wanted = new Set(categories);
    tests.push((_, { lineage }) => lineage.some((id) => wanted.has(id)));
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
