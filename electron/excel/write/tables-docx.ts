// Writes computed tables as a Word document (.docx), to be taken over into the plan's text. A document of tables needs
// little of the format, so it is written directly.

import { replaceFile } from '#electron/files/replace-file.ts';
import { type HeaderCell, headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { footLines, tableCellText, tablePaper, tableTitle, unitLine } from '#shared/format/table-text.ts';
import type { TableColumn, TableResult } from '#shared/tables/table.ts';
import { cellText } from './cell-text.ts';
import { zipFiles } from './patch/package.ts';
import { escapeXml } from './patch/xml.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** A4 and margins of handbook 5.1 in twentieths of a point. */
const SHORT = 11906;
const LONG = 16838;
const MARGIN = 1474;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** Writes the tables to `target` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function writeTablesDocument(target: string, tables: readonly TableResult[]): Promise<void> {
  await replaceFile(target, tablesDocument(tables));
}

/** The bytes of the document. */
export function tablesDocument(tables: readonly TableResult[]): Buffer {
  const widest = Math.max(1, ...tables.map((table) => table.columns.length));
  const isLandscape = tablePaper(widest).orientation === 'landscape';
  const [width, height] = isLandscape ? [LONG, SHORT] : [SHORT, LONG];
  const size = `<w:pgSz w:w="${width}" w:h="${height}"${isLandscape ? ' w:orient="landscape"' : ''}/>`;
  const margins = `<w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="851" w:footer="851" w:gutter="0"/>`;
  const body = tables.map((table) => tableXml(table, width - 2 * MARGIN)).join('');
  const document = `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr>${size}${margins}</w:sectPr></w:body></w:document>`;
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipFiles(
    new Map([
      [
        '[Content_Types].xml',
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      ['word/document.xml', document],
    ]),
  );
}

function run(text: string, options: { font: string; halfPoints: number; bold?: boolean }): string {
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${options.font}"/>`;
  const style = `<w:rPr>${fonts}${options.bold ? '<w:b/>' : ''}<w:sz w:val="${options.halfPoints}"/></w:rPr>`;
  const lines = cellText(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${style}${lines.join('<w:br/>')}</w:r>`;
}

function paragraph(content: string, align: 'left' | 'center' | 'right', keepNext = false): string {
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="0" w:after="0"/><w:jc w:val="${align}"/></w:pPr>${content}</w:p>`;
}

function tableXml(table: TableResult, available: number): string {
  const widths = columnTwips(table, available);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, index) => {
      const text = run(tableCellText(row.cells[index]), {
        font: '宋体',
        halfPoints: 21,
        bold: row.role !== 'item',
      });
      return cellXml(paragraph(text, column.kind === 'text' ? 'left' : 'right'), widths[index] ?? 0);
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  const layout = `<w:tblPr><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const foot = footLines(table).map((line) => paragraph(run(line, { font: '宋体', halfPoints: 18 }), 'left'));
  return [
    paragraph(run(tableTitle(table), { font: '黑体', halfPoints: 28 }), 'center', true),
    paragraph(run(unitLine(table), { font: '宋体', halfPoints: 21 }), 'right', true),
    `<w:tbl>${layout}<w:tblGrid>${grid}</w:tblGrid>${headerXml(table, widths)}${rows.join('')}</w:tbl>`,
    ...foot,
    paragraph('', 'left'),
  ].join('');
}

/** The column of names takes what the others leave. */
function columnTwips({ columns }: TableResult, available: number): number[] {
  const wide = Math.min(1500, Math.floor((available * 0.7) / Math.max(1, columns.length - 1)));
  const isName = ({ kind, isNarrow }: TableColumn): boolean => kind === 'text' && !isNarrow;
  const widths = columns.map((column) => (column.kind === 'amount' ? wide : Math.min(1000, wide)));
  const others = columns.reduce((sum, column, index) => sum + (isName(column) ? 0 : (widths[index] ?? 0)), 0);
  return columns.map((column, index) =>
    isName(column) ? Math.min(4200, available - others) : (widths[index] ?? wide),
  );
}

function cellXml(content: string, width: number, extra = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${extra}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

/** Header rows repeat on each page; merged cells go on as empty cells downwards and as one wide cell sideways. */
function headerXml(table: TableResult, widths: readonly number[]): string {
  const cells = headerCells(table.columns);
  const depth = headerDepth(table.columns);
  const rows = Array.from({ length: depth }, (_, row) => {
    const inRow = cells
      .filter((cell) => row >= cell.row && row < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column)
      .map((cell) => headerCellXml(cell, row, widths));
    return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${inRow.join('')}</w:tr>`;
  });
  return rows.join('');
}

function headerCellXml(cell: HeaderCell, row: number, widths: readonly number[]): string {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, part) => sum + part, 0);
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const isFirst = row === cell.row;
  const merge = cell.rowSpan > 1 ? (isFirst ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '';
  const text = isFirst ? run(cell.label, { font: '黑体', halfPoints: 21 }) : '';
  return cellXml(paragraph(text, 'center'), width, span + merge);
}
