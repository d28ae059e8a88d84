// The goals of a year with their money and scores.
import type { Execution as Facts } from '#shared/domain/execution.ts';
import { factsByProject } from '#shared/domain/facts-by-project.ts';
import type { Project } from '#shared/domain/project.ts';
import { batchesById } from '#shared/funds/figures.ts';
import { type Execution, type GoalScore, scoreGoal } from '#shared/goals/score-goal.ts';
import type { LevelWeights } from '#shared/goals/weights.ts';
import type { Goal } from '#shared/records/goal.ts';
import { recordsOf } from '#shared/records/records.ts';
import type { Session } from '../session.ts';

/** 全年预算数 and 全年执行数 of a project: its lines of batches of the year and its payments in it; else what a form said. */
export function executionOf(goal: Goal, { batches, lines, payments }: ReturnType<typeof indexed>): Execution {
  const own = (lines.get(goal.projectId) ?? []).filter(({ batchId }) => batches.get(batchId)?.year === goal.year);
  if (own.length === 0) return { budgetFen: goal.budgetFen, spentFen: goal.spentFen };
  const paid = (payments.get(goal.projectId) ?? []).filter(({ date }) => date.startsWith(String(goal.year)));
  const sum = (facts: readonly { amountFen: number }[]): number =>
    facts.reduce((all, { amountFen }) => all + amountFen, 0);
  return { budgetFen: sum(own), spentFen: sum(paid) };
}

export function indexed({ batches, lines, payments }: Facts) {
  return {
    batches: batchesById(batches),
    lines: factsByProject(lines),
    payments: factsByProject(payments),
  };
}

export interface GoalView {
  project: Project;
  goal: Goal;
  money: Execution;
  score: GoalScore;
}

/** Goals of a year in the order of the list; null: of all years. */
export function goalsOf(session: Session, year: number | null, weights?: LevelWeights): GoalView[] {
  const data = session.planData();
  const order = new Map(data.projects.map((project, at) => [project.id, { project, at }]));
  const facts = indexed(session.execution());
  return [...recordsOf(data.records, 'goal').values()]
    .filter((goal) => year === null || goal.year === year)
    .flatMap((goal) => {
      const found = order.get(goal.projectId);
      return found ? [{ ...found, goal }] : [];
    })
    .sort((a, b) => a.at - b.at || a.goal.year - b.goal.year)
    .map(({ project, goal }) => {
      const money = executionOf(goal, facts);
      return { project, goal, money, score: scoreGoal(goal, money, weights) };
    });
}
