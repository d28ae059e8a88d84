// A computed table in a Word document: caption and unit line above, header rows that repeat, rows that do not split.
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { headerCells, headerDepth } from '#shared/format/header-rows.ts';
import { footLines, tableCellText, unitLine } from '#shared/format/table-text.ts';
import { CELL_INSET_PX, fitColumns, needOf } from '#shared/print/fit-columns.ts';
import { mmToPx, ptToPx } from '#shared/print/paper.ts';
import { printColumn } from '#shared/print/tables-document.ts';
import { breakLines, labelPieces, shrinkScale } from '#shared/print/text-lines.ts';
import { isSumRow, type TableResult, type TableCell as Value } from '#shared/tables/table.ts';
import type { Captions } from './captions.ts';
import { fontOf, type Look, mmToTwips, STYLE } from './look.ts';

/** Smaller than this a table rather gets a page of its own across. */
const SMALLEST_COMFORTABLE_PT = 8;
/** A table of up to so many rows stays on one page. */
const ROWS_TOGETHER = 16;
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/** Column widths and type size of a table between margins `availableMm` apart. */
export function fitTable(table: TableResult, availableMm: number): TableFit {
  const needs = table.columns.map((column, at) => {
    const { width, oneLine } = printColumn(column);
    const texts = table.rows.map((row) => tableCellText(row.cells[at]));
    const whole = [...labelPieces(column.label), ...labelPieces(column.group ?? '')];
    // Room for a wider face than ours.
    return needOf({ width, oneLine, whole, texts: oneLine ? texts.map((text) => `${text}0`) : texts });
  });
  const { fontPt, widthsPx } = fitColumns(needs, mmToPx(availableMm));
  const widths = widthsPx.map((px) => (px * 25.4) / 96);
  const roomsEm = widthsPx.map((px) => (px - CELL_INSET_PX) / ptToPx(fontPt) + 1e-6);
  // The names of the rows take what is left, so that caption, unit and table have the same edges.
  const left = availableMm - widths.reduce((sum, width) => sum + width, 0);
  const name = table.columns.findIndex(({ kind, isNarrow }) => kind === 'text' && !isNarrow);
  return { fontPt, roomsEm, widthsMm: widths.map((width, index) => (index === name ? width + left : width)) };
}

/** Whether a table need not go on a wider page. */
export function isComfortable({ fontPt }: TableFit): boolean {
  return fontPt >= SMALLEST_COMFORTABLE_PT;
}

/** Widths with the page in mm. */
export interface TableFit {
  fontPt: number;
  widthsMm: number[];
  /** What each column gives its texts, in em. */
  roomsEm: number[];
}

interface TablePart {
  id: string;
  number: string;
  title: string;
  table: TableResult;
}

/** Caption, unit line, table and remarks. */
export function tableParagraphs(part: TablePart, fit: TableFit, captions: Captions, look: Look): (Paragraph | Table)[] {
  const { table } = part;
  const widths = fit.widthsMm.map(mmToTwips);
  const size = Math.round(fit.fontPt * 2);
  return [
    new Paragraph({ style: STYLE.caption, keepNext: true, children: captions.caption(part) }),
    new Paragraph({
      style: STYLE.unit,
      alignment: AlignmentType.RIGHT,
      keepNext: true,
      children: [new TextRun(unitLine(table))],
    }),
    new Table({
      alignment: AlignmentType.CENTER,
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders: BORDERS,
      margins: { left: 40, right: 40, top: 28, bottom: 28 },
      rows: [...headerRows(table, widths, size, look), ...bodyRows(table, widths, fit)],
    }),
    ...footLines(table).map((line) => new Paragraph({ style: STYLE.unit, children: [new TextRun(line)] })),
    new Paragraph({ style: STYLE.unit, children: [] }),
  ];
}

function cell(
  text: string,
  options: IParagraphOptions,
  run: { size: number; bold?: boolean; font?: string },
): Paragraph[] {
  const { font, ...rest } = run;
  const words = { ...rest, ...(font === undefined ? {} : { font: fontOf(font) }) };
  return text
    .split('\n')
    .map((line) => new Paragraph({ style: STYLE.cell, ...options, children: [new TextRun({ text: line, ...words })] }));
}

function headerRows(table: TableResult, widths: readonly number[], size: number, look: Look): TableRow[] {
  const cells = headerCells(table.columns);
  return Array.from({ length: headerDepth(table.columns) }, (_, row) => {
    const own = cells.filter((head) => head.row === row).sort((a, b) => a.column - b.column);
    return new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: own.map(
        (head) =>
          new TableCell({
            columnSpan: head.columnSpan,
            rowSpan: head.rowSpan,
            verticalAlign: VerticalAlign.CENTER,
            width: { size: sum(widths.slice(head.column, head.column + head.columnSpan)), type: WidthType.DXA },
            children: cell(head.label, { alignment: AlignmentType.CENTER }, { size, font: look.table.header }),
          }),
      ),
    });
  });
}

function bodyRows(table: TableResult, widths: readonly number[], fit: TableFit): TableRow[] {
  const isShort = table.rows.length <= ROWS_TOGETHER;
  return table.rows.map(
    ({ role, cells }, at) =>
      new TableRow({
        cantSplit: true,
        keepNext: at < table.rows.length - 1 && (isShort || role === 'heading'),
        children: table.columns.map(
          (column, index) =>
            new TableCell({
              verticalAlign: VerticalAlign.CENTER,
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: cell(
                tableCellText(cells[index]),
                { alignment: ALIGNMENTS[printColumn(column).align] },
                { size: sizeOf(cells[index], index, fit), ...(isSumRow({ role }) ? { bold: true } : {}) },
              ),
            }),
        ),
      }),
  );
}

/** Half points; a number wider than its column is set smaller, not broken. */
function sizeOf(value: Value | undefined, index: number, { fontPt, roomsEm }: TableFit): number {
  const room = roomsEm[index] ?? 1;
  return Math.max(2, Math.floor(fontPt * 2 * shrinkScale(breakLines(tableCellText(value), room), room)));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
