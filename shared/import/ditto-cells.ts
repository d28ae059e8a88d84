// 同上 and 〃 in a cell of words or years: they mean what stands above. Amounts are never filled down.

import { cellAddress, type SheetCell } from '../sheet/sheet.ts';
import { cellText } from '../sheet/sheet-view.ts';
import type { ValueReader } from './read-values.ts';
import type { ReadColumn } from './reading.ts';

const DITTO = /^\s*(?:同上|同前|同上行|上同|[〃″"＂”“]{1,2}|''|,,|ditto)\s*$/i;

/** The cell above where one says 同上 or 〃; told, as the words are not in the cell. */
export function meantCell(reader: ValueReader, column: ReadColumn, cell: SheetCell): SheetCell {
  const { value } = cell;
  const isShort = value?.kind === 'text' && value.text.length <= 8;
  if (!isShort || !DITTO.test(value.text)) {
    if (value !== null) reader.above[cell.column] = cell;
    return cell;
  }
  const above = reader.above[cell.column];
  if (!above) return cell;
  const address = cellAddress(cell.row, cell.column);
  const message = `“${reader.sheet}”第 ${cell.row} 行“${column.header}”（${address}）写的是“${value.text.trim()}”，按上面的“${cellText(above).trim()}”（${cellAddress(above.row, above.column)}）读入。`;
  reader.report({
    level: 'info',
    code: 'ditto',
    cell: address,
    raw: value.text,
    message,
    proposal: cellText(above).trim(),
  });
  return above;
}
