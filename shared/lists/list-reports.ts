// The reports on lists: what can be asked for, and each computed to a table.
import { z } from 'zod';
import type { Day } from '../domain/execution.ts';
import { planYears } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import type { TableResult } from '../tables/table.ts';
import { linkageTowns } from './linkage-towns.ts';
import { listTable } from './list-table.ts';
import { LISTS, listRows } from './lists.ts';
import { coverageTable } from './place-coverage.ts';
import { tasksOfUnit, unitTasksTable } from './unit-tasks.ts';
import { villageSummary } from './village-summary.ts';
import { newestVillageYear, villagesOf } from './villages.ts';

const asOf = z.iso.date().nullable().default(null);
const year = z.number().int().min(1990).max(2100).nullable().default(null);
const words = z.string().nullable().default(null);

export const LIST_REPORTS = [
  /** 任务分解及责任表; of one unit its 任务交办单. */
  z.object({ kind: z.literal('tasks'), unit: words, asOf }),
  /** 责任单位任务统计表. */
  z.object({ kind: z.literal('task-units'), asOf }),
  /** 村情基础表 of a year; null: the newest. */
  z.object({ kind: z.literal('villages'), year, asOf }),
  /** 村情汇总表. */
  z.object({ kind: z.literal('village-summary'), year, asOf }),
  /** 重点村、示范村、安置点名单; null: all lists. */
  z.object({ kind: z.literal('places'), list: words, asOf }),
  /** 名单项目情况表. */
  z.object({ kind: z.literal('place-coverage'), list: words, asOf }),
  /** 联农带农情况统计表, and its sums by town. */
  z.object({ kind: z.literal('linkage'), asOf }),
  z.object({ kind: z.literal('linkage-towns'), asOf }),
  /** 依据文件清单. */
  z.object({ kind: z.literal('basis'), asOf }),
] as const;

export type ListReport = z.output<(typeof LIST_REPORTS)[number]>;

export const LIST_REPORT_NAMES: Readonly<Record<ListReport['kind'], string>> = {
  tasks: '任务分解及责任表',
  'task-units': '责任单位任务统计表',
  villages: '村情基础表',
  'village-summary': '村情汇总表',
  places: '重点村示范村安置点名单',
  'place-coverage': '重点村示范村安置点项目情况表',
  linkage: '联农带农情况统计表',
  'linkage-towns': '联农带农汇总表',
  basis: '依据文件清单',
};

/** Whether a report is one of a list. */
export function isListReport(choice: { kind: string }): choice is ListReport {
  return Object.hasOwn(LIST_REPORT_NAMES, choice.kind);
}

/** The tables of a report; [] while its list is empty. */
export function makeListReport(data: PlanData, choice: ListReport, day: Day): TableResult[] {
  const { records } = data;
  const some = (tables: TableResult): TableResult[] => (tables.rows.length === 0 ? [] : [tables]);
  switch (choice.kind) {
    case 'tasks': {
      const all = [...recordsOf(records, 'task')];
      const rows = choice.unit === null ? all : tasksOfUnit(data, all, choice.unit);
      const table = listTable(data, LISTS.task, rows, { years: planYears(data.plan), day });
      return some(choice.unit === null ? table : { ...table, title: `${choice.unit}任务交办单` });
    }
    case 'task-units':
      return some(unitTasksTable(data, listRows(data, 'task'), day));
    case 'villages': {
      const own = choice.year ?? newestVillageYear(data);
      if (own === null) return [];
      const of = `${data.plan.regionName}${own}年`;
      return some(listTable(data, LISTS['village-year'], villagesOf(data, own), { of, day }));
    }
    case 'village-summary': {
      const own = choice.year ?? newestVillageYear(data);
      return own === null ? [] : some(villageSummary(data, own));
    }
    case 'places': {
      const rows = [...recordsOf(records, 'listed-place')].filter(
        ([, { list }]) => choice.list === null || list === choice.list,
      );
      return some(listTable(data, LISTS['listed-place'], rows, { day }));
    }
    case 'place-coverage':
      return some(coverageTable(data, choice.list));
    case 'linkage':
      return some(listTable(data, LISTS.linkage, [...recordsOf(records, 'linkage')], { day }));
    case 'linkage-towns':
      return some(linkageTowns(data));
    case 'basis':
      return some(listTable(data, LISTS['basis-document'], [...recordsOf(records, 'basis-document')], { day }));
  }
}
