// Codes of which the file itself does not hold all digits.

import { type CellValue, cellAddress, type SheetCell } from '../sheet/sheet.ts';
import type { ValueReader } from './read-values.ts';

/** A long number as text files spell it: 5.30402E+17. */
const SHORTENED = /^\s*[1-9](?:\.\d+)?E\+?(?:1[1-9]|2\d)\s*$/i;

/** Whether words that are a number may lack its last digits. */
export function hasLostDigits(value: CellValue): boolean {
  return value.kind === 'number' ? value.rounded === true : value.kind === 'text' && SHORTENED.test(value.text);
}

/** A code that may lack its last digits tells nobody apart: 15 digits and zeros, or 5.30402E+17. */
export function isDoubtfulCode(code: string): boolean {
  return /^\d{15}0+$/.test(code) || SHORTENED.test(code);
}

/** Codes typed as numbers: sheets keep 15 digits. What the file holds is taken, and that it may not be all. */
export function reportLostDigits(reader: ValueReader, cell: SheetCell, text: string): void {
  const address = cellAddress(cell.row, cell.column);
  const header = reader.byColumn[cell.column]?.header ?? '';
  const message = `“${reader.sheet}”第 ${cell.row} 行“${header}”（${address}）是作为数字存的“${text}”，表格软件只保留数字的前 15 位，后面几位可能已经不是原来填的。请对照原件核对；在表格里先把这一列设为文本格式再填。`;
  reader.report({ level: 'warning', code: 'digits-lost', cell: address, raw: text, message, proposal: '' });
}
