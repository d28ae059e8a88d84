// 市级调度: how far each county is at a day, and how far it was at the end of the month before (SPECS I1).
import { isIndustry } from '../checks/bridge-fund.ts';
import type { RuleSettings } from '../checks/rule-settings.ts';
import { INDUSTRY } from '../checks/shared-settings.ts';
import type { Day, Execution } from '../domain/execution.ts';
import { batchesById, type ProgressFigures, type ProjectProgress, progressFigures, rateOf } from '../funds/figures.ts';
import type { PlanData } from '../records/plan-data.ts';
import { shortRegionName } from '../tables/crosswalk.ts';
import { type Fen, toFen } from '../values/money.ts';
import { type HeldReport, reportingCounties } from './held-report.ts';

export interface MonthRow {
  code: string;
  name: string;
  /** The day that its figures speak of. */
  asOf: Day;
  projects: number;
  released: number;
  started: number;
  finished: number;
  releasedFen: Fen;
  paidFen: Fen;
  industryFen: Fen;
  /** null: its batches are not known. */
  unallocatedFen: Fen | null;
  overdue: number;
  /** Percent with two decimals; null where there is no whole. */
  lastRate: string | null;
  /** Place by 支付率; null without a rate. */
  rank: number | null;
}

export interface CityFacts {
  data: PlanData;
  execution: Execution;
  settings: RuleSettings;
  reports: readonly HeldReport[];
}

/** The last day of the month before. */
export function endOfLastMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
}

/** A county that reported with a workbook speaks of the day on which that was saved, where this is earlier than `asOf`. */
export function monthRows(facts: CityFacts, asOf: Day): { rows: MonthRow[]; total: MonthRow } {
  const { data, execution, reports } = facts;
  const heads = new Map(reports.map(({ head }) => [head.id, head]));
  const batchIds = new Map(reports.map(({ head }) => [head.id, new Set(head.batches)]));
  const now = progressFigures(data, execution, asOf);
  const before = progressFigures(data, execution, endOfLastMonth(asOf));
  const nowBy = Map.groupBy(now.projects, ({ project }) => project.regionCode);
  const beforeBy = Map.groupBy(before.projects, ({ project }) => project.regionCode);
  const rows = reportingCounties(data).map((county): MonthRow => {
    const { code } = county;
    const own = batchIds.get(code) ?? new Set<string>();
    const said = own.size > 0 ? (heads.get(code)?.asOf ?? asOf) : asOf;
    return {
      ...rowOf(facts, nowBy.get(code) ?? [], beforeBy.get(code) ?? [], asOf),
      unallocatedFen: unallocated(now, own),
      code,
      name: shortRegionName(county),
      asOf: said < asOf ? said : asOf,
    };
  });
  rank(rows);
  const total = {
    ...rowOf(facts, now.projects, before.projects, asOf),
    unallocatedFen:
      now.batches.length === 0 ? null : toFen(now.batches.reduce((sum, one) => sum + one.unallocatedFen, 0)),
    code: 'total',
    name: '合计',
    asOf,
  };
  return { rows, total };
}

type RowFigures = Omit<MonthRow, 'code' | 'name' | 'asOf' | 'unallocatedFen'>;

function rowOf(
  { data, execution, settings }: CityFacts,
  now: readonly ProjectProgress[],
  before: readonly ProjectProgress[],
  asOf: Day,
): RowFigures {
  const words = settings.of(INDUSTRY.rule, INDUSTRY.spec);
  const sum = (list: readonly ProjectProgress[], of: (one: ProjectProgress) => number): Fen =>
    toFen(list.reduce((all, one) => all + of(one), 0));
  const released = (list: readonly ProjectProgress[]): Fen => sum(list, (one) => one.releasedFen);
  const paid = (list: readonly ProjectProgress[]): Fen => sum(list, (one) => one.paidFen);
  const industry = now.filter(({ project }) => isIndustry(project, data.reference, words));
  const batches = batchesById(execution.batches);
  return {
    projects: now.length,
    released: now.filter(({ state }) => state !== '未下达').length,
    started: now.filter(({ state }) => state === '已开工' || state === '已竣工').length,
    finished: now.filter(({ state }) => state === '已竣工').length,
    releasedFen: released(now),
    paidFen: paid(now),
    industryFen: released(industry),
    overdue: now.filter((one) => isOverdue(one, batches, asOf)).length,
    lastRate: rateOf(paid(before), released(before)),
    rank: null,
  };
}

/** Released, not finished, and its 完工时间 or the deadline of one of its batches is over. */
export function isOverdue(
  { project, state, life, byBatch }: ProjectProgress,
  batches: ReturnType<typeof batchesById>,
  asOf: Day,
): boolean {
  if (state === '已竣工' || state === '未下达' || life.isDropped) return false;
  const days = [...byBatch.keys()].flatMap((id) => batches.get(id)?.finishBy ?? []);
  if (days.some((day) => day < asOf)) return true;
  const end = project.endAt ?? project.startAt;
  if (end === null) return false;
  return end.length === 4 ? end < asOf.slice(0, 4) : end < asOf.slice(0, end.length);
}

function unallocated({ batches }: ProgressFigures, own: ReadonlySet<string>): Fen | null {
  if (own.size === 0) return null;
  return toFen(batches.filter(({ batch }) => own.has(batch.id)).reduce((sum, one) => sum + one.unallocatedFen, 0));
}

/** The highest 支付率 first; equal rates share a place. */
function rank(rows: readonly MonthRow[]): void {
  const rates = rows.flatMap(({ paidFen, releasedFen }) => {
    const rate = rateOf(paidFen, releasedFen);
    return rate === null ? [] : [Number(rate)];
  });
  for (const row of rows) {
    const rate = rateOf(row.paidFen, row.releasedFen);
    row.rank = rate === null ? null : rates.filter((other) => other > Number(rate)).length + 1;
  }
}
