// Rows whose words leave open what they are, decided by their figures: a sum without a name, a name without a number.
import { type ColumnSums, figureOf } from './column-sums.ts';
import type { GroupedRow } from './group-rows.ts';
import type { AmountUnit } from './parse-amount.ts';
import type { ReadColumn } from './reading.ts';
import { headingOf, type RowKind } from './row-kinds.ts';
import { cellIn } from './sheet-view.ts';

/**
 * Notes in `forced` what the figures tell, and returns true where that changes anything. A row of mere figures that
 * equals the sum of all rows (or of those above it) is a 合计 without its word; one with the words of a class that
 * equals the rows right under it is their heading. A bare name whose figure is the sum of
 * the detailed rows right under it is their heading. Bare words over numbered rows whose
 * figure is not the sum of those rows are a project that lacks its 序号, not a heading.
 */
export function settleByFigures(
  rows: readonly GroupedRow[],
  sums: ColumnSums,
  unitOf: (column: ReadColumn) => AmountUnit,
  forced: Map<number, RowKind>,
): boolean {
  const main =
    sums.columns.find((column) => column.key === 'total') ?? sums.columns.find((column) => column.key !== null);
  if (!main) return false;
  const before = forced.size;
  const all = sums.itemsBefore(rows.length);
  rows.forEach((row, index) => {
    const figure = figureOf(cellIn(row.words.row, main.column), main, unitOf(main));
    if (!figure || figure.value === 0) return;
    const at = sums.itemsBefore(index);
    if (row.kind === 'project' && isPlain(row)) {
      const end = endOfRun(rows, index);
      const sum = sums.between(main, at + 1, sums.itemsBefore(end));
      if (end > index + 1 && sum === figure.value) forced.set(row.words.row.row, 'heading');
    } else if (row.kind === 'unnamed') {
      const isSum = (from: number, to: number): boolean =>
        to - from > 1 && sums.between(main, from, to) === figure.value;
      if (isSum(0, all) || isSum(0, at)) forced.set(row.words.row.row, 'total');
      else if (row.words.firstWord !== '' && sums.between(main, at, itemsUnder(rows, index, sums)) === figure.value)
        forced.set(row.words.row.row, 'heading');
    } else if (row.kind === 'heading' && row.categoryId === null && row.words.name !== '' && isBare(row)) {
      if (sums.between(main, at, sums.itemsBefore(row.end)) !== figure.value) forced.set(row.words.row.row, 'project');
    }
  });
  return forced.size > before;
}

/** A name and figures, no number of its own, nothing else. */
function isPlain({ words }: GroupedRow): boolean {
  return words.serial === '' && words.name !== '' && !words.hasStrongDetail && !words.hasWeakDetail;
}

/** Index behind the projects with details of their own that follow a row at once. */
function endOfRun(rows: readonly GroupedRow[], index: number): number {
  let end = index + 1;
  while (rows[end]?.kind === 'project' && rows[end]?.words.hasStrongDetail) end += 1;
  return end;
}

/** Number of items before the end of the projects that follow a row. */
function itemsUnder(rows: readonly GroupedRow[], index: number, sums: ColumnSums): number {
  let end = index + 1;
  while (rows[end]?.kind === 'project' || rows[end]?.kind === 'blank') end += 1;
  return sums.itemsBefore(end);
}

function isBare(row: GroupedRow): boolean {
  return headingOf(row.words).ordinal === undefined && !row.words.count;
}
