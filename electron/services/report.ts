// Reports on carrying the plan out, as tables and as files.
import { writeTables } from '#electron/excel/write/tables.ts';
import { makeReport, REPORT_NAMES, type ReportChoice, type ReportKind } from '#shared/reports/report.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localDay } from '#shared/values/local-time.ts';
import { findAll } from './checks.ts';
import { heldReports } from './city/held-reports.ts';
import { assertOtherFile, type WrittenSheet, written } from './export.ts';
import { postingFacts } from './postings/facts.ts';
import type { Session } from './session.ts';
import { stateCodeOf } from './state-code.ts';

/** Why there is no table. */
const NONE: Partial<Record<ReportKind, string>> = {
  'city-quality': '没有这样的县（市、区），或各县都还没有项目，写不出审核通报。',
  ledger: '没有这样的资金批次，写不出台账。请先录入或导入资金批次。',
  assets: '还没有登记资产。请先导入资产台账或登记。',
  'assets-handover': '还没有登记资产。请先导入资产台账或登记。',
  'assets-summary': '还没有登记资产。请先导入资产台账或登记。',
  tasks: '还没有任务，或没有这个单位的任务。请先导入任务分解表。',
  'task-units': '还没有任务。请先导入任务分解表。',
  villages: '这一年还没有村情。请先导入村情表。',
  'village-summary': '这一年还没有村情。请先导入村情表。',
  places: '还没有名单。请先导入重点村、示范村、安置点名单。',
  'place-coverage': '还没有名单。请先导入重点村、示范村、安置点名单。',
  linkage: '还没有联农带农情况。请先导入联农带农表。',
  'linkage-towns': '还没有联农带农情况。请先导入联农带农表。',
  basis: '还没有依据文件。请先导入依据文件清单。',
  changes: '没有已批复的调整变更，写不出项目变更表。请先批复，或选定一个申请中的调整变更。',
  'fund-shift': '没有已批复的调整变更，写不出资金调整表。请先批复，或选定一个申请中的调整变更。',
};

/** The tables of a report. Errors (AppError): not-found where there is nothing that it could be of. */
export function reportTables(session: Session, choice: ReportChoice, today: Date): TableResult[] {
  const tables = makeReport(
    {
      ...postingFacts(session, localDay(today)),
      execution: session.execution(),
      orders: session.orders(),
      assets: session.assets(),
      reports: heldReports(session),
      findings: () => findAll(session, { asOf: choice.asOf ?? localDay(today) }),
    },
    choice,
    localDay(today),
  );
  if (tables.length === 0)
    throw new AppError('not-found', NONE[choice.kind] ?? `没有可以写进${REPORT_NAMES[choice.kind]}的内容。`);
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
