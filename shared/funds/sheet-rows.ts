// Rows of a money sheet by our own words: which column holds what, the cells of each row, and which rows only sum up.
import { headerOf } from '../import/header-words.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { type CellValue, cellAddress } from '../sheet/sheet.ts';
import { cellIn, cellText, viewSheet } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import type { Fen } from '../values/money.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';

/** Words of a header, tested folded, groups joined by ›; the first column of the first pattern that fits is taken. */
export type ColumnPatterns<Key extends string> = readonly (readonly [key: Key, words: RegExp])[];

export interface SheetColumns<Key extends string> {
  of: Partial<Record<Key, ReadColumn>>;
  /** Columns with a header that mean nothing here. */
  others: ReadColumn[];
}

/** Gives each column the first key whose words it fits and that no column before it has. */
export function findColumns<Key extends string>(
  reading: TableReading,
  patterns: ColumnPatterns<Key>,
): SheetColumns<Key> {
  const of: Partial<Record<Key, ReadColumn>> = {};
  const others: ReadColumn[] = [];
  for (const column of reading.columns) {
    if (column.path.length === 0) continue;
    const word = headerOf(column);
    const key = patterns.find(([, words]) => words.test(word))?.[0];
    if (key !== undefined && of[key] === undefined) of[key] = column;
    else others.push(column);
  }
  return { of, others };
}

export interface SheetLine<Key extends string> {
  row: number;
  text(key: Key): string;
  value(column: ReadColumn | undefined): CellValue | null;
  /** 'F12' of the column. */
  address(key: Key): string;
}

const SUM = /^(?:总计|合计|小计|共计|累计|[本该]页小计|.{0,6}(?:合计|小计|总计))$/;

/** Rows that name something: sums, notes and signatures are left out. `name` is the column that names the rows. */
export function linesOf<Key extends string>(
  reading: TableReading,
  columns: SheetColumns<Key>,
  name: Key,
): SheetLine<Key>[] {
  const view = viewSheet(reading.source);
  const lines: SheetLine<Key>[] = [];
  for (const row of reading.keptRows) {
    const cells = view.rowAt(row);
    const text = (key: Key): string => {
      const column = columns.of[key];
      return column ? view.seenText(row, column.column).trim() : '';
    };
    const isSum = (cells?.cells ?? []).some((cell) => SUM.test(compactText(cellText(cell))));
    if (isSum || text(name) === '') continue;
    lines.push({
      row,
      text,
      value: (column) => (column ? (cellIn(cells, column.column)?.value ?? null) : null),
      address: (key) => cellAddress(row, columns.of[key]?.column ?? 1),
    });
  }
  return lines;
}

/** The unit of a column: its header's, else what was said, else the table's. */
export function unitOf(reading: TableReading, column: ReadColumn | undefined, chosen: AmountUnit | null): AmountUnit {
  return chosen ?? column?.unit ?? reading.unit;
}

/** An amount of a row; a cell that is none is told and gives null. */
export function amountOf<Key extends string>(
  line: SheetLine<Key>,
  key: Key,
  unit: AmountUnit,
  problem: (key: Key, message: string) => void,
): Fen | null {
  const text = line.text(key);
  const read = parseAmount(text, unit);
  if (read.kind === 'amount') return read.fen;
  if (read.kind === 'unreadable') problem(key, `“${text}”不是金额：${read.reason}，没有读入`);
  return null;
}

/** A remark at a cell. */
export function cellProblem(
  reading: Pick<TableReading, 'sheet'>,
  level: ImportProblem['level'],
  code: string,
  cell: string,
  raw: string,
  message: string,
  proposal = '',
): ImportProblem {
  return {
    level,
    code,
    sheet: reading.sheet,
    cell,
    raw,
    message: `“${reading.sheet}”${cell === '' ? '' : ` ${cell}：`}${message}。`,
    proposal,
  };
}

/** Columns that nothing here reads: told, always, all (their rows stay in the sheet). */
export function droppedRemark(reading: TableReading, others: readonly ReadColumn[], keep: RegExp): ImportProblem[] {
  const named = others.filter((column) => !keep.test(headerOf(column)));
  if (named.length === 0) return [];
  const list = named.map(({ letter, header }) => `${letter} 列“${header}”`).join('、');
  return [cellProblem(reading, 'info', 'columns-dropped', '', '', `没有读入这些列：${list}`)];
}
