// Indicators whose target is a yearly growth (SPECS F4): values are levels (人均可支配收入 in 元), or yearly rates in %.
import { compareDecimal, type Decimal, decimalText } from '../values/decimal.ts';
import type { Asked, Judgement } from './judge.ts';
import { readValue, unitsOf } from './read-value.ts';

type Said = Pick<Judgement, 'expected' | 'status' | 'gap' | 'reason'>;

const unclear = (reason: string, expected: string | null): Said => ({
  ...{ expected, status: '无法判断', gap: null, reason },
});

/** The average yearly growth in percent from one level to another; null where there is none. */
export function averageGrowth(from: number, to: number, years: number): number | null {
  if (!(from > 0) || !(to > 0) || years < 1) return null;
  return Math.round(((to / from) ** (1 / years) - 1) * 10_000) / 100;
}

const asNumber = (value: Decimal): number => Number(decimalText(value));

/** Judges the average growth since the base against the target. */
export function judgeGrowth(asked: Asked): Said {
  const { measure, isFinal } = asked;
  const goal = measure.targetValue;
  if (goal === null || measure.target.kind !== 'number') return unclear('目标值不是增长率', null);
  const expected = decimalText(goal);
  const average = readLevels(asked) ? levelGrowth(asked) : rateGrowth(asked);
  if (typeof average === 'string') return unclear(average, expected);
  const isBelow = measure.direction === '达到以下' || measure.direction === '保持不高于';
  const wanted = asNumber(goal);
  const isMet = isBelow ? average <= wanted : average >= wanted;
  const reason = `年均增长 ${average}%`;
  if (isMet) return { expected, status: isFinal ? '完成' : '达到进度', gap: null, reason };
  const gap = String(Math.round(Math.abs(wanted - average) * 100) / 100);
  return { expected, status: isFinal ? '未完成' : average < 0 && !isBelow ? '下降' : '滞后', gap, reason };
}

/** Levels where the unit is one of levels: 元, or 元、%; rates where it is %. */
function readLevels({ indicator, measure }: Asked): boolean {
  const [first = '%'] = unitsOf(indicator.unit);
  return first !== '%' || (measure.base.kind === 'number' && compareDecimal(measure.base.value, TOO_MUCH) > 0);
}
/** No yearly rate is above this: a base of 13927 is a level. */
const TOO_MUCH: Decimal = { digits: 200n, places: 0 };

function levelGrowth({ measure, actual, year, span }: Asked): number | string {
  if (measure.base.kind !== 'number') return '没有基期值，算不出年均增长';
  if (actual.kind === 'blank') return '没有填这一年的实际值';
  if (actual.kind !== 'number') return `“${actual.text}”不是数`;
  if (actual.unit === '%') return '这个指标填的是数额，不是增长率；增长率由基期值和实际值算出';
  const average = averageGrowth(asNumber(measure.base.value), asNumber(actual.value), year - span.from);
  return average ?? '基期值和实际值应大于 0，才能算年均增长';
}

/** Rates of all years since the base, multiplied; a year without one leaves it open. */
function rateGrowth({ values, year, span }: Asked): number | string {
  let product = 1;
  const missing: number[] = [];
  for (let at = span.from + 1; at <= year; at += 1) {
    const reading = readValue(values.get(at)?.text ?? null);
    if (reading.kind === 'words') return `${at} 年的“${reading.text}”不是数`;
    if (reading.kind === 'blank') missing.push(at);
    else product *= 1 + asNumber(reading.value) / 100;
  }
  if (missing.length > 0) return `没有填 ${missing.join('、')} 年的增长率，算不出年均增长`;
  return averageGrowth(1, product, year - span.from) ?? '增长率算不出年均';
}
