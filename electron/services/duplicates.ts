// 重复项目: pairs of the list, pairs with another file, and making one project of two.
import { basename } from 'node:path';
import type { MethodOutput } from '#shared/contract/methods.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import { findAcross, findDuplicates } from '#shared/duplicates/find-duplicates.ts';
import { type MergePart, mergePartName, mergeProjects } from '#shared/duplicates/merge-projects.ts';
import { AppError } from '#shared/values/app-error.ts';
import { factsOfProject, moveFacts } from './import/project-facts.ts';
import { readOtherPlan } from './other-projects.ts';
import type { Session } from './session.ts';

/** The pairs of the open list. */
export function listDuplicates(session: Session): MethodOutput<'duplicates.list'> {
  return { pairs: findDuplicates(session.planData()) };
}

/** Pairs between the open list (a) and another workbook or spreadsheet (b), with the projects of the other side. */
export async function compareWithFile(session: Session, path: string): Promise<MethodOutput<'duplicates.compare'>> {
  const data = session.planData();
  const name = basename(path);
  // A copy of this workbook holds the same ids; as another file its projects are others.
  const others = (await readOtherPlan(session, path)).projects.map((one): Project => ({ ...one, id: `另:${one.id}` }));
  const pairs = findAcross(data.projects, others, data.reference);
  const wanted = new Set(pairs.map(({ b }) => b));
  return { file: name, count: others.length, pairs, projects: others.filter(({ id }) => wanted.has(id)) };
}

/** Keeps one project, with the named parts of the other and its money, steps and notices, and deletes the other: one undo step. */
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
    moveFacts(tx, factsOfProject(session, removeId), removeId, keepId);
    tx.put('project', removeId, null);
  });
  return { keptId: keepId };
}
