// Text files: a line is a paragraph. Tables are told by their tabs: rows pasted from a sheet, cells copied from a page.
import { decodeTextFile } from '#electron/excel/read/text-encoding.ts';
import type { DraftCell } from '#shared/draft/draft.ts';
import { cleanText } from '../clean-text.ts';
import type { DraftWriter } from '../draft-writer.ts';
import { tableOfCells } from '../grid.ts';

/** Throws ReadError where the bytes are no text in a known encoding. */
export function readTxt(bytes: Buffer, writer: DraftWriter): void {
  const lines = decodeTextFile(bytes).split(/\r\n|[\n\r\u2028\u2029\f]/);
  for (let at = 0; at < lines.length; ) {
    const found = rowsOfTabs(lines, at) ?? cellsOfLines(lines, at);
    if (found.isTable) putTable(found.rows, writer);
    else for (const line of lines.slice(at, found.end)) writer.paragraph('text', line);
    at = found.end;
  }
}

interface TextTable {
  /** False: lines without a table, that need not be looked at again. */
  isTable: boolean;
  rows: string[][];
  /** The first line behind it. */
  end: number;
}

/** Lines with tabs between their cells; at least two with the same number of them, or one more for an empty last cell. */
function rowsOfTabs(lines: readonly string[], from: number): TextTable | null {
  const rows: string[][] = [];
  let end = from;
  for (; end < lines.length; end++) {
    const cells = (lines[end] as string).split('\t');
    if (cells.length < 2 || cells.every((cell) => cell.trim() === '')) break;
    // A tab before the first word alone is an indent.
    if (cells.length === 2 && cells[0]?.trim() === '') break;
    rows.push(cells);
    if (rows.length === 2 && Math.abs((rows[0] as string[]).length - cells.length) > 1) return null;
  }
  return rows.length >= 2 ? { isTable: true, rows, end } : null;
}

/**
 * A table copied from a web page: each cell a line that begins with a tab, a blank line between rows. A cell goes on in
 * lines without a tab where a cell follows them at once, or where its row is not full yet.
 */
function cellsOfLines(lines: readonly string[], from: number): TextTable {
  const rows: string[][] = [];
  let row: string[] = [];
  let width = 0;
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.startsWith('\t') && line.lastIndexOf('\t') === 0) {
      if (row.length > 0 && lines[at - 1]?.trim() === '' && !isCell(lines, at - 1)) closeRow();
      row.push(line.slice(1));
      end = at + 1;
    } else if (line.trim() !== '') {
      if (row.length === 0 || !(isCell(lines, at + 1) || (row.length < width && hasCell(lines, at)))) break;
      row[row.length - 1] += `\n${line}`;
      end = at + 1;
    } else if (row.length === 0) break;
  }
  if (row.length > 0) closeRow();
  // Paragraphs may begin with a tab too.
  const isTable = width > 1 && rows.length >= 2 && !isProse(rows.flat());
  return { isTable, rows, end: Math.max(end, from + 1) };

  function closeRow(): void {
    width = Math.max(width, row.length);
    rows.push(row);
    row = [];
  }
}

/** Sentences, and no words of a table. */
function isProse(cells: readonly string[]): boolean {
  const sentences = cells.filter((cell) => cell.length > 90 || /[。；：！？]\s*$/.test(cell));
  return sentences.length * 2 > cells.filter((cell) => cell.trim() !== '').length;
}

const isCell = (lines: readonly string[], at: number): boolean => lines[at]?.startsWith('\t') ?? false;

/** Whether a cell begins within the next lines. */
function hasCell(lines: readonly string[], from: number): boolean {
  return lines.slice(from, from + 4).some((line) => line.startsWith('\t'));
}

function putTable(rows: readonly string[][], writer: DraftWriter): void {
  const cells = rows.flatMap((row, index) =>
    row.map(
      (text, column): DraftCell => ({
        row: index,
        column,
        rowSpan: 1,
        columnSpan: 1,
        text: cleanText(text.replace(/\n\s*/g, '')),
        at: writer.next(),
      }),
    ),
  );
  writer.table(tableOfCells(cells));
  if (rows.some((row) => row.length !== rows[0]?.length)) {
    const first = rows[0]?.join(' ').trim().slice(0, 20);
    writer.remark(`文本里的表（“${first}…”）各行格数不一样，看不出哪些是合并单元格，请对照原件核对。`);
  }
}
