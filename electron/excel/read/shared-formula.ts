// Shared formulas: Excel stores the text once and lets the cells below refer to it; references move with the cell.
import { columnLetters } from '#shared/sheet/sheet.ts';

export interface SharedFormulas {
  /** The formula of the cell at row, column: its own text defines the group, '' refers to it. */
  resolve(index: string, text: string, row: number, column: number): string;
}

export function createSharedFormulas(): SharedFormulas {
  const masters = new Map<string, { text: string; row: number; column: number }>();
  return {
    resolve(index, text, row, column) {
      if (text !== '') {
        masters.set(index, { text, row, column });
        return text;
      }
      const master = masters.get(index);
      // A clone before its master is rare; its value is there all the same.
      return master ? shiftFormula(master.text, row - master.row, column - master.column) : '';
    },
  };
}

/** Strings and quoted sheet names stay; so do functions and names, of which a reference may be the beginning. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\d_.(])|[\p{L}\d_.]+/gu;

/** The formula as it reads `down` rows lower and `right` columns further: relative references move, $ ones stay. */
export function shiftFormula(text: string, down: number, right: number): string {
  return text.replace(PARTS, (whole, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
    if (letters === undefined || digits === undefined) return whole;
    const column = fixedColumn === '$' ? letters : shiftColumn(letters, right);
    const row = fixedRow === '$' ? Number(digits) : Number(digits) + down;
    if (column === null || row < 1) return '#REF!';
    return `${fixedColumn}${column}${fixedRow}${row}`;
  });
}

function shiftColumn(letters: string, right: number): string | null {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number + right >= 1 ? columnLetters(number + right) : null;
}
