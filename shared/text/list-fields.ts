// Fields that list or compare the parts of a whole: 其中 lists, the trend over the years, the largest projects.

import type { PlanData } from '#shared/records/plan-data.ts';
import { type Fen, wanText } from '#shared/values/money.ts';
import { BREAKDOWNS, type BreakdownBy, breakDown, filledParts, type Part } from './breakdown.ts';
import { largestProjects, sumOf } from './facts.ts';
import { type FieldSpec, projects, text } from './field-spec.ts';
import type { FieldValue } from './field-value.ts';
import type { Subject } from './subject.ts';
import { trendOf, trendWord } from './trend.ts';

type Shown = 'count' | 'fen' | 'share';

function listOf(
  data: PlanData,
  by: BreakdownBy,
  subject: Subject,
  shown: readonly Shown[],
  items?: number,
): FieldValue {
  const parts = breakDown(data, by, subject);
  const whole = parts.map(({ fen }) => fen as number);
  // A list of money alone says nothing of a class whose projects have none.
  const isMoney = !shown.includes('count') && parts.some(({ fen }) => fen !== 0);
  const listed = by === '分年' ? parts : filledParts(parts).filter(({ fen }) => !isMoney || fen !== 0);
  return {
    kind: 'list',
    items: listed.slice(0, items).flatMap((part) => {
      const values = shown.flatMap((what): FieldValue[] => {
        if (what === 'count') return part.count === null ? [] : [projects(part.count)];
        if (what === 'fen') return [{ kind: 'amount', fen: part.fen }];
        return [{ kind: 'share', whole, index: parts.indexOf(part) }];
      });
      return values.length === 0 ? [] : [{ label: part.label, values }];
    }),
  };
}

const SHOWN: readonly { suffix: string; shown: readonly Shown[]; words: string }[] = [
  { suffix: '个数', shown: ['count'], words: '个数' },
  { suffix: '投资', shown: ['fen'], words: '投资' },
  { suffix: '个数投资', shown: ['count', 'fen'], words: '个数和投资' },
  { suffix: '占比', shown: ['share'], words: '占投资的比例' },
  { suffix: '投资占比', shown: ['fen', 'share'], words: '投资和占比' },
];
const BY_WORDS: Readonly<Record<BreakdownBy, string>> = {
  分类: '各类（写明类别时为其下小类）',
  分年: '各年度',
  分来源: '各资金来源',
  分地点: '各乡镇（市级为各县），从大到小',
};

function listFields(): FieldSpec[] {
  return BREAKDOWNS.flatMap((by) =>
    SHOWN.filter(({ shown }) => by !== '分来源' || !shown.includes('count')).map(
      ({ suffix, shown, words }): FieldSpec => ({
        name: `${by}${suffix}`,
        group: '清单',
        summary: `${BY_WORDS[by]}的${words}`,
        takes: by === '分地点' ? 'items' : 'category',
        read: (data, subject, items) => listOf(data, by, subject, shown, items),
      }),
    ),
  );
}

/** All parts with the most (or least): two years may share the first place. */
function extreme(parts: readonly Part[], pick: (part: Part) => number, sign: 1 | -1): Part[] {
  const named = parts.filter(({ subject }) => subject !== null);
  const best = named.reduce((most, part) => Math.max(most, sign * pick(part)), Number.NEGATIVE_INFINITY);
  return named.filter((part) => sign * pick(part) === best);
}

const labels = (parts: readonly Part[]): string => parts.map(({ label }) => label).join('、');

function yearFields(
  word: string,
  unit: string,
  pick: (part: Part) => number,
  show: (value: number) => string,
): FieldSpec[] {
  const parts = (data: PlanData, subject: Subject): Part[] =>
    breakDown(data, '分年', subject).filter((part) => part.subject !== null);
  const trend = (years: readonly Part[]): string => {
    const found = trendOf(years.map(pick));
    return found ? trendWord(found) : '只有一个年度';
  };
  const field = (name: string, summary: string, write: (years: readonly Part[]) => string): FieldSpec => ({
    name: `${word}${name}`,
    group: '趋势',
    summary,
    takes: 'category',
    read: (data, subject) => text(write(parts(data, subject))),
  });
  return [
    field('趋势', `各年度${word}的走势，由数据判断`, trend),
    field('变化', `各年度${word}的走势，最多和最少的年度`, (years) => {
      const sentence = `各年度${word}${trend(years)}`;
      const [most, least] = [extreme(years, pick, 1), extreme(years, pick, -1)];
      const [top, bottom] = [most[0], least[0]];
      if (!top || !bottom || pick(top) === pick(bottom)) return sentence;
      return `${sentence}，最多的是${labels(most)}（${show(pick(top))}${unit}），最少的是${labels(least)}（${show(pick(bottom))}${unit}）`;
    }),
    field('最多年度', `${word}最多的年度`, (years) => labels(extreme(years, pick, 1))),
    field('最少年度', `${word}最少的年度`, (years) => labels(extreme(years, pick, -1))),
  ];
}

function largestPart(name: string, by: BreakdownBy): FieldSpec {
  return {
    name,
    group: '清单',
    summary: `${name}及其投资和占比`,
    takes: 'category',
    read: (data, subject) => {
      const parts = breakDown(data, by, subject);
      const [first] = extreme(parts, ({ fen }) => fen, 1);
      if (!first) return '没有可比的分项';
      const whole = parts.map(({ fen }) => fen as number);
      const values: FieldValue[] = [
        { kind: 'amount', fen: first.fen },
        { kind: 'share', whole, index: parts.indexOf(first) },
      ];
      return { kind: 'list', bracketed: true, items: [{ label: first.label, values }] };
    },
  };
}

function topOf(data: PlanData, { category }: Subject): string | undefined | null {
  if (category === undefined) return undefined;
  return data.reference.categories.find(({ id }) => id === category)?.parent === null ? category : null;
}

function largest(data: PlanData, subject: Subject, items = 5) {
  const top = topOf(data, subject);
  return top === null ? '最大项目只能按大类列' : largestProjects(data, items, top);
}

export const LIST_FIELDS: readonly FieldSpec[] = [
  ...listFields(),
  largestPart('投资最多类别', '分类'),
  largestPart('投资最多来源', '分来源'),
  {
    name: '最大项目',
    group: '清单',
    summary: '投资最大的几个项目，不写个数为5个',
    takes: 'items',
    read: (data, subject, items) => {
      const found = largest(data, subject, items);
      if (typeof found === 'string') return found;
      return {
        kind: 'list',
        bracketed: true,
        items: found.map(({ name, amounts }) => ({
          label: `“${name}”`,
          values: amounts.total === null ? [] : [{ kind: 'amount', fen: amounts.total }],
        })),
      };
    },
  },
  {
    name: '最大项目投资',
    group: '清单',
    summary: '投资最大的几个项目的投资合计',
    takes: 'items',
    read: (data, subject, items) => {
      const found = largest(data, subject, items);
      return typeof found === 'string' ? found : { kind: 'amount', fen: sumOf(found) };
    },
  },
  ...yearFields(
    '投资',
    '万元',
    ({ fen }) => fen,
    (value) => wanText(value as Fen),
  ),
  ...yearFields('项目个数', '个', ({ count }) => count ?? 0, String),
];
