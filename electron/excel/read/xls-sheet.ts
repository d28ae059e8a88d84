// One worksheet of BIFF8: cell records as they come; sizes and counts that the file states are not believed.
import type { CellRange } from '#shared/sheet/sheet.ts';
import { biffFormulaText } from './biff-formula.ts';
import {
  BIFF,
  BIFF_ERRORS,
  type BiffRecord,
  createTextReader,
  recordAt,
  rkNumber,
  withContinues,
} from './biff-records.ts';
import type { CellSink } from './cell-sink.ts';
import { createCellWriter } from './cell-writer.ts';
import type { ReadBudget } from './limits.ts';
import { NO_VALUE } from './packet.ts';
import { assertInTime, damaged, tooLarge } from './read-error.ts';
import type { XlsBook } from './xls.ts';
import { GENERAL } from './xlsx-styles.ts';

/** Among the flags of a formula. */
const CALCULATE_ON_LOAD = 2;

/** A formula cell is complete only after the records behind it: shared formula, text result. */
interface OpenFormula {
  row: number;
  column: number;
  tokens: Buffer;
  value: number;
  awaitsText: boolean;
}

export function readXlsSheet(
  stream: Buffer,
  start: number,
  name: string,
  book: XlsBook,
  sink: CellSink,
  budget: ReadBudget,
): void {
  const writer = createCellWriter(sink, book.epoch1904);
  const merges: CellRange[] = [];
  const hiddenColumns = new Set<number>();
  const hiddenRows = new Set<number>();
  /** Tokens of shared and array formulas by the cell that begins them. */
  const groups = new Map<number, Buffer>();
  let open: OpenFormula | null = null;
  let row = -1;
  let depth = 0;
  let count = 0;

  const first = recordAt(stream, start);
  if (first?.type !== BIFF.bof) throw damaged(`表“${name}”的位置不对`);
  let next = start;
  for (let record = recordAt(stream, next); record; record = recordAt(stream, next)) {
    next = record.next;
    if ((++count & 0xfff) === 0) {
      assertInTime(budget);
      sink.progress(next, stream.length);
    }
    if (record.type === BIFF.bof) depth++;
    else if (record.type === BIFF.eof) {
      if (--depth === 0) break;
    } else if (depth === 1) {
      if (record.type === BIFF.string) next = takeText(record);
      else if (record.type === BIFF.sharedFormula || record.type === BIFF.array) takeGroup(record);
      else {
        closeFormula();
        takeRecord(record);
      }
    }
  }
  closeFormula();
  if (depth > 0) throw damaged(`表“${name}”不完整`);
  sink.endSheet(merges, hiddenColumns);

  function takeRecord({ type, data }: BiffRecord): void {
    switch (type) {
      case BIFF.row:
        if (data.length >= 14 && (data.readUInt16LE(12) & 0x20) !== 0) hiddenRows.add(data.readUInt16LE(0));
        break;
      case BIFF.columnInfo:
        if ((data.readUInt16LE(8) & 1) !== 0) {
          const last = Math.min(255, data.readUInt16LE(2));
          for (let i = data.readUInt16LE(0); i <= last; i++) hiddenColumns.add(i + 1);
        }
        break;
      case BIFF.number:
        put(data, writer.double(data.readDoubleLE(6), styleOf(data, 4)));
        break;
      case BIFF.rk:
        put(data, writer.double(rkNumber(data.readInt32LE(6)), styleOf(data, 4)));
        break;
      case BIFF.mulRk:
        for (let at = 4; at + 8 <= data.length; at += 6) {
          const value = writer.double(rkNumber(data.readInt32LE(at + 2)), styleOf(data, at));
          putAt(data.readUInt16LE(0), data.readUInt16LE(2) + (at - 4) / 6, value);
        }
        break;
      case BIFF.labelSst:
        put(data, sharedText(data.readUInt32LE(6)));
        break;
      case BIFF.label:
      case BIFF.rString:
        put(data, writer.text(createTextReader([data.subarray(8)]).text(data.readUInt16LE(6))));
        break;
      case BIFF.boolErr:
        put(data, data[7] === 1 ? errorValue(data[6]) : booleanValue(data[6]));
        break;
      case BIFF.formula:
        openFormula(data);
        break;
      case BIFF.mergeCells:
        takeMerges(data);
        break;
      case BIFF.uncalculated:
        sink.askForCalculation();
        break;
    }
  }

  function styleOf(data: Buffer, at: number) {
    return book.styles[data.readUInt16LE(at)] ?? GENERAL;
  }

  function sharedText(index: number): number {
    const value = book.strings[index];
    if (value === undefined) throw damaged(`表“${name}”引用了不存在的文字`);
    return value;
  }

  function booleanValue(byte: number | undefined): number {
    return sink.value('boolean', byte ? 'TRUE' : 'FALSE');
  }

  function errorValue(byte: number | undefined): number {
    return sink.value('error', BIFF_ERRORS[byte ?? 42] ?? '#N/A');
  }

  function put(data: Buffer, value: number): void {
    if (value !== NO_VALUE) putAt(data.readUInt16LE(0), data.readUInt16LE(2), value);
  }

  function putAt(atRow: number, column: number, value: number, formula?: string): void {
    if (atRow !== row) {
      row = atRow;
      sink.beginRow(row + 1, hiddenRows.has(row));
    }
    sink.cell(column + 1, value, formula);
  }

  function openFormula(data: Buffer): void {
    const tokens = data.subarray(22, 22 + data.readUInt16LE(20));
    if ((data.readUInt16LE(14) & CALCULATE_ON_LOAD) !== 0) sink.askForCalculation();
    open = { row: data.readUInt16LE(0), column: data.readUInt16LE(2), tokens, value: NO_VALUE, awaitsText: false };
    if (data.readUInt16LE(12) !== 0xffff) {
      open.value = writer.double(data.readDoubleLE(6), styleOf(data, 4));
      return;
    }
    const kind = data[6];
    if (kind === 0) open.awaitsText = true;
    else if (kind === 1) open.value = booleanValue(data[8]);
    else if (kind === 2) open.value = errorValue(data[8]);
    else if (kind === 3) open.value = sink.value('text', '');
  }

  /** The text result of the formula before; it may run on into CONTINUE records. */
  function takeText(record: BiffRecord): number {
    const { pieces, next: behind } = withContinues(stream, record);
    if (open?.awaitsText) {
      const reader = createTextReader(pieces);
      open.value = sink.value('text', reader.text(reader.u16()));
    }
    return behind;
  }

  function takeGroup({ type, data }: BiffRecord): void {
    const top = data.readUInt16LE(0);
    const left = data[4] as number;
    const tokensAt = type === BIFF.sharedFormula ? 8 : 12;
    groups.set(top * 256 + left, data.subarray(tokensAt + 2, tokensAt + 2 + data.readUInt16LE(tokensAt)));
  }

  function closeFormula(): void {
    if (open === null) return;
    const { row: atRow, column, tokens, value } = open;
    open = null;
    putAt(atRow, column, value, biffFormulaText(groupTokens(tokens) ?? tokens, { row: atRow, column }, book.names));
  }

  /** A member of a group only points to the cell where the group begins. */
  function groupTokens(tokens: Buffer): Buffer | undefined {
    if (tokens.length < 5 || tokens[0] !== 0x01) return undefined;
    return groups.get(tokens.readUInt16LE(1) * 256 + tokens.readUInt16LE(3));
  }

  function takeMerges(data: Buffer): void {
    for (let at = 2; at + 8 <= data.length; at += 8) {
      const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => data.readUInt16LE(at + offset) + 1) as [
        number,
        number,
        number,
        number,
      ];
      if (merges.length >= budget.merges) throw tooLarge(`表“${name}”的合并单元格超过 ${budget.merges} 处`);
      if (top <= bottom && left <= right) merges.push({ top, left, bottom, right });
    }
  }
}
