// The reports on carrying a plan out: what can be asked for, and each computed to a table. One schema for window, command
// line, paper and what is remembered.
import { z } from 'zod';
import { handoverTable } from '../assets/handover-table.ts';
import { assetLedger } from '../assets/ledger-table.ts';
import { assetSummary } from '../assets/summary-table.ts';
import type { Finding } from '../checks/finding.ts';
import type { RuleSettings } from '../checks/rule-settings.ts';
import type { HeldReport } from '../city/held-report.ts';
import { levelTable } from '../city/level-table.ts';
import { monthTable as cityMonthTable } from '../city/month-table.ts';
import { qualityTables } from '../city/quality-table.ts';
import { reportedTable } from '../city/reported-table.ts';
import type { Asset } from '../domain/asset.ts';
import type { ChangeOrder } from '../domain/change-order.ts';
import type { Day, Execution } from '../domain/execution.ts';
import type { Posting } from '../domain/posting.ts';
import { batchTable } from '../funds/batch-table.ts';
import { progressFigures } from '../funds/figures.ts';
import { groupProgress, PROGRESS_DIMENSIONS } from '../funds/group-progress.ts';
import { ledgerTable } from '../funds/ledger-table.ts';
import { monthTable } from '../funds/month-table.ts';
import { progressTable } from '../funds/progress-table.ts';
import { indicatorTable } from '../indicators/indicator-table.ts';
import { newestYear } from '../indicators/rows.ts';
import { makeBoard } from '../life/board.ts';
import { boardTable } from '../life/board-table.ts';
import { makeYearPlan } from '../life/year-plan.ts';
import { yearPlanTable } from '../life/year-plan-table.ts';
import { isListReport, LIST_REPORT_NAMES, LIST_REPORTS, makeListReport } from '../lists/list-reports.ts';
import type { Holidays } from '../notice/period.ts';
import { changeTable } from '../orders/change-table.ts';
import { chosenOrders } from '../orders/chosen-orders.ts';
import { fundShiftTable } from '../orders/fund-shift-table.ts';
import { makeMatrix, matrixTable } from '../postings/matrix-table.ts';
import { registerRows } from '../postings/register.ts';
import { registerTable } from '../postings/register-table.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableResult } from '../tables/table.ts';

/** null: the day on which it is made. */
const asOf = z.iso.date().nullable().default(null);

export const reportChoice = z.discriminatedUnion('kind', [
  /** 项目进度和资金支付情况表, by project the monthly list, by batch the summary of papers. */
  z.object({ kind: z.literal('progress'), by: z.enum(PROGRESS_DIMENSIONS).default('project'), asOf }),
  /** 储备开工在建竣工情况表. */
  z.object({ kind: z.literal('board'), by: z.enum(['class', 'town']).default('class'), asOf }),
  /** 资金台账 of one batch; null: of each. */
  z.object({ kind: z.literal('ledger'), batchId: z.string().nullable().default(null), asOf }),
  /** 年度项目实施计划表. */
  z.object({ kind: z.literal('year-plan'), year: z.number().int().min(1990).max(2100), asOf }),
  /** 公示台账. */
  z.object({ kind: z.literal('register'), asOf }),
  /** 项目公示情况一览表: projects by stages of notices. */
  z.object({ kind: z.literal('matrix'), asOf }),
  /** 规划指标完成情况表, judged in a year; null: the newest with a value. */
  z.object({
    kind: z.literal('indicators'),
    year: z.number().int().min(1990).max(2100).nullable().default(null),
    asOf,
  }),
  /** 市级调度表: the counties of an upper plan side by side. */
  z.object({ kind: z.literal('city-month'), asOf }),
  /** 市县核对总表. */
  z.object({ kind: z.literal('city-levels'), asOf }),
  /** 各县报送情况表. */
  z.object({ kind: z.literal('city-reported'), asOf }),
  /** 审核通报 of one county; null: of each that has projects. */
  z.object({ kind: z.literal('city-quality'), county: z.string().nullable().default(null), asOf }),
  /** 资产台账 of a town or village; null: of all. */
  z.object({ kind: z.literal('assets'), place: z.string().nullable().default(null), asOf }),
  /** 移交清单 of a town or village; null: of all. */
  z.object({ kind: z.literal('assets-handover'), place: z.string().nullable().default(null), asOf }),
  /** 资产汇总表. */
  z.object({ kind: z.literal('assets-summary'), asOf }),
  /** 项目变更表 of one change order; null: of each that was approved. */
  z.object({ kind: z.literal('changes'), orderId: z.string().nullable().default(null), asOf }),
  /** 资金调整表 of one change order; null: of all that were approved, together. */
  z.object({ kind: z.literal('fund-shift'), orderId: z.string().nullable().default(null), asOf }),
  ...LIST_REPORTS,
]);

