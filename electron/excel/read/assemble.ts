// Turns packets back into the sheets of shared/import/sheet.ts; runs on the side that wants them.
import type { CellRange, CellValue, SheetCell, SheetData } from '#shared/sheet/sheet.ts';
import { cellAddress } from '#shared/sheet/sheet.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './limits.ts';
import { SURE_DIGITS } from './number-text.ts';
import { type CellPacket, KIND_CODES, NO_VALUE, type SentKind, type SheetPacket, VALUE_KINDS } from './packet.ts';
import { tooLarge } from './read-error.ts';
import { createStoredResults } from './stored-results.ts';

type Row = SheetData['rows'][number];

export interface SheetAssembler {
  take(packet: CellPacket | SheetPacket): void;
  /** The sheets in the order of the book, and remarks about what had to be left out. */
  finish(): { sheets: SheetData[]; notes: string[] };
}

export function createAssembler(limits: Pick<ReadLimits, 'mergeSteps'> = DEFAULT_READ_LIMITS): SheetAssembler {
  const formats: string[] = [''];
  let values: CellValue[] = [];
  const sheets = new Map<number, SheetData>();
  const rowsBySheet = new Map<number, Row[]>();
  const notes: string[] = [];
  const results = createStoredResults();
  const doubtful: Extract<CellValue, { kind: 'number' }>[] = [];
  let keepsDigits = false;
  let asksForCalculation = false;

  return { take, finish };

  function take(packet: CellPacket | SheetPacket): void {
    if (packet.type === 'cells') {
      takeValues(packet);
      takeRows(packet);
      return;
    }
    const { name, hidden, merges, hiddenColumns, remarks } = packet;
    asksForCalculation ||= packet.asksForCalculation;
    const rows = orderRows(rowsBySheet.get(packet.sheet) ?? []);
    const sheet: SheetData = { name, hidden, rows, merges, hiddenColumns, ...(remarks.length > 0 ? { remarks } : {}) };
    dropCovered(sheet, notes, limits.mergeSteps);
    sheets.set(packet.sheet, sheet);
  }

  function takeValues(packet: CellPacket): void {
    formats.push(...packet.formats);
    const { texts, kinds, formatIds } = packet;
    for (let i = 0; i < texts.length; i++) {
      const code = kinds[i] as number;
      const format = formats[formatIds[i] as number] as string;
      const text = texts[i] as string;
      const kind = VALUE_KINDS[code] as SentKind;
      if (code >= KIND_CODES.rounded) {
        values.push(roundedNumber(text, format, kind === 'doubtful'));
        continue;
      }
      if (code === KIND_CODES.number && text.length > SURE_DIGITS) keepsDigits ||= !text.includes('.');
      values.push((format === '' ? { kind, text } : { kind, text, format }) as CellValue);
    }
  }

  function roundedNumber(text: string, format: string, isDoubtful: boolean): CellValue {
    const value = { kind: 'number' as const, text, rounded: true as const, ...(format === '' ? {} : { format }) };
    if (isDoubtful) doubtful.push(value);
    return value;
  }

  function takeRows(packet: CellPacket): void {
    if (!rowsBySheet.has(packet.sheet)) rowsBySheet.set(packet.sheet, []);
    const target = rowsBySheet.get(packet.sheet) as Row[];
    let at = 0;
    let nextFormula = 0;
    for (let i = 0; i < packet.rows.length; i++) {
      const encoded = packet.rows[i] as number;
      const row = encoded >> 1;
      const count = packet.counts[i] as number;
      const cells = new Array<SheetCell>(count);
      for (let j = 0; j < count; j++, at++) {
        const index = packet.values[at] as number;
        const cell: SheetCell = {
          row,
          column: packet.columns[at] as number,
          value: index === NO_VALUE ? null : (values[index] as CellValue),
        };
        if (packet.formulaCells[nextFormula] === at) {
          cell.formula = packet.formulas[nextFormula++] as string;
          results.take(cell, packet.sheet);
        }
        cells[j] = cell;
      }
      const last = target[target.length - 1];
      // A packet may end in the middle of a row.
      if (last && last.row === row) last.cells.push(...cells);
      else target.push({ row, hidden: (encoded & 1) === 1, cells });
    }
  }

  function finish(): { sheets: SheetData[]; notes: string[] } {
    values = [];
    // One long number with all its digits shows that the writer keeps them: then zeros at the end are zeros.
    if (keepsDigits) for (const value of doubtful) delete value.rounded;
    results.settle(sheets, asksForCalculation);
    return { sheets: [...sheets.entries()].sort((a, b) => a[0] - b[0]).map((entry) => entry[1]), notes };
  }
}

/** Rows and cells in order; a cell given twice counts as given last. Nearly always they are in order already. */
function orderRows(rows: Row[]): Row[] {
  let ordered = rows;
  if (!rows.every((row, i) => i === 0 || row.row > (rows[i - 1] as Row).row)) {
    const byNumber = new Map<number, Row>();
    for (const row of rows) {
      const same = byNumber.get(row.row);
      if (same) same.cells = same.cells.concat(row.cells);
      else byNumber.set(row.row, row);
    }
    ordered = [...byNumber.values()].sort((a, b) => a.row - b.row);
  }
  for (const row of ordered) {
    const { cells } = row;
    let sorted = true;
    for (let i = 1; i < cells.length && sorted; i++) {
      sorted = (cells[i] as SheetCell).column > (cells[i - 1] as SheetCell).column;
    }
    if (!sorted) {
      const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
      row.cells = [...byColumn.values()].sort((a, b) => a.column - b.column);
    }
  }
  return ordered;
}

/** Takes out the cells that a merge covers (Excel shows only its first cell) and says which of them held something. */
function dropCovered(sheet: SheetData, notes: string[], mostSteps: number): void {
  let steps = 0;
  let lost = 0;
  let firstLost = '';
  let touched = false;
  for (const merge of sheet.merges) {
    for (let i = firstRowFrom(sheet.rows, merge.top); i < sheet.rows.length; i++) {
      const row = sheet.rows[i] as Row;
      if (row.row > merge.bottom) break;
      steps += row.cells.length;
      if (steps > mostSteps) throw tooLarge(`表“${sheet.name}”的合并单元格互相重叠过多`);
      const covered = row.cells.find((cell) => isCovered(cell, merge));
      if (!covered) continue;
      const kept = row.cells.filter((cell) => !isCovered(cell, merge));
      if (firstLost === '') firstLost = cellAddress(covered.row, covered.column);
      lost += row.cells.length - kept.length;
      row.cells = kept;
      touched = true;
    }
  }
  if (touched) sheet.rows = sheet.rows.filter((row) => row.cells.length > 0);
  if (lost > 0) {
    notes.push(
      `表“${sheet.name}”有 ${lost} 个单元格（首个 ${firstLost}）被合并单元格盖住但仍有内容，屏幕上看不到，未读取。`,
    );
  }
}

function isCovered(cell: SheetCell, merge: CellRange): boolean {
  return (
    cell.column >= merge.left &&
    cell.column <= merge.right &&
    cell.row >= merge.top &&
    cell.row <= merge.bottom &&
    !(cell.row === merge.top && cell.column === merge.left)
  );
}

function firstRowFrom(rows: Row[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Row).row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
