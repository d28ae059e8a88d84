// The tables and figures that the chapters of a plan stand beside, found by what they show, and their printed numbers.
import type { PlanData } from '#shared/records/plan-data.ts';
import { computeTables, partNumbers } from '#shared/tables/compute.ts';
import type { ChartSpec, TableResult } from '#shared/tables/table.ts';
import type { PartLabels } from './evaluate.ts';

export interface PlanParts {
  tables: readonly TableResult[];
  /** All classes with counts and money. */
  overview: TableResult | undefined;
  /** One class with its sub-classes. */
  classTable(categoryId: string): TableResult | undefined;
  years: TableResult | undefined;
  /** Tables that no standard paragraph stands beside, e.g. towns, funds and those of the planner's own. */
  others: readonly TableResult[];
}

export function planParts(data: PlanData): PlanParts {
  const tables = computeTables(data).filter(({ rows }) => rows.length > 0);
  const byId = new Map(tables.map((table) => [table.id, table]));
  const overview = byId.get('classes');
  const years = byId.get('years');
  const classTable = (id: string): TableResult | undefined => byId.get(`class:${id}`);
  const classes = new Set(data.reference.categories.map(({ id }) => classTable(id)));
  return {
    tables,
    overview,
    years,
    classTable,
    others: tables.filter((table) => table !== overview && table !== years && !classes.has(table)),
  };
}

/** A chart of a table by its unit or kind. */
export function chartOf(
  table: TableResult | undefined,
  wanted: { unit?: string; kind?: ChartSpec['kind'] },
): ChartSpec | undefined {
  return table?.charts.find(({ unit, kind }) => (wanted.unit ?? unit) === unit && (wanted.kind ?? kind) === kind);
}

/** Printed numbers of the plan's tables and figures; the one place that knows where they come from. */
export function partLabels(data: PlanData): PartLabels {
  const numbers = partNumbers(data);
  return (id) => numbers.get(id);
}
