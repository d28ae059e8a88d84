// What each figure of a table says in the words of a plan: of which class, year, fund source or place, how many or how much.
import type { Subject } from '#shared/text/subject.ts';
import type { Term } from '../equation.ts';
import { type Axis, plainLabel } from '../tables/axis.ts';
import type { ReadTable } from '../tables/read-table.ts';
import { rowTree } from '../tables/row-sums.ts';
import { coreOf } from './class-names.ts';
import { kindOfAxis, kindOfLabel, yearOf } from './label-kinds.ts';

export interface Fact {
  term: Term;
  subject: Subject;
  /** What is measured besides projects and planned money: 完成投资, 受益户数; '' for those. */
  measure: string;
  table: ReadTable;
  /** At least or at most: ≥10. */
  isBound: boolean;
}

export interface ClassName {
  id: string;
  name: string;
  /** The class that it belongs to; null for one at the top. */
  parent: string | null;
}

export interface TableModel {
  facts: Fact[];
  classes: ClassName[];
  sources: string[];
  places: string[];
  years: number[];
}

interface Line {
  subject: Subject;
  measure: string;
}

/** 种植业 under 产业帮扶 is 产业/种植业. */
export function classId(parent: string | null, name: string): string {
  return parent === null ? coreOf(name) : `${parent}/${coreOf(name)}`;
}

const NO_LINE: Line = { subject: {}, measure: '' };

function merge(one: Line, other: Line): Line {
  return { subject: { ...one.subject, ...other.subject }, measure: `${one.measure}${other.measure}` };
}

/** The facts of a table. `own`: what the table as a whole is about, from its caption. */
export function tableModel(table: ReadTable, own: Subject): TableModel {
  const { model, rows, columns } = namesOf(table, own);
  const context: Line = { subject: own, measure: '' };
  const inContext = new Map([...rows].map(([row, line]) => [row, merge(context, line)]));
  for (const { row, column } of table.figures) {
    const term = table.anyTermAt(row, column);
    const [ofRow, ofColumn] = [inContext.get(row), columns.get(column)];
    if (!term || !ofRow || !ofColumn) continue;
    const { subject, measure } = merge(ofRow, ofColumn);
    const isBound = table.figureAt(row, column)?.isBound ?? false;
    model.facts.push({ term, subject, measure, table, isBound });
  }
  return model;
}

/** What a table names, without its facts: its captions are read with the names of all tables. */
export function tableNames(table: ReadTable): TableModel {
  return namesOf(table, {}).model;
}

interface Named {
  model: TableModel;
  rows: Map<number, Line>;
  columns: Map<number, Line>;
}

function namesOf(table: ReadTable, own: Subject): Named {
  const model: TableModel = { facts: [], classes: [], sources: [], places: [], years: [] };
  const nodes = new Map<Axis, string>();
  const items = table.rows.filter(({ kind }) => kind === 'item' || kind === 'among');
  const named = kindOfAxis(
    items.map(({ name }) => name),
    table.corner,
  );
  // 项目个数（个）, 总投资（万元） as rows: what they are of stands over the columns.
  const isTurned = named === 'class' && items.some(({ name }) => kindOfLabel(name) === 'whole');
  const rowKind = isTurned ? 'measure' : named;
  if (rowKind === 'class') nameClasses(table, own, nodes, model);
  const rows = new Map(table.rows.map((row) => [row.index, lineOfRow(row, rowKind, nodes, model)]));
  return { model, rows, columns: columnLines(table, rowKind, model) };
}

function nameClasses(table: ReadTable, own: Subject, nodes: Map<Axis, string>, model: TableModel): void {
  const items = table.rows.filter(({ kind }) => kind === 'item' || kind === 'among');
  const visit = (list: ReturnType<typeof rowTree>, parent: string | null): void => {
    for (const { row, children } of list) {
      // The heading of a table about one class is that class.
      const isOwn = own.category !== undefined && coreOf(row.name) === own.category.split('/').at(-1);
      const id = isOwn ? (own.category as string) : classId(parent, row.name);
      nodes.set(row, id);
      model.classes.push({ id, name: row.name, parent: isOwn ? null : parent });
      visit(children, id);
    }
  };
  visit(rowTree(items), own.category ?? null);
}

