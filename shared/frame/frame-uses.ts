// How many projects stand in each class, source and place, for the pages of 规划设置.
import { agencyReader } from '../domain/agencies.ts';
import type { Project } from '../domain/project.ts';
import { splitCellKey } from '../domain/project.ts';
import type { Frame } from './frame.ts';

export interface FrameUses {
  /** By id of the class that a project names itself. */
  classes: Record<string, number>;
  /** By id, those of its finer sources included, each project once; an amount of 0 is none. */
  sources: Record<string, number>;
  /** By code of town and village, as far as their words are known. */
  places: Record<string, number>;
  /** By id, in any of the cells that name units. */
  agencies: Record<string, number>;
  /** By id of the own column, projects that hold something in it. */
  ownColumns: Record<string, number>;
  /** Units of the list that the plan's own list does not know, with how many projects name them. */
  unlisted: { name: string; projects: number }[];
}

export function frameUses(projects: readonly Project[], frame: Frame): FrameUses {
  const { regions } = frame;
  const uses: FrameUses = { classes: {}, sources: {}, places: {}, ownColumns: {}, ...agencyUses(projects, frame) };
  const plain = (text: string): string => text.replace(/\s/g, '');
  const byName = new Map<string, string>();
  for (const { code, parent, name, aliases } of regions)
    for (const one of [name, ...aliases]) byName.set(`${parent}\n${plain(one)}`, code);
  const count = (of: Record<string, number>, id: string): void => {
    of[id] = (of[id] ?? 0) + 1;
  };
  const parents = new Map(frame.fundSources.map(({ id, parent }) => [id, parent]));
  for (const { categoryId, amounts, regionCode, town, village, own } of projects) {
    if (categoryId !== null) count(uses.classes, categoryId);
    for (const id of Object.keys(own ?? {})) count(uses.ownColumns, id);
    for (const id of sourcesOf(amounts, parents)) count(uses.sources, id);
    const townCode = byName.get(`${regionCode}\n${plain(town ?? '')}`);
    if (townCode === undefined) continue;
    count(uses.places, townCode);
    const villageCode = byName.get(`${townCode}\n${plain(village ?? '')}`);
    if (villageCode !== undefined) count(uses.places, villageCode);
  }
  return uses;
}

/** The sources that pay for a project, and what stands over them. */
function sourcesOf({ bySource, cells }: Project['amounts'], parents: ReadonlyMap<string, string | null>): Set<string> {
  const found = new Set<string>();
  const add = (id: string, fen: number): void => {
    if (fen !== 0)
      for (let at: string | null = id; at !== null && !found.has(at); at = parents.get(at) ?? null) found.add(at);
  };
  for (const [id, fen] of Object.entries(bySource)) add(id, fen);
  for (const [key, fen] of Object.entries(cells)) add(splitCellKey(key).source, fen);
  return found;
}

/** 责任单位 and 主管部门 are offices; 实施单位 are villages and firms as a rule, and are only counted where they are known. */
function agencyUses(
  projects: readonly Project[],
  { plan, regions, agencies }: Frame,
): Pick<FrameUses, 'agencies' | 'unlisted'> {
  const { read, bare } = agencyReader({ plan, reference: { regions, agencies } });
  const uses: Record<string, number> = {};
  const unlisted = new Map<string, { name: string; projects: number }>();
  for (const { unit, department, implementer } of projects) {
    const offices = [unit, department].flatMap((cell) => (cell === null ? [] : read(cell).units));
    const named = [...offices, ...(implementer === null ? [] : read(implementer).units)];
    const known = new Set(named.flatMap(({ agency }) => agency?.id ?? []));
    for (const id of known) uses[id] = (uses[id] ?? 0) + 1;
    const unknown = new Map(
      offices.flatMap(({ agency, text }) => (agency === null && text !== '' ? [[bare(text), text]] : [])),
    );
    for (const [key, name] of unknown) {
      const found = unlisted.get(key);
      if (found) found.projects += 1;
      else unlisted.set(key, { name, projects: 1 });
    }
  }
  const list = [...unlisted.values()];
  return { agencies: uses, unlisted: list.sort((a, b) => b.projects - a.projects) };
}