export type ReportChoice = z.output<typeof reportChoice>;
export type ReportKind = ReportChoice['kind'];

export const REPORT_NAMES: Readonly<Record<ReportKind, string>> = {
  progress: '项目进度和资金支付情况表',
  board: '储备开工在建竣工情况表',
  ledger: '资金台账',
  'year-plan': '年度项目实施计划表',
  register: '公示台账',
  matrix: '项目公示情况一览表',
  indicators: '规划指标完成情况表',
  'city-month': '市级调度表',
  'city-levels': '市县核对总表',
  'city-reported': '各县报送情况表',
  'city-quality': '审核通报',
  assets: '资产台账',
  'assets-handover': '资产移交清单',
  'assets-summary': '资产汇总表',
  changes: '项目变更表',
  'fund-shift': '资金调整表',
  ...LIST_REPORT_NAMES,
};

/** The reports by what they are about, in the order in which they are offered. */
export const REPORT_GROUPS: readonly (readonly [about: string, kinds: readonly ReportKind[]])[] = [
  ['资金和进度', ['progress', 'ledger', 'board', 'year-plan']],
  ['公示', ['register', 'matrix']],
  ['调整变更', ['changes', 'fund-shift']],
  ['指标', ['indicators']],
  ['资产', ['assets', 'assets-summary']],
  ['各县汇总', ['city-month', 'city-levels', 'city-reported', 'city-quality']],
];

/** All that reports are made of. */
export interface ReportFacts {
  data: PlanData;
  execution: Execution;
  postings: readonly Posting[];
  assets: readonly Asset[];
  orders: readonly ChangeOrder[];
  holidays: Holidays;
  settings: RuleSettings;
  /** What the counties of an upper plan reported. */
  reports: readonly HeldReport[];
  /** Findings on the plan, made only for a report that shows them. */
  findings(): readonly Finding[];
}

/** The tables of a report; one but for ledgers. `today` is the day where the choice names none. */
export function makeReport(facts: ReportFacts, choice: ReportChoice, today: Day): TableResult[] {
  const { data, execution, postings } = facts;
  const day = choice.asOf ?? today;
  if (isListReport(choice)) return makeListReport(data, choice, day);
  switch (choice.kind) {
    case 'progress': {
      const figures = progressFigures(data, execution, day);
      if (choice.by === 'project') return [monthTable(data, execution, figures)];
      if (choice.by === 'batch') return [batchTable(data, figures)];
      return [progressTable(data, groupProgress(data, figures, choice.by), choice.by, day)];
    }
    case 'board':
      return [boardTable(data, makeBoard(data, execution, day, choice.by), choice.by)];
    case 'ledger':
      return execution.batches
        .filter(({ id }) => choice.batchId === null || id === choice.batchId)
        .map((batch) => ledgerTable(data, execution, batch, day));
    case 'year-plan':
      return [yearPlanTable(data, makeYearPlan(data, execution, choice.year, day))];
    case 'register':
      return [registerTable(data, registerRows(data, postings, { ...facts, asOf: day }), day)];
    case 'matrix':
      return [matrixTable(data, makeMatrix(data, execution, postings, day), day)];
    case 'indicators':
      return [indicatorTable(data, choice.year ?? newestYear(data))];
    case 'city-month':
      return [cityMonthTable(facts, day)];
    case 'city-levels':
      return [levelTable(data, facts.reports)];
    case 'city-reported':
      return [reportedTable(data, facts.reports)];
    case 'city-quality':
      return qualityTables({ data, reports: facts.reports, findings: facts.findings() }, choice.county);
    case 'assets':
      return facts.assets.length === 0 ? [] : [assetLedger(data, facts.assets, choice.place, day)];
    case 'assets-handover':
      return facts.assets.length === 0 ? [] : [handoverTable(data, facts.assets, choice.place, day)];
    case 'assets-summary':
      return facts.assets.length === 0 ? [] : [assetSummary(data, facts.assets, day)];
    case 'changes':
      return chosenOrders(facts.orders, choice.orderId, choice.asOf).map((order) => changeTable(data, order));
    case 'fund-shift': {
      const orders = chosenOrders(facts.orders, choice.orderId, choice.asOf);
      return orders.length === 0 ? [] : [fundShiftTable(data, orders, day)];
    }
  }
}

const NARROW: ReadonlySet<ReportKind> = new Set(['task-units', 'places', 'place-coverage', 'linkage-towns', 'basis']);

/** The paper on which a report is readable: lists of many columns are wide. */
export function reportPaper(choice: ReportChoice): 'A3' | 'A4' {
  if (NARROW.has(choice.kind)) return 'A4';
  const isWide =
    choice.kind === 'progress'
      ? choice.by === 'project'
      : choice.kind !== 'ledger' && choice.kind !== 'city-quality' && choice.kind !== 'city-reported';
  return isWide ? 'A3' : 'A4';
}
