// Puts texts into the cells of a written sheet. What does not fit into a cell of Excel is cut there, and told.
import type { Cell, Worksheet } from 'exceljs';
import { columnLetters } from '#shared/sheet/sheet.ts';
import { CELL_TEXT_LIMIT } from '#shared/values/cell-limit.ts';
import { fitCell } from './cell-text.ts';

/** So many cut cells of a file are named one by one. */
const NAMED = 20;

/** A text that a cell could not hold whole. */
export interface CutText {
  sheet: string;
  /** 'G12' */
  cell: string;
  length: number;
  /** Characters left out at its end. */
  lost: number;
}

/** What was cut on each sheet that is being written; read by `writeBook`. */
const cuts = new WeakMap<Worksheet, CutText[]>();

/** Writes a text into a cell as Excel takes it, and notes where it had to be cut. */
export function putText(cell: Cell, text: string): void {
  const fitted = fitCell(text);
  cell.value = fitted.text;
  if (fitted.lost === 0) return;
  const { worksheet: sheet } = cell;
  const address = `${columnLetters(Number(cell.col))}${cell.row}`;
  cuts.set(sheet, [...cutsOf(sheet), { sheet: sheet.name, cell: address, length: fitted.length, lost: fitted.lost }]);
}

/** The texts of a sheet that were cut, in the order in which they were written. */
export function cutsOf(sheet: Worksheet): readonly CutText[] {
  return cuts.get(sheet) ?? [];
}

/** In Chinese: which cells were cut and by how much. */
export function cutNotes(all: readonly CutText[]): string[] {
  const notes = all.slice(0, NAMED).map(({ sheet, cell, length, lost }) => {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return `工作表“${sheet}”第 ${row} 行 ${column} 列的文字有 ${length} 字，超过 Excel 一格的上限 ${CELL_TEXT_LIMIT} 字，末尾 ${lost} 字没有写入。要留全文，请把它分到几栏，或用 PDF、Word 输出。`;
  });
  const rest = all.length - notes.length;
  return rest > 0 ? [...notes, `另有 ${rest} 格的文字也超过上限，末尾没有写入。`] : notes;
}
