// Rows of a money sheet by our own words: which column holds what, the cells of each row, and which rows only sum up.
import { headerOf } from '../import/header-words.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { type CellValue, cellAddress } from '../sheet/sheet.ts';
import { cellIn, cellText, type SheetRow, viewSheet } from '../sheet/sheet-view.ts';
import { compactText } from '../values/fold-text.ts';
import type { Fen } from '../values/money.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';
import { type AmountCell, readAmountCells, sumCells } from './amount-cells.ts';

/** Words of a header, tested folded, groups joined by ›; the first column of the first pattern that fits is taken. */
export type ColumnPatterns<Key extends string> = readonly (readonly [key: Key, words: RegExp])[];

export interface SheetColumns<Key extends string> {
  of: Partial<Record<Key, ReadColumn>>;
  /** All columns that fit a key, the taken one first. */
  fits: Partial<Record<Key, ReadColumn[]>>;
  /** Columns whose amounts are added up, by the taken one of them. */
  parts: Map<ReadColumn, readonly ReadColumn[]>;
  /** Columns with a header that mean nothing here. */
  others: ReadColumn[];
}

/** Gives each column the first key whose words it fits and that no column before it has. */
export function findColumns<Key extends string>(
  reading: TableReading,
  patterns: ColumnPatterns<Key>,
): SheetColumns<Key> {
  const of: Partial<Record<Key, ReadColumn>> = {};
  const fits: Partial<Record<Key, ReadColumn[]>> = {};
  const others: ReadColumn[] = [];
  for (const column of reading.columns) {
    if (column.path.length === 0) continue;
    const word = headerOf(column);
    const key = patterns.find(([, words]) => words.test(word))?.[0];
    if (key !== undefined) fits[key] = [...(fits[key] ?? []), column];
    if (key !== undefined && of[key] === undefined) of[key] = column;
    else others.push(column);
  }
  return { of, fits, parts: new Map(), others };
}

export interface SheetLine<Key extends string> {
  row: number;
  text(key: Key): string;
  value(column: ReadColumn | undefined): CellValue | null;
  /** The amount of a column, where it is this row's own. */
  amount(column: ReadColumn, unit: AmountUnit): AmountCell;
  /** 'F12' of the column. */
  address(key: Key): string;
}

const SUM = /^(?:总计|合计|小计|共计|累计|[本该]页小计|.{0,6}(?:合计|小计|总计))$/;
const SERIAL = /^(?:序号|项次|编号)$/;

/**
 * The word by which a row says that it only sums up, '' for other rows. Only what names the row speaks: the naming
 * columns, 序号, and a first cell before them (合计 under 日期); a 备注 “合计” makes no total of a row that has a name.
 */
export function sumWords<Key extends string>(
  reading: TableReading,
  columns: SheetColumns<Key>,
  names: readonly Key[],
): (row: number) => string {
  const view = viewSheet(reading.source);
  const naming = names.flatMap((name) => columns.of[name]?.column ?? []);
  const serials = columns.others.filter((column) => SERIAL.test(headerOf(column))).map(({ column }) => column);
  const left = Math.min(...naming);
  return (row) => {
    const cells = (view.rowAt(row)?.cells ?? []).filter((cell) => compactText(cellText(cell)) !== '');
    const isNamed = naming.some((column) => view.seenText(row, column).trim() !== '');
    const first = cells[0];
    const texts = [...naming, ...serials].map((column) => view.seenText(row, column));
    if (!isNamed) texts.push(...cells.map(cellText));
    else if (first && first.column < left) texts.push(cellText(first));
    return texts.map(compactText).find((text) => SUM.test(text)) ?? '';
  };
}

/**
 * Rows that name something: sums, notes and signatures are left out. The first of `names` that the sheet has names the
 * rows; with `anyName` each of them does. A row without a name but with one of the `amounts`, and a formula that was saved without its result, are told.
 */
