// Rows whose words leave open what they are, decided by their figures: a sum without a name, a name without a number.

import { cellIn } from '../sheet/sheet-view.ts';
import { foldText } from '../values/fold-text.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { type ColumnSums, figureOf } from './column-sums.ts';
import type { GroupedRow } from './group-rows.ts';
import { leadingOrdinal } from './ordinals.ts';
import type { ReadColumn } from './reading.ts';
import { headingOf, isCountingSerial, type RowKind } from './row-kinds.ts';

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
  isClass: (text: string) => boolean,
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
    if (row.kind === 'project' && isNumberedOtherwise(rows, index, isClass)) {
      if (sumsUpNext(rows, index, figure.value, main, sums)) forced.set(row.words.row.row, 'heading');
    } else if (row.kind === 'project' && isPlain(row)) {
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
      if (isSurelyPlace(rows, index)) return;
      if (sums.between(main, at, sums.itemsBefore(row.end)) !== figure.value) forced.set(row.words.row.row, 'project');
    }
  });
  settleParts(rows, main, unitOf, forced);
  return forced.size > before;
}

/** A county, or a town over classes, is no project, however wrong its sum is. */
function isSurelyPlace(rows: readonly GroupedRow[], index: number): boolean {
  const row = rows[index];
  return row?.county !== '' || (row.place !== '' && rows[index + 1]?.kind === 'heading');
}

/**
 * Rows without a number that split up the row above: 其中：… and what follows it, or bare names and figures under a
 * project with details of its own; where all of them make up the figure above.
 */
function settleParts(
  rows: readonly GroupedRow[],
  main: ReadColumn,
  unitOf: (column: ReadColumn) => AmountUnit,
  forced: Map<number, RowKind>,
): void {
  const figureIn = (row: GroupedRow): number =>
    figureOf(cellIn(row.words.row, main.column), main, unitOf(main))?.value ?? 0;
  rows.forEach((row, index) => {
    const base = rows[index - 1];
    const isMarked = row.kind === 'part' && base?.kind !== 'part';
    const isUnderProject =
      base?.kind === 'project' && isCountingSerial(base.words.serial) && base.words.hasStrongDetail && isBarePart(row);
    if (!base || !(isMarked || isUnderProject)) return;
    let rest = figureIn(base);
    let end = index;
    for (; rest > 0 && rows[end] && (rows[end]?.kind === 'part' || isBarePart(rows[end] as GroupedRow)); end += 1)
      rest -= figureIn(rows[end] as GroupedRow);
    if (rest !== 0 || end === index || (!isMarked && end - index < 2)) return;
    for (const part of rows.slice(index, end)) if (part.kind !== 'part') forced.set(part.words.row.row, 'part');
  });
}

/** Words and a figure: no number, no details, no class. */
function isBarePart(row: GroupedRow): boolean {
  const { words, kind } = row;
  const isOpen = kind === 'project' || kind === 'unnamed' || (kind === 'heading' && row.categoryId === null);
  return isOpen && words.serial === '' && words.hasAmount && !words.hasStrongDetail && isBare(row);
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

/**
 * A class, or words numbered like a heading (1. or (1)), without details of its own, over a row of another style: 2. over
 * 5, (1) over 1, 1 over 1. What heads a list may well name a department.
 */
function isNumberedOtherwise(rows: readonly GroupedRow[], index: number, isClass: (text: string) => boolean): boolean {
  const row = rows[index];
  if (!row || row.words.hasStrongDetail) return false;
  // Not slice(...).find(...): this is asked of every row of a long list.
  let after = index + 1;
  while (rows[after]?.kind === 'blank') after += 1;
  const next = rows[after];
  if (!next || !/^(?:project|heading)$/.test(next.kind)) return false;
  const { ordinal, text } = headingOf(row.words);
  const own = numberingOf(row);
  if (ordinal === undefined && !own.isMarked && !isClass(text)) return false;
  const following = numberingOf(next);
  return own.style !== following.style || (own.number > 0 && following.number !== own.number + 1);
}

/** How deep the numbering of a row is: 0 for 一、, 1 for （一）, 2 for 1 … */
function depthOf({ words }: GroupedRow): number {
  return headingOf(words).ordinal?.level ?? leadingOrdinal(words.serial)?.level ?? 2;
}

/** How a row is numbered, and by what number. */
function numberingOf({ words }: GroupedRow): { style: string; number: number; isMarked: boolean } {
  const serial = foldText(words.serial);
  const inName = leadingOrdinal(words.name || words.first);
  const text = serial !== '' ? serial : (inName?.mark ?? '');
  const number = Number(/\d+/.exec(text)?.[0] ?? 0);
  const isMarked =
    text !== '' && !/^\d+$/.test(text) && leadingOrdinal(serial !== '' ? serial : words.name) !== undefined;
  return { style: `${serial === ''}${text.replace(/\d+/, '')}`.slice(0, 12), number, isMarked };
}

/** The projects under a row, up to the next row of its style, add up to its figure at some point. */
function sumsUpNext(
  rows: readonly GroupedRow[],
  index: number,
  figure: number,
  main: ReadColumn,
  sums: ColumnSums,
): boolean {
  const from = sums.itemsBefore(index + 1);
  const { style } = numberingOf(rows[index] as GroupedRow);
  const depth = depthOf(rows[index] as GroupedRow);
  for (let end = index + 1; end < rows.length; end += 1) {
    const row = rows[end] as GroupedRow;
    if (row.kind === 'total' || (row.kind === 'heading' && (numberingOf(row).style === style || depthOf(row) < depth)))
      return false;
    const sum = sums.between(main, from, sums.itemsBefore(end + 1));
    if (sum >= figure) return sum === figure;
  }
  return false;
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
