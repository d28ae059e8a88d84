// The sums of a design. They are kept and, when the list changes, only the changed projects are taken out and put in.

import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { MeasureId, TableDesign } from '../records/table-design.ts';
import { type PlanStructure, planStructure } from './plan-structure.ts';
import { makeWalker, type RowRef } from './walk.ts';

export interface TallyCell extends Record<MeasureId, number> {
  /** How many additions made it; one that has none left counts as not there. */
  parts: number;
}

export interface TallyRow {
  path: readonly string[];
  cells: Map<string, TallyCell>;
}

/** Rows by key, each with its cells by column member. */
export type Tally = ReadonlyMap<string, TallyRow>;

/** Whether anything stands in a column of a row. */
export function isFilled(row: TallyRow | undefined, column: string): boolean {
  return (row?.cells.get(column)?.parts ?? 0) > 0;
}

/** Whether anything stands in a row. */
export function hasFigures(row: TallyRow | undefined): boolean {
  for (const { parts } of row?.cells.values() ?? []) if (parts > 0) return true;
  return false;
}

/** A sum of a row; 0 where nothing was added. */
export function sumOf(row: TallyRow | undefined, column: string, measure: MeasureId): number {
  return row?.cells.get(column)?.[measure] ?? 0;
}

interface Kept {
  projects: readonly Project[];
  rows: Map<string, TallyRow>;
  change: (project: Project, sign: 1 | -1) => void;
}

/** So many designs are remembered for a plan: its own tables and what is tried out in the editor. */
const MOST_KEPT = 80;

const kept = new WeakMap<PlanStructure, Map<string, Kept>>();

/** The sums of a design over the plan's projects. */
export function tallyOf(design: TableDesign, data: PlanData): Tally {
  const structure = planStructure(data);
  const byDesign = kept.get(structure) ?? new Map<string, Kept>();
  kept.set(structure, byDesign);
  const key = JSON.stringify([design.rows, design.columns, design.measures, design.spread, design.filter]);
  const found = byDesign.get(key) ?? start(design, data);
  byDesign.delete(key);
  byDesign.set(key, found);
  if (byDesign.size > MOST_KEPT) byDesign.delete(byDesign.keys().next().value ?? key);
  const { gone, come } = difference(found.projects, data.projects);
  for (const project of gone) found.change(project, -1);
  for (const project of come) found.change(project, 1);
  found.projects = data.projects;
  return found.rows;
}

function start(design: TableDesign, data: PlanData): Kept {
  const rows = new Map<string, TallyRow>();
  const walk = makeWalker(design, data);
  const byRef = new Map<RowRef, TallyRow>();
  const rowOf = (ref: RowRef): TallyRow => {
    let row = byRef.get(ref);
    if (!row) {
      row = { path: ref.path, cells: new Map() };
      byRef.set(ref, row);
      rows.set(ref.key, row);
    }
    return row;
  };
  const change = (project: Project, sign: 1 | -1): void =>
    walk(project, (ref, column, measure, value) => {
      const { cells } = rowOf(ref);
      let cell = cells.get(column);
      if (!cell) {
        cell = { parts: 0, count: 0, total: 0, households: 0, people: 0 };
        cells.set(column, cell);
      }
      cell.parts += sign;
      cell[measure] += sign * value;
    });
  return { projects: [], rows, change };
}

/** The projects of one list that are not in the other; an edit leaves all other records as they were. */
function difference(
  before: readonly Project[],
  after: readonly Project[],
): { gone: readonly Project[]; come: readonly Project[] } {
  if (before === after) return { gone: [], come: [] };
  if (before.length === 0) return { gone: [], come: after };
  const length = Math.min(before.length, after.length);
  let head = 0;
  while (head < length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const old = before.slice(head, before.length - tail);
  const fresh = after.slice(head, after.length - tail);
  const olds = new Set(old);
  const fresher = new Set(fresh);
  return { gone: old.filter((project) => !fresher.has(project)), come: fresh.filter((project) => !olds.has(project)) };
}
