// What the reader of a file said of single cells, as problems with their place.

import { type CellRemark, cellAddress, type SheetData } from '../sheet/sheet.ts';
import { cellIn, cellText } from '../sheet/sheet-view.ts';
import type { ImportProblem } from './preview.ts';

/** Nothing is lost there. */
const QUIET = new Set(['html-inner-table', 'text-formula']);

/** The remarks on cells for which `isMeant`; `headerOf` names the column of a cell, '' where it has no header. */
export function* cellRemarks(
  sheet: SheetData,
  isMeant: (remark: CellRemark) => boolean,
  headerOf: (column: number) => string = () => '',
): Generator<Omit<ImportProblem, 'sheet'>> {
  if (!sheet.remarks) return;
  const texts = new Map(sheet.rows.map((row) => [row.row, row]));
  for (const remark of sheet.remarks) {
    if (!isMeant(remark)) continue;
    const { row, column, code, message } = remark;
    const cell = cellAddress(row, column);
    const header = headerOf(column);
    const raw = cellText(cellIn(texts.get(row), column));
    const shown = raw === '' ? '' : `“${raw.length > 30 ? `${raw.slice(0, 30)}…` : raw}”`;
    const place = `“${sheet.name}”第 ${row} 行${header === '' ? '' : `“${header}”`}（${cell}）`;
    const level = QUIET.has(code) ? 'info' : 'warning';
    yield { level, code, cell, raw, message: `${place}${shown}${message}。`, proposal: '' };
  }
}
