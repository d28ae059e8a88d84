// Headings, 小计 and 合计 with figures are claims: kept as written and compared at once with the rows beneath them
// (handbook 6.2 T03, T04). A difference within rounding is named as 尾差; nothing is corrected.
import type { Claim, ClaimFigure } from '../domain/claims.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { cellIn, cellText } from '../sheet/sheet-view.ts';
import { type Fen, subtractFen, toFen, wanText } from '../values/money.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { parseAmount } from '../values/parse-amount.ts';
import { type ColumnSums, figureOf, summableColumns } from './column-sums.ts';
import type { GroupedRow } from './group-rows.ts';
import { isWithoutResult } from './odd-cells.ts';
import type { ImportProblem } from './preview.ts';
import type { ColumnKey, ReadColumn } from './reading.ts';
import { declaredInHeading } from './row-kinds.ts';

export type ReadClaim = Omit<Claim, 'id' | 'file' | 'batchId'>;

export interface ClaimReader {
  sheet: string;
  columns: readonly ReadColumn[];
  unitOf(column: ReadColumn): AmountUnit;
  report(problem: Omit<ImportProblem, 'sheet'>): void;
  /**
   * The column under which a figure is kept. `isWhole`: the row speaks of the whole list or of all of its class. A key
   * 'part:…' speaks of something else: kept, but not compared later.
   */
  keyOf(row: GroupedRow, key: ColumnKey, isWhole: boolean): ColumnKey;
  /** The lowest rows of a summary are claims too. */
  isSummary: boolean;
}

/** Rows [from, to) of items that a claim may speak of. */
interface Scope {
  from: number;
  to: number;
}

/** The claims of a table in the order of its rows. */
export function readClaims(reader: ClaimReader, rows: readonly GroupedRow[], sums: ColumnSums): ReadClaim[] {
  const claims: ReadClaim[] = [];
  const all = { from: 0, to: sums.itemsBefore(rows.length) };
  const open: number[] = [];
  let lastSubtotal = 0;
  rows.forEach((row, index) => {
    while (open.length > 0 && (rows[open.at(-1) ?? 0]?.end ?? 0) < index) open.pop();
    const isItem = row.kind === 'project' && reader.isSummary;
    if (!isItem && !/^(?:heading|subtotal|total|part)$/.test(row.kind)) return;
    const figures = readFigures(reader, row);
    if (row.kind === 'part') {
      // What it splits up is not known by rows: kept, compared with nothing.
      if (figures.length > 0) claims.push(claimOf(reader, row, figures, false, true));
      return;
    }
    const at = sums.itemsBefore(index);
    const scopes = scopesOf(
      row,
      at,
      all,
      open.map((from) => ({ from: sums.itemsBefore(from), to: at })).reverse(),
      { from: sums.itemsBefore(lastSubtotal), to: at },
      { from: at, to: sums.itemsBefore(nextClaim(rows, index)) },
    );
    const heading = rows[open.at(-1) ?? -1];
    const own = heading && { from: sums.itemsBefore(open.at(-1) ?? 0), to: sums.itemsBefore(heading.end) };
    if (row.kind === 'heading') {
      open.push(index);
      scopes[0] = { from: at, to: sums.itemsBefore(row.end) };
    } else if (!isItem) {
      lastSubtotal = index + 1;
    }
    if (figures.length === 0) return;
    const scope = bestScope(figures, scopes, sums, reader.isSummary);
    const isWhole =
      row.kind === 'heading' ? row.categoryId !== null : isSameScope(scope, row.kind === 'total' ? all : own);
    claims.push(claimOf(reader, row, figures, isWhole, isItem || compare(reader, row, figures, scope, sums)));
  });
  return claims;
}

function claimOf(
  reader: ClaimReader,
  row: GroupedRow,
  figures: readonly Figure[],
  isWhole: boolean,
  heldAtImport: boolean,
): ReadClaim {
  return {
    origin: 'import',
    table: reader.sheet,
    row: row.label,
    sheetRow: row.words.row.row,
    categoryId: row.categoryId,
    heldAtImport,
    figures: figures.map(({ figure }) => ({ ...figure, column: reader.keyOf(row, figure.column, isWhole) })),
  };
}

