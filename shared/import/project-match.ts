// Finding the project that a row of a sheet speaks of: by 项目编号, else by name, place and start year. Rows whose name,
// place or years were changed are the next step (match-changed.ts).
import { type Project, startYear } from '../domain/project.ts';
import type { PlaceKey, PlaceReader } from '../places/place-key.ts';
import { bareText } from '../values/fold-text.ts';
import { isDoubtfulCode } from './lost-digits.ts';
import { leadingOrdinal } from './ordinals.ts';
import type { ProjectValues } from './reading.ts';

export interface MatchKey {
  code: string;
  name: string;
  place: PlaceKey;
  year: string;
}

/** What a project is known by; '' where it is not stated. */
export function matchKey(project: ProjectValues | Project, places: PlaceReader): MatchKey {
  const name = project.name ?? '';
  const code = project.code ?? '';
  return {
    // Where the last digits are lost, many projects share a code: name and place tell.
    code: isDoubtfulCode(code) ? '' : bareText(code),
    name: bareText(leadingOrdinal(name)?.rest || name),
    place: places.keyOf(project.town, project.village),
    year: String(startYear({ startAt: project.startAt ?? null }) ?? ''),
  };
}

/** Name, place and year in one text: equal where they are. */
export function wholeKey({ name, place, year }: MatchKey): string {
  return `${name}\n${place.joined}|${place.group}\n${year}`;
}

function isSameOrBlank(a: string, b: string): boolean {
  return a === '' || b === '' || a === b;
}

/** Nothing that both state differs. */
export function isPlaceCompatible(a: PlaceKey, b: PlaceKey): boolean {
  if (!isSameOrBlank(a.group, b.group)) return false;
  return a.joined === b.joined || (isSameOrBlank(a.town, b.town) && isSameOrBlank(a.village, b.village));
}

function isCompatible(a: MatchKey, b: MatchKey): boolean {
  return isSameOrBlank(a.year, b.year) && isSameOrBlank(a.code, b.code) && isPlaceCompatible(a.place, b.place);
}

export interface Match {
  /** Index of the existing project; null: a new one. */
  existing: number | null;
  /** Why it cannot be told which project is meant; '' where it can. */
  conflict: string;
  /** Indexes of the projects that it may be. */
  candidates: readonly number[];
}

export const NEW_ROW: Match = { existing: null, conflict: '', candidates: [] };
/** Projects named beside a row in conflict. */
export const MOST_CANDIDATES = 5;

export interface Sides {
  incoming: readonly MatchKey[];
  existing: readonly MatchKey[];
  /** True for a row that changes nothing of a project. */
  isEqual(row: number, project: number): boolean;
  /** What tells two of one name, place and year apart: 总投资 of a row and of a project in 分, and 建设内容. */
  rowMark(row: number): Mark;
  projectMark(project: number): Mark;
}

export interface Mark {
  total: number | null;
  content: string;
}

/** The state of a matching: rows without an entry are still open, projects not in `free` are taken. */
export interface Matching {
  matches: Map<number, Match>;
  free: Set<number>;
}

/**
 * Matches incoming rows with existing projects; `state` holds what was settled before. Several of the same name, place
 * and year are paired off: those without a difference first, then those of one content or amount, then by size of the
 * amounts where there are as many on both sides; else they are conflicts. The order of the rows plays no part.
 */
export function matchProjects(sides: Sides, state: Matching): void {
  matchByCode(sides, state);
  const { incoming, existing } = sides;
  const wholes = Map.groupBy(state.free, (index) => wholeKey(existing[index] as MatchKey));
  for (const [key, rows] of Map.groupBy(openRows(sides, state), (index) => wholeKey(incoming[index] as MatchKey))) {
    const projects = wholes.get(key);
    if (projects) matchSame(rows, projects, sides, state);
  }
  const byName = Map.groupBy(state.free, (index) => existing[index]?.name ?? '');
  byName.delete('');
  for (const [name, rows] of Map.groupBy(openRows(sides, state), (index) => incoming[index]?.name ?? '')) {
    const projects = byName.get(name);
    if (projects) matchCompatible(rows, projects, sides, state);
  }
}

function openRows({ incoming }: Sides, { matches }: Matching): number[] {
  return [...incoming.keys()].filter((index) => !matches.has(index));
}

/** Settles a row: the project is no longer free. */
export function settle({ matches, free }: Matching, row: number, project: number): void {
  matches.set(row, { existing: project, conflict: '', candidates: [] });
  free.delete(project);
}

