// What one project adds to which cells of a table. Sums and their make-up (构成) both come from here, so that they agree.

import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { DimensionId, MeasureId, TableDesign, TableFilter } from '../records/table-design.ts';
import { DIMENSIONS } from './dimensions.ts';
import { type Fact, OPEN } from './split-amounts.ts';
import { type Traits, traitReader } from './traits.ts';

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
  const usesSource = rows.includes('source') || columns === 'source' || filter.sources !== undefined;
  const grains = grainsOf(design);
  const openSide = openSideOf(design);
  const headMeasures = (['count', 'households', 'people'] as const).filter((measure) => measures.has(measure));
  const keyOf = (dimension: DimensionId, traits: Traits, year: string, source: string): string =>
    dimension === 'year' ? year : dimension === 'source' ? source : traits.keys[dimension];
  const tree = makeRows(rows);

  /** The row of a fact at a level of the outline. */
  const rowOf = (traits: Traits, { year, source }: Fact, depth: number): typeof tree.total => {
    let row = tree.total;
    for (let level = 0; level < depth; level += 1)
      row = tree.under(row, keyOf(rows[level] as DimensionId, traits, year, source));
    return row;
  };

  const addMoney = (traits: Traits, add: Adder): void => {
    const isIn = ({ year, source, fen }: Fact): boolean =>
      fen !== 0 && isAllowed(filter.years, year) && isAllowed(filter.sources, source);
    grains.forEach(({ own, spread }, depth) => {
      for (const fact of factsOf(traits, own))
        if (isIn(fact)) add(rowOf(traits, fact, depth), ALL_COLUMNS, 'total', fact.fen);
      if (columns === null) return;
      for (const fact of factsOf(traits, spread))
        if (isIn(fact))
          add(rowOf(traits, fact, depth), keyOf(columns, traits, fact.year, fact.source), 'total', fact.fen);
    });
  };

  /** What the columns have beyond the rows of a table of years and sources: rows of their own, in no total. */
  const addOpen = (project: Project, traits: Traits, add: Adder): void => {
    if (openSide === null || columns === null) return;
    const facts = openSide === 'year' ? traits.money.openSources : traits.money.openYears;
    for (let depth = rows.indexOf(openSide) + 1; depth <= rows.length; depth += 1) {
      const counted = new Set<RowRef>();
      for (const fact of facts) {
        const row = rowOf(traits, fact, depth);
        const isOpen = fact[openSide] === OPEN;
        add(row, ALL_COLUMNS, 'total', isOpen ? fact.fen : 0);
        add(row, keyOf(columns, traits, fact.year, fact.source), 'total', fact.fen);
        if (isOpen && !counted.has(row)) addHeadsTo(row, ALL_COLUMNS, project, add);
        counted.add(row);
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
    if (design.spread.includes('total')) addOpen(project, traits, add);
    addHeads(project, traits, add);
  };
}

const NO_SOURCE: readonly string[] = [''];

/** Which of a project's amounts a figure is made of: it looks at years, at sources, or at both along one of them. */
type Grain = 'whole' | 'years' | 'sources' | 'alongYears' | 'alongSources';

function factsOf(traits: Traits, grain: Grain): readonly Fact[] {
  return grain === 'whole' ? [{ year: '', source: '', fen: traits.total }] : traits.money[grain];
}

/** The grain of a figure that also looks at `dimension`; what is not broken down there belongs to the figure before. */
function finer(grain: Grain, dimension: DimensionId | null | undefined): Grain {
  if (dimension === 'year') return grain === 'whole' ? 'years' : grain === 'sources' ? 'alongSources' : grain;
  if (dimension === 'source') return grain === 'whole' ? 'sources' : grain === 'years' ? 'alongYears' : grain;
  return grain;
}

/** For each level of the outline the grain of its rows' own sums and of those in its columns. */
function grainsOf({ rows, columns, filter }: TableDesign): { own: Grain; spread: Grain }[] {
  let own: Grain = 'whole';
  if (filter.years) own = finer(own, 'year');
  if (filter.sources) own = finer(own, 'source');
  const levels = [{ own, spread: finer(own, columns) }];
  for (const dimension of rows) {
    own = finer(own, dimension);
    levels.push({ own, spread: finer(own, columns) });
  }
  return levels;
}

/**
 * The side that stands in the rows of a table of years and sources whose columns are sums of their own: there money may
 * be known by column and not by row. Null for all other tables.
 */
export function openSideOf({ rows, columns, filter }: TableDesign): 'year' | 'source' | null {
  if (filter.years || filter.sources) return null;
  if (columns === 'source' && rows.includes('year')) return 'year';
  return columns === 'year' && rows.includes('source') ? 'source' : null;
}

function headValue(project: Project, measure: 'count' | 'households' | 'people'): number {
  return measure === 'count' ? 1 : (project[measure] ?? 0);
}

function isAllowed(wanted: readonly string[] | undefined, key: string): boolean {
  return wanted === undefined || wanted.includes(key);
}

/** Whether a project is in the table at all; years and sources are looked at with its money. */
export function makeFilter(filter: TableFilter): (project: Project, traits: Traits) => boolean {
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
