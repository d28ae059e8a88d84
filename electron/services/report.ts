// Reports on carrying the plan out, as tables and as files.
import { writeTables } from '#electron/excel/write/tables.ts';
import { makeReport, type ReportChoice } from '#shared/reports/report.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localDay } from '#shared/values/local-time.ts';
import { findAll } from './checks.ts';
import { heldReports } from './city/held-reports.ts';
import { assertOtherFile, type WrittenSheet, written } from './export.ts';
import { postingFacts } from './postings/facts.ts';
import type { Session } from './session.ts';
import { stateCodeOf } from './state-code.ts';

/** The tables of a report. Errors (AppError): not-found where there is nothing that it could be of. */
export function reportTables(session: Session, choice: ReportChoice, today: Date): TableResult[] {
  const tables = makeReport(
    {
      ...postingFacts(session, localDay(today)),
      execution: session.execution(),
      reports: heldReports(session),
      findings: () => findAll(session, { asOf: choice.asOf ?? localDay(today) }),
    },
    choice,
    localDay(today),
  );
  if (tables.length === 0)
    throw new AppError(
      'not-found',
      choice.kind === 'city-quality'
        ? '没有这样的县（市、区），或各县都还没有项目，写不出审核通报。'
        : '没有这样的资金批次，写不出台账。请先录入或导入资金批次。',
    );
  return tables;
}

/** As .xlsx or .docx, by the ending. */
export async function exportReport(
  session: Session,
  target: string,
  choice: ReportChoice,
  today: Date,
): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const tables = reportTables(session, choice, today);
  const code = stateCodeOf(session);
  if (!target.toLowerCase().endsWith('.docx')) {
    return { ...written(target), notes: await writeTables(target, tables, { code }) };
  }
  const { writeTablesDocument } = await import('#electron/word/tables.ts');
  await writeTablesDocument(target, tables, code);
  return { ...written(target), notes: [] };
}