function lineOfRow(row: Axis, kind: string, nodes: ReadonlyMap<Axis, string>, model: TableModel): Line {
  let line = NO_LINE;
  for (const label of row.above) line = merge(line, lineOfLabel(label, 'class', model));
  if (row.kind === 'total') return line;
  if (row.kind === 'subtotal') {
    const own = row.name.replace(/小计.*$/, '');
    return own === '' ? line : merge(line, lineOfLabel(own, kind, model));
  }
  const id = nodes.get(row);
  if (id !== undefined) return merge(line, { subject: { category: id }, measure: '' });
  return merge(line, lineOfLabel(row.name, kind, model));
}

/** The line that a label names on an axis of a kind. */
function lineOfLabel(label: string, axis: string, model: TableModel): Line {
  const kind = kindOfLabel(label);
  const year = yearOf(label);
  if (year !== null) {
    model.years.push(year);
    return { subject: { year }, measure: '' };
  }
  if (kind === 'whole' || kind === 'heading') return NO_LINE;
  if (kind === 'done' || axis === 'measure') return { subject: {}, measure: label };
  if (kind === 'place' || axis === 'place') {
    model.places.push(label);
    return { subject: { place: label }, measure: '' };
  }
  if (axis === 'source' || kind === 'source') {
    model.sources.push(label);
    return { subject: { source: coreSource(label) }, measure: '' };
  }
  if (kind === 'measure') return { subject: {}, measure: '占比' };
  const id = classId(null, label);
  model.classes.push({ id, name: label, parent: null });
  return { subject: { category: id }, measure: '' };
}

/** 其他, 其他资金; 县级自筹, 县级自筹资金. */
export function coreSource(label: string): string {
  return plainLabel(label).replace(/(?:资金|来源|投入)$/, '') || label;
}

function dimensionOf(table: ReadTable, column: Axis): string {
  for (const { index } of table.rows) {
    const figure = table.figureAt(index, column.index);
    if (figure) return figure.measure.dimension;
  }
  return '';
}

/** 建设内容 over 硬化道路（公里） and 饮水工程（处） is no class: a class has projects, money, or one measure. */
function isClassHead(table: ReadTable, path: readonly string[], dimensions: ReadonlyMap<Axis, string>): boolean {
  const under = table.columns.filter(({ above }) => path.every((label, depth) => above[depth] === label));
  const own = new Set(under.map((column) => dimensions.get(column)));
  return own.size < 2 || own.has('money') || own.has('个') || own.has('');
}

function columnLines(table: ReadTable, rowKind: string, model: TableModel): Map<number, Line> {
  const dimensions = new Map(table.columns.map((column) => [column, dimensionOf(table, column)]));
  const byHead = new Map<string, Axis[]>();
  for (const column of table.columns) {
    const key = `${column.above.join('|')} ${dimensions.get(column)}`;
    byHead.set(key, [...(byHead.get(key) ?? []), column]);
  }
  const lines = new Map<number, Line>();
  for (const columns of byHead.values()) {
    const named = columns.filter(({ name }) => !/^(?:whole|heading|done|measure)$/.test(kindOfLabel(name)));
    const head = columns[0]?.above.at(-1) ?? (rowKind === 'measure' ? table.corner : '');
    const kind = kindOfAxis(
      named.map(({ name }) => name),
      head,
    );
    for (const column of columns) {
      const dimension = dimensions.get(column) ?? '';
      let line = NO_LINE;
      for (const [depth, label] of column.above.entries()) {
        const isClass = kindOfLabel(label) === 'class';
        if (isClass && !isClassHead(table, column.above.slice(0, depth + 1), dimensions)) continue;
        line = merge(
          line,
          isClass && rowKind === 'class' ? { subject: {}, measure: label } : lineOfLabel(label, 'class', model),
        );
      }
      // A lone column of another thing than projects and money is a measure of its own: 受益户数.
      const isMeasure =
        kind === 'class' &&
        named.includes(column) &&
        (named.length < 2 || rowKind === 'class' || !/^(?:money|个)$/.test(dimension));
      const own = isMeasure ? { subject: {}, measure: column.name } : lineOfLabel(column.name, kind, model);
      const isPercent = dimension === 'percent' && own.measure === '' && yearOf(column.name) === null;
      lines.set(column.index, merge(line, isPercent ? { ...own, measure: '占比' } : own));
    }
  }
  return lines;
}
