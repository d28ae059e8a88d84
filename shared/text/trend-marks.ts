// Trend words of a text against the plan's yearly figures (X06; D13 of the handbook: 逐年减少 over figures that go up and
// down). Only where the plan's own money or projects are said to rise or fall.

import type { PlanData } from '#shared/records/plan-data.ts';
import { wanText } from '#shared/values/money.ts';
import { breakDown, type Part } from './breakdown.ts';
import { findMentions, type Mention } from './mentions.ts';
import { isPlanTalk } from './plan-words.ts';
import { findScopes, findSections } from './scopes.ts';
import { type Subject, subjectLabel } from './subject.ts';
import { fieldText } from './template.ts';
import type { TextMark } from './text-mark.ts';
import { findTrendClaims, type TrendClaim, trendOf, trendWord } from './trend.ts';

const countIn = ({ count }: Part): number => count ?? 0;
const LONGEST_CLAUSE = 60;
/** What rises or falls stands before the word; behind it only an end, not 持续增加(收入). */
const ENDS = /^(?:的?(?:趋势|态势|状态|势头|特点)|[，。；、：\s”"）)]|至|到|$)/;
const MONEY = /投资|资金|投入|金额|总额|概算/;
const PROJECTS = /个数|项目数|(?:实施|安排|建设|计划)的?项目|项目(?:个数|数量)?(?:总体|将|均|也|呈)?$|项目和/;

/** The words before a claim in its clause, and the names among them. */
function clauseBefore(text: string, { start }: TrendClaim): { start: number; words: string } {
  const near = text.slice(Math.max(0, start - LONGEST_CLAUSE), start);
  const cut = Math.max(...[...'。；;，,！？\n：'].map((sign) => near.lastIndexOf(sign)));
  const words = near.slice(cut + 1);
  return { start: start - words.length, words };
}

/** What a clause tells of: the whole plan or one name; undefined where it speaks of anything else. */
function subjectOf(
  { start, words }: { start: number; words: string },
  mentions: readonly Mention[],
  own: RegExp,
): Subject | undefined {
  const inside = mentions.filter((mention) => mention.start >= start && mention.end <= start + words.length);
  let rest = words;
  for (const mention of inside.toReversed())
    rest = rest.slice(0, mention.start - start) + rest.slice(mention.end - start);
  const named = inside.flatMap(({ subjects }) =>
    subjects.filter((subject) => Object.keys(subject).length > 0).slice(0, 1),
  );
  const [first, ...more] = named;
  if (!isPlanTalk(rest.replace(own, '')) || more.length > 0 || first?.year !== undefined || first?.place !== undefined)
    return undefined;
  return first ?? {};
}

/** What of the plan, of which figures it says that they rise or fall. */
export interface SeriesClaim {
  claim: TrendClaim;
  subject: Subject;
  says: { money: boolean; count: boolean };
}

/** Marks of the trend words of a text. */
export function checkTrends(text: string, data: PlanData): TextMark[] {
  return seriesClaims(text, data.plan, (words) => findMentions(words, data)).map(({ claim, subject, says }) =>
    markTrend(claim, subject, says, data),
  );
}

/** The trend words of a text that speak of the plan's own money or projects. */
export function seriesClaims(
  text: string,
  plan: PlanData['plan'] | { firstYear: number; lastYear: number; regionName: string },
  mentionsIn: (text: string) => readonly Mention[],
): SeriesClaim[] {
  const claims = findTrendClaims(text);
  if (claims.length === 0) return [];
  const mentions = mentionsIn(text);
  const scopes = findScopes(text, plan);
  const sections = findSections(text, plan);
  const own = new RegExp(plan.regionName.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');
  let at = { mention: 0, scope: 0, section: 0 };
  return claims.flatMap((claim): SeriesClaim[] => {
    const clause = clauseBefore(text, claim);
    const upTo = (list: readonly { start: number }[], from: number, stop: number): number => {
      let next = from;
      while (next < list.length && (list[next]?.start ?? 0) < stop) next += 1;
      return next;
    };
    at = {
      mention: upTo(mentions, at.mention, clause.start),
      scope: upTo(scopes, at.scope, clause.start),
      section: upTo(sections, at.section, claim.start),
    };
    if (!ENDS.test(text.slice(claim.end, claim.end + 4)) || (sections[at.section - 1]?.past ?? null) !== null)
      return [];
    const near = mentions.slice(at.mention, upTo(mentions, at.mention, claim.start));
    const said = scopes.slice(at.scope, upTo(scopes, at.scope, claim.start));
    if (said.some(({ scope }) => scope.kind === 'elsewhere' || (scope.kind === 'region' && !scope.isOwn))) return [];
    const subject = subjectOf(clause, near, own);
    if (!subject) return [];
    const says = { money: MONEY.test(clause.words), count: PROJECTS.test(clause.words) };
    if (subject.source !== undefined) says.money = true;
    return says.money || says.count ? [{ claim, subject, says }] : [];
  });
}

function markTrend(
  { start, end, raw, allowed }: TrendClaim,
  subject: Subject,
  says: { money: boolean; count: boolean },
  data: PlanData,
): TextMark {
  const mark = { start, end, raw, rule: 'X06' } as const;
  const years = breakDown(data, '分年', subject).filter((part) => part.subject !== null);
  const whose = Object.keys(subject).length === 0 ? '' : subjectLabel(data, subject);
  const wrong: string[] = [];
  const check = (word: string, values: readonly number[], shown: readonly string[]): void => {
    const trend = trendOf(values);
    if (trend !== undefined && !allowed.includes(trend))
      wrong.push(`${whose}各年度${word}实际${trendWord(trend)}（${shown.join('→')}）`);
  };
  if (says.count)
    check(
      '项目个数',
      years.map(countIn),
      years.map((year) => String(countIn(year))),
    );
  if (says.money)
    check(
      '投资',
      years.map(({ fen }) => fen),
      years.map(({ fen }) => wanText(fen)),
    );
  if (wrong.length === 0) return { ...mark, status: 'same', message: '与数据的走势一致。' };
  const message = `“${raw}”与数据不符：${wrong.join('；')}。`;
  // One word cannot be right of both where they differ.
  if (says.money && says.count) return { ...mark, status: 'warning', message };
  const current = trendWord(trendOf(years.map(says.count ? countIn : ({ fen }) => fen)) ?? 'flat');
  const field = whose === '' ? { field: fieldText(`${says.count ? '项目个数' : '投资'}趋势`) } : {};
  return { ...mark, status: 'warning', message, current, ...field };
}
