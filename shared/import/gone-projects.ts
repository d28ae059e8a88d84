// What a list that came back no longer holds: projects that the same earlier sheet brought, most of whose projects are in
// this one. The import never removes them, so it says which they are.
import { NAMELESS, type Project } from '../domain/project.ts';
import type { PlannedRow } from './plan-import.ts';

/** The newest sheet that brought a project. */
export interface ProjectOrigin {
  /** Names the import of that sheet. */
  batch: string;
  file: string;
  sheet: string;
}

export interface GoneProjects {
  /** Index of the table that took the place of the earlier sheet. */
  table: number;
  origin: ProjectOrigin;
  /** Projects of the list that the earlier sheet brought. */
  brought: number;
  /** Those of them that no row speaks of. */
  projects: Project[];
}

/** Fewer say nothing about a list that was sent again. */
const LEAST_FOUND = 2;

/** One entry an earlier sheet of which most projects are here and some are not. */
export function findGone(
  rows: readonly PlannedRow[],
  existing: readonly Project[],
  origins: ReadonlyMap<string, ProjectOrigin>,
): GoneProjects[] {
  if (origins.size === 0) return [];
  const tableOf = new Map<string, number>();
  const spokenOf = new Set<string>();
  const skipped = new Set<string>();
  for (const { table, action, project, existing: own, candidates } of rows) {
    if (own) tableOf.set(own.id, table);
    // A row that may be one of them has said so already, and one that was left out is in the list sent.
    for (const { id } of own ? [own] : candidates) spokenOf.add(id);
    if (action === 'skip') skipped.add(project.values.name ?? '');
  }
  const brought = Map.groupBy(
    existing.filter(({ id }) => origins.has(id)),
    ({ id }) => origins.get(id)?.batch ?? '',
  );
  return [...brought.values()].flatMap((projects): GoneProjects[] => {
    const found = projects.filter(({ id }) => tableOf.has(id));
    const gone = projects.filter(({ id, name }) => !spokenOf.has(id) && !skipped.has(name));
    const [first] = found;
    const origin = origins.get(projects[0]?.id ?? '');
    if (!first || !origin || gone.length === 0) return [];
    if (found.length < LEAST_FOUND || found.length * 2 < projects.length) return [];
    return [{ table: tableOf.get(first.id) ?? 0, origin, brought: projects.length, projects: gone }];
  });
}

const MOST_NAMED = 5;

/** The same in one sentence. */
export function goneSentence({ origin, brought, projects }: GoneProjects): string {
  const named = projects.slice(0, MOST_NAMED).map(({ name, town }) => {
    const place = town ? `（${town}）` : '';
    return `“${name || NAMELESS}”${place}`;
  });
  const more = projects.length > MOST_NAMED ? '等' : '';
  return (
    `项目表中由“${origin.file}”的“${origin.sheet}”导入的 ${brought} 个项目，有 ${projects.length} 个这次来表里没有：` +
    `${named.join('、')}${more}。它们没有改动，仍在项目表中；确已取消的请删除，改了名称的请在“逐行核对”里配对。`
  );
}
