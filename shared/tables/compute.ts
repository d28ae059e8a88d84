// Computes the tables of a plan and numbers them and their charts in the order of the list.
import type { PlanData } from '../records/plan-data.ts';
import { PLAN_MONEY_WORDS, type PlanMoney } from '../records/plan-money.ts';
import type { TableDesign } from '../records/table-design.ts';
import { chartFigures } from './chart-figures.ts';
import { layOutIndicators } from './indicators.ts';
import { layOut } from './lay-out.ts';
import { type Chapter, type NumberedItem, numberItems } from './numbering.ts';
import { keptOutside, moneyNote } from './outside-money.ts';
import { ownTables, withNote } from './own-tables.ts';
import { chosenMoney, countedMoney } from './plan-money.ts';
import type { PlannedTable } from './spec.ts';
import { TABLE_FAMILIES } from './specs.ts';
import type { TableColumn, TableResult } from './table.ts';

/** The list through the plan first, then its chapters, then the annex. */
function chapterRank(chapter: Chapter): number {
  return chapter === 'plan' ? 0 : chapter === 'annex' ? Number.MAX_SAFE_INTEGER : chapter;
}

/** The tables that a plan has, in their order: within a chapter the plan's own first. */
export function plannedTables(data: PlanData): PlannedTable[] {
  const planned = TABLE_FAMILIES.flatMap(({ tables }) => tables(data)).map((table) => withNote(table, data));
  return [...planned, ...ownTables(data)].sort((a, b) => chapterRank(a.chapter) - chapterRank(b.chapter));
}

function numberedItems(table: PlannedTable): NumberedItem[] {
  const { id, chapter, isHead } = table;
  const charts = table.content.kind === 'projects' ? table.content.charts : [];
  return [
    { id, kind: 'table', chapter, ...(isHead ? { isHead } : {}) },
    ...charts.map((chart): NumberedItem => ({ id: chart.id, kind: 'chart', chapter: chart.chapter ?? chapter })),
  ];
}

/** One table; `numbers` gives its printed number and those of its charts. */
export function computeTable(
  planned: PlannedTable,
  whole: PlanData,
  numbers: ReadonlyMap<string, string> = new Map(),
): TableResult {
  const number = numbers.get(planned.id) ?? '';
  const data = countedMoney(whole);
  if (planned.content.kind === 'indicators') {
    const { columns, rows, notes } = layOutIndicators(data);
    return {
      id: planned.id,
      number,
      title: `${data.plan.regionName}规划主要指标`,
      unit: '万元',
      columns,
      rows,
      notes,
      source: '数据来源：本规划指标表',
      charts: [],
    };
  }
  const { design, charts } = planned.content;
  const laidOut = layOut(design, data);
  return {
    id: planned.id,
    number,
    title: design.title,
    unit: '万元',
    columns: namedMoney(laidOut.columns, data === whole ? null : chosenMoney(whole)),
    rows: laidOut.rows,
    notes: [...laidOut.notes, ...moneyNotes(design, whole)],
    source: '数据来源：本规划项目表',
    charts: charts.map((chart) => ({
      ...chartFigures(chart, design, laidOut),
      number: numbers.get(chart.id) ?? '',
    })),
  };
}

/** 总投资 and 规划期投资 of the projects in the table, where they differ. */
function moneyNotes(design: TableDesign, data: PlanData): string[] {
  if (!showsMoney(design) || keptOutside(data, {}) === null) return [];
  const outside = keptOutside(data, design.filter);
  return outside ? [moneyNote(chosenMoney(data), data.plan, outside)] : [];
}

/** A column that holds 规划期投资 says so. */
function namedMoney(columns: readonly TableColumn[], money: PlanMoney | null): TableColumn[] {
  return columns.map((column) =>
    money !== null && column.kind === 'amount' && column.key === 'total'
      ? { ...column, label: column.label.replace(PLAN_MONEY_WORDS.whole, PLAN_MONEY_WORDS[money]) }
      : column,
  );
}

function showsMoney({ measures, columns, spread }: TableDesign): boolean {
  return measures.includes('total') || (columns !== null && spread.includes('total'));
}

/** Printed number of every table and chart of the plan's list by id, for references in texts. */
export function partNumbers(data: PlanData): ReadonlyMap<string, string> {
  return numberItems(plannedTables(data).flatMap(numberedItems));
}

const remembered = new WeakMap<PlanData, TableResult[]>();

/** All tables of a plan; remembered per plan value. */
export function computeTables(data: PlanData): TableResult[] {
  let tables = remembered.get(data);
  if (!tables) {
    const planned = plannedTables(data);
    const numbers = numberItems(planned.flatMap(numberedItems));
    tables = planned.map((table) => computeTable(table, data, numbers));
    remembered.set(data, tables);
  }
  return tables;
}
