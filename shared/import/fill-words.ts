// Words of vertically merged cells go down into the rows that the cell covers; amounts never do (handbook 8.1).

import { cellText, type SheetView } from '../sheet/sheet-view.ts';
import { isAmountKey } from './column-uses.ts';
import type { ColumnWords } from './column-words.ts';
import { kindOf } from './match-header.ts';
import type { FoundTable, ReadColumn } from './reading.ts';

/** Brings the words of a vertical merge down for 序号 and 项目名称. */
export function wordFiller(
  view: SheetView,
  columns: readonly ReadColumn[],
): (row: number, key: 'serial' | 'name') => string {
  const numbers = { serial: numberOf(columns, 'serial'), name: numberOf(columns, 'name') };
  return (row, key) => {
    const column = numbers[key];
    const range = column === undefined ? undefined : view.mergeAt(row, column);
    return range && range.top < row && range.left === column ? cellText(view.cellAt(range.top, range.left)) : '';
  };
}

function numberOf(columns: readonly ReadColumn[], key: string): number | undefined {
  return columns.find((column) => column.key === key)?.column;
}

/** Columns of words in which a merged cell reaches over several rows. */
export function verticallyMerged(
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  words: Pick<ColumnWords, 'columns'>,
): ReadColumn[] {
  const merged = new Set<number>();
  for (const range of view.sheet.merges) {
    if (range.bottom > range.top && range.bottom >= table.firstRow && range.top <= table.lastRow) {
      for (const column of columns)
        if (column.column >= range.left && column.column <= range.right) merged.add(column.column);
    }
  }
  return columns.filter((column) => {
    if (column.key === null || !merged.has(column.column) || isAmountKey(column.key)) return false;
    const kind = kindOf(column.key, words);
    return kind === 'text' || kind === 'period';
  });
}
