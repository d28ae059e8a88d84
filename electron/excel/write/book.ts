// Builds an .xlsx in memory with exceljs' streaming writer (measured: 2.8 times faster than its document model at
// 3,721 rows, with 40 % of the memory) and writes it in one step. exceljs is loaded on first use: that costs 0.4 s.
import { PassThrough } from 'node:stream';
import type { stream as ExcelStream, PageSetup, Worksheet, WorksheetView } from 'exceljs';
import { replaceFile } from '#electron/files/replace-file.ts';
import { sheetName } from './cell-text.ts';
import { cutNotes, cutsOf } from './put-text.ts';

type WorkbookWriter = ExcelStream.xlsx.WorkbookWriter;

export interface Paper {
  size: 'A3' | 'A4';
  orientation: 'portrait' | 'landscape';
}

export interface SheetOptions {
  name: string;
  paper: Paper;
  /** Column widths in characters. */
  widths: number[];
  /** Columns and rows that stay in sight; 0 for none. */
  frozen: { columns: number; rows: number };
  /** Header rows repeated on each page, one-based; null for none. */
  titleRows: [number, number] | null;
  hidden?: boolean;
}

export interface Book {
  addSheet(options: SheetOptions): Worksheet;
}

/** OOXML paper numbers. */
const PAPER_NUMBER = { A3: 8, A4: 9 } as const;
const MARGINS = { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/**
 * Fills a new workbook and writes it to `target`; the target changes only once everything has succeeded. `code` is the
 * 校验码 that stands at the foot of every printed page ('' for none). Returns what could not be written whole, in Chinese.
 */
export async function writeBook(target: string, fill: (book: Book) => void, code = ''): Promise<string[]> {
  const { bytes, notes } = await renderBook(fill, code);
  await replaceFile(target, bytes);
  return notes;
}

/** The bytes of a new workbook. Rows must be committed in order (`row.commit()`). */
export async function renderBook(fill: (book: Book) => void, code = ''): Promise<{ bytes: Buffer; notes: string[] }> {
  const { default: ExcelJS } = await import('exceljs');
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: true });
  writer.creator = '衔接规划工作台';
  writer.lastModifiedBy = '衔接规划工作台';
  const used = new Set<string>();
  const sheets: { sheet: Worksheet; wanted: string }[] = [];
  fill({
    addSheet(options) {
      const sheet = addSheet(writer, { ...options, name: sheetName(options.name, used) }, code);
      sheets.push({ sheet, wanted: options.name });
      return sheet;
    },
  });
  await writer.commit();
  const renamed = sheets.filter(({ sheet, wanted }) => sheet.name !== wanted);
  const notes = [
    ...renamed.map(({ sheet, wanted }) => renamedNote(wanted, sheet.name)),
    ...cutNotes(sheets.flatMap(({ sheet }) => cutsOf(sheet))),
  ];
  return { bytes: Buffer.concat(chunks), notes };
}

function renamedNote(wanted: string, name: string): string {
  return `工作表“${wanted}”的名称 Excel 不能用（不超过 31 字、不重名、不含 \\ / ? * [ ] : '），写成了“${name}”。`;
}

function addSheet(writer: WorkbookWriter, options: SheetOptions, code: string): Worksheet {
  const { frozen, paper } = options;
  const view: Partial<WorksheetView> =
    frozen.columns + frozen.rows > 0
      ? { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: false }
      : { showGridLines: false };
  const pageSetup: Partial<PageSetup> = {
    paperSize: PAPER_NUMBER[paper.size] as number,
    orientation: paper.orientation,
    fitToPage: true,
    fitToWidth: 1,
    // 0 pages high: as many as it takes.
    fitToHeight: 0,
    horizontalCentered: true,
    margins: MARGINS,
    ...(options.titleRows ? { printTitlesRow: options.titleRows.join(':') } : {}),
  };
  const sheet = writer.addWorksheet(options.name, {
    views: [view],
    pageSetup,
    headerFooter: { oddFooter: `&C第 &P 页 共 &N 页${code === '' ? '' : `&R&7${code}`}` },
    ...(options.hidden ? { state: 'hidden' as const } : {}),
  });
  // exceljs takes 9 for its own default and leaves that width out of the file (findings/exceljs-width-nine.sh).
  sheet.columns = options.widths.map((width) => ({ width: width === 9 ? 9.01 : width }));
  return sheet;
}
