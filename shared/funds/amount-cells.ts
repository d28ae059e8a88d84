// The amount that a cell of a money sheet gives to one row. A merged cell over several rows or columns is nobody's alone.
import type { ReadColumn } from '../import/reading.ts';
import { type CellRange, cellAddress } from '../sheet/sheet.ts';
import type { SheetView } from '../sheet/sheet-view.ts';
import { type Fen, toFen } from '../values/money.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';

export type AmountCell =
  | { kind: 'amount'; fen: Fen }
  | { kind: 'blank' }
  | { kind: 'unreadable'; text: string; reason: string }
  /** Stands for several rows or columns; `cell` holds it, `range` is 'D3:D4'. */
  | { kind: 'shared'; fen: Fen; text: string; cell: string; range: string; isFirst: boolean };

/**
 * Reads amounts by row and column. Merged rows that say the same in all of the `known` columns are one entry: its
 * amount stands in the first of them.
 */
export function readAmountCells(
  view: SheetView,
  headed: readonly ReadColumn[],
  known: readonly ReadColumn[],
): (row: number, column: ReadColumn, unit: AmountUnit) => AmountCell {
  const isOneEntry = ({ top, bottom }: CellRange): boolean => {
    for (let row = top + 1; row <= bottom; row += 1) {
      const differs = known.some(({ column }) => {
        const text = view.seenText(row, column).trim();
        return text !== '' && text !== view.seenText(top, column).trim();
      });
      if (differs) return false;
    }
    return true;
  };
  const isOneColumn = ({ left, right }: CellRange, { header }: ReadColumn): boolean =>
    headed.every((one) => one.column < left || one.column > right || one.path.length === 0 || one.header === header);
  return (row, column, unit) => {
    const text = view.seenText(row, column.column).trim();
    const read = parseAmount(text, unit);
    if (read.kind === 'blank') return { kind: 'blank' };
    if (read.kind === 'unreadable') return { kind: 'unreadable', text, reason: read.reason };
    const range = view.mergeAt(row, column.column);
    if (!range) return { kind: 'amount', fen: read.fen };
    const isFirst = range.top === row;
    if (isOneColumn(range, column) && isOneEntry(range)) {
      return isFirst ? { kind: 'amount', fen: read.fen } : { kind: 'blank' };
    }
    const cell = cellAddress(range.top, range.left);
    return {
      kind: 'shared',
      fen: read.fen,
      text,
      cell,
      range: `${cell}:${cellAddress(range.bottom, range.right)}`,
      isFirst,
    };
  };
}

/** Several cells as one amount; one that cannot be read, or that is not this row's alone, speaks for all. */
export function sumCells(cells: readonly AmountCell[]): AmountCell {
  const [only, ...more] = cells;
  if (only && more.length === 0) return only;
  const odd = cells.find(({ kind }) => kind === 'unreadable' || kind === 'shared');
  if (odd) return odd;
  const amounts = cells.flatMap((cell) => (cell.kind === 'amount' ? [cell.fen as number] : []));
  return amounts.length === 0
    ? { kind: 'blank' }
    : { kind: 'amount', fen: toFen(amounts.reduce((sum, fen) => sum + fen, 0)) };
}
