// Whose plan a draft is and of which years: from its title, the spans that it names, the years of its tables.

const TITLE_BLOCKS = 12;
const EARNEST = 0.2;
export const ERA_DIGITS = '一二三四五六七八九';

/** The years that a draft plans, from the spans that it names: title, captions and headings count for more; 2021–2025 else. */
export function periodOf(
  lines: readonly string[],
  tableYears: readonly number[],
): { firstYear: number; lastYear: number } {
  const spans = new Map<string, number>();
  const count = (from: number, to: number, weight: number): void => {
    if (to - from < 1 || to - from > 9) return;
    const key = `${from}-${to}`;
    spans.set(key, (spans.get(key) ?? 0) + weight);
  };
  for (const [at, line] of lines.entries()) {
    const weight = line.length > 60 ? 1 : at < TITLE_BLOCKS ? 20 : 5;
    for (const [, from, to] of line.matchAll(/(20\d\d)年?\s?[—–－～~\-至]{1,2}\s?(20\d\d)年?/g))
      count(Number(from), Number(to), weight);
    for (const [, digit = ''] of line.matchAll(/十([一二三四五六七八九])五/g)) {
      const from = 2006 + 5 * ERA_DIGITS.indexOf(digit);
      count(from, from + 4, weight / 2);
    }
  }
  const years = [...new Set(tableYears)].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first !== undefined && last !== undefined && last - first === years.length - 1 && years.length > 2)
    count(first, last, 15);
  // A plan looks back on the time before it as often as ahead: of the spans that it speaks of in earnest the last is its own.
  const most = Math.max(...spans.values(), 0);
  const [own] = [...spans].filter(([, weight]) => weight >= most * EARNEST).sort(([a], [b]) => (a < b ? 1 : -1));
  const [from = 2021, to = 2025] = own?.[0].split('-').map(Number) ?? [];
  return { firstYear: from, lastYear: to };
}

/** The words of the title of a draft; '' where none of its first lines is one. */
export function titleOf(lines: readonly string[]): string {
  return (
    lines
      .slice(0, TITLE_BLOCKS)
      .find(
        (line) => line.length < 60 && !/[。；：]/.test(line) && /规划|方案|计划|意见|报告|情况|项目库/.test(line),
      ) ?? ''
  );
}

/** The one year of a yearly plan or report, in its title; null for a plan of several years. */
export function ownYearOf(lines: readonly string[], tableYears: readonly number[]): number | null {
  if (new Set(tableYears).size > 1) return null;
  for (const line of lines.slice(0, TITLE_BLOCKS)) {
    const years = new Set([...line.matchAll(/20\d\d(?=年)/g)].map(([year]) => Number(year)));
    if (line.length > 60 || /[。〔《]/.test(line) || !/方案|计划|报告|情况|安排|汇报|总结|公告|公示/.test(line))
      continue;
    const [year] = years;
    return years.size === 1 && !/\d\s?[—–－～~\-至]{1,2}\s?20\d\d年/.test(line) && year !== undefined ? year : null;
  }
  return null;
}

const OWN_LEVELS = '县区市州旗盟';
/** Words that end like the name of a region and are none. */
const NO_REGION =
  /(?:[全各我本该外跨近原老新山城郊社片园景小灾库矿牧林农边]|地|贫困|脱贫|安置|开发|示范|试点|功能|保护|产业|生活|生产|集中|服务|旅游|覆盖|自治|行政|下辖|所辖|等|个|省|市|[一二三四五六七八九十\d])[县区市州旗盟]$/;

/**
 * Whose plan it is: 某某县 in its title; else the region that the text names most often, at the level of its 全县 or 全区;
 * '' where neither says it.
 */
export function regionOf(lines: readonly string[]): string {
  for (const line of lines.slice(0, TITLE_BLOCKS)) {
    if (line.length > 60 || /[《。]/.test(line)) continue;
    const words = line.replace(/^(?:中共|关于印发|关于)/, '');
    const name =
      /^([\u4e00-\u9fff]{2,10}?(?:自治县|自治州|县|区|旗|市|州))(?=[^，。]{0,40}(?:规划|方案|计划|实施意见))/.exec(
        words,
      )?.[1];
    const rest =
      name === undefined ? undefined : /^[\u4e00-\u9fff]{2,8}(?:县|区|旗|市)/.exec(words.slice(name.length))?.[0];
    if (name !== undefined) return rest !== undefined && !NO_REGION.test(rest) && rest.length < 6 ? rest : name;
  }
  const text = lines.join('\n');
  const mostOf = (counts: ReadonlyMap<string, number>): [string, number] | undefined =>
    [...counts].sort((a, b) => b[1] - a[1])[0];
  const tally = (pattern: RegExp): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const [raw] of text.matchAll(pattern)) counts.set(raw, (counts.get(raw) ?? 0) + 1);
    return counts;
  };
  const level = mostOf(tally(new RegExp(`全[${OWN_LEVELS}](?!面|覆盖|范围)`, 'g')))?.[0].slice(1);
  if (level === undefined) return '';
  const names = new Map(
    [...tally(new RegExp(`[\\u4e00-\\u9fff]{2}${level}`, 'g'))].filter(([name]) => !NO_REGION.test(name)),
  );
  const [name, count] = mostOf(names) ?? ['', 0];
  return count > 4 ? name : level;
}
