// A header cell as words: instructions taken off, years as years however they are stored, and what is a mere figure.

import type { SheetCell } from '../sheet/sheet.ts';
import { cellText, looksNumeric } from '../sheet/sheet-view.ts';
import { stripInstructions } from './header-instructions.ts';

const YEAR = /^(20\d\d)(?:\.0*)?$/;

/**
 * The year that a cell stands for: 2021, 2021.0, 2021年, a date whose format shows no month (yyyy"年") or that is the first
 * of January, as a year typed into a date cell becomes. undefined for anything else.
 */
export function yearIn(cell: SheetCell | undefined): string | undefined {
  const value = cell?.value;
  if (!value) return undefined;
  const text = value.text.trim();
  if (value.kind === 'date') {
    const [year = '', month, day] = text.split('-');
    const letters = value.format?.replace(/"[^"]*"|\[[^[\]]*\]|[\\!_*]./g, '') ?? '';
    const isYearShown = /y/i.test(letters) && !/[md]/i.test(letters);
    return /^20\d\d$/.test(year) && (isYearShown || (month === '01' && day === '01')) ? year : undefined;
  }
  // Asked of every cell while a header is looked for: most begin otherwise.
  if (!text.startsWith('20')) return undefined;
  return YEAR.exec(text)?.[1] ?? /^(20\d\d)年度?$/.exec(text)?.[1];
}

/** The words of a header cell; '' where it is empty. A year stored as a number or date reads like one typed. */
export function headerCellText(cell: SheetCell | undefined): string {
  const { value } = cell ?? {};
  if (!value) return '';
  if (value.kind === 'text') return stripInstructions(value.text).trim();
  const year = yearIn(cell);
  return year === undefined ? cellText(cell).trim() : `${year}年`;
}

/** A number, date or percentage that is no year: a check sum or a note of somebody, never the head of a column. */
export function isFigure(cell: SheetCell): boolean {
  if (!cell.value) return false;
  const text = cell.value.text.trim();
  // Nearly every number of a table ends here.
  if (cell.value.kind === 'number' && text !== '' && !text.startsWith('20')) return true;
  if (text === '' || yearIn(cell) !== undefined) return false;
  return cell.value.kind !== 'text' || looksNumeric(cell) || /^\s*-?\d+(?:\.\d+)?\s*[%％]\s*$/.test(cell.value.text);
}
