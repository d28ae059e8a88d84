// The tables and figures that the chapters of a plan stand beside, found by what they show, and their printed numbers.
import type { PlanData } from '#shared/domain/plan-data.ts';
import { computeTables } from '#shared/tables/compute.ts';
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

const hasRow = (table: TableResult, prefix: string): boolean => table.rows.some(({ key }) => key.startsWith(prefix));
const isPlain = (table: TableResult): boolean => table.columns.length === 3;

export function planParts(data: PlanData): PlanParts {
  const tables = computeTables(data);
  const isClass = (table: TableResult): boolean => table.rows[0]?.role === 'heading' && hasRow(table, 'category:');
  const overview = tables.find(
    (table) => table.rows[0]?.role === 'total' && hasRow(table, 'category:') && isPlain(table),
  );
  const years = tables.find((table) => hasRow(table, 'year:'));
  return {
    tables,
    overview,
    years,
    classTable: (id) => tables.find((table) => isClass(table) && table.rows[0]?.key === `category:${id}`),
    others: tables.filter((table) => table !== overview && table !== years && !isClass(table)),
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
  const ids = new Set(computeTables(data).flatMap((table) => [table.id, ...table.charts.map(({ id }) => id)]));
  return (id) => (ids.has(id) ? id : undefined);
}
