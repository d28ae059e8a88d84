// Computed tables as a file of their own: .xlsx, .docx or .pdf by the ending.
import { writeTables } from '#electron/excel/write/tables.ts';
import { layOut } from '#shared/print/layout.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { tablesDocument } from '#shared/print/tables-document.ts';
import type { TableResult } from '#shared/tables/table.ts';

export interface TablesFile {
  region: string;
  title: string;
  tables: readonly TableResult[];
  /** 校验码; '' for tables that are of no workbook. */
  code?: string;
  paper?: 'A3' | 'A4';
}

/** Returns what could not be written whole. Throws AppError `cannot-write`, `disk-full`, or as `writePdf`. */
export async function writeTablesFile(
  target: string,
  { region, title, tables, code = '', paper = 'A4' }: TablesFile,
): Promise<string[]> {
  const ending = target.toLowerCase();
  if (ending.endsWith('.pdf')) {
    const job = jobFrom('tables', { orientation: 'landscape', paper });
    const document = { ...tablesDocument({ regionName: region }, tables, job), title };
    const layout = layOut({ ...document, ...(code === '' ? {} : { code }) });
    const { writePdf } = await import('#electron/pdf/write-pdf.ts');
    return [...layout.notes, ...(await writePdf(layout, target))];
  }
  if (!ending.endsWith('.docx')) return writeTables(target, [...tables], { code });
  const { writeTablesDocument } = await import('#electron/word/tables.ts');
  await writeTablesDocument(target, [...tables], code);
  return [];
}
