// Tables that go on over pages: the same columns at the top of the next page, with or without the heads repeated.
import type { PageTable } from './ruled-tables.ts';
import { joinLines } from './text-lines.ts';

type Cells = PageTable['cells'];

export interface TableJoiner {
  /** `isFirst`: nothing but page numbers and continued captions stands above it on its page. */
  take(table: PageTable, page: number, isFirst: boolean): void;
  /** 续表 and its unit between two parts of a table are no text. */
  isContinuation(text: string, page: number): boolean;
  /** Text follows: the table is finished. */
  end(): void;
}

/** Columns of two parts differ by no more than this. */
const SAME = 6;

/** `put` takes each table once it is whole, with the number of head rows that were repeated. */
export function createTableJoiner(put: (table: PageTable, headRows: number) => void): TableJoiner {
  let open: { table: PageTable; page: number; headRows: number; isContinued: boolean } | null = null;
  return {
    take(table, page, isFirst) {
      const follows = open !== null && page === open.page + 1 && (isFirst || open.isContinued);
      if (open !== null && follows && haveSameColumns(open.table, table)) {
        const repeated = repeatedRows(open.table.cells, table.cells);
        open.table = joinTables(open.table, table, repeated);
        open.headRows = Math.max(open.headRows, repeated);
        open.page = page;
        open.isContinued = false;
        return;
      }
      end();
      open = { table, page, headRows: 0, isContinued: false };
    },
    isContinuation(text, page) {
      if (open === null || page !== open.page + 1) return false;
      const isTold = /^[（(]?续\s*表|[（(]续[)）]\s*$/.test(text) || (open.isContinued && /^[（(]?单位/.test(text));
      open.isContinued ||= isTold;
      return isTold;
    },
    end,
  };

  function end(): void {
    if (open !== null) put(open.table, open.headRows);
    open = null;
  }
}

function haveSameColumns(above: PageTable, below: PageTable): boolean {
  const [first, other] = [above.edges[0] as number, below.edges[0] as number];
  return (
    above.edges.length === below.edges.length &&
    above.edges.every((edge, i) => Math.abs(edge - first - ((below.edges[i] as number) - other)) <= SAME)
  );
}

/** How many rows at the top of both are the same. */
function repeatedRows(above: Cells, below: Cells): number {
  const words = (cells: Cells, row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.column},${cell.columnSpan},${cell.rowSpan},${cell.text}`)
      .join('|');
  let count = 0;
  while (words(above, count) !== '' && words(above, count) === words(below, count) && count < 6) count++;
  // A cell that reaches below the rows that are the same is no head.
  return below.some((cell) => cell.row < count && cell.row + cell.rowSpan > count) ? 0 : count;
}

function joinTables(above: PageTable, below: PageTable, repeated: number): PageTable {
  const cut = cutRow(above, below.cells, repeated);
  // What was cut off goes back to its cell, all else one row higher.
  const last = above.rowCount - 1;
  const first = repeated + (cut === null ? 0 : 1);
  const cells = cut === null ? above.cells : above.cells.map((cell) => mend(cell, cut.get(cell.column), last));
  const moved = below.cells
    .filter((cell) => cell.row >= first)
    .map((cell) => ({ ...cell, row: cell.row - first + above.rowCount }));
  return { ...above, rowCount: above.rowCount + below.rowCount - first, cells: [...cells, ...moved] };
}

function mend(cell: Cells[number], rest: string | undefined, last: number): Cells[number] {
  return cell.row + cell.rowSpan - 1 === last && rest ? { ...cell, text: joinLines(cell.text, rest) } : cell;
}

/**
 * The texts by column of a row whose first half stands at the foot of the page before: it has no name, and one of its cells
 * begins as no figure does (,084.65 below 254). Null where the first row is one of its own.
 */
function cutRow(above: PageTable, below: Cells, row: number): Map<number, string> | null {
  const first = below.filter((cell) => cell.row === row);
  const last = above.cells.filter((cell) => cell.row + cell.rowSpan === above.rowCount);
  const [label] = first;
  if (label === undefined || label.column !== 0 || label.text !== '' || first.some(({ rowSpan }) => rowSpan > 1))
    return null;
  const isCut = first.some(({ column, text }) => {
    const before = last.find((cell) => cell.column === column)?.text ?? '';
    return /^[,，.]\d/.test(text) || (/\d[,，.]$/.test(before) && /^\d/.test(text));
  });
  const isSame = first.every(({ column, text }) => text === '' || last.some((cell) => cell.column === column));
  return isCut && isSame ? new Map(first.map(({ column, text }) => [column, text])) : null;
}
