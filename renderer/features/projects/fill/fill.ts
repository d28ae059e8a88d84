// Which cells a fill changes, and to what: the fill handle, Ctrl+D, Ctrl+R, 按序列填充. Headings are stepped over.
import type { CellEdit } from '#shared/contract/methods.ts';
import type { CellReader } from '../cell-text.ts';
import { type GridColumn, NUMBER_KEY } from '../grid-columns.ts';
import type { Direction } from '../moves.ts';
import type { ProjectRow, Rows } from '../rows.ts';
import { type CellAt, isInRange, type Range, rowsInRange } from '../selection.ts';
import { continueSeries, type FillWay, type SeriesKind } from './series.ts';

/** The cells to be filled, beside the source and without it. */
export interface FillGoal {
  area: Range;
  direction: Direction;
}

export interface FillTable {
  rows: Rows;
  columns: readonly GridColumn[];
  reader: CellReader;
}

/** Where the handle of `source` was dragged to; null while the mouse is inside it. */
export function fillGoal(source: Range, { row, col }: CellAt): FillGoal | null {
  if (isInRange(source, row, col)) return null;
  const down = row > source.bottom ? row - source.bottom : Math.min(0, row - source.top);
  const across = col > source.right ? col - source.right : Math.min(0, col - source.left);
  if (Math.abs(down) >= Math.abs(across)) {
    return down > 0
      ? { direction: 'down', area: { ...source, top: source.bottom + 1, bottom: row } }
      : { direction: 'up', area: { ...source, top: Math.max(0, row), bottom: source.top - 1 } };
  }
  return across > 0
    ? { direction: 'right', area: { ...source, left: source.right + 1, right: col } }
    : { direction: 'left', area: { ...source, left: col, right: source.left - 1 } };
}

/** Double click on the handle: down to the last row before the next heading; null where none follows. */
export function goalToEnd(source: Range, { rows }: Pick<FillTable, 'rows'>): FillGoal | null {
  const next = rows.rows.findIndex((row, index) => index > source.bottom && row.kind !== 'project');
  const bottom = (next === -1 ? rows.rows.length : next) - 1;
  return bottom > source.bottom ? { direction: 'down', area: { ...source, top: source.bottom + 1, bottom } } : null;
}

/** The whole of source and filled cells, to be selected afterwards. */
export function filledRange(source: Range, { area }: FillGoal): Range {
  return {
    top: Math.min(source.top, area.top),
    bottom: Math.max(source.bottom, area.bottom),
    left: Math.min(source.left, area.left),
    right: Math.max(source.right, area.right),
  };
}

/** The edits of a fill; cells that hold the value already are left alone. */
export function planFill(table: FillTable, source: Range, goal: FillGoal, way: FillWay): CellEdit[] {
  const isBack = goal.direction === 'up' || goal.direction === 'left';
  const inOrder = <T>(items: T[]): T[] => (isBack ? items.reverse() : items);
  const step = isBack ? -1 : 1;
  if (goal.direction === 'up' || goal.direction === 'down') {
    const seeds = inOrder(projectsIn(table, source));
    const targets = inOrder(projectsIn(table, goal.area));
    return editableColumns(table, source).flatMap((column) => {
      const texts = seeds.map((row) => sentText(table.reader, row, column));
      return write(table, continueSeries(texts, targets.length, seriesKind(column), way, step), (index) => ({
        row: targets[index],
        column,
      }));
    });
  }
  const from = inOrder(editableColumns(table, source));
  const to = inOrder(editableColumns(table, goal.area));
  const kinds = new Set([...from, ...to].map(seriesKind));
  const [kind = 'list'] = kinds;
  return projectsIn(table, source).flatMap((row) => {
    const texts = from.map((column) => sentText(table.reader, row, column));
    const values = continueSeries(texts, to.length, kinds.size === 1 ? kind : 'list', way, step);
    return write(table, values, (index) => ({ row, column: to[index] }));
  });
}

/** Ctrl+D: the first row of a range into those beneath; a single row takes over the one above. */
export function planFillDown(table: FillTable, range: Range): CellEdit[] {
  const top = table.rows.rows.findIndex((row, index) => index >= range.top && row.kind === 'project');
  const hasMore = projectsIn(table, { ...range, top: top + 1 }).length > 0;
  const above = table.rows.rows.findLastIndex((row, index) => index < range.top && row.kind === 'project');
  const from = hasMore ? top : above;
  if (from === -1) return [];
  const source = { ...range, top: from, bottom: from };
  return planFill(table, source, { direction: 'down', area: { ...range, top: from + 1 } }, 'copy');
}

/** Ctrl+R: the first column of a range into those beside it; a single column takes over the one to its left. */
export function planFillRight(table: FillTable, range: Range): CellEdit[] {
  const left = range.right > range.left ? range.left : range.left - 1;
  const source = { ...range, left, right: left };
  return planFill(table, source, { direction: 'right', area: { ...range, left: left + 1 } }, 'copy');
}

/** 按序列填充: in each column the filled cells at the top go on to the bottom of the range. */
export function planFillSeries(table: FillTable, range: Range): CellEdit[] {
  const rows = projectsIn(table, range);
  return editableColumns(table, range).flatMap((column) => {
    const texts = rows.map((row) => sentText(table.reader, row, column));
    const blank = texts.indexOf('');
    const seeds = texts.slice(0, blank === -1 ? 1 : Math.max(1, blank));
    const values = continueSeries(seeds, texts.length - seeds.length, seriesKind(column), 'series');
    return write(table, values, (index) => ({ row: rows[seeds.length + index], column }));
  });
}

function write(
  { reader }: FillTable,
  texts: readonly string[],
  place: (index: number) => { row: ProjectRow | undefined; column: GridColumn | undefined },
): CellEdit[] {
  return texts.flatMap((text, index) => {
    const { row, column } = place(index);
    if (!row || !column || sentText(reader, row, column) === text) return [];
    return [{ id: row.id, column: column.key, text }];
  });
}

function projectsIn({ rows }: FillTable, range: Range): ProjectRow[] {
  return rowsInRange(rows, range).filter((row) => row.kind === 'project');
}

function editableColumns({ columns }: FillTable, range: Range): GridColumn[] {
  return columns.slice(range.left, range.right + 1).filter((column) => column.key !== NUMBER_KEY);
}

/** What is sent to fill a cell like this one: categories by their id, all else as the editor would show it. */
function sentText(reader: CellReader, row: ProjectRow, column: GridColumn): string {
  return column.kind === 'category' ? (row.project.categoryId ?? '') : reader.plain(row, column);
}

function seriesKind({ kind }: GridColumn): SeriesKind {
  if (kind === 'amount' || kind === 'integer') return 'number';
  if (kind === 'period' || kind === 'text') return kind;
  return 'list';
}
