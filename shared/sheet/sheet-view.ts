// Looking into a sheet by row and column, with its merged ranges, without ever spreading a range out into cells.
import type { CellRange, SheetCell, SheetData } from './sheet.ts';

export type SheetRow = SheetData['rows'][number];

export interface SheetView {
  sheet: SheetData;
  /** Index into sheet.rows of the first row at or below `row`. */
  indexOf(row: number): number;
  rowAt(row: number): SheetRow | undefined;
  cellAt(row: number, column: number): SheetCell | undefined;
  /** The merged range that covers a cell. */
  mergeAt(row: number, column: number): CellRange | undefined;
  /** The text that is seen at a place: that of the merged range's first cell. */
  seenText(row: number, column: number): string;
  /** Merged ranges that begin in a row. */
  mergesFrom(row: number): readonly CellRange[];
}

const BUCKET = 32;
/** A range over more rows than this goes to a list of its own instead of into every bucket. */
const TALL = BUCKET * 64;

/** The text of a cell; '' where it is empty or a formula without a result. */
export function cellText(cell: SheetCell | undefined): string {
  return cell?.value?.text ?? '';
}

export function cellIn(row: SheetRow | undefined, column: number): SheetCell | undefined {
  if (!row) return undefined;
  let low = 0;
  let high = row.cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = row.cells[middle] as SheetCell;
    if (cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

export function viewSheet(sheet: SheetData): SheetView {
  const { rows } = sheet;
  const buckets = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  const byTop = new Map<number, CellRange[]>();
  for (const range of sheet.merges) {
    if (range.bottom === range.top && range.right === range.left) continue;
    byTop.set(range.top, [...(byTop.get(range.top) ?? []), range]);
    if (range.bottom - range.top > TALL) {
      tall.push(range);
      continue;
    }
    for (let bucket = Math.floor(range.top / BUCKET); bucket <= Math.floor(range.bottom / BUCKET); bucket += 1) {
      const known = buckets.get(bucket);
      if (known) known.push(range);
      else buckets.set(bucket, [range]);
    }
  }
  const covers = (range: CellRange, row: number, column: number): boolean =>
    range.top <= row && row <= range.bottom && range.left <= column && column <= range.right;

  const indexOf = (row: number): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] as SheetRow).row < row) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const rowAt = (row: number): SheetRow | undefined => {
    const found = rows[indexOf(row)];
    return found?.row === row ? found : undefined;
  };
  const cellAt = (row: number, column: number): SheetCell | undefined => cellIn(rowAt(row), column);
  const mergeAt = (row: number, column: number): CellRange | undefined =>
    buckets.get(Math.floor(row / BUCKET))?.find((range) => covers(range, row, column)) ??
    tall.find((range) => covers(range, row, column));
  return {
    sheet,
    indexOf,
    rowAt,
    cellAt,
    mergeAt,
    seenText(row, column) {
      const own = cellText(cellAt(row, column));
      if (own !== '') return own;
      const range = mergeAt(row, column);
      return range ? cellText(cellAt(range.top, range.left)) : '';
    },
    mergesFrom: (row) => byTop.get(row) ?? [],
  };
}

/** True for a number cell or a text that is nothing but a number (csv files hold only texts). */
export function looksNumeric(cell: SheetCell | undefined): boolean {
  const value = cell?.value;
  if (!value) return false;
  if (value.kind === 'number') return true;
  return value.kind === 'text' && looksNumericText(value.text);
}

/** '1,350.5', '（12）', '30万元'. */
export function looksNumericText(text: string): boolean {
  return /^\s*[(（]?[-−]?[\d０-９][\d０-９,，.．]*(?:\s*万?元[)）]?|\s*[)）])?\s*$/.test(text);
}
