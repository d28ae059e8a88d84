// Adding, copying, deleting and moving projects, and where their values came from.
import { lastImageBy } from '#electron/db/kernel/log.ts';
import { sourceRowsOf } from '#electron/db/provenance.ts';
import type { MethodArgs, ValueSource } from '#shared/contract/methods.ts';
import { categoryHeading } from '#shared/domain/categories.ts';
import { blankProject, NAMELESS, type Project } from '#shared/domain/project.ts';
import { homeRegion } from '#shared/domain/reference.ts';
import { valueText } from '#shared/format/value-text.ts';
import { type SourceColumn, type SourceRow, unpackRow } from '#shared/import/source-cells.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeProjectId } from './project-ids.ts';
import { findRoom, type Room } from './project-places.ts';
import type { Session } from './session.ts';

/** Empty projects for a place with room for them; not written yet. */
export function blankProjects(data: PlanData, room: Room): Project[] {
  const { categoryId, positions } = room;
  const regionCode = room.regionCode ?? homeRegion(data);
  return positions.map((position) => blankProject({ id: makeProjectId(), position, categoryId, regionCode }));
}

/** Adds empty projects at a place; returns their ids in order. */
export function addProjects(session: Session, { place, count }: MethodArgs<'projects.add'>): string[] {
  const data = session.planData();
  const room = findRoom(data, place, count);
  return putProjects(session, 'projects.add', `新增 ${count} 个项目`, room.shifted, blankProjects(data, room));
}

/** Copies projects; the copies stand behind the last of them in its category, named （副本） and without 项目编号. */
export function duplicateProjects(session: Session, ids: readonly string[]): string[] {
  const originals = ids.map((id) => session.project(id));
  const groups = Map.groupBy(originals, ({ categoryId }) => categoryId);
  const shifted: Project[] = [];
  const copies = new Map<string, Project>();
  for (const group of groups.values()) {
    const last = group.at(-1);
    if (!last) continue;
    const room = findRoom(session.planData(), { afterId: last.id }, group.length);
    shifted.push(...room.shifted);
    group.forEach((project, index) => {
      const position = room.positions[index] ?? project.position;
      const name = project.name === '' ? '' : `${project.name}（副本）`;
      copies.set(project.id, { ...project, id: makeProjectId(), position, name, code: null });
    });
  }
  const label =
    originals.length === 1 ? `复制项目“${originals[0]?.name || NAMELESS}”` : `复制 ${originals.length} 个项目`;
  const fresh = originals.flatMap(({ id }) => copies.get(id) ?? []);
  return putProjects(session, 'projects.duplicate', label, shifted, fresh);
}

/** Writes projects as one undo step; returns the ids of `projects`. */
function putProjects(
  session: Session,
  command: string,
  label: string,
  shifted: readonly Project[],
  projects: readonly Project[],
): string[] {
  return session.change(command, label, (tx) => {
    for (const project of [...shifted, ...projects]) tx.put('project', project.id, project);
    return projects.map(({ id }) => id);
  });
}

/** Deletes projects; what was imported about them stays in the file for 撤销. */
export function removeProjects(session: Session, ids: readonly string[]): number {
  const projects = ids.map((id) => session.project(id));
  const label = projects.length === 1 ? `删除项目“${projects[0]?.name || NAMELESS}”` : `删除 ${projects.length} 个项目`;
  return session.change('projects.remove', label, (tx) => {
    for (const project of projects) tx.put('project', project.id, null);
    return projects.length;
  });
}

/** Moves projects to a place, in the order of `ids`; they take over its category. */
export function moveProjects(session: Session, { ids, place }: MethodArgs<'projects.move'>): number {
  const moving = ids.map((id) => session.project(id));
  const anchor = 'afterId' in place ? place.afterId : 'beforeId' in place ? place.beforeId : null;
  // A project beside itself stays where it is.
  if (anchor !== null && ids.includes(anchor)) return 0;
  const data = session.planData();
  const { categoryId, positions, shifted } = findRoom(data, place, ids.length, new Set(ids));
  const moved = moving.map((project, index) => ({
    ...project,
    categoryId,
    position: positions[index] ?? project.position,
  }));
  const what = moving.length === 1 ? `“${moving[0]?.name || NAMELESS}”` : ` ${moving.length} 个项目`;
  const category = data.reference.categories.find(({ id }) => id === categoryId);
  const isElsewhere = moving.some((project) => project.categoryId !== categoryId);
  const where = isElsewhere ? `到“${category ? categoryHeading(category) : '未分类'}”` : '';
  return putProjects(session, 'projects.move', `移动${what}${where}`, shifted, moved).length;
}

/** Makes an order of projects the plan's, within each category: those named take each other's places. */
export function arrangeProjects(session: Session, ids: readonly string[]): number {
  const groups = Map.groupBy(
    ids.map((id) => session.project(id)),
    ({ categoryId }) => categoryId,
  );
  const moved = [...groups.values()].flatMap((group) => {
    const positions = group.map(({ position }) => position).sort((a, b) => a - b);
    return group.flatMap((project, index) => {
      const position = positions[index] ?? project.position;
      return position === project.position ? [] : [{ ...project, position }];
    });
  });
  if (moved.length === 0) return 0;
  return putProjects(session, 'projects.arrange', `重排 ${moved.length} 个项目的次序`, [], moved).length;
}

/** 查看来源: file, sheet, row, cell and raw text of every value that was imported, the newest import first. */
export function projectSources(session: Session, id: string): ValueSource[] {
  const rows = sourceRowsOf(session.file.db, id);
  const data = session.planData();
  const project = data.projects.find((candidate) => candidate.id === id);
  const imported = lastImageBy(session.kernel, 'project', id, 'import');
  const text = (from: Project | null | undefined, column: string | null): string =>
    from && column !== null ? valueText(from, column, data) : '';
  return rows.flatMap((row) => {
    const { columns } = JSON.parse(row.body) as { columns: SourceColumn[] };
    return unpackRow(JSON.parse(row.cells) as SourceRow, row.row, columns).map((cell) => ({
      file: row.file,
      sheet: row.sheet,
      row: row.row,
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
