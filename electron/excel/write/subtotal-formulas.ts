// Formulas for 合计 and heading rows. Each row adds up only what stands directly beneath it — its projects and the
// headings one level down — so that no amount is counted twice (rule T04).
import type { AnnexRow } from '#shared/format/annex-rows.ts';

export interface SumFormulas {
  /** SUM over what the row at `index` stands for, in one column; undefined where it stands over nothing. */
  sum(index: number, column: string): string | undefined;
  /** '20个', counted over the numbers in column A. */
  count(index: number): string | undefined;
}

interface Span {
  /** Sheet rows, inclusive; a heading one level down is a range of its own row. */
  ranges: [number, number][];
  /** All rows beneath. */
  from: number;
  to: number;
}

/** Excel takes at most 255 arguments in one call. */
const MAX_ARGUMENTS = 255;

/** Prepares the formulas of all rows; `firstRow` is the sheet row of rows[0]. */
export function makeSumFormulas(rows: readonly AnnexRow[], firstRow: number): SumFormulas {
  const spans = rows.map((row, index) => (row.kind === 'project' ? null : spanOf(rows, index, firstRow)));
  return {
    sum(index, column) {
      const span = spans[index];
      if (!span || span.ranges.length === 0) return undefined;
      const terms = span.ranges.map(([a, b]) => (a === b ? `${column}${a}` : `${column}${a}:${column}${b}`));
      const calls: string[] = [];
      for (let at = 0; at < terms.length; at += MAX_ARGUMENTS) {
        calls.push(`SUM(${terms.slice(at, at + MAX_ARGUMENTS).join(',')})`);
      }
      return calls.join('+');
    },
    count(index) {
      const span = spans[index];
      return span && span.to >= span.from ? `COUNT(A${span.from}:A${span.to})&"个"` : undefined;
    },
  };
}

function spanOf(rows: readonly AnnexRow[], index: number, firstRow: number): Span {
  const own = rows[index];
  const isTotal = own?.kind === 'total';
  const depth = own?.kind === 'heading' ? own.depth : -1;
  const ranges: [number, number][] = [];
  let covered = false;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const start = isTotal ? 0 : index + 1;
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || row.kind === 'total') continue;
    if (row.kind === 'heading' && row.depth <= depth) break;
    const sheetRow = firstRow + at;
    from = Math.min(from, sheetRow);
    to = Math.max(to, sheetRow);
    if (row.kind === 'heading') {
      if (row.depth === depth + 1) ranges.push([sheetRow, sheetRow]);
      covered = true;
      continue;
    }
    if (covered) continue;
    const last = ranges.at(-1);
    if (last && last[1] === sheetRow - 1) last[1] = sheetRow;
    else ranges.push([sheetRow, sheetRow]);
  }
  return { ranges, from, to };
}
