// What a percentage in running text is of. Only one that is said to be a share (占…的28.45%, 占比, 比重) of the plan's
// money or projects can be a share of them; a rate, a growth or a share of anything else cannot.
import { isPlanTalk } from './plan-words.ts';

const SHARE = /占([^，。；、（）()\d]{0,16}?)(?:的)?(?:比重|比例)?(?:分别)?(?:约|近|为|达到|达|到|的)?\s?$/;
const NAMED_SHARE = /(?:占比|比重|比例)(?:分别)?(?:约|近|为|达到|达|到|是)?\s?$/;
const OF_COUNT = /个数|项目数|数量|项目总数|项目总量|(?<!投资|资金)项目(?:的|$)/;
const OF_MONEY = /投资|资金|金额|概算|估算|总额/;
const NEAR = 32;

/** A share of the money of the whole that is next above, of all money of the plan, or of the number of projects. */
export type ShareOf = 'money' | 'total' | 'count';

/** What the percentage at `start` is a share of; undefined where it is none of the plan's. */
export function shareOf(text: string, start: number): ShareOf | undefined {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const base = NAMED_SHARE.test(before) ? undefined : SHARE.exec(before)?.[1];
  if (base === undefined) {
    if (!NAMED_SHARE.test(before)) return undefined;
    const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('、')) + 1);
    return /项目个数|个数占比/.test(clause) && !OF_MONEY.test(clause) ? 'count' : 'money';
  }
  // 占全省…, 占常住人口…: of something else.
  if (!isPlanTalk(base)) return undefined;
  if (OF_COUNT.test(base) && !OF_MONEY.test(base)) return 'count';
  return /总|规划|全/.test(base) ? 'total' : 'money';
}
