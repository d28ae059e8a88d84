// .csv and .tsv, read as they come from the disk: delimiter by counting, quotes as Excel writes them; every field stays the
// text it is.
import type { CellSink } from './cell-sink.ts';
import { DELIMITER_HEAD, findDelimiter } from './delimiter.ts';
import type { ReadBudget } from './limits.ts';
import { assertInTime, notAWorkbook, ReadError, tooLarge } from './read-error.ts';
import { type FieldScanner, isFormula, scanField, unwrapText } from './text-field.ts';
import type { TextStream } from './text-stream.ts';

const CR = 13;
const LF = 10;
const TAB = 9;
const SHIFTED = '这一行可能错位，请对照原件核对';

/** Reads one text table into the sink as the only sheet; returns the format it turned out to be. Throws ReadError. */
export function readDelimited(
  stream: TextStream,
  sheetName: string,
  sink: CellSink,
  budget: ReadBudget,
): 'csv' | 'tsv' {
  let text = headOf(stream);
  assertTable(text);
  const { character, start, width, isExact } = findDelimiter(text);
  const code = character.charCodeAt(0);
  const scanner: FieldScanner = { text, delimiter: code, end: start, content: '', isCut: false, isStray: false };
  let isWhole = false;
  let pos = start;
  let row = 1;
  let column = 1;
  let toldRow = 0;
  /** Puts the next piece behind what was not read yet; at least as much again, so that a long field costs no more. */
  const readOn = (): void => {
    const rest = text.slice(pos);
    const more = takePieces(stream, rest.length);
    isWhole = more === '';
    text = rest + more;
    scanner.text = text;
    pos = 0;
    assertInTime(budget);
    sink.progress(stream.done, stream.total);
  };
  sink.beginSheet(sheetName, false);
  sink.beginRow(row, false);
  for (;;) {
    if (pos >= text.length && !isWhole) readOn();
    if (pos >= text.length) break;
    scanField(scanner, pos);
    if (scanner.isCut && !isWhole) {
      readOn();
      continue;
    }
    const isFilled = takeField(scanner, column, sink);
    if (width > 0 && column > width && (isFilled || isExact) && toldRow !== row) {
      sink.remark(
        column,
        'text-fields',
        `超出了其他各行的 ${width} 栏，可能前面某一栏的文字里有没加引号的分隔符，${SHIFTED}`,
      );
      toldRow = row;
    }
    pos = scanner.end;
    const stop = text.charCodeAt(pos);
    pos++;
    if (stop === code) {
      column++;
      continue;
    }
    if (stop === CR && text.charCodeAt(pos) === LF) pos++;
    if (pos >= text.length && !isWhole) readOn();
    if (pos >= text.length) break;
    column = 1;
    if (++row > budget.rows) throw tooLarge(`行数超过 ${budget.rows} 行`);
    if ((row & 1023) === 0) assertInTime(budget);
    sink.beginRow(row, false);
  }
  sink.endSheet([], []);
  return character === '\t' ? 'tsv' : 'csv';
}

/** The beginning of a text: what tells whether it is a table, and of which delimiter. */
function headOf(stream: TextStream): string {
  const text = takePieces(stream, DELIMITER_HEAD + 1);
  if (/^MIME-Version:/i.test(text)) {
    throw new ReadError('cannot-read', '这是网页归档文件（MHT）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。');
  }
  return text;
}

/** The next pieces, of so many characters or more; '' behind the last. */
function takePieces(stream: TextStream, least: number): string {
  let text = stream.next();
  for (let piece = text; piece !== '' && text.length < least; text += piece) piece = stream.next();
  return text;
}

/** True where the field holds anything. */
function takeField({ content, isStray }: FieldScanner, column: number, sink: CellSink): boolean {
  const text = unwrapText(withoutTabs(content));
  if (text.trim() === '') return false;
  sink.cell(column, sink.value('text', text));
  if (isStray) sink.remark(column, 'text-quote', `前面有一个没有配对的引号，${SHIFTED}`);
  if (isFormula(text)) {
    sink.remark(column, 'text-formula', '是公式，文本表里没有存它的结果，已按文字读取；请另存为 .xlsx 后再导入');
  }
  return true;
}

/** Exports put a tab behind long numbers, so that Excel shows all digits. */
function withoutTabs(field: string): string {
  let start = 0;
  let end = field.length;
  while (start < end && field.charCodeAt(start) === TAB) start++;
  while (end > start && field.charCodeAt(end - 1) === TAB) end--;
  return end - start === field.length ? field : field.slice(start, end);
}

/** A text file counts as a table when it has a delimiter or several lines; one line of prose does not. */
function assertTable(text: string): void {
  const sample = text.slice(0, 65_536).trim();
  if (sample !== '' && !/[,\t;|，\r\n]/.test(sample)) throw notAWorkbook('内容是一行文字，不是表格');
}
