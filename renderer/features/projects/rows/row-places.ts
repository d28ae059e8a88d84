// Where rows may go in the 项目表, and which projects a gesture means.
import type { Place } from '#shared/contract/methods.ts';
import type { Project } from '#shared/domain/project.ts';
import type { GridRow, Rows } from '../rows.ts';

/** The projects of the selected rows; a heading means all the projects beneath it. In the order of the table. */
export function meantProjects(
  selected: readonly GridRow[],
  projects: readonly Project[],
  above: (categoryId: string | null) => readonly string[],
): Project[] {
  const headings = new Set(selected.filter((row) => row.kind === 'heading').map((row) => row.id));
  const ids = new Set(selected.map((row) => row.id));
  return projects.filter(
    (project) => ids.has(project.id) || (headings.size > 0 && above(project.categoryId).some((id) => headings.has(id))),
  );
}

/** The place before (`after`: behind) a row of the table; null where nothing can be put. */
export function placeAt(rows: Rows, index: number, after: boolean): Place | null {
  const row = rows.rows[index];
  if (!row) return null;
  if (row.kind === 'project') return after ? { afterId: row.id } : { beforeId: row.id };
  if (after) {
    const next = rows.rows[index + 1];
    return next?.kind === 'project' && !row.collapsed ? { beforeId: next.id } : { endOf: row.categoryId };
  }
  const before = rows.rows[index - 1];
  return before ? placeAt(rows, index - 1, true) : null;
}

/**
 * The place one step up or down for rows of one category; null at its edge. `siblings` are the projects of the category
 * in order.
 */
export function stepPlace(siblings: readonly Project[], ids: ReadonlySet<string>, way: 'up' | 'down'): Place | null {
  const first = siblings.findIndex(({ id }) => ids.has(id));
  const last = siblings.findLastIndex(({ id }) => ids.has(id));
  const beside = way === 'up' ? siblings[first - 1] : siblings[last + 1];
  if (first === -1 || !beside) return null;
  return way === 'up' ? { beforeId: beside.id } : { afterId: beside.id };
}
