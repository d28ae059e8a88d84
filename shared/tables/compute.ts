// Computes the tables of a plan.
import { categoryTree } from '#shared/domain/categories.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import { classTable } from './class-tables.ts';
import type { TableOptions, TableSpec } from './spec.ts';
import { CLASS_COUNT, TABLE_SPECS } from './specs.ts';
import type { TableResult } from './table.ts';
import { YEAR_TABLE } from './year-table.ts';

/** The tables that a plan has, in their order. */
export function specsFor(data: PlanData): TableSpec[] {
  const classes = categoryTree(data.reference, data.plan.scheme).length;
  const extra = Array.from({ length: Math.max(0, classes - CLASS_COUNT) }, (_, index) =>
    classTable(CLASS_COUNT + index),
  );
  const afterClasses = TABLE_SPECS.indexOf(YEAR_TABLE);
  return TABLE_SPECS.toSpliced(afterClasses, 0, ...extra).filter((spec) => spec.applies(data));
}

/** One table of a plan. */
export function computeTable(spec: TableSpec, data: PlanData, options: TableOptions = {}): TableResult {
  return spec.build(data, options);
}

const remembered = new WeakMap<PlanData, TableResult[]>();

/** All tables of a plan; without options the result is remembered per plan value. */
export function computeTables(data: PlanData, options?: TableOptions): TableResult[] {
  if (options) return specsFor(data).map((spec) => computeTable(spec, data, options));
  let tables = remembered.get(data);
  if (!tables) {
    tables = specsFor(data).map((spec) => computeTable(spec, data));
    remembered.set(data, tables);
  }
  return tables;
}
