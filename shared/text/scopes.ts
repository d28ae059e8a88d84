// Words that say of when, of where and per what the figures behind them are: “十三五”期间, 2016—2020年, 截至2020年; 全市 in
// a district's plan; 每年, 累计. A figure of another time or place is none of the plan's.
import { type PlanInfo, planYears } from '#shared/domain/reference.ts';
import { headingLevel } from './sentences.ts';

export type Scope =
  /** The years of the plan, all of them. */
  | { kind: 'plan' }
  /** Other years, or only some of the plan's. `isLasting`: to the end of the paragraph, not only of the clause. */
  | { kind: 'elsewhere'; what: string; isLasting: boolean }
  | { kind: 'yearly' }
  /** Over the years. `isSoft`: only where a yearly figure came before. */
  | { kind: 'total'; isSoft: boolean }
  | { kind: 'region'; isOwn: boolean; what: string };

export interface ScopeWord {
  start: number;
  end: number;
  scope: Scope;
}

type Years = Pick<PlanInfo, 'firstYear' | 'lastYear'>;

const TENS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const ERA = /(?<![一二三四五六七八九])[“"]?十([一二三四五六七八九])五[”"]?(时期|期间|以来|规划期|期末|末|前期|后期)?/g;
const RANGE = /(?<!\d)(\d{4})年?度?\s{0,2}[—–～~\-－至到]{1,3}\s{0,2}(\d{4})年/g;
const YEAR =
  /(?<![\d—～~\-－至])(到|至|截至|截止|截止到|比|较|与|由|从|自)?(\d{4})年(?!\s{0,2}[—～~\-－至到]\s{0,2}\d{4})(度?[末底前]|年[末底]|以来|以前)?(?!\d{1,2}月)/g;
const BACK =
  /以来|过去[一二三四五六七八九十\d]{1,3}年|近[一二三四五六七八九十\d]{1,3}年|[一二三四五六七八九十\d]{1,3}年来|截至(?:目前|上?年底)|去年|上年|上一年|第[一二三四五六七八九十]年|前[一二两三四五六七八九]年|首年/g;
const YEARLY =
  /每一?个?年度?|年均|年平均|逐年(?=各|安排|投入|贴息|补助|需)|各年度?(?=均|平均|都|各)|按年|(?<![\d全今去前上当本同明每全近历逐各半跨度一二三四五六七八九十])年(?=贴息|投入|安排|补助|发放|需)/g;
/** 年均增长8% is growth, not money a year. */
const GROWTH = /^(?:可支配|[^，。；\d]{0,6})?(?:增|递增|下降|递减|降|减)/;
const TOTAL =
  /累计|合计|共计|总计|总共|(?:[两二三四五六七八九十]|\d{1,2})年(?:间|内|共|累计|总计|合计|期间)(?!期)|规划期(?:内|间)?|[五5]年(?=共|累|合|总)/g;
