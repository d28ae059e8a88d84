// The note under a table whose rounded rows do not add up to its rounded sums: 尾差 is told, not hidden.
import type { Column } from '../domain/fields.ts';
import type { Project } from '../domain/project.ts';
import { type AnnexRow, subtotalFen } from '../format/annex-rows.ts';
import type { ContentReader } from '../format/cell-content.ts';
import { type AmountShowing, hidesDecimals, roundShown } from '../format/shown-amount.ts';
import { findSums } from '../tables/find-sums.ts';
import type { TableResult } from '../tables/table.ts';
import { DISPLAY_UNITS, parseScaled } from '../values/money.ts';

/** A sum with what was added to it, in 分: exact, and as printed. */
interface Added {
  exact: number;
  printed: number;
}

const NOTHING: Added = { exact: 0, printed: 0 };

function add(a: Added, b: Added): Added {
  return { exact: a.exact + b.exact, printed: a.printed + b.printed };
}

/** Rounding alone: the exact figures agree, the printed ones do not. */
function isMoved(declared: Added, parts: Added): boolean {
  return declared.exact === parts.exact && declared.printed !== parts.printed;
}

function sentence(moved: number, place: string): string {
  if (moved === 0) return '';
  return `金额${place}四舍五入，有 ${moved} 处合计与各行（列）之和的末位因此不等，属尾差；原数照存。`;
}

/** The sentence for the annex, each heading and 合计 held against the projects under it; '' where all add up. */
export function roundingNote(
  rows: readonly AnnexRow[],
  columns: readonly Column[],
  read: ContentReader,
  showing: AmountShowing,
): string {
  const { unit, decimals } = showing;
  if (decimals === null || !rows.some((row) => row.kind === 'project' && isRounded(row.project, showing))) return '';
  const moved = columns
    .filter((column) => column.kind === 'amount')
    .reduce((count, column) => count + movedIn(rows, column, read, showing), 0);
  return sentence(moved, `以${unit}为单位${decimals === 0 ? '取整' : `保留 ${decimals} 位小数`}，`);
}

function isRounded({ amounts }: Project, showing: AmountShowing): boolean {
  const { total, bySource, byYear } = amounts;
  const all = [total, ...Object.values(bySource), ...Object.values(byYear)];
  return all.some((fen) => fen !== null && fen !== undefined && hidesDecimals(fen, showing));
}

/** How many subtotals of a column differ from their rows by rounding. */
function movedIn(rows: readonly AnnexRow[], column: Column, read: ContentReader, showing: AmountShowing): number {
  let moved = 0;
  let open: { depth: number; declared: Added; parts: Added }[] = [];
  const closeFrom = (depth: number): void => {
    moved += open.filter((sum) => sum.depth >= depth && isMoved(sum.declared, sum.parts)).length;
    open = open.filter((sum) => sum.depth < depth);
  };
  let all = NOTHING;
  let total: Added | null = null;
  for (const row of rows) {
    if (row.kind === 'project') {
      const content = read(row.project, column);
      if (content.kind !== 'amount') continue;
      const own = { exact: content.fen, printed: roundShown(content.fen, showing) };
      open = open.map((sum) => ({ ...sum, parts: add(sum.parts, own) }));
      all = add(all, own);
      continue;
    }
    const fen = subtotalFen(row.rollup, column);
    if (fen === undefined) continue;
    const declared = { exact: fen, printed: roundShown(fen, showing) };
    if (row.kind === 'total') total = declared;
    else {
      closeFrom(row.depth);
      open.push({ depth: row.depth, declared, parts: NOTHING });
    }
  }
  closeFrom(0);
  return moved + (total !== null && isMoved(total, all) ? 1 : 0);
}

/** The sentence for a computed table as it is shown, over its rows and columns; '' where all adds up. */
export function tableRoundingNote(table: TableResult): string {
  const { cells, columns, rowSums, columnSums } = findSums(table);
  const places = DISPLAY_UNITS[table.unit];
  const at = (row: number, column: number): Added => {
    const exact = cells[row]?.[column] ?? 0;
    const cell = table.rows[row]?.cells[columns[column] ?? -1];
    const digits = cell?.kind === 'amount' ? cell.shown?.digits : undefined;
    return { exact, printed: digits === undefined ? exact : (parseScaled(digits, places) ?? exact) };
  };
  const overRows = rowSums.flatMap(({ total, parts }) =>
    columns.filter((_, column) =>
      isMoved(
        at(total, column),
        parts.reduce((sum, row) => add(sum, at(row, column)), NOTHING),
      ),
    ),
  );
  const overColumns = columnSums.flatMap(({ total, parts }) =>
    table.rows.filter((_, row) =>
      isMoved(
        at(row, total),
        parts.reduce((sum, column) => add(sum, at(row, column)), NOTHING),
      ),
    ),
  );
  return sentence(overRows.length + overColumns.length, '');
}