function refuse({ matches }: Matching, row: number, conflict: string, candidates: readonly number[]): void {
  matches.set(row, { existing: null, conflict, candidates: candidates.slice(0, MOST_CANDIDATES) });
}

function matchByCode(sides: Sides, state: Matching): void {
  const codes = Map.groupBy(state.free, (index) => sides.existing[index]?.code ?? '');
  codes.delete('');
  for (const [code, rows] of Map.groupBy(openRows(sides, state), (index) => sides.incoming[index]?.code ?? '')) {
    const projects = codes.get(code) ?? [];
    const [row, project] = [rows[0], projects[0]];
    if (row === undefined || project === undefined) continue;
    if (rows.length === 1 && projects.length === 1) settle(state, row, project);
    else for (const at of rows) refuse(state, at, '项目编号重复，分不清是哪一个项目', projects);
  }
}

/** Rows and projects of one name, place and year. */
function matchSame(rows: readonly number[], projects: readonly number[], sides: Sides, state: Matching): void {
  const { isEqual, rowMark, projectMark } = sides;
  const isOpen = (row: number): boolean => !state.matches.has(row);
  const isFree = (project: number): boolean => state.free.has(project);
  let targets = [...projects];
  for (const row of rows) {
    const same = targets.find((project) => isEqual(row, project));
    if (same === undefined) continue;
    settle(state, row, same);
    targets = targets.filter((project) => project !== same);
  }
  const sizes = [rows.filter(isOpen).length, targets.length];
  if (sizes[0] === 0 || sizes[1] === 0) return;
  // A single row beside a single project needs no more evidence, unless both lack a name.
  const isNamed = sides.incoming[rows[0] ?? 0]?.name !== '';
  if (sizes[0] !== 1 || sizes[1] !== 1 || !isNamed) {
    for (const part of ['content', 'total'] as const) {
      const byPart = Map.groupBy(targets.filter(isFree), (project) => projectMark(project)[part]);
      for (const [value, alike] of Map.groupBy(rows.filter(isOpen), (row) => rowMark(row)[part])) {
        const others = byPart.get(value) ?? [];
        if (value !== null && value !== '' && alike.length === 1 && others.length === 1)
          settle(state, alike[0] as number, others[0] as number);
      }
    }
  }
  const left = rows.filter(isOpen);
  const free = targets.filter(isFree);
  if (!isNamed || left.length === 0 || free.length === 0) return;
  if (left.length === free.length) {
    const bySize = (mark: (index: number) => Mark) => (a: number, b: number) =>
      (mark(a).total ?? 0) - (mark(b).total ?? 0) || a - b;
    const ordered = free.toSorted(bySize(projectMark));
    left.toSorted(bySize(rowMark)).forEach((row, index) => {
      settle(state, row, ordered[index] as number);
    });
    return;
  }
  const conflict = `同名、同地点、同年份的项目表中有 ${free.length} 个、来表有 ${left.length} 个，分不清改的是哪一个；请给它们填上项目编号，或改用“全部新增”`;
  for (const row of left) refuse(state, row, conflict, free);
}

/** Rows and projects of one name, of which one side leaves place or year open. */
function matchCompatible(rows: readonly number[], projects: readonly number[], sides: Sides, state: Matching): void {
  const { incoming, existing } = sides;
  const byVillage = Map.groupBy(projects, (index) => existing[index]?.place.village ?? '');
  const rivals = new Map<number, number>();
  const found = rows.map((row) => {
    const key = incoming[row] as MatchKey;
    const { village, town } = key.place;
    // Where a place could be cut on one side only, the village stands in the town.
    const near =
      village === '' && town === ''
        ? projects
        : [...(byVillage.get(village) ?? []), ...otherVillages(byVillage, village)];
    const targets = near.filter((project) => isCompatible(key, existing[project] as MatchKey));
    for (const target of targets) rivals.set(target, (rivals.get(target) ?? 0) + 1);
    return { row, targets };
  });
  for (const { row, targets } of found) {
    const [only] = targets;
    if (only === undefined) continue;
    if (targets.length === 1 && rivals.get(only) === 1) settle(state, row, only);
    else refuse(state, row, '有几个同名项目，地点或年份没有写全，分不清是哪一个', targets);
  }
}

/** Projects whose village may be the one looked for although it is written otherwise: blank against stated. */
function otherVillages(byVillage: ReadonlyMap<string, readonly number[]>, village: string): readonly number[] {
  return village === ''
    ? [...byVillage].flatMap(([name, list]) => (name === '' ? [] : list))
    : (byVillage.get('') ?? []);
}
