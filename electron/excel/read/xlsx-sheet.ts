// One worksheet part: cells as they stream by. Dimensions, data validations and styles without value cost nothing.
import type { CellRange } from '#shared/sheet/sheet.ts';
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import type { ReadBudget } from './limits.ts';
import { NO_VALUE } from './packet.ts';
import { damaged, tooLarge } from './read-error.ts';
import { createSharedFormulas } from './shared-formula.ts';
import { isTrue } from './xlsx.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import { type CellStyle, type CellStyles, GENERAL } from './xlsx-styles.ts';
import type { XmlHandler, XmlScanner } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';
import { decodeSheetEscapes } from './xml-text.ts';

export interface SheetContext {
  sink: CellSink;
  budget: ReadBudget;
  strings: SharedStrings;
  styles: CellStyles;
  epoch1904: boolean;
}

export type SheetHandler = XmlHandler & { finish(): void };

const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const DOLLAR = 36;

export function createSheetHandler(sheetName: string, context: SheetContext): SheetHandler {
  const { sink, budget, strings, styles } = context;
  const writer = createCellWriter(sink, context.epoch1904);
  const shared = createSharedFormulas();
  const merges: CellRange[] = [];
  const hiddenColumns = new Set<number>();

  let inData = false;
  let row = 0;
  let column = 0;
  let style: CellStyle = GENERAL;
  let type = '';
  let hasFormula = false;
  let hasValue = false;
  /** Depth inside phonetic runs and extensions, whose texts and values are not the cell's. */
  let aside = 0;
  let formula = '';
  let raw = '';
  let index = -1;
  let inline = '';
  let sharedIndex = '';

  return { open, close, finish };

  function open(name: string, tag: XmlTag, scanner: XmlScanner): void {
    if (!inData) {
      openOutside(name, tag);
      return;
    }
    if (aside > 0 || name === 'rPh' || name === 'extLst') {
      aside++;
      return;
    }
    switch (name) {
      case 'c':
        openCell(tag);
        return;
      case 'v':
      case 't':
        scanner.text = '';
        scanner.collecting = true;
        return;
      case 'f':
        scanner.text = '';
        scanner.collecting = true;
        hasFormula = true;
        sharedIndex = tag.word('t') === 'shared' ? (tag.word('si') ?? '') : '';
        return;
      case 'row':
        openRow(tag);
        return;
    }
  }

  function close(name: string, scanner: XmlScanner): void {
    if (!inData) return;
    if (aside > 0) {
      aside--;
      return;
    }
    switch (name) {
      case 'c':
        closeCell();
        return;
      case 'v':
        index = type === 's' ? scanner.integer() : -1;
        raw = index < 0 ? scanner.text : '';
        hasValue = true;
        scanner.collecting = false;
        return;
      case 'f':
        formula = scanner.text;
        scanner.collecting = false;
        return;
      case 't':
        inline += scanner.text;
        scanner.collecting = false;
        return;
      case 'sheetData':
        inData = false;
        return;
    }
  }

  function openOutside(name: string, tag: XmlTag): void {
    if (name === 'sheetData') inData = true;
    else if (name === 'mergeCell') addMerge(tag.attribute('ref') ?? '');
    else if (name === 'col' && (isTrue(tag.word('hidden')) || tag.word('width') === '0')) {
      const last = Math.min(Number(tag.attribute('max')), budget.columns);
      for (let i = Math.max(1, Number(tag.attribute('min'))); i <= last; i++) hiddenColumns.add(i);
    }
  }

  function openRow(tag: XmlTag): void {
    const at = tag.find(LETTER_R);
    row = at < 0 ? row + 1 : readInteger(tag.bytes, tag.start(at), tag.end(at));
    column = 0;
    sink.beginRow(row, isTrue(tag.word('hidden')) || tag.word('ht') === '0');
  }

  function openCell(tag: XmlTag): void {
    const bytes = tag.bytes;
    const reference = tag.find(LETTER_R);
    column = reference < 0 ? column + 1 : readColumn(bytes, tag.start(reference), tag.end(reference));
    const styled = tag.find(LETTER_S);
    style = styled < 0 ? GENERAL : (styles[readInteger(bytes, tag.start(styled), tag.end(styled))] ?? GENERAL);
    const typed = tag.find(LETTER_T);
    type = typed < 0 ? '' : cellType(bytes, tag.start(typed), tag.end(typed));
    hasFormula = false;
    hasValue = false;
    formula = '';
    raw = '';
    index = -1;
    inline = '';
    sharedIndex = '';
  }

  function closeCell(): void {
    if (!hasFormula) {
      const value = plainValue();
      if (value !== NO_VALUE) sink.cell(column, value);
      return;
    }
    const text = sharedIndex === '' ? formula : shared.resolve(sharedIndex, formula, row, column);
    sink.cell(column, formulaValue(), text);
  }

  /** What a cell without formula holds; NO_VALUE: nothing, such a cell is not handed on. */
  function plainValue(): number {
    if (type === 'inlineStr') return writer.text(decodeSheetEscapes(inline === '' ? raw : inline));
    if (!hasValue) return NO_VALUE;
    // Of numbers the writer knows that a blank is none.
    if (type === '') return writer.number(raw, style);
    if (index < 0 && type !== 'str' && raw.trim() === '') return NO_VALUE;
    if (type !== 's') return writer.typed(type, raw, style);
    if (!(index >= 0 && index < strings.count)) throw damaged(`表“${sheetName}”第 ${row} 行引用了不存在的文字`);
    return strings.ids[index] as number;
  }

  /** A formula's result as saved: 0, FALSE and '' are results; `<v></v>` without type is none. */
  function formulaValue(): number {
    if (type === 'str' && hasValue) return sink.value('text', decodeSheetEscapes(raw));
    return plainValue();
  }

  function addMerge(ref: string): void {
    const range = parseRange(ref);
    if (!range) throw damaged(`表“${sheetName}”的合并区域“${ref.slice(0, 30)}”无法识别`);
    if (merges.length >= budget.merges) throw tooLarge(`表“${sheetName}”的合并单元格超过 ${budget.merges} 处`);
    if (range.top !== range.bottom || range.left !== range.right) merges.push(range);
  }

  function finish(): void {
    sink.endSheet(merges, hiddenColumns);
  }
}

function cellType(bytes: Buffer, start: number, end: number): string {
  if (end - start === 1) {
    if (bytes[start] === LETTER_S) return 's';
    if (bytes[start] === 110) return '';
  }
  return bytes.toString('latin1', start, end);
}

function readInteger(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + ((bytes[i] as number) - 48);
  return value;
}

/** The column of 'AB12'; NaN-like 0 when there are no letters, which the sink refuses. */
function readColumn(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    if (bytes[i] === DOLLAR) continue;
    const letter = ((bytes[i] as number) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    value = value * 26 + letter;
  }
  return value;
}

/** 'A1:C3' or a single cell as a range; null when it is neither. */
export function parseRange(ref: string): CellRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref.trim());
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const columns = [columnNumber(left), columnNumber(right)].sort((a, b) => a - b);
  const rows = [Number(top), Number(bottom)].sort((a, b) => a - b);
  return { top: rows[0] as number, left: columns[0] as number, bottom: rows[1] as number, right: columns[1] as number };
}

export function columnNumber(letters: string): number {
  let value = 0;
  for (const letter of letters.toUpperCase()) value = value * 26 + letter.charCodeAt(0) - 64;
  return value;
}