/** 投资最大的5个项目, 前十个项目, 上述3个项目: some of the plan's, whose money is not the whole. */
const SOME =
  /(?:(?:最[大多高]|较[大多高])的?|前|上述|以上|这)(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[个项](?:[^，。；、：\d]{0,6}?项目)/g;
const SOFT_TOTAL = /总投资|投资总额|总额|共(?=(?:需|投入|安排|贴息|补助|资金|投资){0,3}\s?\d)/g;

function erasOf(text: string, { firstYear, lastYear }: Years): ScopeWord[] {
  return [...text.matchAll(ERA)].flatMap((match): ScopeWord[] => {
    const [raw, digit = '', word] = match;
    const end = match.index + raw.length;
    const isQuoted = /[“"]/.test(raw);
    // “十四五”规划 is a document.
    if (
      (!isQuoted && word === undefined) ||
      (word === undefined && /^[^，。；]{0,2}(?:规划|纲要)/.test(text.slice(end, end + 4)))
    )
      return [];
    const from = 1951 + 5 * (10 + TENS.indexOf(digit));
    const scope: Scope =
      from > lastYear || from + 4 < firstYear ? { kind: 'elsewhere', what: raw, isLasting: true } : { kind: 'plan' };
    return [{ start: match.index, end, scope }];
  });
}

function rangesOf(text: string, { firstYear, lastYear }: Years): ScopeWord[] {
  return [...text.matchAll(RANGE)].map((match): ScopeWord => {
    const [from, to] = [Number(match[1]), Number(match[2])];
    const isPlan = from === firstYear && to === lastYear;
    return {
      start: match.index,
      end: match.index + match[0].length,
      scope: isPlan ? { kind: 'plan' } : { kind: 'elsewhere', what: match[0], isLasting: true },
    };
  });
}

function yearsOf(text: string, { firstYear, lastYear }: Years): ScopeWord[] {
  return [...text.matchAll(YEAR)].flatMap((match): ScopeWord[] => {
    const [raw, before = '', digits = '', behind = ''] = match;
    const year = Number(digits);
    if (year < 1950 || year > 2100 || (/[比较与由从]/.test(before) && behind === '')) return [];
    const isUntil = /[到至截]/.test(before) || /[末底前]/.test(behind);
    const isLasting = before.startsWith('截') || behind === '以来';
    const place = { start: match.index, end: match.index + raw.length };
    const isInside = year >= firstYear && year <= lastYear;
    // Until its last year is the whole plan; a year of the plan by itself is a name that figures may have.
    if (isInside && !isUntil) return [{ ...place, scope: { kind: 'plan' } }];
    if (isInside && year === lastYear) return [{ ...place, scope: { kind: 'plan' } }];
    return [{ ...place, scope: { kind: 'elsewhere', what: raw, isLasting } }];
  });
}

function allOf(text: string, pattern: RegExp, scope: (raw: string, end: number) => Scope | undefined): ScopeWord[] {
  return [...text.matchAll(pattern)].flatMap((match): ScopeWord[] => {
    const end = match.index + match[0].length;
    const found = scope(match[0], end);
    return found ? [{ start: match.index, end, scope: found }] : [];
  });
}

/** 五年 where the plan has five. */
function isWholePlan(raw: string, plan: Years): boolean {
  const count = /^(\d{1,2}|[两二三四五六七八九十])年/.exec(raw)?.[1];
  if (count === undefined) return true;
  const years = /\d/.test(count) ? Number(count) : '两二三四五六七八九十'.indexOf(count) + (count === '两' ? 2 : 1);
  return years === planYears(plan).length;
}

function regionsOf(text: string, own: string): ScopeWord[] {
  const isOwnWord = (raw: string): boolean =>
    (own === '' && !/[国省]$/.test(raw)) ||
    raw === `全${own.slice(-1)}` ||
    (raw === '全县' && !own.endsWith('市')) ||
    (raw === '全区' && !/[州市]$/.test(own));
  return allOf(text, /全[国省市县区州](?!范围|覆盖|面)/g, (raw) => ({
    kind: 'region',
    isOwn: isOwnWord(raw),
    what: raw,
  }));
}

/** All such words of a text in order; where two overlap, the longer one. `regionName`: whose plan it is; '' where that is not known. */
export function findScopes(text: string, plan: Years & Pick<PlanInfo, 'regionName'>): ScopeWord[] {
  const words = [
    ...erasOf(text, plan),
    ...rangesOf(text, plan),
    ...yearsOf(text, plan),
    // 比上年增加: what it is compared with is no time of its own.
    ...allOf(text, BACK, (what, end) =>
      /[比较]$/.test(text.charAt(end - what.length - 1)) && /年$/.test(what)
        ? undefined
        : { kind: 'elsewhere', what, isLasting: true },
    ),
    ...allOf(text, YEARLY, (_, end) => (GROWTH.test(text.slice(end, end + 10)) ? undefined : { kind: 'yearly' })),
    ...allOf(text, TOTAL, (raw) =>
      isWholePlan(raw, plan) ? { kind: 'total', isSoft: false } : { kind: 'elsewhere', what: raw, isLasting: false },
    ),
    ...allOf(text, SOFT_TOTAL, () => ({ kind: 'total', isSoft: true })),
    ...allOf(text, SOME, (what) => ({ kind: 'elsewhere', what, isLasting: false })),
    ...regionsOf(text, plan.regionName),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return words.filter((word) => {
    if (word.start < end) return false;
    end = word.end;
    return true;
  });
}

const BACKWARD = /成效|成就|成绩|回顾|胜利|取得|现状|形势|挑战|存在(?:的)?问题|发展基础|工作基础/;

export interface Section {
  start: number;
  /** What the passage is about where it looks back: its heading. */
  past: string | null;
}

/** Where the sections of a text begin, and which of them look back on the time before the plan. */
export function findSections(text: string, plan: Years): Section[] {
  const open: { level: number; past: string | null }[] = [];
  const found: Section[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); start < text.length; end = text.indexOf('\n', start)) {
    const stop = end < 0 ? text.length : end;
    const line = stop - start > 80 ? '' : text.slice(start, stop).trim();
    const level = headingLevel(line);
    if (level !== undefined) {
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const isPast = BACKWARD.test(line) || erasOf(line, plan).some(({ scope }) => scope.kind === 'elsewhere');
      const past = isPast ? line : (open.at(-1)?.past ?? null);
      open.push({ level, past });
      found.push({ start, past });
    }
    start = stop + 1;
  }
  return found;
}
