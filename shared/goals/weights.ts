// The parts of 100 that levels and indicators have (SPECS C3): a level without indicators, and an execution of no money, give
// theirs to the others in proportion; inside a level what is not typed shares what is left.
import { GOAL_LEVELS, type GoalIndicator, type GoalLevel } from '../records/goal.ts';
import { addDecimal, type Decimal, negateDecimal, parseDecimal, ZERO_DECIMAL } from '../values/decimal.ts';

export type Part = GoalLevel | '预算执行';
export type LevelWeights = Readonly<Record<Part, number>>;

/** 产出50｜效益30｜满意度10｜预算执行10. */
export const USUAL_WEIGHTS: LevelWeights = { 产出: 50, 效益: 30, 满意度: 10, 预算执行: 10 };

const HUNDRED: Decimal = { digits: 100n, places: 0 };
const PLACES = 2;

export const decimalOf = (value: number): Decimal => parseDecimal(String(value)) ?? ZERO_DECIMAL;

export interface Weights {
  /** In the order of the indicators. */
  indicators: Decimal[];
  execution: Decimal;
  total: Decimal;
}

/** `hasExecution`: there was money whose execution counts. */
export function weightsOf(indicators: readonly GoalIndicator[], hasExecution: boolean, levels: LevelWeights): Weights {
  const isTyped = indicators.length > 0 && indicators.every(({ weight }) => weight !== null);
  const typed = indicators.map(({ weight }) => decimalOf(weight ?? 0));
  if (isTyped) return asTyped(typed, hasExecution, levels);
  // Thousands of projects share few patterns of levels and typed weights.
  const pattern = `${hasExecution}${indicators.map(({ level, weight }) => `${level}${weight ?? ''}`).join('|')}`;
  const known = remembered.get(levels) ?? new Map<string, Weights>();
  remembered.set(levels, known);
  const found = known.get(pattern) ?? shareOut(indicators, hasExecution, levels);
  if (known.size < MOST_PATTERNS) known.set(pattern, found);
  return found;
}

const MOST_PATTERNS = 1000;
const remembered = new WeakMap<LevelWeights, Map<string, Weights>>();

function shareOut(indicators: readonly GoalIndicator[], hasExecution: boolean, levels: LevelWeights): Weights {
  const names = Object.keys(GOAL_LEVELS) as GoalLevel[];
  const present = names.filter((level) => indicators.some((one) => one.level === level));
  const shares = [...present.map((level) => levels[level]), hasExecution ? levels.预算执行 : 0];
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const scaled = (share: number): Decimal => portion(decimalOf(share), decimalOf(whole), HUNDRED);
  const result = indicators.map(() => ZERO_DECIMAL);
  const execution = hasExecution ? scaled(levels.预算执行) : ZERO_DECIMAL;
  // The last level takes what rounding leaves, so that all add up to 100.
  let left = addDecimal(HUNDRED, negateDecimal(execution));
  present.forEach((level, index) => {
    const own = index === present.length - 1 ? left : scaled(levels[level]);
    left = addDecimal(left, negateDecimal(own));
    spread(own, level, indicators, result);
  });
  return { indicators: result, execution, total: sumOf([...result, execution]) };
}

/** Typed throughout: they count as they are, with the usual part for the execution unless they make 100 already. */
function asTyped(typed: Decimal[], hasExecution: boolean, levels: LevelWeights): Weights {
  const sum = sumOf(typed);
  const isWhole = sum.digits === HUNDRED.digits * 10n ** BigInt(sum.places);
  const execution = hasExecution && !isWhole ? decimalOf(levels.预算执行) : ZERO_DECIMAL;
  if (hasExecution || isWhole) return { indicators: typed, execution, total: addDecimal(sum, execution) };
  // No money, no execution: the rest is scaled to 100.
  const expected = 100 - levels.预算执行;
  const isRest = sumOf([sum, negateDecimal(decimalOf(expected))]).digits === 0n;
  if (!isRest) return { indicators: typed, execution, total: addDecimal(sum, decimalOf(levels.预算执行)) };
  // The last takes what rounding leaves.
  let left = HUNDRED;
  const scaled = typed.map((weight, at) => {
    const own = at === typed.length - 1 ? left : portion(weight, sum, HUNDRED);
    left = addDecimal(left, negateDecimal(own));
    return own;
  });
  return { indicators: scaled, execution, total: HUNDRED };
}

function spread(own: Decimal, level: GoalLevel, indicators: readonly GoalIndicator[], result: Decimal[]): void {
  const at = indicators.flatMap((one, index) => (one.level === level ? [index] : []));
  const open = at.filter((index) => indicators[index]?.weight === null);
  let left = own;
  for (const index of at) {
    const typed = indicators[index]?.weight;
    if (typed === null || typed === undefined) continue;
    result[index] = decimalOf(typed);
    left = addDecimal(left, negateDecimal(decimalOf(typed)));
  }
  if (left.digits < 0n) left = ZERO_DECIMAL;
  const each = portion(left, decimalOf(open.length), { digits: 1n, places: 0 });
  open.forEach((index, turn) => {
    const rest = turn === open.length - 1 ? left : each;
    result[index] = rest;
    left = addDecimal(left, negateDecimal(rest));
  });
}

/** part ÷ whole × of, exactly, rounded half up to two decimals; 0 of nothing. None of them is negative. */
export function portion(part: Decimal, whole: Decimal, of: Decimal): Decimal {
  if (whole.digits === 0n) return ZERO_DECIMAL;
  const above = part.digits * of.digits * 10n ** BigInt(whole.places + PLACES);
  const beneath = whole.digits * 10n ** BigInt(part.places + of.places);
  return { digits: (above * 2n + beneath) / (beneath * 2n), places: PLACES };
}

export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce(addDecimal, ZERO_DECIMAL);
}
