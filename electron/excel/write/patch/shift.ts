// Moves references when rows are inserted: in formulas, in ranges of merges and rules, in defined names.

/** `count` rows are inserted behind row `after`, the last of the rows from `first` on that they continue. */
export interface Insertion {
  first: number;
  after: number;
  count: number;
  /** Ranges that end at `after` grow over the new rows: they spoke of the rows to which ours were added. */
  grows: boolean;
}

/** Where a row is after the insertion. */
export function shiftRow(row: number, insertion: Insertion): number {
  return row > insertion.after ? row + insertion.count : row;
}

/** The last row of a range after the insertion. */
function shiftEnd(start: number, end: number, insertion: Insertion): number {
  const grows = insertion.grows && end === insertion.after && start <= end;
  return end > insertion.after || grows ? end + insertion.count : end;
}

const RANGE = /^(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?$/i;

/** One or more ranges as in `ref` and `sqref`: 'H6:H25 K6'. What is no range of cells stays. */
export function shiftRanges(text: string, insertion: Insertion): string {
  return text
    .split(' ')
    .map((part) => {
      const match = RANGE.exec(part);
      if (!match) return part;
      const [, left = '', top = '', right, bottom] = match;
      const start = Number(top);
      if (right === undefined || bottom === undefined) {
        const end = shiftEnd(start, start, { ...insertion, grows: false });
        return `${left}${end}`;
      }
      return `${left}${shiftRow(start, insertion)}:${right}${shiftEnd(start, Number(bottom), insertion)}`;
    })
    .join(' ');
}

const PARTS = new RegExp(
  [
    // Texts, references into other files, structured references: left alone.
    '"(?:[^"]|"")*"',
    "'[^'[]{0,300}\\[[^\\]]{0,300}\\](?:[^']|'')*'!\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?",
    '\\[[^\\]]{0,300}\\](?:[\\p{L}\\p{N}_.]*!\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?)?',
    // An optional sheet, then a cell, a range of cells, or a range of whole rows.
    "(?<sheet>(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?(?:(?<left>\\$?[A-Z]{1,3}\\$?)(?<top>\\d{1,7})(?::(?<right>\\$?[A-Z]{1,3}\\$?)(?<bottom>\\d{1,7}))?|(?<first>\\$?\\d{1,7}):(?<last>\\$?\\d{1,7}))(?![\\p{L}\\p{N}_.(!])",
    // Names and functions, numbers.
    '[\\p{L}_\\\\.][\\p{L}\\p{N}_.]*',
    '\\d+(?:\\.\\d+)?',
  ].join('|'),
  'giu',
);

/**
 * A formula after the insertion into `sheet`. References without a sheet belong to the formula's own sheet `home`
 * (null: a defined name, in which each reference names its sheet).
 */
export function shiftReferences(formula: string, home: string | null, sheet: string, insertion: Insertion): string {
  return formula.replace(PARTS, (whole, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const { sheet: named, left, top, right, bottom, first, last } = groups;
    const name = named === undefined ? home : sheetOf(named);
    if (name?.toLowerCase() !== sheet.toLowerCase()) return whole;
    const prefix = named ?? '';
    if (first !== undefined && last !== undefined) {
      const [from, to] = [Number(first.replace('$', '')), Number(last.replace('$', ''))];
      const sign = (text: string): string => (text.startsWith('$') ? '$' : '');
      return `${prefix}${sign(first)}${shiftRow(from, insertion)}:${sign(last)}${shiftEnd(from, to, insertion)}`;
    }
    if (left === undefined || top === undefined) return whole;
    const start = Number(top);
    if (right === undefined || bottom === undefined) return `${prefix}${left}${shiftRow(start, insertion)}`;
    return `${prefix}${left}${shiftRow(start, insertion)}:${right}${shiftEnd(start, Number(bottom), insertion)}`;
  });
}

/** The name in `'It''s'!` or `Sheet1!`. */
function sheetOf(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
