// The projects of another file: a workbook, or a spreadsheet read as the import reads it.
import { basename } from 'node:path';
import { openFile } from '#electron/db/open.ts';
import { isOfKind } from '#shared/contract/file-kinds.ts';
import { homeRegion } from '#shared/domain/reference.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { rowProject } from '#shared/import/row-project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { readBooks } from './import/read-books.ts';
import { type Session, startSession } from './session.ts';

type OtherPlan = Pick<PlanData, 'plan' | 'reference' | 'projects'>;

/**
 * Plan, frame and projects of a file; a spreadsheet is read by the frame of the open workbook, its projects have ids of the
 * file. Errors (AppError): invalid-input for the open workbook itself, unsupported-file, no-table-found, those of openFile.
 */
export async function readOtherPlan(session: Session, path: string): Promise<OtherPlan> {
  return isOfKind(basename(path), 'workbook')
    ? readWorkbookPlan(session, path)
    : readSheetPlan(path, session.planData());
}

/** All of another workbook. Errors (AppError): invalid-input for the open one, those of openFile. */
export function readWorkbookPlan(session: Session, path: string): PlanData {
  if (path === session.file.path) {
    throw new AppError('invalid-input', '选中的就是正在使用的工作簿。请选择另一个文件。');
  }
  const other = startSession(openFile(path, { readOnly: true }), () => undefined);
  try {
    return other.planData();
  } finally {
    other.close();
  }
}

async function readSheetPlan(path: string, data: PlanData): Promise<OtherPlan> {
  const [book] = await readBooks([path], new AbortController().signal, () => undefined);
  if (!book?.data) throw new AppError('unsupported-file', `“${basename(path)}”没有读出来：${book?.fault ?? ''}`);
  const { tables } = readWorkbookNow(book.data, tableContext(data.plan, data.reference));
  const projects = tables.flatMap(({ reading }, table) =>
    reading.projects.map((row) => rowProject(row, `表:${path}:${table}:${row.row}`, homeRegion(data))),
  );
  if (projects.length === 0) throw new AppError('no-table-found', `“${basename(path)}”里没有找到项目表。`);
  return { plan: data.plan, reference: data.reference, projects };
}
