// The board of states, and the plan of a year.

import type { YearPlanEntry } from '#shared/contract/methods/life.ts';
import type { MethodOutput } from '#shared/contract/methods.ts';
import type { LifeStateId } from '#shared/domain/life.ts';
import { type Board, type BoardDimension, makeBoard } from '#shared/life/board.ts';
import { makeYearPlan } from '#shared/life/year-plan.ts';
import type { Session } from '../session.ts';

export interface BoardView extends Omit<Board, 'projects'> {
  /** The state of each project; `dropped` for 清理出库. */
  projects: { id: string; state: LifeStateId | 'dropped'; isPaused: boolean; since: string | null }[];
}

export function readBoard(session: Session, asOf: string, by: BoardDimension): BoardView {
  const { projects, ...board } = makeBoard(session.planData(), session.execution(), asOf, by);
  return {
    ...board,
    projects: projects.map(({ project, life }) => ({
      id: project.id,
      state: life.isDropped ? 'dropped' : life.state,
      isPaused: life.isPaused,
      since: life.last?.date ?? null,
    })),
  };
}

/** The plan of a year at a day, the projects by id. */
export function readYearPlan(session: Session, year: number, asOf: string): MethodOutput<'life.yearPlan'> {
  const { rows, unlisted, isProposal, totalFen } = makeYearPlan(session.planData(), session.execution(), year, asOf);
  const entryOf = ({ project, reason, money, documentNumber, listedAt }: (typeof rows)[number]): YearPlanEntry => ({
    id: project.id,
    reason,
    planFen: money.totalFen,
    bySource: Object.fromEntries(money.bySource),
    documentNumber,
    listedAt,
  });
  return { year, isProposal, totalFen, rows: rows.map(entryOf), unlisted: unlisted.map(entryOf) };
}
