// Makes texts fit for a spreadsheet cell or sheet name: Excel refuses or misreads some characters and lengths.
import { CELL_TEXT_LIMIT } from '#shared/values/cell-limit.ts';
import { xmlText } from '#shared/values/xml-text.ts';

const CUT_MARK = '…（超出单元格上限，以下略）';

/**
 * The text as it may stand in a cell: without control characters, line breaks as Excel writes them, cut at the limit
 * with a visible mark. `_x0041_` is protected because readers would decode it.
 */
export function cellText(text: string): string {
  return fitCell(text).text;
}

/** A text as `cellText` writes it, with its length before and the characters that were left out at its end (0: none). */
export function fitCell(text: string): { text: string; length: number; lost: number } {
  const clean = xmlText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const { length } = clean;
  if (length <= CELL_TEXT_LIMIT) return { text: clean, length, lost: 0 };
  const kept = clean.slice(0, CELL_TEXT_LIMIT - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '');
  return { text: `${kept}${CUT_MARK}`, length, lost: length - kept.length };
}

/** Whether a program would take the text for a formula or a number once somebody edits the cell. */
export function needsTextFormat(text: string): boolean {
  return /^[=+\-@]/.test(text) || /^[\d.,\s%-]+$/.test(text);
}

/** A sheet name that Excel accepts and that is not used yet (names are compared without regard to case). */
export function sheetName(wanted: string, used: Set<string>): string {
  const clean = wordsOfName(wanted);
  const base = clean === '' || clean.toLowerCase() === 'history' ? '表' : clean;
  for (let n = 1; ; n += 1) {
    const suffix = n === 1 ? '' : `(${n})`;
    const name = `${base.slice(0, 31 - suffix.length)}${suffix}`;
    if (used.has(name.toLowerCase())) continue;
    used.add(name.toLowerCase());
    return name;
  }
}

/** Characters that no sheet name may hold are left out. */
function wordsOfName(wanted: string): string {
  return cellText(wanted)
    .replace(/[\\/?*[\]:'\n\t]/g, '')
    .trim();
}
