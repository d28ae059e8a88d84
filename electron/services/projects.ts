// Adding, deleting and moving projects, and where their values came from.

import type { MethodArgs, ValueSource } from '#shared/contract/methods.ts';
import { AppError } from '#shared/contract/reply.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { EMPTY_AMOUNTS, type Project } from '#shared/domain/project.ts';
import { type SourceColumn, type SourceRow, unpackRow } from '#shared/import/source-cells.ts';
import { valueText } from './change-words.ts';
import { makeProjectId } from './project-ids.ts';
import { goneProject, type Session } from './session.ts';

const BLANK: Omit<Project, 'id' | 'position' | 'categoryId' | 'regionCode' | 'amounts'> = {
  code: null,
  name: '',
  town: null,
  village: null,
  nature: null,
  content: null,
  startAt: null,
  endAt: null,
  households: null,
  people: null,
  poorHouseholds: null,
  poorPeople: null,
  villages: null,
  unit: null,
  department: null,
  implementer: null,
  person: null,
  phone: null,
  nationalType: null,
  nationalSubtype: null,
  goal: null,
  linkage: null,
  participation: null,
  subsidyStandard: null,
  documentNumber: null,
  note: null,
};

/** A project with nothing filled in but its place in the list. */
export function blankProject(place: Pick<Project, 'id' | 'position' | 'categoryId' | 'regionCode'>): Project {
  return { ...BLANK, ...place, amounts: { ...EMPTY_AMOUNTS, bySource: {}, byYear: {}, cells: {} } };
}

/** Empty projects behind `afterId`, in its category, or at the end of `categoryId`; not written yet. */
export function blankProjects(
  data: PlanData,
  afterId: string | null,
  categoryId: string | null,
  count: number,
): Project[] {
  const after = afterId === null ? null : data.projects.find((project) => project.id === afterId);
  if (after === undefined) throw goneProject();
  const category = after ? after.categoryId : categoryId;
  if (category !== null && !data.reference.categories.some(({ id }) => id === category)) {
    throw new AppError('not-found', '没有这个规划类别，请从类别列表中重新选择。');
  }
  const siblings = data.projects.filter((project) => project.categoryId === category);
  const regionCode = after?.regionCode ?? data.plan.regionCode;
  return positionsAfter(siblings, after?.id ?? siblings.at(-1)?.id ?? null, count).map((position) =>
    blankProject({ id: makeProjectId(), position, categoryId: category, regionCode }),
  );
}

/** Adds empty projects behind `afterId`, or at the end of a category; returns their ids in order. */
export function addProjects(session: Session, args: MethodArgs<'projects.add'>): string[] {
  const fresh = blankProjects(session.planData(), args.afterId, args.categoryId, args.count);
  return session.change('projects.add', `新增 ${args.count} 个项目`, (tx) =>
    fresh.map((project) => {
      tx.put('project', project.id, project);
      return project.id;
    }),
  );
}

/** Positions for `count` new rows behind one row (null: before the first), between it and the next. */
export function positionsAfter(siblings: readonly Project[], afterId: string | null, count: number): number[] {
  const index = siblings.findIndex((project) => project.id === afterId);
  const low = siblings[index]?.position ?? (siblings[0]?.position ?? 1) - 1;
  const high = siblings[index + 1]?.position ?? low + count + 1;
  const step = (high - low) / (count + 1);
  return Array.from({ length: count }, (_, n) => low + step * (n + 1));
}

/** Deletes projects; what was imported about them stays in the file for 撤销. */
export function removeProjects(session: Session, ids: readonly string[]): number {
  const projects = ids.map((id) => session.project(id));
  const label =
    projects.length === 1 ? `删除项目“${projects[0]?.name || '（未命名）'}”` : `删除 ${projects.length} 个项目`;
  return session.change('projects.remove', label, (tx) => {
    for (const project of projects) tx.put('project', project.id, null);
    return projects.length;
  });
}

/** Moves projects behind another one, taking over its category; null moves them to the top of their own. */
export function moveProjects(session: Session, ids: readonly string[], afterId: string | null): number {
  const moving = ids.map((id) => session.project(id));
  const first = moving[0];
  if (!first || (afterId !== null && ids.includes(afterId))) return 0;
  const after = afterId === null ? null : session.project(afterId);
  const categoryId = after ? after.categoryId : first.categoryId;
  const siblings = session
    .planData()
    .projects.filter((project) => project.categoryId === categoryId && !ids.includes(project.id));
  const positions = positionsAfter(siblings, afterId, moving.length);
  return session.change('projects.move', `移动 ${moving.length} 个项目`, (tx) => {
    moving.forEach((project, index) => {
      tx.put('project', project.id, { ...project, categoryId, position: positions[index] ?? project.position });
    });
    return moving.length;
  });
}

/** 查看来源: file, sheet, row, cell and raw text of every value that was imported, the newest import first. */
export function projectSources(session: Session, id: string): ValueSource[] {
  interface Row {
    file: string;
    sheet: string;
    at: string;
    body: string;
    row_number: number;
    cells: string;
  }
  const rows = session.file.db
    .prepare<[string], Row>(
      `SELECT b.file, b.sheet, b.at, b.body, r.row_number, r.cells
       FROM import_row r JOIN import_batch b ON b.id = r.batch_id
       WHERE r.project_id = ? ORDER BY b.at DESC, r.row_number`,
    )
    .all(id);
  const data = session.planData();
  const project = data.projects.find((candidate) => candidate.id === id);
  const imported = lastImported(session, id);
  const text = (from: Project | null | undefined, column: string | null): string =>
    from && column !== null ? valueText(from, column, data) : '';
  return rows.flatMap((row) => {
    const { columns } = JSON.parse(row.body) as { columns: SourceColumn[] };
    return unpackRow(JSON.parse(row.cells) as SourceRow, row.row_number, columns).map((cell) => ({
      file: row.file,
      sheet: row.sheet,
      row: row.row_number,
      cell: cell.cell,
      header: cell.header,
      raw: cell.raw,
      column: cell.columnKey,
      now: text(project, cell.columnKey),
      isChanged: imported !== null && text(project, cell.columnKey) !== text(imported, cell.columnKey),
      importedAt: row.at,
    }));
  });
}

/** The project as its newest import left it; null where none did. */
function lastImported(session: Session, id: string): Project | null {
  const json = session.file.db
    .prepare(
      `SELECT x.after FROM change x JOIN change_set c ON c.id = x.change_set
       WHERE x.entity_id = ? AND x.entity = 'project' AND c.command = 'import' ORDER BY c.id DESC LIMIT 1`,
    )
    .pluck()
    .get(id) as string | null | undefined;
  return json ? (JSON.parse(json) as Project) : null;
}

/** File, sheet and row of each project that was imported, from its newest import. */
export function projectOrigins(session: Session): Map<string, { file: string; sheet: string; row: number }> {
  const rows = session.file.db
    .prepare<[], { project_id: string; file: string; sheet: string; row_number: number }>(
      `SELECT r.project_id, b.file, b.sheet, r.row_number
       FROM import_row r JOIN import_batch b ON b.id = r.batch_id
       WHERE r.project_id IS NOT NULL ORDER BY b.at, r.row_number`,
    )
    .all();
  return new Map(rows.map((row) => [row.project_id, { file: row.file, sheet: row.sheet, row: row.row_number }]));
}
