// The sums of a design, kept and followed up by the projects that changed.

import type { Project } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { MeasureId, TableDesign } from '../records/table-design.ts';
import { type Counter, makeKeptSums } from '../sums/kept-sums.ts';
import { planStructure } from './plan-structure.ts';
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

const sums = makeKeptSums<Project, Map<string, TallyRow>>();

/** The sums of a design over the plan's projects. */
export function tallyOf(design: TableDesign, data: PlanData): Tally {
  const name = JSON.stringify([design.rows, design.columns, design.measures, design.spread, design.filter]);
  return sums(planStructure(data), name, data.projects, () => start(design, data));
}

function start(design: TableDesign, data: PlanData): Counter<Project, Map<string, TallyRow>> {
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
  return { state: rows, change };
}
