// Shares told beside the amounts they are of: 投资903252万元，占规划投资总额的28.45% where the total stands in the text.
import { shareOf } from '../percent-of.ts';
import type { ScannedNumber } from '../scan-text.ts';
import type { SelfMark } from './self-mark.ts';

const OF_ALL = /占[^，。；]{0,6}(?:总|规划|全部|全[区县市])[^，。；]{0,10}$/;
const TOTAL = {
  money: /(?:总投资|投资总额|投资总规模|总概算|总规模|投资合计)[^，。；、\d]{0,8}$/,
  count: /(?:各类[^，。；]{0,6}项目|项目总数|全[区县市][^，。；]{0,24}项目|共[^，。；]{0,10}项目)[^，。；、\d]{0,4}$/,
};

/** Marks of the shares of a text. A whole is looked for before the share, the nearest first. */
export function checkShares(text: string, scanned: readonly ScannedNumber[]): SelfMark[] {
  const whole: { money?: ScannedNumber; count?: ScannedNumber } = {};
  return scanned.flatMap((found, index): SelfMark[] => {
    const { number } = found;
    const before = text.slice(Math.max(0, number.start - 32), number.start);
    if (number.kind !== 'percent') {
      const of = number.kind === 'amount' ? 'money' : 'count';
      const isOfAll = found.named.length === 0 || found.named.some((subject) => Object.keys(subject).length === 0);
      if (isOfAll && TOTAL[of].test(before) && found.pace !== 'yearly') whole[of] = found;
      return [];
    }
    const of = shareOf(text, number.start);
    const total = of && whole[of === 'count' ? 'count' : 'money'];
    const kind = of === 'count' ? 'count' : 'amount';
    const part = scanned.slice(Math.max(0, index - 2), index).findLast((other) => other.number.kind === kind);
    if (!total || !part || part === total || total.number.value <= 0 || total.elsewhere !== part.elsewhere) return [];
    if (!OF_ALL.test(before) || /[。；]/.test(text.slice(part.number.end, number.start)) || number.bound !== 'exact')
      return [];
    const share = (part.number.value / total.number.value) * 100;
    const told = number.value / 1_000_000;
    const shown = `${share.toFixed(number.decimals)}%`;
    const how = `${part.number.raw}÷${total.number.raw}`;
    const slack =
      number.halfPlace / 1_000_000 +
      ((part.number.halfPlace + total.number.halfPlace * (share / 100)) / total.number.value) * 100;
    const { start, end, raw } = number;
    const place = { start, end, raw, rule: 'X02' as const };
    if (Math.abs(told - share) <= slack + 1e-9)
      return [{ ...place, status: 'same', message: `按文中的数计算一致：${how}＝${shown}。` }];
    return [
      {
        ...place,
        status: 'warning',
        message: `占比：文中 ${raw}，按文中的数计算为 ${shown}（${how}），差 ${(told - share).toFixed(number.decimals)} 个百分点。`,
      },
    ];
  });
}
