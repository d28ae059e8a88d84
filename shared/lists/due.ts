// 完成时限 as people write it: 2025年底, 2025年12月, 每年6月底前, 长期坚持.
import { compactText } from '../values/fold-text.ts';
import { lastDayOf, parseDay } from '../values/parse-day.ts';

const HALF: Readonly<Record<string, number>> = { 上半年: 6, 下半年: 12, 一季度: 3, 二季度: 6, 三季度: 9, 四季度: 12 };

/** The last day of a time limit; null for one that is none (长期坚持) or that cannot be told. */
export function dueDay(text: string): string | null {
  const plain = compactText(text).replace(/(?:以前|之前|前|内|完成|为止)+$/, '');
  const day = parseDay(plain);
  if (day !== undefined) return day;
  const [, year = '', rest = ''] = /^(?:到|至|在)?((?:19|20)\d{2})年?度?(.*)$/.exec(plain) ?? [];
  if (year === '') return null;
  const half = HALF[rest.replace(/第|末|底/g, '')];
  if (half !== undefined) return lastDayOf(Number(year), half);
  return /^(?:年?[底末终]|全年)?$/.test(rest) ? lastDayOf(Number(year), 12) : null;
}
