// The rows of one header: how far it reaches down and up, and the path of words over each column.

import { cellText, looksNumeric, type SheetRow, type SheetView } from '../sheet/sheet-view.ts';
import { compactText, foldText, joinLines } from '../values/fold-text.ts';
import { isGuideRow } from './guide-rows.ts';
import { headerCellText, isFigure, yearIn } from './header-cell.ts';
import { headerWord } from './header-words.ts';
import type { HeaderColumn } from './reading.ts';

const MOST_ROWS = 5;

interface Span {
  top: number;
  bottom: number;
}

/** The whole header around a row that looks like one; `after` is the last row that belongs to something else. */
export function growHeader(view: SheetView, start: number, after: number): Span {
  let top = start;
  while (top - 1 > after && start - top < 2 && belongsAbove(view, top)) top -= 1;
  let bottom = start;
  for (let row = top; row <= bottom && row - top < MOST_ROWS; row += 1)
    bottom = Math.max(bottom, mergedBottom(view, row, top));
  for (let row = bottom + 1; row - top < MOST_ROWS + 2; row += 1) {
    const entry = view.rowAt(row);
    if (!entry || isEmpty(entry)) continue;
    if (isLooseRow(entry) || isUnitRow(entry) || continuesHeader(view, entry, top, bottom)) bottom = row;
    else break;
  }
  return { top, bottom };
}

/** How far vertical merges that begin in a row of the header reach down. */
function mergedBottom(view: SheetView, row: number, top: number): number {
  let bottom = row;
  for (const range of view.mergesFrom(row)) {
    const text = cellText(view.cellAt(range.top, range.left));
    if (range.bottom - top < MOST_ROWS && text.trim() !== '') bottom = Math.max(bottom, range.bottom);
  }
  return bottom;
}

/** Group words over the row found: several short words, some of them merged over columns, or merged into the row. */
function belongsAbove(view: SheetView, top: number): boolean {
  const entry = view.rowAt(top - 1);
  // A check sum beside the groups is none of them.
  const texts = (entry?.cells ?? []).filter((cell) => cellText(cell).trim() !== '' && !isFigure(cell));
  const figures = (entry?.cells ?? []).filter(isFigure).length;
  if (
    texts.length < 2 ||
    figures >= texts.length ||
    texts.some((cell) => /[:：]/.test(headerCellText(cell)) || headerCellText(cell).length > 30)
  ) {
    return false;
  }
  if (view.mergesFrom(top - 1).some((range) => range.bottom >= top || range.right > range.left)) return true;
  // Nothing is merged (csv): the words above stand over empty cells of the row found, or are groups over several.
  const isOver = (cell: SheetRow['cells'][number]): boolean => cellText(view.cellAt(top, cell.column)).trim() === '';
  const isGroup = (cell: SheetRow['cells'][number]): boolean =>
    cellText(view.cellAt(top - 1, cell.column + 1)).trim() === '' && !isOver(cell);
  return texts.every((cell) => isOver(cell) || isGroup(cell)) && texts.some(isOver) && texts.some(isGroup);
}

/** Words under a merged group, or under header cells left empty above them. */
function continuesHeader(view: SheetView, entry: SheetRow, top: number, bottom: number): boolean {
  let words = 0;
  const last = lastHeaderColumn(view, top, bottom);
  for (const cell of entry.cells) {
    const text = headerCellText(cell);
    if (text === '' || (cell.column > last && isFigure(cell))) continue;
    if (isFigure(cell) || (cell.value?.kind !== 'text' && yearIn(cell) === undefined) || text.length > 30) return false;
    if (!isOpenAbove(view, cell.column, top, bottom)) return false;
    words += 1;
  }
  return words > 0 && (words > 1 || view.mergesFrom(bottom).some((range) => range.right > range.left));
}

/** The last column over which the header has words so far. */
function lastHeaderColumn(view: SheetView, top: number, bottom: number): number {
  let last = 0;
  for (let row = top; row <= bottom; row += 1) {
    for (const cell of view.rowAt(row)?.cells ?? [])
      if (cellText(cell).trim() !== '' && !isFigure(cell)) last = Math.max(last, cell.column);
    for (const range of view.mergesFrom(row)) if (range.left <= last) last = Math.max(last, range.right);
  }
  return last;
}

/** True where a further header word can stand: under a merged group, or where nothing stands above. */
function isOpenAbove(view: SheetView, column: number, top: number, bottom: number): boolean {
  for (let row = bottom; row >= top; row -= 1) {
    const range = view.mergeAt(row, column);
    if (range && cellText(view.cellAt(range.top, range.left)).trim() !== '') return range.right > range.left;
    const text = cellText(view.cellAt(row, column)).trim();
    if (text === '') continue;
    // A group word written out over each of its columns.
    const beside = [column - 1, column + 1].map((other) => cellText(view.cellAt(row, other)).trim());
    if (beside.includes(text)) return true;
    // A group word that nobody merged: the cells to its right are empty.
    return row === bottom && isGroupWithoutMerge(view, row, column, top);
  }
  return true;
}

