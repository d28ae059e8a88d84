// Writes the 结转清单 as .xlsx, .docx or .pdf.
import { writeTables } from '#electron/excel/write/tables.ts';
import type { RollReport } from '#shared/contract/methods/roll.ts';
import { periodName } from '#shared/domain/reference.ts';
import { layOut } from '#shared/print/layout.ts';
import { documentHtml } from '#shared/print/page-html.ts';
import { jobFrom } from '#shared/print/print-job.ts';
import { tablesDocument } from '#shared/print/tables-document.ts';
import { rollTable } from '#shared/roll/roll-list.ts';
import type { TableResult } from '#shared/tables/table.ts';

/** Turns a self-contained page into a PDF file. */
export type PdfPrinter = (html: string, target: string) => Promise<void>;

/**
 * Writes the projects that are taken over, by the ending of `target`. Returns what could not be written whole. Throws AppError
 * `cannot-write` or `disk-full`.
 */
export async function writeRollList(target: string, report: RollReport, printPdf: PdfPrinter): Promise<string[]> {
  const { region, oldPeriod, period, lines, notes } = report;
  const title = `${region}${periodName(oldPeriod)}项目结转${periodName(period)}清单`;
  const table = rollTable(
    title,
    lines.filter(({ isTaken }) => isTaken),
    notes,
  );
  const ending = target.toLowerCase();
  if (ending.endsWith('.pdf')) {
    await printPdf(rollListHtml(region, title, table), target);
    return [];
  }
  if (!ending.endsWith('.docx')) return writeTables(target, [table]);
  const { writeTablesDocument } = await import('#electron/word/tables.ts');
  await writeTablesDocument(target, [table]);
  return [];
}

function rollListHtml(region: string, title: string, table: TableResult): string {
  const job = jobFrom('tables', { orientation: 'landscape' });
  return documentHtml(layOut({ ...tablesDocument({ regionName: region }, [table], job), title }));
}