function isSameScope(a: Scope, b: Scope | undefined): boolean {
  return b !== undefined && a.from === b.from && a.to === b.to;
}

/** The item rows that a claim may speak of, the likeliest first. */
function scopesOf(
  row: GroupedRow,
  at: number,
  all: Scope,
  open: readonly Scope[],
  since: Scope,
  following: Scope,
): Scope[] {
  if (row.kind === 'heading') return [all];
  if (row.kind === 'total') return at > 0 ? [all, { from: 0, to: at }, ...open, since] : [all];
  // A 小计 may also stand over its rows.
  const scopes = [...open, since, { from: 0, to: at }, following].filter((scope) => scope.to > scope.from);
  return scopes.length > 0 ? scopes : [since];
}

/** Index of the next row that sums up or groups; the number of rows where there is none. */
function nextClaim(rows: readonly GroupedRow[], index: number): number {
  let at = index + 1;
  while (at < rows.length && !/^(?:heading|subtotal|total)$/.test(rows[at]?.kind ?? '')) at += 1;
  return at;
}

interface Figure {
  figure: ClaimFigure;
  /** null for 项目个数 written into a cell of words. */
  column: ReadColumn | null;
}

function readFigures(reader: ClaimReader, row: GroupedRow): Figure[] {
  const { words } = row;
  const figures: Figure[] = [];
  const add = (
    column: ReadColumn | null,
    key: string,
    header: string,
    value: number,
    decimals: number,
    at: number | null,
    raw: string,
  ): void => {
    const cell = at === null ? null : cellAddress(words.row.row, at);
    figures.push({ column, figure: { column: key, header, value, decimals, cell, raw } });
  };
  for (const column of summableColumns(reader.columns)) {
    const cell = cellIn(words.row, column.column);
    if (!cell) continue;
    const figure = figureOf(cell, column, reader.unitOf(column));
    if (figure) {
      add(column, column.key ?? '', column.header, figure.value, figure.decimals, column.column, cellText(cell));
    } else if (isWithoutResult(cell)) {
      const address = cellAddress(cell.row, cell.column);
      const message = `“${reader.sheet}”第 ${cell.row} 行“${row.label}”的“${column.header}”（${address}）是没有存结果的公式，由本程序重新合计。`;
      reader.report({
        level: 'info',
        code: 'formula-no-result',
        cell: address,
        raw: `=${cell.formula}`,
        message,
        proposal: '',
      });
    } else if (cell.value?.kind === 'error') {
      const address = cellAddress(cell.row, cell.column);
      const message = `“${reader.sheet}”第 ${cell.row} 行“${row.label}”的“${column.header}”（${address}）是出错的公式结果“${cell.value.text}”，由本程序重新合计。`;
      reader.report({
        level: 'warning',
        code: 'cell-error',
        cell: address,
        raw: cell.value.text,
        message,
        proposal: '',
      });
    }
  }
  if (reader.isSummary) {
    // A column that the list has no place for is kept too; nobody compares it.
    for (const column of reader.columns) {
      const cell = column.key === null && column.isNumeric ? cellIn(words.row, column.column) : undefined;
      const figure = figureOf(cell, column, reader.unitOf(column));
      if (figure)
        add(
          null,
          `other:${column.header}`,
          column.header,
          figure.value,
          figure.decimals,
          column.column,
          cellText(cell),
        );
    }
  }
  if (words.count) add(null, 'count', '项目个数', words.count.value, 0, words.count.column, `${words.count.value}个`);
  if (row.kind === 'heading' || row.kind === 'total' || row.kind === 'subtotal') addDeclared(reader, row, add);
  return figures;
}

