// Header words for money outside the plan's period: 截至2025年底累计完成投资, “十四五”已完成投资, 2030年以后, “十六五”投资. A year in
// them must be the one beside the period, else the column speaks of something else (SPECS J4).
import type { OutsideYear } from '../domain/outside-years.ts';
import { type PlanInfo, periodName } from '../domain/reference.ts';
import { bareText } from '../values/fold-text.ts';

type Period = Pick<PlanInfo, 'firstYear' | 'lastYear'>;

const END = '(?:年?(?:12月)?(?:31日|底|末)|年度?末)';
const DONE =
  '(?:(?:已|累计|前期|实际|共)*(?:完成|安排|下达|到位|投入|实施)?(?:的)?(?:总?投资|资金|金额)?(?:额|数|合计)?)';

const readers = new Map<string, (word: string) => OutsideYear | undefined>();

/** Reads a folded header word; undefined where it names neither. */
export function outsideYearReader({ firstYear, lastYear }: Period): (word: string) => OutsideYear | undefined {
  const key = `${firstYear}-${lastYear}`;
  let reader = readers.get(key);
  if (!reader) {
    reader = makeReader({ firstYear, lastYear });
    readers.set(key, reader);
  }
  return reader;
}

function makeReader({ firstYear, lastYear }: Period): (word: string) => OutsideYear | undefined {
  const [before, next] = [firstYear - 1, lastYear + 1];
  const earlier = [
    `(?:截[至止]到?|[至到])${before}${END}(?:前|以前|之前|为止|止)?`,
    `(?:截[至止]到?|[至到])${before}年`,
    `${before}${END}(?:前|以前|之前|止|为止|(?=.*累计))`,
    `${before}年(?:及以?前|及之前)`,
    `${firstYear}年(?:以前|之前|前)`,
    ...fiveYearNames(firstYear - 5, before).map((name) => `${name}(?:期间|时期|规划期?)?`),
  ];
  const after = [
    `${lastYear}年(?:底)?(?:以后|之后|后)`,
    `${next}年(?:及以后|及之后|以后|之后|起|及其以后)`,
    ...fiveYearNames(next, lastYear + 5).map((name) => `${name}(?:期间|时期|规划期?)?`),
  ];
  const earlierWord = new RegExp(`^(?:其中)?(?:${earlier.join('|')})${DONE}$`);
  const laterWord = new RegExp(`^(?:其中)?(?:${after.join('|')})(?:年度)?(?:计划|拟|继续|尚需|还需)*${DONE}$`);
  return (word) => (earlierWord.test(word) ? 'before' : laterWord.test(word) ? 'later' : undefined);
}

/** Makes the reader of folded header words that mean the money of the plan's own years: 规划期投资, “十五五”期间投资, 五年合计. */
export function planMoneyReader({ firstYear, lastYear }: Period): (word: string) => boolean {
  const years = lastYear - firstYear + 1;
  const spans = [
    '规划期(?:内|间)?',
    `${firstYear}年?(?:[-—–~～至到]+)?${lastYear}年?(?:期间)?`,
    `${'一二三四五六七八九十'[years - 1] ?? years}年`,
    ...fiveYearNames(firstYear, lastYear).map((name) => `${name}(?:期间|时期|规划期?(?:内|间)?)?`),
  ];
  const money = '(?:计划|拟|预计|估算|共|总)*(?:投资|资金|金额)(?:额|数)?(?:合计|小计|总计|之和)?';
  const word = new RegExp(
    `^(?:${spans.join('|')})(?:${money}|(?:合计|小计|总计))$|^(?:各|分)?年度(?:投资|资金)?(?:额|数)?(?:合计|小计|总计|之和)$`,
  );
  return (text) => word.test(text);
}

/** 十四五 for 2021–2025; none for a period that is no five-year plan. */
function fiveYearNames(firstYear: number, lastYear: number): string[] {
  const name = periodName({ firstYear, lastYear });
  return name.startsWith('“') ? [bareText(name)] : [];
}

/** Words by which a header row with such columns is recognised. */
export function outsideHeaderWords({ firstYear, lastYear }: Period): string[] {
  const before = firstYear - 1;
  return [
    `截至${before}年底累计完成投资`,
    `${before}年底前完成`,
    `${before}年及以前`,
    `${lastYear}年以后`,
    `${lastYear + 1}年及以后`,
  ];
}
