// Finds the tables of a sheet: where each header starts and ends, what stands above it, where its rows end.
// Handbook 2 and 8.1: any lines above, one to four header rows, several tables in a sheet, headers repeated per page.

import type { SheetCell } from '../sheet/sheet.ts';
import { cellText, looksNumeric, type SheetRow, type SheetView } from '../sheet/sheet-view.ts';
import { compactText, foldText } from '../values/fold-text.ts';
import { headerCellText, isFigure } from './header-cell.ts';
import { growHeader, headerPaths, isLooseRow } from './header-rows.ts';
import { type HeaderVocabulary, headerWord } from './header-words.ts';
import { readLinesAbove } from './lines-above.ts';
import type { FoundTable } from './reading.ts';

interface Span {
  top: number;
  bottom: number;
}

/** All tables of a sheet from top to bottom; [] where no row looks like a header. */
export function findTables(view: SheetView, vocabulary: HeaderVocabulary): FoundTable[] {
  const isHeaderRow = headerRowTest(vocabulary);
  const spans = findHeaders(view, isHeaderRow);
  const chains = chainRepeats(view, spans.length > 0 ? spans : guessHeader(view));
  return chains.flatMap((chain, index) => {
    const next = chains[index + 1]?.first;
    const lastRow = next ? rowBefore(view, startOfLines(view, next.top)) : (view.sheet.rows.at(-1)?.row ?? 0);
    // The lines of a further table begin behind the rows of the one above, whose words are no title of this one.
    const before = index === 0 ? 0 : startOfLines(view, chain.first.top) - 1;
    return buildTables(view, chain, lastRow, before);
  });
}

/** Tells whether a row could begin a header, by the words in it. */
function headerRowTest(vocabulary: HeaderVocabulary): (row: SheetRow) => boolean {
  const known = new Map<string, number>();
  const weight = (text: string): number => {
    let found = known.get(text);
    if (found === undefined) {
      const { word, short } = headerWord(text);
      const strong = vocabulary.strong.has(word) || vocabulary.strong.has(short) || /^20\d\d年?$/.test(word);
      found = strong ? 1 : vocabulary.weak.has(word) ? 0.5 : 0;
      known.set(text, found);
    }
    return found;
  };
  return (row) => {
    if (!isWordy(row)) return false;
    let texts = 0;
    let score = 0;
    let figures = 0;
    const seen = new Set<string>();
    for (const cell of row.cells) {
      const stored = cellText(cell);
      if (stored === '' || stored.trim() === '') continue;
      if (isFigure(cell)) {
        figures += 1;
        continue;
      }
      texts += 1;
      const text = headerCellText(cell);
      if (text.length > 40 || /[:：]\s*\S/.test(text.replace(/其中[:：]/g, '')) || /[:：]\s*$/.test(text)) continue;
      const found = /^20\d\d年?$/.test(text) && cell.value?.kind !== 'text' ? 0.5 : weight(text);
      if (found > 0 && !seen.has(text)) {
        seen.add(text);
        score += found;
      }
    }
    // With a figure beside it the words have to be surer: a row of data holds some of them too.
    if (figures > 0) return score >= 3 && score >= texts * 0.6;
    return (score >= 3 && score >= texts * 0.4) || (score >= 2 && score >= texts * 0.6);
  };
}

/** One figure for four words at most: a check sum beside a header, not the amounts of a project. */
function isWordy(row: SheetRow): boolean {
  const most = Math.max(1, row.cells.length / 5);
  let figures = 0;
  // Cells stored as numbers are quickly told, and of a project's row they are enough.
  for (const cell of row.cells) if (cell.value?.kind === 'number' && isFigure(cell) && ++figures > most) return false;
  for (const cell of row.cells)
    if (cell.value !== null && cell.value.kind !== 'number' && isFigure(cell) && ++figures > most) return false;
  return true;
}

function findHeaders(view: SheetView, isHeaderRow: (row: SheetRow) => boolean): Span[] {
  const spans: Span[] = [];
  const { rows } = view.sheet;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as SheetRow;
    if (!isHeaderRow(row)) continue;
    const span = growHeader(view, row.row, spans.at(-1)?.bottom ?? 0);
    spans.push(span);
    index = view.indexOf(span.bottom + 1) - 1;
  }
  return spans;
}

/** Without any known word: the first row of three short words that stands over numbers. */
function guessHeader(view: SheetView): Span[] {
  const { rows } = view.sheet;
  for (let index = 0; index < Math.min(rows.length - 1, 40); index += 1) {
    const row = rows[index] as SheetRow;
    const words = row.cells.filter(
      (cell) => cell.value?.kind === 'text' && !looksNumeric(cell) && cellText(cell).trim() !== '',
    );
    if (words.length < 3 || words.length < row.cells.length || words.some((cell) => headerCellText(cell).length > 30))
      continue;
    const below = rows.slice(index + 1, index + 4);
    if (below.some((other) => other.cells.some((cell) => looksNumeric(cell)))) return [growHeader(view, row.row, 0)];
  }
  return [];
}

interface Chain {
  first: Span;
  last: Span;
  repeated: Span[];
}