/** Figures that the heading's own words declare: 产业类项目5个,共计4197万元. */
function addDeclared(
  reader: ClaimReader,
  row: GroupedRow,
  add: (
    column: ReadColumn | null,
    key: string,
    header: string,
    value: number,
    decimals: number,
    at: number | null,
    raw: string,
  ) => void,
): void {
  const declared = declaredInHeading(row.words.first.length > row.words.name.length ? row.words.first : row.words.name);
  if (declared.count !== null && !row.words.count) add(null, 'count', '项目个数', declared.count, 0, null, row.label);
  const total = reader.columns.find((column) => column.key === 'total');
  const reading = declared.amount === null ? undefined : parseAmount(declared.amount, '万元');
  if (
    total &&
    reading?.kind === 'amount' &&
    !figureOf(cellIn(row.words.row, total.column), total, reader.unitOf(total))
  ) {
    add(total, 'total', total.header, reading.fen, reading.decimals, null, row.label);
  }
}

/** The first scope with which the most figures agree: a 合计 in the middle may speak of its group only. */
function bestScope(figures: readonly Figure[], scopes: readonly Scope[], sums: ColumnSums, isSummary: boolean): Scope {
  let best: Scope = scopes[0] ?? { from: 0, to: 0 };
  let bestHits = -1;
  for (const scope of scopes) {
    const hits = figures.filter((entry) => {
      const found = difference(entry, scope, sums);
      return (
        found !== undefined && Math.abs(found) <= tolerance(entry, scope, sums, isSummary) && entry.figure.value !== 0
      );
    }).length;
    if (hits > bestHits) {
      best = scope;
      bestHits = hits;
    }
  }
  return best;
}

/** Claimed minus added up; undefined where the figure cannot be compared. */
function difference({ figure, column }: Figure, scope: Scope, sums: ColumnSums): number | undefined {
  if (figure.column.startsWith('other:')) return undefined;
  if (column) return subtractFen(toFen(figure.value), sums.between(column, scope.from, scope.to));
  const counted = sums.columns.some((other) => other.key === 'count');
  return counted ? undefined : figure.value - (scope.to - scope.from);
}

/** Half of the last decimal for each addend, at most ten of them (handbook T01); counts must agree exactly. */
function tolerance({ figure, column }: Figure, scope: Scope, sums: ColumnSums, isSummary: boolean): number {
  if (!column || column.key === 'count') return 0;
  // A list of projects is exact: whole numbers in it are not rounded ones, as they are in a city's summary.
  const decimals = Math.max(figure.decimals, sums.decimals(column), isSummary ? 0 : 2);
  return 0.5 * 10 ** (6 - Math.min(decimals, 6)) * Math.min(scope.to - scope.from, 10);
}

function compare(
  reader: ClaimReader,
  row: GroupedRow,
  figures: readonly Figure[],
  scope: Scope,
  sums: ColumnSums,
): boolean {
  let held = true;
  const items = scope.to - scope.from;
  for (const entry of figures) {
    const found = difference(entry, scope, sums);
    if (found === undefined || found === 0) continue;
    const { figure } = entry;
    const isRounding = Math.abs(found) <= tolerance(entry, scope, sums, reader.isSummary);
    if (!isRounding) held = false;
    const isCount = entry.column === null || entry.column.key === 'count';
    const show = (value: number): string => (isCount ? `${value} 个` : `${wanText(value as Fen)} 万元`);
    const place = `“${reader.sheet}”第 ${row.words.row.row} 行“${row.label}”的“${figure.header}”`;
    const values = `写 ${show(figure.value)}，下列 ${items} 行合计 ${show(figure.value - found)}，差 ${show(found)}`;
    reader.report({
      level: isRounding ? 'info' : 'warning',
      code: isRounding ? 'claim-rounding' : 'claim-differs',
      cell: figure.cell ?? cellAddress(row.words.row.row, row.words.row.cells[0]?.column ?? 1),
      raw: figure.raw,
      message: isRounding ? `${place}${values}，属尾差。` : `${place}${values}。原数已留作声明数，请与报送单位核对。`,
      proposal: show(figure.value - found),
    });
  }
  return held;
}
