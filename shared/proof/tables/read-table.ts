// A table of a draft as it is meant: heads, label columns, units, figures, which rows and columns sum up others.
import type { DraftTable } from '#shared/draft/draft.ts';
import type { Term } from '../equation.ts';
import type { ProofPlace } from '../finding.ts';
import { type Axis, isWeakTotal, plainLabel, readLabel } from './axis.ts';
import { type CellFigure, cellFigure, isBlankCell, readDigits } from './cell-figure.ts';
import { type Grid, gridOf } from './grid.ts';
import { findHeads, headPath, unitsInside } from './heads.ts';
import { headMeasure, type Measure, measureOf, PLAIN, wordMeasure } from './measure.ts';

export interface ReadTable {
  /** The block of the draft. */
  block: number;
  /** 表4-1; the caption where there is no number; 第3个表. */
  name: string;
  /** Its caption, '' where there is none, and the number in it: 表4-1. */
  caption: string;
  number: string | null;
  rows: readonly Axis[];
  columns: readonly Axis[];
  /** What stands over the label column: 县（市、区）. */
  corner: string;
  figureAt(row: number, column: number): CellFigure | null;
  /** A figure as a term of a sum; `label` is what is added. Null for words, a blank or a bound. */
  termAt(row: number, column: number, label: string): Term | null;
  /** A figure as a term, a bound (≥10) too. */
  anyTermAt(row: number, column: number): Term | null;
  placeOf(row: number, column: number): ProofPlace;
  /** All figures, row by row. */
  figures: readonly CellFigure[];
  isBlank(row: number, column: number): boolean;
}

export interface TableContext {
  block: number;
  caption: string;
  number: string | null;
  name: string;
  /** Units stated in the lines above. */
  stated: readonly Measure[];
  /** Where a cell of the grid stands in the draft. */
  placeOf(row: number, column: number): ProofPlace;
}

type ColumnRole = 'serial' | 'unit' | 'label' | 'figure' | 'other';

const SERIAL = /^(?:序号|编号|序|行次|代码|编码|No\.?|№)$/i;
const UNIT = /^(?:计量)?单位$/;
const OTHER = /备注|说明|依据|责任|属性|联系|时间|期限|年限|日期|文号/;
const MOST_LABELS = 4;

function rolesOf(grid: Grid, heads: readonly string[][], body: number): ColumnRole[] {
  const tally = heads.map((_, column) => {
    const count = { figures: 0, words: 0 };
    for (let row = body; row < grid.rowCount; row += 1) {
      const text = grid.text(row, column);
      if (isBlankCell(text)) continue;
      if (readDigits(text)) count.figures += 1;
      else count.words += 1;
    }
    return count;
  });
  let isLeading = true;
  return heads.map((path, column): ColumnRole => {
    const label = plainLabel(path.at(-1) ?? '');
    const { figures, words } = tally[column] ?? { figures: 0, words: 0 };
    if (SERIAL.test(label)) return 'serial';
    if (UNIT.test(label)) return 'unit';
    const isFigures = figures > 0 && figures >= words && !(isLeading && column === 0);
    if (isFigures && !OTHER.test(label)) {
      isLeading = false;
      return 'figure';
    }
    // 1, 2, 3 under an empty head beside names.
    if (isLeading && column === 0 && figures > words && label === '') return 'serial';
    if (isLeading && column < MOST_LABELS && (words > 0 || column === 0)) return 'label';
    // An empty column between figures is a column of figures that lack.
    return figures === 0 && words === 0 && !isLeading && !OTHER.test(label) ? 'figure' : 'other';
  });
}

