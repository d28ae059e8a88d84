// Where all readers put what they find: counts it against the limits, keeps each different value once, packs and sends.
import { type CellRange, type CellRemark, cellAddress } from '#shared/sheet/sheet.ts';
import { describeBroken } from './broken-text.ts';
import type { ReadBudget } from './limits.ts';
import { type CellPacket, KIND_CODES, type SentKind, type SheetPacket } from './packet.ts';
import { damaged, type ReadError, tooLarge } from './read-error.ts';

export interface CellSink {
  readonly notes: string[];
  note(text: string): void;
  beginSheet(name: string, hidden: boolean): void;
  /** For formats that say so only after the cells. */
  hideSheet(): void;
  /** The file wants its formulas calculated when it is opened; to be said before the sheet ends. */
  askForCalculation(): void;
  /** One-based; rows may come in any order. */
  beginRow(row: number, hidden: boolean): void;
  /** Index of a value for `cell`; equal values mostly get the same index. */
  value(kind: SentKind, text: string, format?: string): number;
  /** One-based column; `value` NO_VALUE: a formula without result. */
  cell(column: number, value: number, formula?: string): void;
  /** Something to say of a cell of this row. */
  remark(column: number, code: string, message: string): void;
  endSheet(merges: CellRange[], hiddenColumns: Iterable<number>): void;
  /** Readers say how far they are, in bytes. */
  progress(done: number, total: number): void;
  /** Sends what is left; to be called once at the end. */
  flush(): void;
}

const PACKET_CELLS = 16_384;
/** Places for values that may come again; a newer value takes the place, so the table cannot eat the heap. */
const RECENT_VALUES = 1 << 13;
/** Remarks on the cells of one sheet that are kept one by one. */
const MOST_REMARKS = 2_000;

