// What is odd about an actual value of an indicator, in words; it is kept as it was typed.
import type { PlanIndicator } from '../tables/indicators.ts';
import { compareDecimal, type Decimal, decimalText } from '../values/decimal.ts';
import { howJudged } from './how-judged.ts';
import { inUnit, readValue } from './read-value.ts';

const ONE: Decimal = { digits: 1n, places: 0 };
const TEN: Decimal = { digits: 10n, places: 0 };
const HUNDRED: Decimal = { digits: 100n, places: 0 };
/** Rates that nothing can be above. */
const SHARE_NAME = /(?:普及|覆盖|参保|参加.{0,6}保险|硬化|治理|处理|合格|达标|监测|创建|保障|巩固|就业)率/;

/** Why a value may be wrong; null where nothing speaks for it. */
export function doubtValue(indicator: PlanIndicator, text: string): string | null {
  const measure = howJudged(indicator);
  if (measure.kind === '定性') return null;
  const value = readValue(text);
  if (value.kind === 'blank') return null;
  if (value.kind === 'words') return `写的“${text}”不是数，照存，不能判断进度；请填数`;
  if (value.operator !== null && value.operator !== '=') return `写的“${text}”是界限，不是实际值，照存，不能判断进度`;
  if (measure.kind === '数值' && inUnit(value, measure.unit) === undefined)
    return `写的“${text}”与指标的单位“${indicator.unit ?? ''}”不同，照存，不能判断进度`;
  if (measure.unit !== '%' || value.unit !== '') return null;
  const plain = decimalText(value.value);
  const { targetValue } = measure;
  const isPart = compareDecimal(value.value, ONE) <= 0 && value.value.places > 0;
  if (isPart && targetValue !== null && compareDecimal(targetValue, TEN) > 0)
    return `写的 ${plain} 像是没有乘 100 的百分数（目标 ${decimalText(targetValue)}%），照存，请核对`;
  if (SHARE_NAME.test(indicator.name) && !measure.isMixed && compareDecimal(value.value, HUNDRED) > 0)
    return `写的 ${plain} 大于 100%，照存，请核对`;
  return null;
}
