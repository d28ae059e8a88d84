// 年度计划 (SPECS B5): the projects listed for a year, or, while none is, those that the plan and their state propose; with
// what the plan's own figures give each of them in that year.
import type { Day, Execution } from '../domain/execution.ts';
import { factsOf } from '../domain/facts-by-project.ts';
import { lifeState, planYearOf, rankOf } from '../domain/life.ts';
import { withMargins } from '../domain/margins.ts';
import { endYear, type Project, splitCellKey, startYear } from '../domain/project.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, toFen } from '../values/money.ts';
import { type ProjectLife, projectLives } from './board.ts';

export type YearReason = '已列入' | '本年开工' | '本年有投资' | '续建';

export interface YearMoney {
  /** What the plan gives in the year; null where it does not say. */
  totalFen: Fen | null;
  /** By fund source as far as it is told. */
  bySource: ReadonlyMap<string, Fen>;
  /** Of the year, with no source told. */
  openFen: Fen;
}

export interface YearPlanRow {
  project: Project;
  reason: YearReason;
  money: YearMoney;
  /** Paper and day of its listing; null for a proposal. */
  documentNumber: string | null;
  listedAt: Day | null;
}

export interface YearPlan {
  year: number;
  /** Nothing is listed for the year yet: the rows are a proposal. */
  isProposal: boolean;
  rows: readonly YearPlanRow[];
  /** Projects that would be proposed and are not listed. */
  unlisted: readonly YearPlanRow[];
  totalFen: Fen;
}

/** The money of one year in the plan of a project: its cells; else the year's margin, whose sources are known where all of the project's money lies in it. */
export function yearMoney(project: Project, year: number): YearMoney {
  const { total, byYear, bySource, cells } = withMargins(project.amounts);
  const sources = new Map<string, Fen>();
  let known = 0;
  for (const [key, fen] of Object.entries(cells)) {
    const cell = splitCellKey(key);
    if (cell.year !== String(year)) continue;
    sources.set(cell.source, fen);
    known += fen;
  }
  const isOnlyYear = startYear(project) === year && endYear(project) === year;
  const hasYears = Object.keys(byYear).length > 0;
  const margin = byYear[year] ?? (!hasYears && isOnlyYear ? total : null);
  if (sources.size === 0 && margin !== null && margin === total) {
    for (const [source, fen] of Object.entries(bySource)) {
      sources.set(source, fen);
      known += fen;
    }
  }
  if (margin === null && sources.size === 0) return { totalFen: null, bySource: sources, openFen: toFen(0) };
  const whole = Math.max(margin ?? 0, known);
  return { totalFen: toFen(whole), bySource: sources, openFen: toFen(whole - known) };
}

/** Why a project belongs to a year; null: it does not. */
function reasonFor({ project, life }: ProjectLife, year: number, money: YearMoney): YearReason | null {
  if (life.isDropped) return null;
  const finishedAt = life.reached.get('finished');
  const isDone = lifeState(life.state).stage === '竣工' && (finishedAt ?? '').slice(0, 4) < String(year);
  const first = startYear(project);
  if ((money.totalFen ?? 0) > 0 && first !== year) return '本年有投资';
  if (isDone) return null;
  if (first === year) return '本年开工';
  const isUnderWay = rankOf(life.state) >= rankOf('planned');
  return first !== null && first < year && isUnderWay ? '续建' : null;
}

/** The plan of a year as it stands at a day. */
export function makeYearPlan(data: PlanData, execution: Execution, year: number, asOf: Day): YearPlan {
  const listed: YearPlanRow[] = [];
  const proposed: YearPlanRow[] = [];
  for (const one of projectLives(data, execution, asOf)) {
    const { project, life } = one;
    const money = yearMoney(project, year);
    const event = factsOf(execution.events, project.id).find(
      (step) => planYearOf(step) === year && (step.date === null || step.date <= asOf),
    );
    if (event && !life.isDropped) {
      const { documentNumber, date } = event;
      listed.push({ project, reason: '已列入', money, documentNumber, listedAt: date });
      continue;
    }
    const reason = reasonFor(one, year, money);
    if (reason !== null) proposed.push({ project, reason, money, documentNumber: null, listedAt: null });
  }
  const isProposal = listed.length === 0;
  const rows = isProposal ? proposed : listed;
  const totalFen = toFen(rows.reduce((sum, { money }) => sum + (money.totalFen ?? 0), 0));
  return { year, isProposal, rows, unlisted: isProposal ? [] : proposed, totalFen };
}
