// What the list of the plan's tables is made of: planned tables with their charts. The list itself is in specs.ts.

import { isUpperPlan } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { ChartKind, MeasureId, TableDesign } from '../records/table-design.ts';
import type { Chapter } from './numbering.ts';

/** A chart of a table, before the figures are in it. */
export interface ChartDesign {
  id: string;
  title: string;
  kind: ChartKind | 'auto';
  /** rows: one measure by row; members: the same over the columns, of all rows; matrix: columns in each row; across: rows in each column. */
  shows: 'rows' | 'members' | 'matrix' | 'across';
  measure?: MeasureId;
  /** Where it stands in the plan, if not with its table. */
  chapter?: Chapter;
}

/** A table of one plan, before its figures are in it. */
export interface PlannedTable {
  id: string;
  chapter: Chapter;
  /** Carries the chapter's own number (表4). */
  isHead?: boolean;
  /** What it is made of; 表1 is made of the list of indicators, not of projects. */
  content: { kind: 'projects'; design: TableDesign; charts: readonly ChartDesign[] } | { kind: 'indicators' };
}

/** One entry of the list: the tables that a plan has of it, none where it does not belong to this level of plan. */
export interface TableFamily {
  id: string;
  /** What it shows, for lists and help. */
  summary: string;
  tables: (data: PlanData) => PlannedTable[];
}

/** A county numbers by chapter, an office above it through the whole plan. */
export function chapterIn(data: PlanData, chapter: number): Chapter {
  return isUpperPlan(data) ? 'plan' : chapter;
}
