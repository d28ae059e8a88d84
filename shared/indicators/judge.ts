// Whether an indicator is where it should be in a year (SPECS F4). On the way a value is held against the line from base to
// target; in the last year against the target alone. What cannot be judged says why and is never taken for 0.
import type { IndicatorDirection, IndicatorValue } from '../domain/indicator.ts';
import { baseYear, type PlanInfo } from '../domain/reference.ts';
import type { PlanIndicator } from '../tables/indicators.ts';
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimalText,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  roundDecimal,
} from '../values/decimal.ts';
import { compactText } from '../values/fold-text.ts';
import { judgeGrowth } from './growth.ts';
import { howJudged, type Measure, numberIn } from './how-judged.ts';
import { readValue, type ValueReading } from './read-value.ts';

export type JudgedAs = '已达终期目标' | '达到进度' | '滞后' | '下降' | '无法判断' | '完成' | '未完成';

export interface Judgement {
  year: number;
  /** What it should have come to by then, as a plain decimal; null where nothing says so. */
  expected: string | null;
  /** As it was typed; null where nothing was. */
  actual: string | null;
  status: JudgedAs;
  /** How much is lacking, as a plain decimal; null where nothing is or it is not known. */
  gap: string | null;
  /** Why it cannot be judged, or what the judgement rests on; '' where it goes without saying. */
  reason: string;
  /** The last year of the indicator, in which 完成 or 未完成 is said. */
  isFinal: boolean;
}

export type ValuesByYear = ReadonlyMap<number, IndicatorValue>;
type Said = Pick<Judgement, 'expected' | 'status' | 'gap' | 'reason'>;

const unclear = (reason: string, expected: string | null = null): Said => ({
  ...{ expected, status: '无法判断', gap: null, reason },
});

/** The first and the last year that count for an indicator. */
export function spanOf(indicator: PlanIndicator, plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>) {
  return {
    from: yearIn(indicator.baseYear) ?? baseYear(plan),
    to: yearIn(indicator.targetYear) ?? plan.lastYear,
  };
}

function yearIn(text: string | null): number | null {
  const digits = /\d{4}/.exec(text ?? '')?.[0];
  return digits === undefined ? null : Number(digits);
}

/** Judges one indicator in one year by its values. */
export function judgeIndicator(
  indicator: PlanIndicator,
  values: ValuesByYear,
  year: number,
  plan: Pick<PlanInfo, 'firstYear' | 'lastYear'>,
): Judgement {
  const span = spanOf(indicator, plan);
  const measure = howJudged(indicator);
  const text = values.get(year)?.text ?? null;
  const actual = readValue(text);
  const isFinal = year >= span.to;
  const said = sayOf({ indicator, measure, values, year, span, actual, isFinal });
  return { ...said, year, actual: actual.kind === 'blank' ? null : text, isFinal };
}

export interface Asked {
  indicator: PlanIndicator;
  measure: Measure;
  values: ValuesByYear;
  year: number;
  span: { from: number; to: number };
  actual: ValueReading;
  isFinal: boolean;
}

function sayOf(asked: Asked): Said {
  const { measure, year, span, actual, isFinal, indicator } = asked;
  if (year <= span.from) return unclear(`${year} 年不在基期 ${span.from} 年以后`);
  if (measure.target.kind === 'blank') return unclear('没有目标值');
  if (measure.kind === '定性') return judgeWords(asked);
  if (measure.kind === '增长率') return judgeGrowth(asked);
  const line = expectedOf(asked);
  const expected = line === null ? null : shownExpected(line, indicator, measure);
  if (measure.targetValue === null || measure.direction === null)
    return unclear(`目标值“${indicator.targetValue ?? ''}”的单位与指标的单位“${indicator.unit ?? ''}”不同`);
  if (actual.kind === 'blank') return unclear('没有填这一年的实际值', expected);
  const fault = whyNoNumber(actual, measure, indicator);
  if (fault !== null) return unclear(fault, expected);
  const value = numberIn(actual, measure.unit);
  if (value === null) return unclear(unitWords(actual, measure, indicator), expected);
  const lacks = lacking(measure.direction, value, measure.targetValue);
  if (isFinal) {
    return { expected, status: lacks === null ? '完成' : '未完成', gap: gapText(lacks, measure), reason: '' };
  }
  if (measure.isMixed) return unclear('基期与目标的单位不同，中途不能判断，到期看是否达到目标');
  if (measure.direction.startsWith('保持')) {
    const reason = `按“${measure.direction}”每年判断，没有时序进度`;
    return { expected, status: lacks === null ? '达到进度' : '滞后', gap: gapText(lacks, measure), reason };
  }
  if (lacks === null) return { expected, status: '已达终期目标', gap: null, reason: '' };
  if (line === null) return unclear('没有基期值，不知道这一年应达到多少');
  return judgeOnLine(measure, value, line, expected);
}

/** Held against the line: worse than the base is 下降, short of the line is 滞后. */
function judgeOnLine(measure: Measure, value: Decimal, line: Decimal, expected: string | null): Said {
  const isDown = isWayDown(measure);
  const lacks = lacking(isDown ? '达到以下' : '达到以上', value, line);
  if (lacks === null) return { expected, status: '达到进度', gap: null, reason: '' };
  const gap = gapText(lacks, measure);
  const fell = measure.baseValue === null ? 0 : compareDecimal(value, measure.baseValue);
  return { expected, status: (isDown ? fell > 0 : fell < 0) ? '下降' : '滞后', gap, reason: '' };
}

