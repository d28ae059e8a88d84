// Planners' own tables (自定义汇总表) and their notes under the plan's tables: records beside the projects.
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import type { TableDesign } from '../records/table-design.ts';
import type { PlannedTable } from './spec.ts';

const OWN_PREFIX = 'own:';

/** Id of an own table in lists and references, from the id of its record. */
export function ownTableId(recordId: string): string {
  return `${OWN_PREFIX}${recordId}`;
}

/** Id of the record of an own table; undefined for a table of the plan. */
export function ownRecordId(tableId: string): string | undefined {
  return tableId.startsWith(OWN_PREFIX) ? tableId.slice(OWN_PREFIX.length) : undefined;
}

export function planOwnTable(id: string, design: TableDesign): PlannedTable {
  const title = design.chartTitle?.trim() || design.title;
  const shows = design.columns === null ? 'rows' : 'matrix';
  return {
    id,
    chapter: design.chapter,
    content: {
      kind: 'projects',
      design,
      charts: design.chart === 'none' ? [] : [{ id: `${id}:chart`, title, kind: design.chart, shows }],
    },
  };
}

/** The own tables of a workbook in the order in which they were made. */
export function ownTables({ records }: Pick<PlanData, 'records'>): PlannedTable[] {
  return [...recordsOf(records, 'own-table')].map(([id, design]) => planOwnTable(ownTableId(id), design));
}

/** A table of the plan with the planner's own note under it. */
export function withNote(table: PlannedTable, { records }: Pick<PlanData, 'records'>): PlannedTable {
  const note = recordsOf(records, 'table-note').get(table.id)?.note;
  if (note === undefined || table.content.kind !== 'projects') return table;
  return { ...table, content: { ...table.content, design: { ...table.content.design, note } } };
}
