// The score of a project's goals in a year with its grade, and what stands against it (SPECS C3, C4).

import { rateOf } from '../funds/figures.ts';
import type { Goal, GoalIndicator } from '../records/goal.ts';
import { addDecimal, compareDecimal, type Decimal, decimalText, negateDecimal } from '../values/decimal.ts';
import { type IndicatorScore, scoreIndicator } from './score-indicator.ts';
import { type LevelWeights, type Part, portion, sumOf, USUAL_WEIGHTS, weightsOf } from './weights.ts';

export interface ScoredPart {
  level: Part;
  kind: string;
  name: string;
  target: string;
  actual: string;
  weight: string;
  /** null: it cannot be scored. */
  score: string | null;
  reason: string;
}

export interface GoalScore {
  parts: ScoredPart[];
  /** null while a part of it is open. */
  score: string | null;
  grade: '优' | '良' | '中' | '差' | null;
  /** What stands against the score: error where it does not hold, warning where something is to be said. */
  problems: { level: 'error' | 'warning' | 'info'; message: string }[];
}

/** Money of the year: what there was to spend and what was spent, in 分; null: nobody said. */
export interface Execution {
  budgetFen: number | null;
  spentFen: number | null;
}

const GRADES: readonly (readonly [from: bigint, grade: '优' | '良' | '中'])[] = [
  [90n, '优'],
  [80n, '良'],
  [60n, '中'],
];
const HUNDRED: Decimal = { digits: 100n, places: 0 };
const NEEDS_REASON_BELOW = 90;

export function gradeOf(score: Decimal): '优' | '良' | '中' | '差' {
  return GRADES.find(([from]) => compareDecimal(score, { digits: from, places: 0 }) >= 0)?.[1] ?? '差';
}

export function scoreGoal(
  goal: Goal,
  { budgetFen, spentFen }: Execution,
  levels: LevelWeights = USUAL_WEIGHTS,
): GoalScore {
  const hasExecution = budgetFen !== null && budgetFen > 0 && spentFen !== null;
  const weights = weightsOf(goal.indicators, hasExecution, levels);
  const problems: GoalScore['problems'] = [];
  if (goal.indicators.length === 0) problems.push({ level: 'error', message: '没有绩效指标，不能评分。' });
  if (compareDecimal(weights.total, HUNDRED) !== 0) {
    const difference = decimalText(addDecimal(weights.total, negateDecimal(HUNDRED)));
    problems.push({
      level: 'error',
      message: `分值合计 ${decimalText(weights.total)}，不是 100，差 ${difference}。请改正各指标的分值。`,
    });
  }
  const scores = goal.indicators.map((one, at) => scoreIndicator(one, weights.indicators[at] ?? HUNDRED));
  const parts = goal.indicators.map((one, at) => partOf(one, weights.indicators[at] ?? HUNDRED, scores[at]));
  problems.push(...goal.indicators.flatMap((one, at) => remarks(one, scores[at])));
  const values = scores.flatMap((one) => (one.kind === 'score' ? [one.score] : []));
  if (hasExecution) {
    const isOver = (spentFen ?? 0) > (budgetFen ?? 0);
    const money = (fen: number | null): Decimal => ({ digits: BigInt(Math.max(0, fen ?? 0)), places: 6 });
    const score = isOver ? weights.execution : portion(money(spentFen), money(budgetFen), weights.execution);
    values.push(score);
    const rate = rateOf(spentFen ?? 0, budgetFen ?? 0) ?? '';
    parts.push({
      ...{ level: '预算执行', kind: '预算执行率', name: '预算执行率', target: '100%', actual: `${rate}%` },
      ...{ weight: decimalText(weights.execution), score: decimalText(score), reason: goal.executionReason },
    });
    if (isOver)
      problems.push({ level: 'warning', message: `全年执行数大于预算数（执行率 ${rate}%），按满分计，请核对。` });
    else if (Number(rate) < NEEDS_REASON_BELOW && goal.executionReason.trim() === '')
      problems.push({ level: 'warning', message: `预算执行率 ${rate}%，低于 90%，没有写原因。` });
  }
  const isWhole = values.length === parts.length && goal.indicators.length > 0;
  const total = sumOf(values);
  return {
    parts,
    score: isWhole ? decimalText(total) : null,
    grade: isWhole ? gradeOf(total) : null,
    problems,
  };
}

function partOf(one: GoalIndicator, weight: Decimal, scored: IndicatorScore | undefined): ScoredPart {
  const { level, kind, name, target, actual, reason } = one;
  const score = scored?.kind === 'score' ? decimalText(scored.score) : null;
  return { level, kind, name, target, actual, weight: decimalText(weight), score, reason };
}

function remarks(one: GoalIndicator, scored: IndicatorScore | undefined): GoalScore['problems'] {
  const subject = `“${one.name}”`;
  if (scored?.kind === 'open') return [{ level: 'warning', message: `${subject}${scored.reason}，没有计分。` }];
  if (!scored) return [];
  if (!scored.isFull && one.reason.trim() === '')
    return [{ level: 'warning', message: `${subject}没有得满分，没有写偏差原因和改进措施。` }];
  if (scored.isEasy && one.reason.trim() === '')
    return [
      {
        level: 'info',
        message: `${subject}完成值 ${one.actual} 超过指标值 ${one.target} 的 130%，目标值设置偏低，请说明。`,
      },
    ];
  return [];
}
