// What the user should know about a table as a whole: doubtful headers, columns left aside, hidden parts, merged amounts.

import { cellAddress, columnLetters } from '../sheet/sheet.ts';
import { cellText, type SheetView } from '../sheet/sheet-view.ts';
import { cellRemarks } from './cell-remarks.ts';
import { isAmountKey } from './column-uses.ts';
import { droppedColumns } from './dropped-columns.ts';
import { isGuideRow } from './guide-rows.ts';
import { isFigure } from './header-cell.ts';
import { headerText } from './match-header.ts';
import type { ImportProblem } from './preview.ts';
import type { FoundTable, ReadColumn } from './reading.ts';

type Remark = Omit<ImportProblem, 'sheet'>;
const CERTAIN = 0.8;

export function remarksOn(
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  /** Columns left aside until a question about them is answered, which says enough. */
  dropped: ReadonlySet<ReadColumn>,
  isList: boolean,
): Remark[] {
  const kept = columns.filter((column) => !dropped.has(column));
  return [
    ...headerRemarks(view, table, kept),
    ...droppedColumns(view, table, kept, isList),
    ...guideRemarks(view, table),
    ...besideRemarks(view, table, columns),
    ...hiddenRemarks(view, table, columns),
    ...mergedAmounts(view, table, columns),
    ...readerRemarks(view, table, columns),
  ];
}

/** True for a place in the header or the body of a table. */
export function isInTable(
  table: Pick<FoundTable, 'headerTop' | 'lastRow' | 'left' | 'right'>,
  { row, column }: { row: number; column: number },
): boolean {
  return row >= table.headerTop && row <= table.lastRow && column >= table.left && column <= table.right;
}

function readerRemarks(view: SheetView, table: FoundTable, columns: readonly ReadColumn[]): Iterable<Remark> {
  const headers = new Map(columns.map((column) => [column.column, column.header]));
  return cellRemarks(
    view.sheet,
    (remark) => isInTable(table, remark),
    (column) => headers.get(column) ?? '',
  );
}

function headerRemarks(view: SheetView, table: FoundTable, columns: readonly ReadColumn[]): Remark[] {
  const sheet = view.sheet.name;
  return columns.flatMap((column): Remark[] => {
    const at = { cell: cellAddress(table.headerBottom, column.column), raw: column.header };
    const place = `“${sheet}”${column.letter} 列“${headerText(column)}”`;
    if (column.key !== null && column.confidence < CERTAIN && !/^(?:sum|serial|period:year)/.test(column.key)) {
      const message = `${place}的表头不太确定，${column.reason}，请核对这一列的对应关系。`;
      return [{ level: 'warning', code: 'header-uncertain', ...at, message, proposal: column.key }];
    }
    return [];
  });
}

/** Rows of instructions under the header are no projects; that they were passed over is said. */
function guideRemarks(view: SheetView, table: FoundTable): Remark[] {
  const remarks: Remark[] = [];
  for (let row = table.headerTop; row <= table.headerBottom; row += 1) {
    const entry = view.rowAt(row);
    if (!entry || table.headerRows.includes(row) || !isGuideRow(entry)) continue;
    const cell = entry.cells.find((one) => cellText(one).trim() !== '') ?? entry.cells[0];
    const raw = cellText(cell).trim();
    const message = `“${view.sheet.name}”第 ${row} 行（${raw.slice(0, 20)}……）是填写说明，不是项目，没有导入。`;
    remarks.push({
      level: 'info',
      code: 'row-guide',
      cell: cellAddress(row, cell?.column ?? 1),
      raw,
      message,
      proposal: '',
    });
  }
  return remarks;
}

/** A figure in a header row heads nothing: somebody's check sum, which is told and left. */
function besideRemarks(view: SheetView, table: FoundTable, columns: readonly ReadColumn[]): Remark[] {
  const remarks: Remark[] = [];
  for (const row of table.headerRows) {
    for (const cell of view.rowAt(row)?.cells ?? []) {
      if (!isFigure(cell) || !columns.some(({ column }) => column === cell.column)) continue;
      const address = cellAddress(row, cell.column);
      const raw = cellText(cell).trim();
      const message = `“${view.sheet.name}”表头行里的 ${address} 是一个数“${raw}”，不是表头，没有读取。`;
      remarks.push({ level: 'info', code: 'figure-beside', cell: address, raw, message, proposal: '' });
    }
  }
  return remarks;
}

function hiddenRemarks(view: SheetView, table: FoundTable, columns: readonly ReadColumn[]): Remark[] {
  const { sheet } = view;
  const remarks: Remark[] = [];
  const hidden = sheet.rows
    .filter((row) => row.hidden && row.row >= table.firstRow && row.row <= table.lastRow)
    .map((row) => row.row);
  if (hidden.length > 0) {
    const list = `${hidden.slice(0, 10).join('、')}${hidden.length > 10 ? ' 等' : ''}`;
    const message = `“${sheet.name}”第 ${list} 行是隐藏行或被筛选掉的行，共 ${hidden.length} 行，也已读取。不需要时请在导入前去掉。`;
    remarks.push({
      level: 'info',
      code: 'hidden-rows',
      cell: cellAddress(hidden[0] ?? 1, table.left),
      raw: '',
      message,
      proposal: '',
    });
  }
  const inside = new Set(columns.map((column) => column.column));
  const letters = sheet.hiddenColumns.filter((column) => inside.has(column)).map(columnLetters);
  if (letters.length > 0) {
    const message = `“${sheet.name}”的 ${letters.join('、')} 列是隐藏列，也已读取。`;
    remarks.push({
      level: 'info',
      code: 'hidden-columns',
      cell: `${letters[0]}${table.headerBottom}`,
      raw: '',
      message,
      proposal: '',
    });
  }
  return remarks;
}

/** An amount merged over several rows counts once, in the first: it is never filled down. */
function mergedAmounts(view: SheetView, table: FoundTable, columns: readonly ReadColumn[]): Remark[] {
  const amounts = new Map(columns.filter((column) => isAmountKey(column.key)).map((column) => [column.column, column]));
  return view.sheet.merges.flatMap((range): Remark[] => {
    const column = amounts.get(range.left);
    const raw = cellText(view.cellAt(range.top, range.left));
    if (
      !column ||
      range.bottom === range.top ||
      range.top < table.firstRow ||
      table.repeatedRows.has(range.top) ||
      range.top > table.lastRow ||
      !/\d/.test(raw)
    )
      return [];
    const cell = cellAddress(range.top, range.left);
    const message = `“${view.sheet.name}”第 ${range.top}—${range.bottom} 行的“${column.header}”（${cell}）是一个合并格“${raw}”，只计入第 ${range.top} 行，其余各行留空，请核实怎样分摊。`;
    return [{ level: 'warning', code: 'merged-amount', cell, raw, message, proposal: '' }];
  });
}
