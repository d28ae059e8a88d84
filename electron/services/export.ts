// Writing spreadsheets from the open workbook: 项目表, empty template, tables, 差错清单, and an office's own template.
import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type AnnexExport, writeAnnex } from '#electron/excel/write/annex.ts';
import { fillTemplate } from '#electron/excel/write/fill-template.ts';
import { writeFindings } from '#electron/excel/write/findings.ts';
import { writeNotice } from '#electron/excel/write/notice.ts';
import { writeTables } from '#electron/excel/write/tables.ts';
import { writeTemplate } from '#electron/excel/write/template.ts';
import type { MethodArgs } from '#shared/contract/methods.ts';
import { makeNotice } from '#shared/notice/notice.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import type { PlanMoney } from '#shared/records/plan-money.ts';
import { computeTables } from '#shared/tables/compute.ts';
import { withMoney } from '#shared/tables/plan-money.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { PLAIN_SHOWING, showTable } from '#shared/tables/table-unit.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localDate, localDay } from '#shared/values/local-time.ts';
import { groupedFindings, type WantedList } from './checks.ts';
import type { Session } from './session.ts';
import { stateCodeOf } from './state-code.ts';

export interface Written {
  name: string;
  folder: string;
}

/** `notes` says in Chinese what could not be written whole. */
export interface WrittenSheet extends Written {
  notes: string[];
}

/** The 项目表 in the annex layout; fields beyond it follow behind 备注 where they are used. */
export async function exportProjects(
  session: Session,
  target: string,
  options: Omit<AnnexExport, 'extraColumns' | 'code'>,
): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const code = stateCodeOf(session);
  const notes = await writeAnnex(target, session.planData(), { ...options, extraColumns: 'used', code });
  return { ...written(target), notes };
}

export async function exportTemplate(session: Session, target: string): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const notes = await writeTemplate(target, session.planData());
  return { ...written(target), notes };
}

/** Fills a copy of an office's template; the template itself is never written to. */
export async function exportFilled(session: Session, templatePath: string, target: string): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  if (isSameFile(target, templatePath)) {
    throw new AppError('invalid-input', '填好的表不能覆盖模板本身。请换一个文件名。');
  }
  const notes = await fillTemplate(templatePath, target, session.planData());
  return { ...written(target), notes };
}

/** Computed tables, all or those named, as .xlsx or .docx by the target's ending; throws `not-found` for an unknown one. */
export async function exportTables(session: Session, target: string, wanted: WantedTables): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const tables = tablesOf(session, wanted);
  const code = stateCodeOf(session);
  if (!target.toLowerCase().endsWith('.docx')) {
    return { ...written(target), notes: await writeTables(target, tables, { code }) };
  }
  const { writeTablesDocument } = await import('#electron/word/tables.ts');
  await writeTablesDocument(target, tables, code);
  return { ...written(target), notes: [] };
}

/** The 差错清单. */
export async function exportFindings(session: Session, target: string, wanted: WantedList): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const groups = groupedFindings(session, wanted);
  const notes = await writeFindings(target, session.planData(), groups, stateCodeOf(session));
  return { ...written(target), notes };
}

/** A 公示 of projects; `today` is the day it is put up where the job names none. */
export async function exportNotice(
  session: Session,
  target: string,
  job: JobOf<'notice'>,
  today: Date,
): Promise<WrittenSheet> {
  assertOtherFile(target, session.file.path);
  const notice = makeNotice(session.planData(), job, localDay(today));
  const notes = await writeNotice(target, notice, job.code ? stateCodeOf(session) : '');
  return { ...written(target), notes };
}

export interface WantedTables {
  /** All where not given. */
  ids?: readonly string[] | undefined;
  /** Another measure than the workbook's. */
  money?: PlanMoney | undefined;
  showings?: MethodArgs<'tables.get'>['showings'] | undefined;
}

/**
 * The tables of a plan in its order, all or those named by id, number or title, in the units asked for and with the
 * date of their data; throws `not-found` with those there are.
 */
export function tablesOf(session: Session, { ids, showings, money }: WantedTables = {}): TableResult[] {
  const tables = computeTables(withMoney(session.planData(), money));
  const isNamed = (table: TableResult, name: string): boolean => [table.id, table.number, table.title].includes(name);
  const missing = ids?.find((id) => !tables.some((table) => isNamed(table, id)));
  if (missing !== undefined) {
    const known = tables.map(({ number, title }) => `${number}（${title}）`).join('、');
    throw new AppError('not-found', `没有“${missing}”这张汇总表。现有：${known}。`);
  }
  const date = localDate(session.status().savedAt ?? new Date());
  return tables
    .filter((table) => !ids || ids.some((id) => isNamed(table, id)))
    .map((table) => {
      const shown = showTable(table, showings?.[table.id] ?? showings?.['*'] ?? PLAIN_SHOWING);
      return { ...shown, source: `${table.source}（截至${date}）` };
    });
}

/** Refuses to write a spreadsheet or print over the workbook it comes from. */
export function assertOtherFile(target: string, workbook: string): void {
  if (isSameFile(target, workbook)) {
    throw new AppError('invalid-input', `“${basename(target)}”就是正在使用的工作簿，不能被覆盖。请换一个文件名。`);
  }
}

/** Whether two paths name the same file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  return realPath(a) === realPath(b);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

export function written(target: string): Written {
  return { name: basename(target), folder: dirname(target) };
}
