// OpenDocument spreadsheets (.ods, flat .fods): repeated rows and cells are written out only where they hold something.
import type { CellRange } from '#shared/sheet/sheet.ts';
import type { CellSink } from './cell-sink.ts';
import type { ReadBudget } from './limits.ts';
import { createOdsCell } from './ods-cell.ts';
import { createOdsStyles } from './ods-styles.ts';
import { damaged, notAWorkbook, ReadError, tooLarge } from './read-error.ts';
import { createXmlScanner, type XmlHandler, type XmlScanner } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';
import type { ZipArchive } from './zip.ts';

const PIECE = 256 * 1024;

export async function readOds(zip: ZipArchive, sink: CellSink, budget: ReadBudget): Promise<void> {
  if (zip.has('encrypted-package') || (await isEncryptedPackage(zip))) {
    throw new ReadError('encrypted', '文件设了打开密码，无法读取。请打开后去掉密码另存，再导入。');
  }
  const total = zip.size('content.xml');
  const scanner = createXmlScanner(createOdsHandler(sink, budget), budget);
  let done = 0;
  for await (const piece of zip.pieces('content.xml')) {
    scanner.push(piece);
    done += piece.length;
    sink.progress(done, total);
  }
  scanner.end();
}

/** The same document as one XML file. */
export function readFlatOds(bytes: Buffer, sink: CellSink, budget: ReadBudget): void {
  const scanner = createXmlScanner(createOdsHandler(sink, budget), budget);
  for (let at = 0; at < bytes.length; at += PIECE) scanner.push(bytes.subarray(at, at + PIECE));
  scanner.end();
}

/** Whether an OpenDocument package has enciphered parts. */
export async function isEncryptedPackage(zip: ZipArchive): Promise<boolean> {
  let found = false;
  if (!zip.has('META-INF/manifest.xml')) return found;
  const scanner = createXmlScanner({
    open(name) {
      if (name === 'encryption-data') found = true;
    },
    close() {},
  });
  try {
    for await (const piece of zip.pieces('META-INF/manifest.xml')) scanner.push(piece);
  } catch (error) {
    // Some producers give the manifest a DTD; the list of parts is not needed for anything else.
    if (!(error instanceof ReadError) || error.code !== 'damaged') throw error;
  }
  return found;
}

interface RowCell {
  column: number;
  value: number;
  formula: string | undefined;
}

function createOdsHandler(sink: CellSink, budget: ReadBudget): XmlHandler {
  const styles = createOdsStyles();
  const cell = createOdsCell(sink, styles);
  let merges: CellRange[] = [];
  let hiddenColumns = new Set<number>();
  let columnAt = 1;
  let rowAt = 1;
  let rowRepeat = 1;
  let rowHidden = false;
  let rowCells: RowCell[] = [];
  let cellAt = 1;
  let cellRepeat = 1;
  let tableDepth = 0;
  let inCell = false;

  return { open, close };

  function open(name: string, tag: XmlTag, scanner: XmlScanner): void {
    if (scanner.depth === 3 && isOtherDocument(name)) {
      throw notAWorkbook('内容是文字或演示文档，不是表格');
    }
    if (tableDepth === 0) {
      if (name === 'table' && scanner.depth === 4) openTable(tag, scanner.depth);
      else styles.open(name, tag, scanner);
      return;
    }
    if (inCell) {
      cell.inside(name, tag, scanner);
      return;
    }
    switch (name) {
      case 'table-column':
        openColumn(tag);
        return;
      case 'table-row':
        rowRepeat = repeat(tag, 'table:number-rows-repeated');
        rowHidden = isHidden(tag);
        rowCells = [];
        cellAt = 1;
        return;
      case 'table-cell':
      case 'covered-table-cell':
        cellRepeat = repeat(tag, 'table:number-columns-repeated');
        inCell = true;
        cell.begin(tag, name === 'covered-table-cell', scanner);
        if (name === 'table-cell') addMerge(tag);
        return;
    }
  }

  function close(name: string, scanner: XmlScanner): void {
    if (tableDepth === 0) {
      styles.close(name, scanner);
      return;
    }
    if (inCell) {
      if (name === 'table-cell' || name === 'covered-table-cell') closeCell(scanner);
      else cell.leave(name, scanner);
      return;
    }
    if (name === 'table-row') closeRow();
    else if (name === 'table' && scanner.depth === tableDepth - 1) {
      sink.endSheet(merges, hiddenColumns);
      tableDepth = 0;
    }
  }

  function openTable(tag: XmlTag, depth: number): void {
    tableDepth = depth;
    sink.beginSheet(tag.local('name') ?? '', styles.isHiddenTable(tag.local('style-name') ?? ''));
    merges = [];
    hiddenColumns = new Set();
    columnAt = 1;
    rowAt = 1;
  }

  function openColumn(tag: XmlTag): void {
    const next = columnAt + repeat(tag, 'table:number-columns-repeated');
    if (isHidden(tag)) for (let i = columnAt; i < Math.min(next, budget.columns + 1); i++) hiddenColumns.add(i);
    columnAt = next;
  }

  function closeCell(scanner: XmlScanner): void {
    inCell = false;
    const { value, formula } = cell.end(scanner);
    if (value >= 0 || formula !== undefined) {
      if (rowCells.length + cellRepeat > budget.columns) throw damaged(`第 ${rowAt} 行的单元格超出表格范围`);
      for (let i = 0; i < cellRepeat; i++) rowCells.push({ column: cellAt + i, value, formula });
    }
    cellAt += cellRepeat;
  }

  /** A repeated row with content is written out row by row; the sink counts its cells against the limit. */
  function closeRow(): void {
    if (rowCells.length > 0) {
      for (let i = 0; i < rowRepeat; i++) {
        sink.beginRow(rowAt + i, rowHidden);
        for (const { column, value, formula } of rowCells) sink.cell(column, value, formula);
      }
    }
    rowAt += rowRepeat;
  }

  function addMerge(tag: XmlTag): void {
    const across = repeat(tag, 'table:number-columns-spanned');
    const down = repeat(tag, 'table:number-rows-spanned');
    if (across === 1 && down === 1) return;
    if (merges.length >= budget.merges) throw tooLarge(`合并单元格超过 ${budget.merges} 处`);
    merges.push({ top: rowAt, left: cellAt, bottom: rowAt + down - 1, right: cellAt + across - 1 });
  }
}

function isOtherDocument(name: string): boolean {
  return name === 'text' || name === 'presentation' || name === 'drawing' || name === 'chart';
}

function isHidden(tag: XmlTag): boolean {
  const visibility = tag.word('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

function repeat(tag: XmlTag, name: string): number {
  const text = tag.word(name);
  return text !== undefined && /^[1-9]\d{0,7}$/.test(text) ? Number(text) : 1;
}
