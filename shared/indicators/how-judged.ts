// How an indicator is judged where nobody said so (SPECS F1, F4): told by its name, its unit, its base and its target. What
// is typed always wins.
import type { IndicatorDirection, IndicatorKind } from '../domain/indicator.ts';
import type { PlanIndicator } from '../tables/indicators.ts';
import { compareDecimal, type Decimal } from '../values/decimal.ts';
import { compactText } from '../values/fold-text.ts';
import { inUnit, readValue, unitsOf, type ValueReading } from './read-value.ts';

export interface Measure {
  kind: IndicatorKind;
  /** null for 定性 and for what has no target. */
  direction: IndicatorDirection | null;
  base: ValueReading;
  target: ValueReading;
  /** The unit in which actual values and the target are compared. */
  unit: string;
  /** The base in that unit; null: there is none that can be compared. */
  baseValue: Decimal | null;
  targetValue: Decimal | null;
  /** A base and a target of different units (人、%): nothing leads from one to the other. */
  isMixed: boolean;
}

const GROWTH = /(?:年均|年度?|平均)?(?:增长|增速|增幅)(?:率|速度|幅度)?$|年均增|增长率|增速/;
/** Each village is to earn so much; a mean over them says nothing. */
const PER_VILLAGE = /村级?集体(?:经济|经营性)?.{0,6}收入|村均.{0,8}收入/;
const WAN_MOST_PER_VILLAGE: Decimal = { digits: 200n, places: 0 };
/** Where less of it is better, a target below the base is a way down and no floor. */
const LESS_IS_BETTER =
  /返贫|致贫|风险|失业|辍学|死亡|发病|患病|事故|案件|发案|排放|能耗|耗水|化肥|农药|污染|空心|闲置|缺口|差距|收入比|成本|贫困|恩格尔/;
/** Rates of which nobody wants more, whatever the base is. */
const BAD_RATE = /(?:返贫|致贫|失业|辍学|死亡|发病|发生|发案|空心)率$/;

export function howJudged(indicator: PlanIndicator): Measure {
  const { name, unit, baseValue, targetValue } = indicator;
  const base = readValue(baseValue);
  const target = readValue(targetValue);
  const units = unitsOf(unit);
  const kind = indicator.kind ?? kindOf(name, units, target);
  if (kind === '定性' || (target.kind === 'words' && indicator.direction === null)) {
    return {
      ...{ kind: '定性', direction: null, base, target, unit: '' },
      ...{ baseValue: null, targetValue: null, isMixed: false },
    };
  }
  const wanted = kind === '增长率' || kind === '个数占比' ? '%' : (units.at(-1) ?? unitIn(target));
  const first = units.length > 1 ? (units[0] ?? wanted) : wanted;
  const baseNumber = base.kind === 'number' ? inUnit(base, base.unit === '' ? first : wanted) : undefined;
  const isMixed = units.length > 1 && kind === '数值';
  const known = isMixed || kind !== '数值' ? null : (baseNumber ?? null);
  const goal = kind === '个数占比' ? HUNDRED_PERCENT : numberIn(target, wanted);
  return {
    kind,
    direction: indicator.direction ?? directionOf(name, target, known, goal),
    ...{ base, target, unit: wanted, baseValue: known, targetValue: goal, isMixed },
  };
}

const HUNDRED_PERCENT: Decimal = { digits: 100n, places: 0 };

function unitIn(reading: ValueReading): string {
  return reading.kind === 'number' ? reading.unit : '';
}

/** A reading in a unit; null where it is none that can be compared. */
export function numberIn(reading: ValueReading, unit: string): Decimal | null {
  return reading.kind === 'number' ? (inUnit(reading, unit) ?? null) : null;
}

function kindOf(name: string, units: readonly string[], target: ValueReading): IndicatorKind {
  const bare = compactText(name).replace(/\(.*?\)/g, '');
  const targetUnit = target.kind === 'number' && target.unit !== '' ? target.unit : (units.at(-1) ?? '');
  if (target.kind === 'words') return '定性';
  if (GROWTH.test(bare) && targetUnit.startsWith('%')) return '增长率';
  const isSmall = target.kind === 'number' && compareDecimal(target.value, WAN_MOST_PER_VILLAGE) <= 0;
  if (PER_VILLAGE.test(bare) && isSmall && /^万元/.test(targetUnit) && target.operator === '≥') return '个数占比';
  return '数值';
}

/** A target that the base has reached already is to be kept; it is no path downwards (义务教育巩固率 99.76 → 97.5). */
function directionOf(
  name: string,
  target: ValueReading,
  base: Decimal | null,
  goal: Decimal | null,
): IndicatorDirection | null {
  if (target.kind !== 'number' || goal === null) return null;
  const order = base === null ? null : compareDecimal(base, goal);
  const bare = compactText(name).replace(/\(.*?\)/g, '');
  const isBelow = target.operator === '≤' || target.operator === '<';
  const isBad = target.operator === null && (order === null ? BAD_RATE : LESS_IS_BETTER).test(bare) && (order ?? 1) > 0;
  if (isBelow || isBad) return order !== null && order <= 0 ? '保持不高于' : '达到以下';
  if (target.operator === '=') return '等于';
  return order !== null && order >= 0 ? '保持不低于' : '达到以上';
}