/** Headers with the same words one below the other are one table printed over several pages. */
function chainRepeats(view: SheetView, spans: readonly Span[]): Chain[] {
  const chains: Chain[] = [];
  const wordsOf = (span: Span): string =>
    (view.rowAt(span.top)?.cells ?? []).map((cell) => `${cell.column}${headerWord(cellText(cell)).word}`).join('|');
  for (const span of spans) {
    const open = chains.at(-1);
    const isSame = open !== undefined && wordsOf(open.first) === wordsOf(span) && !hasOwnTitle(view, span, open.last);
    if (open && isSame) {
      open.repeated.push(span);
      open.last = span;
    } else {
      chains.push({ first: span, last: span, repeated: [] });
    }
  }
  return chains;
}

/** A title over a repeated header that is not just 续表 makes it a table of its own. */
function hasOwnTitle(view: SheetView, span: Span, previous: Span): boolean {
  const start = startOfLines(view, span.top);
  for (let row = Math.max(start, previous.bottom + 1); row < span.top; row += 1) {
    const text = (view.rowAt(row)?.cells ?? []).map((cell) => compactText(cellText(cell))).join('');
    if (/^(?:附?表|附件)[\d一二三四五六七八九十]/.test(text)) return true;
    if (text.length >= 6 && /表(?:[（(].{0,99}[)）])?$/.test(text) && !/续表|[（(]续.{0,3}[)）]$/.test(text))
      return true;
  }
  return false;
}

/** The first of the title and unit lines that belong to a header. */
function startOfLines(view: SheetView, headerTop: number): number {
  let start = headerTop;
  for (let row = headerTop - 1; row >= Math.max(1, headerTop - 6); row -= 1) {
    const cells = (view.rowAt(row)?.cells ?? []).filter((cell) => cellText(cell).trim() !== '');
    if (cells.length === 0) continue;
    const text = foldText(cellText(cells[0]));
    if (cells.length > 3 || cells.some((cell) => looksNumeric(cell)) || /^(?:备?注|说明)[:：\d]?/.test(text)) break;
    if (/^(?:合\s*计|总\s*计|小\s*计|[一二三四五六七八九十]+、(?!.*表$))/.test(text)) break;
    start = row;
  }
  return start;
}

function rowBefore(view: SheetView, row: number): number {
  return view.sheet.rows[view.indexOf(row) - 1]?.row ?? 0;
}

function buildTables(view: SheetView, chain: Chain, lastRow: number, before: number): FoundTable[] {
  const { first } = chain;
  const width = widthOf(view, first, lastRow);
  const columns = headerPaths(view, first, width.left, width.right);
  const above = readLinesAbove(view, before + 1, first.top - 1);
  const repeatedRows = new Set<number>();
  for (const span of chain.repeated) for (let row = span.top; row <= span.bottom; row += 1) repeatedRows.add(row);
  const headerRows = [];
  for (let row = first.top; row <= first.bottom; row += 1) {
    const entry = view.rowAt(row);
    if (entry?.cells.some((cell) => cellText(cell).trim() !== '') && !isLooseRow(entry)) headerRows.push(row);
  }
  const base = {
    headerTop: first.top,
    headerBottom: first.bottom,
    headerRows,
    repeatedRows,
    linesFrom: before + 1,
    ...above,
  };
  const body = { firstRow: first.bottom + 1, lastRow };
  return splitSideBySide(columns).map((part) => ({
    ...base,
    ...body,
    columns: part,
    left: part[0]?.column ?? width.left,
    right: part.at(-1)?.column ?? width.right,
  }));
}

/** From the first to the last column that holds anything in the header or beneath it. */
function widthOf(view: SheetView, header: Span, lastRow: number): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  const { rows } = view.sheet;
  for (let index = view.indexOf(header.top); index < rows.length; index += 1) {
    const row = rows[index] as SheetRow;
    if (row.row > lastRow) break;
    left = Math.min(left, row.cells.find(isFilled)?.column ?? left);
    right = Math.max(right, row.cells.findLast(isFilled)?.column ?? right);
  }
  for (let row = header.top; row <= header.bottom; row += 1) {
    // A header merged past the last filled column does not make columns, but one inside the table does.
    for (const range of view.mergesFrom(row)) if (range.left < left && range.right >= left) left = range.left;
  }
  return { left: Number.isFinite(left) ? left : 1, right: Math.max(right, Number.isFinite(left) ? left : 1) };
}

function isFilled({ value, formula }: SheetCell): boolean {
  return value === null ? formula !== undefined : value.text.trim() !== '';
}

/** Two lists printed beside each other: the words of the first begin again behind an empty column. */
function splitSideBySide(columns: FoundTable['columns']): FoundTable['columns'][] {
  const words = columns.map((column) => column.path.join('›'));
  for (let gap = 2; gap < words.length - 1; gap += 1) {
    const right = words.slice(gap + 1);
    if (words[gap] !== '' || right.length < 2) continue;
    const left = words.slice(0, gap);
    const begins = left.findIndex((word) => word !== '');
    if (right.every((word, index) => word === left[begins + index]) && right.length === left.length - begins) {
      return [columns.slice(0, gap), columns.slice(gap + 1)];
    }
  }
  return [columns];
}
