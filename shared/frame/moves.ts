// What a change of the frame does to projects: another class, another source of money, other words for their place.

import { ownText, withOwn } from '../domain/own-columns.ts';
import { cellKey, type Project, splitCellKey } from '../domain/project.ts';
import { addFen, type Fen } from '../values/money.ts';

/** Words of places that projects write otherwise from now on. */
export interface PlaceRewrite {
  county: string;
  /** The names under which the town may be written. */
  towns: readonly string[];
  /** null: whatever the village. */
  villages: readonly string[] | null;
  to: { town?: string; village?: string };
}

export interface Moves {
  /** Class -> the class in its place; null: 未分类. */
  classes: Map<string, string | null>;
  sources: Map<string, string>;
  places: PlaceRewrite[];
  /** Own columns that are gone, with what projects hold in them. */
  columns: Set<string>;
}

export function noMoves(): Moves {
  return { classes: new Map(), sources: new Map(), places: [], columns: new Set() };
}

/** Sends what went to `from` to `to`, moves made before included. */
export function redirect<T>(moves: Map<string, T | string>, from: string, to: T | string): void {
  for (const [key, target] of moves) if (target === from) moves.set(key, to);
  moves.set(from, to);
}

function moveSources(amounts: Readonly<Record<string, Fen>>, nameOf: (key: string) => string): Record<string, Fen> {
  const moved: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(amounts)) {
    const target = nameOf(key);
    const known = moved[target];
    moved[target] = known === undefined ? fen : addFen(known, fen);
  }
  return moved;
}

const plain = (text: string | null): string => text?.replace(/\s/g, '') ?? '';

function movePlace(project: Project, rewrites: readonly PlaceRewrite[]): Project {
  const found = rewrites.find(
    ({ county, towns, villages }) =>
      county === project.regionCode &&
      towns.includes(plain(project.town)) &&
      (villages === null || villages.includes(plain(project.village))),
  );
  return found ? { ...project, ...found.to } : project;
}

/** The project after the moves; the same object where nothing of it moves. */
export function moveProject(project: Project, { classes, sources, places, columns }: Moves): Project {
  let moved = project;
  const target = project.categoryId === null ? undefined : classes.get(project.categoryId);
  if (target !== undefined) moved = { ...moved, categoryId: target };
  if (sources.size > 0) {
    const { bySource, cells } = project.amounts;
    const isTouched =
      Object.keys(bySource).some((id) => sources.has(id)) ||
      Object.keys(cells).some((key) => sources.has(splitCellKey(key).source));
    if (isTouched) {
      const idOf = (id: string): string => sources.get(id) ?? id;
      const keyOf = (key: string): string => {
        const { year, source } = splitCellKey(key);
        return cellKey(year, idOf(source));
      };
      const amounts = {
        ...project.amounts,
        bySource: moveSources(bySource, idOf),
        cells: moveSources(cells, keyOf),
      };
      moved = { ...moved, amounts };
    }
  }
  for (const id of columns) if (ownText(moved, id) !== null) moved = withOwn(moved, id, null);
  return places.length > 0 ? movePlace(moved, places) : moved;
}

export function isMoving({ classes, sources, places, columns }: Moves): boolean {
  return classes.size + sources.size + places.length + columns.size > 0;
}
