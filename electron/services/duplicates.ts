// 重复项目: pairs of the list, pairs with another file, and making one project of two.
import { basename } from 'node:path';
import { openKernel } from '#electron/db/kernel/kind.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import { openFile } from '#electron/db/open.ts';
import { isOfKind } from '#shared/contract/file-kinds.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { homeRegion } from '#shared/domain/reference.ts';
import { findAcross, findDuplicates } from '#shared/duplicates/find-duplicates.ts';
import { type MergePart, mergePartName, mergeProjects } from '#shared/duplicates/merge-projects.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import { rowProject } from '#shared/import/row-project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { readBooks } from './import/read-books.ts';
import type { Session } from './session.ts';

/** The pairs of the open list. */
export function listDuplicates(session: Session): MethodOutput<'duplicates.list'> {
  return { pairs: findDuplicates(session.planData()) };
}

/** Pairs between the open list (a) and another workbook or spreadsheet (b), with the projects of the other side. */
export async function compareWithFile(session: Session, path: string): Promise<MethodOutput<'duplicates.compare'>> {
  const data = session.planData();
  const name = basename(path);
  const others = isOfKind(name, 'workbook') ? readWorkbookProjects(session, path) : await readSheetProjects(path, data);
  const pairs = findAcross(data.projects, others, data.reference);
  const wanted = new Set(pairs.map(({ b }) => b));
  return { file: name, count: others.length, pairs, projects: others.filter(({ id }) => wanted.has(id)) };
}

function readWorkbookProjects(session: Session, path: string): Project[] {
  if (path === session.file.path) {
    throw new AppError('invalid-input', '选中的就是正在使用的工作簿。请选择另一个文件。');
  }
  const file = openFile(path, { readOnly: true });
  try {
    // A copy of this workbook holds the same ids; as another file its projects are others.
    return openKernel(file.db, KINDS)
      .stores.project.readAll()
      .map(([id, project]) => ({ ...project, id: `另:${id}` }));
  } finally {
    file.close();
  }
}

async function readSheetProjects(path: string, data: PlanData): Promise<Project[]> {
  const [book] = await readBooks([path], new AbortController().signal, () => undefined);
  if (!book?.data) throw new AppError('unsupported-file', `“${basename(path)}”没有读出来：${book?.fault ?? ''}`);
  const { tables } = readWorkbookNow(book.data, tableContext(data.plan, data.reference));
  const projects = tables.flatMap(({ reading }, table) =>
    reading.projects.map((row) => rowProject(row, `另:${table}:${row.row}`, homeRegion(data))),
  );
  if (projects.length === 0) throw new AppError('no-table-found', `“${basename(path)}”里没有找到项目表。`);
  return projects;
}

/** Keeps one project, with the named parts of the other, and deletes the other: one undo step. */
export function mergeDuplicates(
  session: Session,
  { keepId, removeId, take }: { keepId: string; removeId: string; take: readonly MergePart[] },
): MethodOutput<'duplicates.merge'> {
  if (keepId === removeId) throw new AppError('invalid-input', '要合并的两个项目是同一个。');
  const [keep, remove] = [session.project(keepId), session.project(removeId)];
  const merged = mergeProjects(keep, remove, take);
  const name = (project: Project): string => project.name || NAMELESS;
  const taken = take.length === 0 ? '' : `，取其${take.map(mergePartName).join('、')}`;
  session.change('duplicates.merge', `合并重复项目：保留“${name(keep)}”，删除“${name(remove)}”${taken}`, (tx) => {
    if (take.length > 0) tx.put('project', keepId, merged);
    tx.put('project', removeId, null);
  });
  return { keptId: keepId };
}
