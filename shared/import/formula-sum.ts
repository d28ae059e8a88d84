// A formula saved without its result, where it only adds up cells of the sheet: =SUM(I8:M8), =I8+J8-K8. The sum is
// offered as a proposal; it is taken only when somebody confirms it.
import { addFen, type Fen, subtractFen, ZERO } from '../domain/money.ts';
import { columnNumber } from './sheet.ts';

const MOST_CELLS = 400;
const PLACE = /^([A-Z]{1,3})(\d{1,7})$/;

/** The sum in 分; undefined for any other formula, or where `valueAt` cannot tell a cell's amount. */
export function sumOfFormula(
  formula: string,
  valueAt: (row: number, column: number) => Fen | undefined,
): Fen | undefined {
  const text = formula
    .replace(/[\s$]/g, '')
    .replace(/^[=+]+/, '')
    .toUpperCase();
  const inside = /^SUM\(([A-Z0-9:,]+)\)$/.exec(text)?.[1];
  const parts = inside === undefined ? text.split(/(?=[+-])/) : inside.split(',');
  let sum: Fen = ZERO;
  let cells = 0;
  for (const part of parts) {
    const [from, to, ...rest] = part.replace(/^[+-]/, '').split(':');
    const first = PLACE.exec(from ?? '');
    const last = to === undefined ? first : PLACE.exec(to);
    if (!first || !last || rest.length > 0 || (to !== undefined && inside === undefined)) return undefined;
    for (let row = Number(first[2]); row <= Number(last[2]); row += 1) {
      for (let column = columnNumber(first[1] ?? ''); column <= columnNumber(last[1] ?? ''); column += 1) {
        cells += 1;
        const value = cells > MOST_CELLS ? undefined : valueAt(row, column);
        if (value === undefined) return undefined;
        sum = part.startsWith('-') ? subtractFen(sum, value) : addFen(sum, value);
      }
    }
  }
  return cells === 0 ? undefined : sum;
}
