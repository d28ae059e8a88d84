// A text that says two things of one matter (T18, X02): a final evaluation called a mid-term one, 三级书记 and 五级书记, one
// goal by two dates. Both places are named.
import type { PlanInfo } from '#shared/domain/reference.ts';
import { topicOf } from '../plan-words.ts';
import { cutSentences, lineNumber, type Sentence } from '../sentences.ts';
import type { SelfMark } from './self-mark.ts';

type Years = Pick<PlanInfo, 'firstYear' | 'lastYear'>;

/** The words for a place of the text: 第3行, “组织领导”一段. */
type PlaceOf = (at: number) => string;

const PHASE =
  /(期满|届满|期末|终期|末期|收官|实施结束|规划结束|全面完成后)|(中期(?!评估|评价|检查|考核)|中期阶段|实施过半|实施中期)|(\d{4})年(?!中期|年中)(?:[底末])?/g;
const EVALUATION = /(中期|终期|末期|期末|总结)(?:[^，。；\n]{0,6}?)(评估|评价|考核|检查验收)/g;

/** 期满时开展中期评估: when, against what it is called. */
function checkEvaluations(text: string, { firstYear, lastYear }: Years, placeOf: PlaceOf): SelfMark[] {
  if (!/评估|评价|考核/.test(text)) return [];
  const phases = [...text.matchAll(PHASE)].map((match) => {
    const year = match[3] === undefined ? undefined : Number(match[3]);
    const isEnd = match[1] !== undefined || (year !== undefined && year >= lastYear);
    const isMiddle = match[2] !== undefined || (year !== undefined && year > firstYear && year < lastYear);
    return { at: match.index, end: match.index + match[0].length, raw: match[0], isEnd, isMiddle };
  });
  let next = 0;
  return [...text.matchAll(EVALUATION)].flatMap((match): SelfMark[] => {
    while (next < phases.length && (phases[next]?.end ?? 0) <= match.index) next += 1;
    const phase = phases[next - 1];
    const between = phase ? text.slice(phase.end, match.index) : '';
    // Another evaluation or clause in between has a time of its own.
    if (!phase || between.length > 40 || /[。；\n]|评估|评价|考核|不再|以前|之前|前/.test(between)) return [];
    const isMidTerm = match[1] === '中期';
    if (isMidTerm ? !phase.isEnd : !phase.isMiddle) return [];
    const start = match.index;
    const name = match[0];
    const right = isMidTerm ? '总结评估（期满评估）' : '中期评估';
    const other = text.slice(0, start).lastIndexOf('中期评估');
    const place = isMidTerm && other >= 0 ? `${placeOf(other)}已写中期评估，` : '';
    return [
      {
        start,
        end: start + name.length,
        raw: name,
        rule: 'T18',
        status: 'warning',
        message: `“${phase.raw}”（${placeOf(phase.at)}）进行的写成了“${name}”：${place}这里似应为${right}。`,
      },
    ];
  });
}

