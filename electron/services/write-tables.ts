// Computed tables as a file of their own: .xlsx, .docx or .pdf by the ending.
import { writeTables } from '#electron/excel/write/tables.ts';
import { layOut } from '#shared/print/layout.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { tablesDocument } from '#shared/print/tables-document.ts';
import type { TableResult } from '#shared/tables/table.ts';

/** Turns a self-contained page into a PDF file. */
export type PdfPrinter = (html: string, target: string) => Promise<void>;

export interface TablesFile {
  region: string;
  title: string;
  tables: readonly TableResult[];
  /** 校验码; '' for tables that are of no workbook. */
  code?: string;
  paper?: 'A3' | 'A4';
}

/** Returns what could not be written whole. Throws AppError `cannot-write` or `disk-full`. */
export async function writeTablesFile(
  target: string,
  { region, title, tables, code = '', paper = 'A4' }: TablesFile,
  printPdf: PdfPrinter,
): Promise<string[]> {
  const ending = target.toLowerCase();
  if (ending.endsWith('.pdf')) {
    const job = jobFrom('tables', { orientation: 'landscape', paper });
    const document = { ...tablesDocument({ regionName: region }, tables, job), title };
    const layout = layOut({ ...document, ...(code === '' ? {} : { code }) });
    await printPdf(documentHtml(layout), target);
    return layout.notes;
  }
  if (!ending.endsWith('.docx')) return writeTables(target, [...tables], { code });
  const { writeTablesDocument } = await import('#electron/word/tables.ts');
  await writeTablesDocument(target, [...tables], code);
  return [];
}