/** Reads a table; null for one without figures. */
export function readTable(table: DraftTable, context: TableContext): ReadTable | null {
  const { block, caption, number, name: tableName, stated, placeOf } = context;
  const grid = gridOf(table);
  const heads = findHeads(grid, table.headRows);
  const paths = Array.from({ length: grid.columnCount }, (_, column) => headPath(grid, heads, column));
  const roles = rolesOf(grid, paths, heads.body);
  const columnsOf = (role: ColumnRole): number[] => roles.flatMap((own, column) => (own === role ? [column] : []));
  const [labels, figureColumns] = [columnsOf('label'), columnsOf('figure')];
  const [serial] = columnsOf('serial');
  const [unit] = columnsOf('unit');
  if (figureColumns.length === 0 || heads.body >= grid.rowCount) return null;
  const measures = stated.length > 0 ? stated : unitsInside(grid, heads);

  const columns = figureColumns.map((index): Axis => {
    const path = (paths[index] ?? []).map(plainLabel);
    const { name, kind } = readLabel(path.at(-1) ?? '');
    const above = path.slice(0, -1).map((label) => readLabel(label).name);
    return { index, name, above, kind, level: null, isSum: false };
  });
  const rows = readRows(grid, heads.body, labels, serial);

  const figures: CellFigure[] = [];
  const byPlace = new Map<number, CellFigure>();
  for (const { index: row } of rows) {
    const own = unit === undefined ? null : measureOf(grid.text(row, unit).split(/[、,，/]/)[0] ?? '');
    const ofRow = own ?? headMeasure(plainLabel(labels.map((column) => grid.text(row, column)).join('')));
    const rowWord = wordMeasure(plainLabel(grid.text(row, labels.at(-1) ?? 0)), measures);
    for (const column of figureColumns) {
      if (!grid.isOrigin(row, column)) continue;
      const path = paths[column] ?? [];
      const measure =
        headUnit(path) ??
        ofRow ??
        columnMeasure(path, measures) ??
        rowWord ??
        measures.find(({ dimension }) => dimension === 'money') ??
        measures[0] ??
        PLAIN;
      const figure = cellFigure(grid.text(row, column), row, column, measure);
      if (!figure) continue;
      figures.push(figure);
      byPlace.set(row * grid.columnCount + column, figure);
    }
  }
  const figureAt = (row: number, column: number): CellFigure | null =>
    byPlace.get(row * grid.columnCount + column) ?? null;
  const rowNames = new Map(rows.map(({ index, name }) => [index, name]));
  const columnNames = new Map(
    columns.map(({ index, name, above }) => {
      const isOnly = columns.filter((other) => other.name === name).length === 1;
      return [index, [...(isOnly ? [] : above.slice(-1)), name].join('')];
    }),
  );
  const nameOf = (row: number, column: number): string =>
    `${tableName}“${rowNames.get(row) ?? `第${row + 1}行`}”行“${columnNames.get(column) || `第${column + 1}列`}”列`;
  const terms = new Map<number, Term[]>();
  const termOf = (row: number, column: number, label: string): Term | null => {
    const figure = figureAt(row, column);
    if (!figure) return null;
    const at = row * grid.columnCount + column;
    const known = terms.get(at);
    const made = known?.find((one) => one.label === label);
    if (made) return made;
    const [first] = known ?? [];
    const key = first?.key ?? `${block}/${row}/${column}`;
    const place = first?.place ?? placeOf(row, column);
    // Named only where something is told of it.
    const term: Term = {
      ...{ key, place, figure, label },
      get name() {
        return nameOf(row, column);
      },
    };
    if (known) known.push(term);
    else terms.set(at, [term]);
    return term;
  };
  return {
    ...{ block, caption, number, name: tableName, rows, columns, figures, figureAt, placeOf },
    corner: plainLabel(paths[labels.at(-1) ?? 0]?.at(-1) ?? ''),
    termAt: (row, column, label) => (figureAt(row, column)?.isBound ? null : termOf(row, column, label)),
    anyTermAt: (row, column) => termOf(row, column, ''),
    isBlank: (row, column) => isBlankCell(grid.text(row, column)),
  };
}

/** The unit in a head, the nearest to the figures first: what it says of its column, whatever the row measures. */
function headUnit(path: readonly string[]): Measure | null {
  for (const label of path.map(plainLabel).toReversed()) {
    const measure = headMeasure(label);
    if (measure) return measure;
  }
  return null;
}

/** What the words of the heads say. */
function columnMeasure(path: readonly string[], stated: readonly Measure[]): Measure | null {
  for (const label of path.map(plainLabel).toReversed()) {
    const measure = wordMeasure(label, stated);
    if (measure) return measure;
  }
  return null;
}

/** True where headings among the rows are numbered 一、 or （一）. */
function hasHeadings(grid: Grid, body: number, columns: readonly number[]): boolean {
  for (let row = body; row < grid.rowCount; row += 1)
    for (const column of columns) if ((readLabel('', grid.text(row, column)).level ?? 9) < 2) return true;
  return false;
}

function readRows(grid: Grid, body: number, labels: readonly number[], serial: number | undefined): Axis[] {
  const rows: Axis[] = [];
  const last = grid.rowCount - 1;
  const isNumbered = hasHeadings(grid, body, [...(serial === undefined ? [] : [serial]), ...labels]);
  for (let row = body; row <= last; row += 1) {
    const texts = labels.map((column) => grid.text(row, column));
    const filled = texts.filter((text, at) => text !== '' && text !== texts[at - 1]);
    const number = serial === undefined ? '' : grid.text(row, serial);
    // 合计 merged over the number and the name stands in the column of numbers.
    const own = filled.at(-1) ?? (/\D/.test(number) ? number : '');
    if (own === '') continue;
    const { name, kind, level, isSum } = readLabel(own, number, isNumbered);
    const above = filled.slice(0, -1).map((text) => readLabel(text).name);
    const isEdge = row === last || row === body;
    const isTotal = kind === 'item' && isEdge && level === null && isWeakTotal(name);
    rows.push({ index: row, name, above, kind: isTotal ? 'total' : kind, level, isSum });
  }
  return rows;
}
