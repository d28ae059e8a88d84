// A computed table for the clipboard: as text, which Excel takes cell by cell, and as HTML, which Word and WPS take with
// its merged header and lines.

import { headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { footLines, tableCellText, tableTitle, unitLine } from '#shared/format/table-text.ts';
import { isSumRow, type TableCell, type TableResult } from '#shared/tables/table.ts';
import { escapeHtml } from '#shared/values/escape-html.ts';
import { wanText } from '#shared/values/money.ts';
import { formatTsv } from '../projects/clipboard/tsv.ts';

/** Title, unit, header, rows, foot; amounts are plain numbers as the table shows them. */
export function tableText(table: TableResult): string {
  const plain = (cell: TableCell): string =>
    cell.kind === 'amount' ? (cell.shown?.digits ?? wanText(cell.fen)) : tableCellText(cell);
  const header = table.columns.map((column) => (column.group ? `${column.group} ${column.label}` : column.label));
  return formatTsv([
    [tableTitle(table)],
    ...[unitLine(table)].filter((line) => line !== '').map((line) => [line]),
    header,
    ...table.rows.map((row) => row.cells.map(plain)),
    ...footLines(table).map((line) => [line]),
  ]);
}

const BORDER = 'border:0.5pt solid #000;padding:2pt 4pt';

/** The same as a table of a document. */
export function tableMarkup(table: TableResult): string {
  const heads = headerCells(table.columns);
  const head = Array.from({ length: headerDepth(table.columns) }, (_, line) => {
    const cells = heads
      .filter((cell) => cell.row === line)
      .map(
        ({ label, rowSpan, columnSpan }) =>
          `<th rowspan="${rowSpan}" colspan="${columnSpan}" style="${BORDER}">${escapeHtml(label)}</th>`,
      );
    return `<tr>${cells.join('')}</tr>`;
  });
  const body = table.rows.map((row) => {
    const weight = isSumRow(row) ? ';font-weight:bold' : '';
    const cells = row.cells.map((cell) => {
      const align = cell.kind === 'text' ? 'left' : 'right';
      const text = escapeHtml(tableCellText(cell));
      return `<td style="${BORDER};text-align:${align}${weight}">${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    `<p style="text-align:center"><b>${escapeHtml(tableTitle(table))}</b></p>`,
    unitLine(table) === '' ? '' : `<p style="text-align:right">${unitLine(table)}</p>`,
    `<table style="border-collapse:collapse">${head.join('')}${body.join('')}</table>`,
    ...footLines(table).map((line) => `<p>${escapeHtml(line)}</p>`),
  ].join('');
}