function isGroupWithoutMerge(view: SheetView, row: number, column: number, top: number): boolean {
  const next = view.seenText(row, column + 1).trim();
  if (next !== '') return false;
  for (let above = row - 1; above >= top; above -= 1) if (view.seenText(above, column + 1).trim() !== '') return false;
  // A part of the group may itself be a group: then the next words to its right stand two rows down.
  const start = view.indexOf(row + 1);
  return view.sheet.rows
    .slice(start, start + 2)
    .some((below, step) =>
      below.cells.some(
        (cell) => cell.column === column + 1 && cellText(cell).trim() !== '' && (step === 0 || !looksNumeric(cell)),
      ),
    );
}

function isEmpty(entry: SheetRow): boolean {
  return entry.cells.every((cell) => cellText(cell).trim() === '');
}

/** A row of column numbers (栏次) under the header: 1 2 3 ..., or 甲 乙 1 2 ... */
function isColumnNumberRow(entry: SheetRow): boolean {
  const texts = entry.cells.map((cell) => foldText(cellText(cell))).filter((text) => text !== '');
  const letters = texts.filter((text) => /^[甲乙丙丁戊A-D]$|^栏次$/.test(text)).length;
  const numbers = texts
    .slice(letters)
    .map((text) => Number(/^\(?(\d{1,2})\)?(?:=[\d+\-()]+)?$/.exec(text)?.[1] ?? Number.NaN));
  if (texts.length < 3 || numbers.length < 2) return false;
  return numbers.every((number, index) => number === index + 1);
}

/** A row of the header that holds no words over columns: column numbers, or how to fill them in. */
export function isLooseRow(entry: SheetRow): boolean {
  return isColumnNumberRow(entry) || (isGuideRow(entry) && !isUnitRow(entry));
}

/** A row that holds nothing but units: （个） （万元）. */
function isUnitRow(entry: SheetRow): boolean {
  const texts = entry.cells.map((cell) => compactText(cellText(cell))).filter((text) => text !== '');
  return (
    texts.length > 0 && texts.every((text) => /^[(（[]?(?:万元|元|亿元|千元|个|户|人|亩|公里|%)[)）\]]?$/.test(text))
  );
}

/** The words over each column from the top down; '' paths where a column has none. */
export function headerPaths(view: SheetView, header: Span, left: number, right: number): HeaderColumn[] {
  const rows: number[] = [];
  for (let row = header.top; row <= header.bottom; row += 1) {
    const entry = view.rowAt(row);
    if (entry && !isEmpty(entry) && !isLooseRow(entry)) rows.push(row);
  }
  const grid = rows.map((row) => wordsOfRow(view, row, left, right));
  spreadUnmergedGroups(grid);
  const columns: HeaderColumn[] = [];
  for (let column = left; column <= right; column += 1) {
    const path: string[] = [];
    let unit: HeaderColumn['unit'] = null;
    let lastMerge = '';
    grid.forEach((words, index) => {
      const { text, merge } = words[column - left] ?? { text: '', merge: '' };
      if (text === '' || (merge !== '' && merge === lastMerge)) return;
      lastMerge = merge;
      const word = headerWord(text);
      unit = word.unit ?? unit;
      if (word.word !== '' || index === 0) path.push(compactText(text) === '' ? '' : joinLines(text).trim());
    });
    columns.push({ column, path: path.filter((text, index) => text !== path[index - 1]), unit });
  }
  return columns;
}

interface Word {
  text: string;
  /** Names the merged range, so that a word merged downwards is taken once. */
  merge: string;
}

function wordsOfRow(view: SheetView, row: number, left: number, right: number): Word[] {
  const words: Word[] = [];
  for (let column = left; column <= right; column += 1) {
    const range = view.mergeAt(row, column);
    const own = headerCellText(view.cellAt(row, column));
    // Own text inside a merged range (files merged over the wrong cells) wins over the range's.
    if (own !== '') words.push({ text: own, merge: range ? `${range.top},${range.left}` : '' });
    else if (range)
      words.push({ text: headerCellText(view.cellAt(range.top, range.left)), merge: `${range.top},${range.left}` });
    else words.push({ text: '', merge: '' });
  }
  return words;
}

/** csv files and careless sheets do not merge their groups: the word goes on over the empty cells to its right. */
function spreadUnmergedGroups(grid: Word[][]): void {
  const lowest = grid.length - 1;
  for (let level = 0; level < lowest; level += 1) {
    const words = grid[level] as Word[];
    for (let index = 1; index < words.length; index += 1) {
      const before = words[index - 1] as Word;
      const hasBelow = (at: number): boolean => grid.slice(level + 1).some((row) => isOwnWord(row[at], words[at]));
      const isFree =
        (words[index] as Word).text === '' &&
        grid.slice(0, level).every((row) => (row[index]?.text ?? '') === (row[index - 1]?.text ?? ''));
      if (isFree && before.text !== '' && hasBelow(index) && hasBelow(index - 1)) words[index] = { ...before };
    }
  }
}

/** A word of its own beneath, not the same merged cell going on. */
function isOwnWord(below: Word | undefined, above: Word | undefined): boolean {
  return below !== undefined && below.text !== '' && (below.merge === '' || below.merge !== above?.merge);
}
