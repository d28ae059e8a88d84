// Builds sheets for tests as a reader would hand them over, and reads them with the real reference data.

import { planDefaults, referenceFor } from '#seeds/index.ts';
import { readWorkbookNow, tableContext, type WorkbookChoices } from '#shared/import/read-workbook.ts';
import type { ReadProject, TableChoices, TableReading } from '#shared/import/reading.ts';
import { type CellRange, type CellValue, columnLetters, type SheetCell, type SheetData } from '#shared/sheet/sheet.ts';
import { addFen, wanText, ZERO } from '#shared/values/money.ts';

/** A cell: text, number, blank (null or ''), or a full value; `formula` without value is a formula without a result. */
export type Cell = string | number | null | CellValue | { formula: string; value?: CellValue };

export interface SheetExtras {
  name?: string;
  /** 'A1:C1' */
  merges?: string[];
  hiddenRows?: number[];
  hiddenColumns?: number[];
  hidden?: boolean;
}

function toCell(cell: Cell, row: number, column: number): SheetCell[] {
  if (cell === null || cell === '') return [];
  if (typeof cell === 'string') return [{ row, column, value: { kind: 'text', text: cell } }];
  if (typeof cell === 'number') return [{ row, column, value: { kind: 'number', text: String(cell) } }];
  if ('formula' in cell) return [{ row, column, value: cell.value ?? null, formula: cell.formula }];
  return [{ row, column, value: cell }];
}

function toRange(text: string): CellRange {
  const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text) ?? [];
  const column = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { top: Number(top), left: column(left), bottom: Number(bottom), right: column(right) };
}

export function makeSheet(rows: readonly (readonly Cell[])[], extras: SheetExtras = {}): SheetData {
  const hidden = new Set(extras.hiddenRows);
  return {
    name: extras.name ?? '表',
    hidden: extras.hidden ?? false,
    rows: rows
      .map((cells, index) => ({
        row: index + 1,
        hidden: hidden.has(index + 1),
        cells: cells.flatMap((cell, at) => toCell(cell, index + 1, at + 1)),
      }))
      .filter((row) => row.cells.length > 0),
    merges: (extras.merges ?? []).map(toRange),
    hiddenColumns: extras.hiddenColumns ?? [],
  };
}

/** Columns of a header row from one text: '序号|项目名称||金额'. */
export function cells(text: string): string[] {
  return text.split('|');
}

export const PLAN = planDefaults('530402', 2021, 2025);
export const REFERENCE = referenceFor('530402');
export const CONTEXT = tableContext(PLAN, REFERENCE);

/** All tables of one sheet; choices hold for every table. */
export function readSheet(sheet: SheetData, choices: TableChoices = {}): TableReading[] {
  const options: WorkbookChoices = { tableChoices: () => choices };
  return readWorkbookNow({ format: 'xlsx', sheets: [sheet], notes: [] }, CONTEXT, options).tables.map(
    ({ reading }) => reading,
  );
}

/** The only table of a sheet. */
export function readOne(
  rows: readonly (readonly Cell[])[],
  extras: SheetExtras = {},
  choices: TableChoices = {},
): TableReading {
  const tables = readSheet(makeSheet(rows, extras), choices);
  const [table] = tables;
  if (!table || tables.length !== 1) throw new Error(`expected one table, found ${tables.length}`);
  return table;
}

/** 'H=total I=source:fiscal': how the columns were matched. */
export function mapping(table: TableReading): string {
  return table.columns.map((column) => `${columnLetters(column.column)}=${column.key ?? '-'}`).join(' ');
}

export function totalWan(projects: readonly ReadProject[]): string {
  return wanText(addFen(ZERO, ...projects.map((project) => project.amounts.total ?? ZERO)));
}

export function names(table: TableReading): string[] {
  return table.projects.map((project) => project.values.name ?? '');
}

/** 'level code cell' of the problems, information left out. */
export function problems(table: TableReading, withInfo = false): string[] {
  return table.problems
    .filter((problem) => withInfo || problem.level !== 'info')
    .map((problem) => `${problem.level} ${problem.code} ${problem.cell}`.trim());
}

export function questions(table: TableReading): string[] {
  return table.questions.map((question) => question.id);
}