const RANK = /([二两三四五六])级(?:[”"]\s?)?书记/g;

/** Expressions with a number that is one in all the plan. */
function checkRanks(text: string, placeOf: PlaceOf): SelfMark[] {
  const found = [...text.matchAll(RANK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    raw: match[0].replaceAll(/[”"\s]/g, ''),
    level: match[1] ?? '',
  }));
  const first = new Map<string, (typeof found)[number]>();
  for (const one of found) if (!first.has(one.level)) first.set(one.level, one);
  if (first.size < 2) return [];
  // What is said today is right where it stands; else what stands first.
  const right = first.get('五') ?? [...first.values()][0];
  return [...first.values()].map((one): SelfMark => {
    const against = [...first.values()].filter(({ level }) => level !== one.level);
    const others = against.map(({ raw, start }) => `${placeOf(start)}写“${raw}”`);
    return {
      ...{ against, isEcho: one === right },
      start: one.start,
      end: one.end,
      raw: text.slice(one.start, one.end),
      rule: 'T18',
      status: 'warning',
      message: `提法不一致：${placeOf(one.start)}写“${one.raw}”，${others.join('，')}。请核对后统一（现行提法是“五级书记抓乡村振兴”）。`,
    };
  });
}

interface Goal {
  start: number;
  end: number;
  raw: string;
  year: number;
  /** The words of its deadline. */
  by: string;
  topic: string;
  amount: string;
}

const DEADLINE =
  /(?:用|力争|争取|在)?([两二三四五六七八九十]|\d{1,2})年(?:的?时间|左右的?时间|内)|(?:到|在|至|力争)?(\d{4})年(?:年?[底末]|前)?(?:以?前)?/g;
const AMOUNT = /(?<![\d.])(\d+(?:\.\d+)?)\s?(亿元|万元|元|公里|万亩|亩|万人|人|户|个百分点|[%％]|个|座|家|倍)/g;
const CHINESE = '一二三四五六七八九十';

function goalsOf({ text, start }: Sentence, { firstYear }: Years): Goal[] {
  const deadline = [...text.matchAll(DEADLINE)].filter(
    (match) => match[2] === undefined || /^[到至力在]|[底末前]$/.test(match[0]),
  );
  const [only] = deadline;
  if (!only || deadline.length > 1) return [];
  const span = only[1]?.replace('两', '二');
  const year =
    only[2] === undefined
      ? firstYear - 1 + (/\d/.test(span ?? '') ? Number(span) : CHINESE.indexOf(span ?? '') + 1)
      : Number(only[2]);
  return [...text.matchAll(AMOUNT)].slice(0, 4).flatMap((match): Goal[] => {
    const from = only.index + only[0].length;
    if (match.index < from || match.index - from > 120) return [];
    // What a rate is of stands right before it; the goal of an amount may be named a clause earlier.
    const isRate = /[%％]/.test(match[2] ?? '');
    const words = text.slice(isRate ? Math.max(from, match.index - 16) : from, match.index);
    const topic = topicOf(isRate ? words.slice(words.lastIndexOf('，') + 1) : words);
    if (topic.length < 4) return [];
    return [
      {
        start: start + match.index,
        end: start + match.index + match[0].length,
        raw: match[0],
        year,
        by: only[0],
        topic,
        amount: `${match[1]}${match[2]}`,
      },
    ];
  });
}

const SHARED = 4;

/** True where both topics name one thing: a run of at least four characters stands in both. */
function isOneThing(a: string, b: string): boolean {
  for (let at = 0; at + SHARED <= Math.min(a.length, 60); at += 1)
    if (b.includes(a.slice(at, at + SHARED))) return true;
  return false;
}

const MOST_ALIKE = 20;

function checkDeadlines(text: string, plan: Years, placeOf: PlaceOf): SelfMark[] {
  const known = new Map<string, Goal[]>();
  return cutSentences(text).flatMap((sentence): SelfMark[] =>
    goalsOf(sentence, plan).flatMap((goal): SelfMark[] => {
      const alike = known.get(goal.amount) ?? [];
      const other = alike.find((one) => one.year !== goal.year && isOneThing(one.topic, goal.topic));
      if (alike.length < MOST_ALIKE) known.set(goal.amount, [...alike, goal]);
      if (!other) return [];
      const show = ({ by, amount, year, start }: Goal): string => `${placeOf(start)}写“${by}…${amount}”（到${year}年）`;
      const message = `同一目标有两个期限：${show(other)}，${show(goal)}，相差 ${Math.abs(goal.year - other.year)} 年。请核对后统一。`;
      return [other, goal].map((one) => {
        const { start, end, raw } = one;
        const against = one === goal ? [other] : [goal];
        return { start, end, raw, rule: 'X02', status: 'warning', message, against, isEcho: one === other };
      });
    }),
  );
}

/** What a text says twice and differently. `placeOf`: how the reader finds a place of it; its line where nothing is given. */
export function checkConsistency(
  text: string,
  plan: Years,
  placeOf: PlaceOf = (at) => `第${lineNumber(text, at)}行`,
): SelfMark[] {
  return [
    ...checkEvaluations(text, plan, placeOf),
    ...checkRanks(text, placeOf),
    ...checkDeadlines(text, plan, placeOf),
  ];
}