export function linesOf<Key extends string>(
  reading: TableReading,
  columns: SheetColumns<Key>,
  names: readonly Key[],
  {
    amounts,
    problems,
    anyName = false,
  }: { amounts: readonly (ReadColumn | undefined)[]; problems: ImportProblem[]; anyName?: boolean },
): SheetLine<Key>[] {
  const view = viewSheet(reading.source);
  const known = Object.values<ReadColumn | undefined>(columns.of).filter((column) => column !== undefined);
  const amountColumns = new Set(amounts.filter((column) => column !== undefined));
  const read = [...new Set([...known, ...amountColumns])];
  const namings = names.flatMap((name) => columns.of[name] ?? []);
  const [naming] = namings;
  const sumWord = sumWords(reading, columns, names);
  const amountCells = readAmountCells(view, reading.columns, known);
  const lines: SheetLine<Key>[] = [];
  if (naming === undefined) return lines;
  for (const row of reading.keptRows) {
    if (sumWord(row) !== '') continue;
    const cells = view.rowAt(row);
    const isNamed = (anyName ? namings : [naming]).some(({ column }) => view.seenText(row, column).trim() !== '');
    if (!isNamed) {
      problems.push(...namelessRemarks(reading, cells, naming, [...amountColumns]));
      continue;
    }
    for (const { column } of read) {
      const cell = cellIn(cells, column);
      if (cell?.formula === undefined || cell.value !== null) continue;
      const message = `公式“=${cell.formula}”没有保存结果，这一格没有读入；请用电子表格软件打开、保存后再导入`;
      problems.push(cellProblem(reading, 'warning', 'formula-no-result', cellAddress(row, column), '', message));
    }
    lines.push({
      row,
      text(key) {
        const column = columns.of[key];
        return column ? view.seenText(row, column.column).trim() : '';
      },
      value: (column) => (column ? (cellIn(cells, column.column)?.value ?? null) : null),
      amount: (column, unit) =>
        sumCells((columns.parts.get(column) ?? [column]).map((part) => amountCells(row, part, part.unit ?? unit))),
      address: (key) => cellAddress(row, columns.of[key]?.column ?? 1),
    });
  }
  return lines;
}

/** A continuation under a name, a forgotten 文号: nobody can tell whose the amount is. Zeros of formulas say nothing. */
function namelessRemarks(
  reading: TableReading,
  cells: SheetRow | undefined,
  naming: ReadColumn,
  amounts: readonly ReadColumn[],
): ImportProblem[] {
  const row = cells?.row ?? 0;
  return amounts.flatMap((column) => {
    const text = cellText(cellIn(cells, column.column));
    const amount = parseAmount(text, unitOf(reading, column, null));
    if (amount.kind !== 'amount' || amount.fen === 0) return [];
    const message = `第 ${row} 行没有“${naming.header}”，“${column.header}”${text.trim()} 不知道是谁的，没有读入；是上一行的续行的，请把“${naming.header}”填上`;
    return [cellProblem(reading, 'warning', 'row-nameless', `${column.letter}${row}`, text, message)];
  });
}

/** The unit of a column: its header's, else what was said, else the table's. */
export function unitOf(reading: TableReading, column: ReadColumn | undefined, chosen: AmountUnit | null): AmountUnit {
  return column?.unit ?? chosen ?? reading.unit;
}

/** An amount of a row; a cell that is none, or that is not this row's alone, is told and gives null. */
export function amountOf(
  reading: TableReading,
  line: Pick<SheetLine<string>, 'row' | 'amount'>,
  column: ReadColumn | undefined,
  { chosen, problems }: { chosen: AmountUnit | null; problems: ImportProblem[] },
): Fen | null {
  if (!column) return null;
  const read = line.amount(column, unitOf(reading, column, chosen));
  if (read.kind === 'amount') return read.fen;
  if (read.kind === 'unreadable') {
    const message = `“${read.text}”不是金额：${read.reason}，没有读入`;
    problems.push(
      cellProblem(reading, 'warning', 'amount-unparsed', `${column.letter}${line.row}`, read.text, message),
    );
  }
  if (read.kind === 'shared' && !problems.some(({ code, cell }) => code === 'amount-merged' && cell === read.cell)) {
    const message = `合并单元格 ${read.range} 的“${column.header}”${read.text} 不知道各是多少，没有读入；请取消合并，把金额分别填上`;
    problems.push(cellProblem(reading, 'error', 'amount-merged', read.cell, read.text, message));
  }
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