export function createCellSink(budget: ReadBudget, send: (packet: CellPacket | SheetPacket) => void): CellSink {
  const notes: string[] = [];
  const formatIds = new Map<string, number>();
  const recentTexts = new Array<string>(RECENT_VALUES).fill('');
  const recentSlots = new Int32Array(RECENT_VALUES).fill(-1);
  const recentIds = new Int32Array(RECENT_VALUES);
  let lastFormat = '';
  let lastFormatId = 0;
  let valueCount = 0;
  let cellCount = 0;
  let characters = 0;
  let sheet = -1;
  let sheetName = '';
  let sheetHidden = false;
  let sheetCount = 0;
  let asksForCalculation = false;
  let row = 0;
  let rowHidden = false;
  let rowCells = 0;
  let remarks: CellRemark[] = [];
  let moreRemarks = 0;
  /** Values with broken characters: what to say of them. */
  const broken = new Map<number, string>();
  /** Values that are too long for a cell; refused where a cell holds one, with its place. */
  const overlong = new Set<number>();
  /** The first value of these two: most books have none, and are asked a million times. */
  let firstOdd = Number.POSITIVE_INFINITY;
  let done = 0;
  let total = 0;

  let formats: string[] = [];
  let texts: string[] = [];
  const kinds = new Uint8Array(PACKET_CELLS);
  const valueFormats = new Uint16Array(PACKET_CELLS);
  let rows: number[] = [];
  let counts: number[] = [];
  const columns = new Uint16Array(PACKET_CELLS);
  const values = new Int32Array(PACKET_CELLS);
  let formulaCells: number[] = [];
  let formulas: string[] = [];
  let filled = 0;

  return {
    notes,
    note,
    beginSheet,
    hideSheet,
    askForCalculation,
    beginRow,
    value,
    cell,
    remark,
    endSheet,
    progress,
    flush,
  };

  function note(text: string): void {
    if (!notes.includes(text)) notes.push(text);
  }

  function beginSheet(name: string, hidden: boolean): void {
    if (++sheetCount > budget.sheets) throw tooLarge(`工作表超过 ${budget.sheets} 张`);
    sheet = sheetCount - 1;
    sheetName = name;
    sheetHidden = hidden;
    row = 0;
    remarks = [];
    moreRemarks = 0;
  }

  function hideSheet(): void {
    sheetHidden = true;
  }

  function askForCalculation(): void {
    asksForCalculation = true;
  }

  function beginRow(next: number, hidden: boolean): void {
    closeRow();
    if (!(next >= 1 && next <= budget.rows)) throw damaged(`表“${sheetName}”的行号 ${next} 超出范围`);
    row = next;
    rowHidden = hidden;
  }

  function closeRow(): void {
    if (rowCells > 0) {
      rows.push(row * 2 + (rowHidden ? 1 : 0));
      counts.push(rowCells);
    }
    rowCells = 0;
  }

  function value(kind: SentKind, text: string, format = ''): number {
    const formatId = idOfFormatUsed(format);
    const slot = formatId * 8 + KIND_CODES[kind];
    const place = placeOf(text, slot);
    if (recentTexts[place] === text && recentSlots[place] === slot) return recentIds[place] as number;
    const fault = kind === 'number' ? null : describeBroken(text);
    if (fault !== null) {
      // Never shared: the same words without the fault are another value.
      broken.set(valueCount, fault.message);
      firstOdd = Math.min(firstOdd, valueCount);
      return addValue(kind, fault.text, formatId);
    }
    recentTexts[place] = text;
    recentSlots[place] = slot;
    recentIds[place] = valueCount;
    return addValue(kind, text, formatId);
  }

  function idOfFormatUsed(format: string): number {
    if (format !== lastFormat) {
      lastFormatId = format === '' ? 0 : idOfFormat(format);
      lastFormat = format;
    }
    return lastFormatId;
  }

  function addValue(kind: SentKind, text: string, formatId: number): number {
    countCharacters(text.length);
    if (text.length > budget.cellCharacters) {
      overlong.add(valueCount);
      firstOdd = Math.min(firstOdd, valueCount);
    }
    if (texts.length === PACKET_CELLS) flush();
    kinds[texts.length] = KIND_CODES[kind];
    valueFormats[texts.length] = formatId;
    texts.push(text);
    return valueCount++;
  }

  function countCharacters(count: number): void {
    characters += count;
    if (characters > budget.characters) throw tooLarge(`文字总量超过 ${Math.round(budget.characters / 10_000)} 万字`);
  }

  function idOfFormat(format: string): number {
    const found = formatIds.get(format);
    if (found !== undefined) return found;
    const id = formatIds.size + 1;
    if (id > 0xffff) throw tooLarge('数字格式超过 65535 种');
    formatIds.set(format, id);
    formats.push(format);
    return id;
  }

  function cell(column: number, valueIndex: number, formula?: string): void {
    if (!(column >= 1 && column <= budget.columns)) throw damaged(`表“${sheetName}”第 ${row} 行的列号超出范围`);
    if (++cellCount > budget.cells) throw tooLarge(`有内容的单元格超过 ${Math.round(budget.cells / 10_000)} 万个`);
    if (firstOdd <= valueIndex && overlong.has(valueIndex)) throw overlongCell(column);
    if (filled === PACKET_CELLS) flush();
    columns[filled] = column;
    values[filled] = valueIndex;
    if (formula !== undefined) {
      if (formula.length > budget.cellCharacters) throw overlongCell(column);
      countCharacters(formula.length);
      formulaCells.push(filled);
      formulas.push(formula);
    }
    filled++;
    rowCells++;
    const fault = firstOdd <= valueIndex ? broken.get(valueIndex) : undefined;
    if (fault !== undefined) remark(column, 'text-broken', fault);
  }

  function overlongCell(column: number): ReadError {
    const place = `表“${sheetName}”的 ${cellAddress(row, column)}`;
    return tooLarge(`${place} 一格里的文字超过 ${budget.cellCharacters.toLocaleString('en-US')} 字`);
  }

  function remark(column: number, code: string, message: string): void {
    if (remarks.length < MOST_REMARKS) remarks.push({ row, column, code, message });
    else moreRemarks++;
  }

  function endSheet(merges: CellRange[], hiddenColumns: Iterable<number>): void {
    flush();
    if (moreRemarks > 0) note(`表“${sheetName}”还有 ${moreRemarks} 个单元格有同样的问题，没有逐个列出。`);
    send({
      type: 'sheet',
      sheet,
      name: sheetName,
      hidden: sheetHidden,
      merges,
      hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
      remarks,
      asksForCalculation,
    });
  }

  function progress(nowDone: number, nowTotal: number): void {
    done = nowDone;
    total = nowTotal;
  }

  function flush(): void {
    closeRow();
    if (filled === 0 && texts.length === 0) return;
    send({
      type: 'cells',
      formats,
      texts,
      kinds: kinds.slice(0, texts.length),
      formatIds: valueFormats.slice(0, texts.length),
      sheet: Math.max(0, sheet),
      rows: Int32Array.from(rows),
      counts: Int32Array.from(counts),
      columns: columns.slice(0, filled),
      values: values.slice(0, filled),
      formulaCells: Int32Array.from(formulaCells),
      formulas,
      done,
      total,
    });
    formats = [];
    texts = [];
    rows = [];
    counts = [];
    formulaCells = [];
    formulas = [];
    filled = 0;
  }
}

/** The remark about files that lie inside the file: a sheet or a document that was inserted as an object. */
export function embeddedNote(count: number): string {
  return `表里嵌有 ${count} 个对象（如另一张表或文档），其中的内容没有读取。`;
}

/** A cheap hash of the first and last characters: a Map of all texts took half of the reading time. */
function placeOf(text: string, slot: number): number {
  const length = text.length;
  let hash = slot * 31 + length;
  const head = length < 16 ? length : 16;
  for (let i = 0; i < head; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  for (let i = length < 24 ? head : length - 8; i < length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & (RECENT_VALUES - 1);
}