function isWayDown({ direction, baseValue, targetValue }: Measure): boolean {
  if (direction !== '等于') return direction === '达到以下';
  return baseValue !== null && targetValue !== null && compareDecimal(baseValue, targetValue) > 0;
}

/** How much a value falls short; null where it does not. */
function lacking(direction: IndicatorDirection, value: Decimal, goal: Decimal): Decimal | null {
  const more = addDecimal(goal, negateDecimal(value));
  const sign = compareDecimal(goal, value);
  if (sign === 0) return null;
  if (direction === '等于') return sign > 0 ? more : negateDecimal(more);
  const isShort = direction === '达到以下' || direction === '保持不高于' ? sign < 0 : sign > 0;
  if (!isShort) return null;
  return sign > 0 ? more : negateDecimal(more);
}

/** Where the line from base to target stands in a year; targets of years between are points of it. null: no line. */
function expectedOf({ indicator, measure, year, span, isFinal }: Asked): Decimal | null {
  const { targetValue, baseValue, direction, kind } = measure;
  if (isFinal || direction === null) return targetValue;
  const points = new Map<number, Decimal>();
  for (const [at, text] of Object.entries(indicator.targets)) {
    const value = numberIn(readValue(text), measure.unit);
    if (value !== null && Number(at) > span.from && Number(at) < span.to) points.set(Number(at), value);
  }
  const own = points.get(year);
  if (own !== undefined) return own;
  if (direction.startsWith('保持')) return targetValue;
  if (baseValue !== null) points.set(span.from, baseValue);
  if (targetValue !== null) points.set(span.to, targetValue);
  if (kind === '个数占比') return null;
  const years = [...points.keys()].sort((a, b) => a - b);
  const before = years.findLast((one) => one < year);
  const after = years.find((one) => one > year);
  if (before === undefined || after === undefined) return null;
  return between(points.get(before), points.get(after), { at: year - before, of: after - before });
}

function between(from: Decimal | undefined, to: Decimal | undefined, way: { at: number; of: number }): Decimal | null {
  if (!from || !to) return null;
  const steps = multiplyDecimal(addDecimal(to, negateDecimal(from)), { digits: BigInt(way.at), places: 0 });
  const part = steps && divideDecimal(steps, { digits: BigInt(way.of), places: 0 });
  return part ? addDecimal(from, part) : null;
}

/** To two decimals more than base and target have, but never to nothing. */
function gapText(lacks: Decimal | null, measure: Measure): string | null {
  if (lacks === null) return null;
  const rounded = roundDecimal(lacks, placesOf(measure) + 2);
  return decimalText(rounded.digits === 0n ? lacks : rounded);
}

function placesOf({ baseValue, targetValue }: Measure): number {
  return Math.max(baseValue?.places ?? 0, targetValue?.places ?? 0);
}

/** With the decimals that were chosen, else those of base and target and two more. */
function shownExpected(line: Decimal, { decimals }: PlanIndicator, measure: Measure): string {
  return decimalText(roundDecimal(line, decimals ?? placesOf(measure) + 2));
}

/** Why an actual value is no number to be judged; null where it is one. */
function whyNoNumber(actual: ValueReading, { kind, isMixed, unit }: Measure, { name }: PlanIndicator): string | null {
  if (actual.kind === 'words') return `“${actual.text}”不是数`;
  if (actual.kind !== 'number') return null;
  const written = decimalText(actual.value);
  if (actual.operator !== null && actual.operator !== '=') return `“${actual.operator}${written}”是界限，不是实际值`;
  if (kind === '个数占比' && actual.unit !== '%')
    return `目标是每个村都达到，“${written}”看不出有几个村达到；请填达到的村数和总村数（如 89/104），或达到的比例（如 85.58%）`;
  if (isMixed && unit === '%' && actual.unit === '' && compareDecimal(actual.value, HUNDRED) > 0)
    return `“${name}”有两个单位，“${written}”不知道是哪一个；目标按 % 填`;
  return null;
}

const HUNDRED: Decimal = { digits: 100n, places: 0 };

function unitWords(actual: ValueReading, { unit }: Measure, { unit: own }: PlanIndicator): string {
  const written = actual.kind === 'number' ? actual.unit : '';
  return `实际值的单位“${written}”与指标的单位“${own ?? unit}”不同`;
}

const DONE = /^(?:√|✓|是|已?(?:全部)?(?:完成|达到|达成|达标|落实|实现)(?:目标|预期)?|100%)$/;
const NOT_DONE =
  /^(?:×|✗|x|否|没有?|未(?:全部|完全)?(?:完成|达到|达成|达标|落实|实现)(?:目标|预期)?|部分(?:完成|达到|达成|落实)?)$/i;

/** A target in words: the same words, or a word that says so. */
function judgeWords({ actual, measure, values, year, isFinal, indicator }: Asked): Said {
  const target = indicator.targetValue?.trim() ?? '';
  const expected = target === '' ? null : target;
  const text = values.get(year)?.text ?? '';
  const word = compactText(text);
  if (actual.kind === 'blank') return unclear('没有填这一年的实际情况', expected);
  const isDone = word === compactText(target) || word === `已${compactText(target)}` || DONE.test(word);
  if (isDone) return { expected, status: isFinal ? '完成' : '达到进度', gap: null, reason: '' };
  if (NOT_DONE.test(word)) return { expected, status: isFinal ? '未完成' : '滞后', gap: null, reason: '' };
  const wanted = measure.target.kind === 'words' ? measure.target.text : target;
  return unclear(`“${text}”与目标“${wanted}”写法不同，看不出是否达到；请写“达到”或“未达到”`, expected);
}
