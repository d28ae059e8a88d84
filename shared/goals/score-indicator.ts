// What an indicator scores (SPECS C4): the more the better up to its target, the less the better for costs, a date in time or
// not, words by what they say. Without an actual value there is no score, which is not 0.
import { inUnit, readValue, type ValueReading } from '../indicators/read-value.ts';
import type { GoalIndicator } from '../records/goal.ts';
import { compareDecimal, type Decimal, ZERO_DECIMAL } from '../values/decimal.ts';
import { compactText } from '../values/fold-text.ts';
import { readDeadline } from './read-deadline.ts';
import { portion } from './weights.ts';

export type IndicatorScore =
  | { kind: 'score'; score: Decimal; isFull: boolean; isEasy: boolean }
  | { kind: 'open'; reason: string };

const HUNDRED_PERCENT: Decimal = { digits: 100n, places: 0 };
/** Parts of the weight, in hundredths. */
const VERDICTS: readonly (readonly [RegExp, bigint])[] = [
  [/^(?:未|没有?)(?:完成|达成|达到|实现)?|^(?:否|×)$/, 0n],
  [/^(?:部分|基本)(?:完成|达成|达到|实现)?/, 80n],
  [/^(?:√|是|已?(?:全部)?(?:完成|达成|达到|达标|实现|落实)|达成预期)/, 100n],
];

const full = (score: Decimal): IndicatorScore => ({ kind: 'score', score, isFull: true, isEasy: false });
const open = (reason: string): IndicatorScore => ({ kind: 'open', reason });

/** Scores an indicator with its weight. */
export function scoreIndicator(indicator: GoalIndicator, weight: Decimal): IndicatorScore {
  const { target, actual } = indicator;
  const wanted = readValue(target);
  if (wanted.kind === 'blank') return open('没有指标值');
  const got = readValue(actual);
  if (got.kind === 'blank') return open('没有填完成值');
  const deadline = readDeadline(target);
  if (deadline !== null) return scoreDate(deadline, actual, weight);
  if (wanted.kind === 'words') return scoreWords(wanted.text, actual, weight);
  if (got.kind !== 'number') {
    const verdict = verdictOf(actual);
    return verdict === null ? open(`完成值“${actual}”不是数`) : part(verdict, weight);
  }
  if (got.operator !== null && got.operator !== '=') return open(`完成值“${actual}”是界限，不是完成的数`);
  const value = inUnit(got, wanted.unit);
  if (value === undefined) return open(`完成值“${actual}”与指标值“${target}”的单位不同`);
  return scoreNumber(indicator, wanted, value, weight);
}

type NumberReading = Extract<ValueReading, { kind: 'number' }>;

function scoreNumber(indicator: GoalIndicator, wanted: NumberReading, value: Decimal, weight: Decimal): IndicatorScore {
  const goal = wanted.value;
  const order = compareDecimal(value, goal);
  const isLess =
    wanted.operator === '≤' || wanted.operator === '<' || (wanted.operator === null && indicator.kind === '成本');
  if (wanted.operator === '=' && !(wanted.unit === '%' && compareDecimal(goal, HUNDRED_PERCENT) === 0)) {
    return order === 0 ? full(weight) : { kind: 'score', score: ZERO_DECIMAL, isFull: false, isEasy: false };
  }
  if (isLess) {
    if (order <= 0) return full(weight);
    return { kind: 'score', score: portion(goal, value, weight), isFull: false, isEasy: false };
  }
  if (order >= 0) return { ...full(weight), isEasy: isFarAbove(value, goal) } as IndicatorScore;
  if (value.digits <= 0n || goal.digits <= 0n)
    return { kind: 'score', score: ZERO_DECIMAL, isFull: false, isEasy: false };
  return { kind: 'score', score: portion(value, goal, weight), isFull: false, isEasy: false };
}

/** More than 130 % of the target: it was set low. */
function isFarAbove(value: Decimal, goal: Decimal): boolean {
  const limit = { digits: goal.digits * 13n, places: goal.places + 1 };
  return goal.digits > 0n && compareDecimal(value, limit) > 0;
}

function scoreDate(deadline: string, actual: string, weight: Decimal): IndicatorScore {
  const day = readDeadline(actual);
  if (day === null) {
    const verdict = verdictOf(actual);
    return verdict === null ? open(`完成值“${actual}”不是日期`) : part(verdict, weight);
  }
  return day <= deadline ? full(weight) : { kind: 'score', score: ZERO_DECIMAL, isFull: false, isEasy: false };
}

function scoreWords(target: string, actual: string, weight: Decimal): IndicatorScore {
  if (compactText(target) === compactText(actual)) return full(weight);
  const verdict = verdictOf(actual);
  return verdict === null
    ? open(`完成值“${actual}”看不出是否达成，请写“达成”“部分达成”或“未达成”`)
    : part(verdict, weight);
}

function verdictOf(actual: string): bigint | null {
  const word = compactText(actual);
  return VERDICTS.find(([words]) => words.test(word))?.[1] ?? null;
}

function part(hundredths: bigint, weight: Decimal): IndicatorScore {
  const score = portion({ digits: hundredths, places: 0 }, HUNDRED_PERCENT, weight);
  return { kind: 'score', score, isFull: hundredths === 100n, isEasy: false };
}
