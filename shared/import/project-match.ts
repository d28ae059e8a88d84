// Finding the project that a row of a sheet speaks of: by 项目编号, else by name, place and start year.
import type { Project } from '../domain/project.ts';
import { startYear } from '../domain/project.ts';
import { bareText } from './fold-text.ts';
import { leadingOrdinal } from './ordinals.ts';
import type { ProjectValues } from './reading.ts';

export interface MatchKey {
  code: string;
  name: string;
  town: string;
  village: string;
  year: string;
}

/** What a project is known by; '' where it is not stated. */
export function matchKey(project: ProjectValues | Project): MatchKey {
  const name = project.name ?? '';
  return {
    code: bareText(project.code ?? ''),
    name: bareText(leadingOrdinal(name)?.rest || name),
    town: bareText(project.town ?? ''),
    village: bareText(project.village ?? '').replace(/(?:村|社区)(?:民委员会|居委会)?$/, ''),
    year: String(startYear({ startAt: project.startAt ?? null }) ?? ''),
  };
}

function isSameOrBlank(a: string, b: string): boolean {
  return a === '' || b === '' || a === b;
}

/** Place and year agree exactly. */
export function isSameProject(a: MatchKey, b: MatchKey): boolean {
  return a.name === b.name && a.town === b.town && a.village === b.village && a.year === b.year;
}

/** Nothing that both state differs. */
export function isCompatible(a: MatchKey, b: MatchKey): boolean {
  return (
    a.name === b.name &&
    isSameOrBlank(a.town, b.town) &&
    isSameOrBlank(a.village, b.village) &&
    isSameOrBlank(a.year, b.year) &&
    isSameOrBlank(a.code, b.code)
  );
}

export interface Match {
  /** Index of the existing project; null: a new one. */
  existing: number | null;
  /** Why it cannot be told which project is meant; '' where it can. */
  conflict: string;
}

/**
 * Matches incoming rows with existing projects. Several of the same name, place and year are paired off: those without
 * a difference first, then in order where there are as many on both sides; else they are conflicts.
 */
export function matchProjects(
  incoming: readonly MatchKey[],
  existing: readonly MatchKey[],
  isEqual: (incoming: number, existing: number) => boolean,
): Match[] {
  const matches: (Match | undefined)[] = new Array(incoming.length).fill(undefined);
  const free = new Set(existing.keys());
  const pair = (from: number, to: number): void => {
    matches[from] = { existing: to, conflict: '' };
    free.delete(to);
  };
  pairByCode(incoming, existing, matches, pair);

  const byName = Map.groupBy(free, (index) => existing[index]?.name ?? '');
  const waiting = Map.groupBy(
    [...incoming.keys()].filter((index) => matches[index] === undefined),
    (index) => incoming[index]?.name ?? '',
  );
  for (const [name, rows] of waiting) {
    const candidates = byName.get(name) ?? [];
    if (candidates.length > 0) pairGroup(rows, candidates, { incoming, existing, matches, free, pair, isEqual });
    for (const row of rows) matches[row] ??= { existing: null, conflict: '' };
  }
  return matches.map((match) => match ?? { existing: null, conflict: '' });
}

function pairByCode(
  incoming: readonly MatchKey[],
  existing: readonly MatchKey[],
  matches: (Match | undefined)[],
  pair: (from: number, to: number) => void,
): void {
  const byCode = Map.groupBy(existing.keys(), (index) => existing[index]?.code ?? '');
  const rows = Map.groupBy(incoming.keys(), (index) => incoming[index]?.code ?? '');
  for (const [code, from] of rows) {
    const to = code === '' ? [] : (byCode.get(code) ?? []);
    if (to.length === 0) continue;
    const [row, project] = [from[0], to[0]];
    if (from.length === 1 && to.length === 1 && row !== undefined && project !== undefined) pair(row, project);
    else for (const at of from) matches[at] = { existing: null, conflict: '项目编号重复，分不清是哪一个项目' };
  }
}

interface Group {
  incoming: readonly MatchKey[];
  existing: readonly MatchKey[];
  matches: (Match | undefined)[];
  free: Set<number>;
  pair(from: number, to: number): void;
  isEqual(incoming: number, existing: number): boolean;
}

function pairGroup(rows: readonly number[], candidates: readonly number[], group: Group): void {
  const { incoming, existing, matches, free, pair, isEqual } = group;
  const key = (index: number): MatchKey => incoming[index] as MatchKey;
  const known = (index: number): MatchKey => existing[index] as MatchKey;
  const open = (): number[] => rows.filter((row) => matches[row] === undefined);
  for (const row of rows) {
    const same = candidates.find((to) => free.has(to) && isSameProject(key(row), known(to)) && isEqual(row, to));
    if (same !== undefined) pair(row, same);
  }
  for (const row of open()) {
    if (matches[row] !== undefined) continue;
    const peers = open().filter((other) => isSameProject(key(other), key(row)));
    const targets = candidates.filter((to) => free.has(to) && isSameProject(known(to), key(row)));
    if (targets.length === 0) continue;
    if (peers.length === targets.length) {
      peers.forEach((peer, index) => {
        pair(peer, targets[index] as number);
      });
    } else {
      const conflict = `同名、同地点、同年份的项目表中有 ${targets.length} 个、来表有 ${peers.length} 个，分不清改的是哪一个；请给它们填上项目编号，或改用“全部新增”`;
      for (const peer of peers) matches[peer] = { existing: null, conflict };
    }
  }
  for (const row of open()) {
    const targets = candidates.filter((to) => free.has(to) && isCompatible(key(row), known(to)));
    const rivals = open().filter((other) => targets.some((to) => isCompatible(key(other), known(to))));
    if (targets.length === 0) continue;
    if (targets.length === 1 && rivals.length === 1) pair(row, targets[0] as number);
    else matches[row] = { existing: null, conflict: '有几个同名项目，地点或年份没有写全，分不清是哪一个' };
  }
}
