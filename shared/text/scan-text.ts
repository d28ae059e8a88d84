// Reads a text from left to right and says for each figure what it may be about: the names before it, minding brackets
// (a name inside brackets says nothing about what follows them), sentences, the class that the passage is about, and of
// when and where it speaks.
import type { PlanData } from '#shared/records/plan-data.ts';
import { findMentions, type Mention } from './mentions.ts';
import { findNumbers, type TextNumber } from './numbers.ts';
import { isPlanTalk } from './plan-words.ts';
import { pairRespective } from './respective.ts';
import { findScopes, findSections, type ScopeWord } from './scopes.ts';
import { isSoftBreak } from './sentences.ts';
import type { Subject } from './subject.ts';

/** Where a figure stands, and whether it is said to be of one year. */
export interface Spot {
  start: number;
  end: number;
  isYearly: boolean;
}

export interface Scanned<Number extends Spot> {
  number: Number;
  /** What the names right before it say, likeliest first; empty where nothing is named. */
  named: readonly Subject[];
  /** True where only words of a plan stand between the name and the figure: the figure is that of the name. */
  isPlain: boolean;
  /** The same with what the sentence named before: 种植业：三年共16个，2023年6个. */
  chained: readonly Subject[];
  /** What else may be meant: with a name from before, or the class of the passage. */
  possible: readonly Subject[];
  /** The class of the passage. */
  categoryId: string | null;
  /** Per year, over the years of the plan, or not said. */
  pace: 'yearly' | 'total' | null;
  /** Of another time or region than the plan: its words. */
  elsewhere: string | null;
  /** The figure of which it is a part: 500万元 for the parts behind 共500万元，其中. */
  whole: Scanned<Number> | null;
  /** True where no name but only the class of the passage says what it is. */
  isImplied: boolean;
  /** Where the list behind 分别 begins that it stands in. */
  listStart?: number;
  /** Where the last name before it ends; null for none in its sentence. */
  nameEnd: number | null;
}

export type ScannedNumber = Scanned<TextNumber>;

/** What a text is read with: names and what they mean, and whose plan of which years it is. */
export interface Vocabulary {
  mentionsIn(text: string): Mention[];
  /** The class at the top over a category; null for none. */
  topOf(category: string | undefined): string | null;
  plan: { firstYear: number; lastYear: number; regionName: string };
  /** Of the whole text: its words say of a figure no more than that it is of the plan. */
  title?: string;
}

interface Level<Number extends Spot> {
  parts: readonly Subject[];
  inherited: readonly Subject[];
  /** A figure came after the last name: the next name begins a new subject. */
  isUsed: boolean;
  isPlain: boolean;
  pace: 'yearly' | 'total' | null;
  /** A figure came after 每年: a soft total ends it. */
  isPaceUsed: boolean;
  /** The figure whose parts are listed. */
  whole: Scanned<Number> | null;
  /** How many names had figures of their own before the last one. */
  before: number;
  nameEnd: number | null;
}

type Event<Number extends Spot> = { at: number; end: number } & (
  | { kind: 'mention'; mention: Mention }
  | { kind: 'scope'; word: ScopeWord }
  | { kind: 'number'; number: Number }
  | { kind: 'section'; past: string | null }
  | { kind: 'among' }
  | { kind: 'mark'; mark: string }
);

/** A line that begins a new section ends what the one before was about. */
const HEADING =
  /^\s*(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/;
const SUM = /合计|共计|总计/;
const EMPTY: readonly Subject[] = [];
const AMONG = /其中|包括|包含/g;
/** How far behind a figure its parts may begin. */
const NEAR = 24;
/** A sentence begins with nothing said: all of it is plan talk so far. */
const BARE = {
  parts: EMPTY,
  inherited: EMPTY,
  isUsed: false,
  isPlain: true,
  pace: null,
  isPaceUsed: false,
  whole: null,
  before: 0,
  nameEnd: null,
} as const;

/** What comes first where several stand at one place. */
const ORDER: readonly Event<Spot>['kind'][] = ['section', 'scope', 'mention', 'number', 'mark', 'among'];

function eventsOf<Number extends Spot>(
  text: string,
  found: readonly Number[],
  mentions: readonly Mention[],
  words: Vocabulary,
): Event<Number>[] {
  type Own = Event<Number>;
  const numbers = found.map((number): Own => ({ at: number.start, end: number.end, kind: 'number', number }));
  const scopes = findScopes(text, words.plan).map(
    (word): Own => ({ at: word.start, end: word.end, kind: 'scope', word }),
  );
  const sections = findSections(text, words.plan).map(
    ({ start, past }): Own => ({ at: start, end: start, kind: 'section', past }),
  );
  // 就业（公益性岗位就业） is one name: its brackets are no brackets of the sentence.
  const inside = new Set(
    mentions.flatMap(({ start, end }) =>
      end - start > 3 ? Array.from({ length: end - start }, (_, at) => start + at) : [],
    ),
  );
  const marks = [...text.matchAll(/[（(）)。；;！？\n]/g)]
    .filter(({ index }) => !inside.has(index))
    .map((match): Own => ({ at: match.index, end: match.index + 1, kind: 'mark', mark: match[0] }));
  const named = mentions.map((mention): Own => ({ at: mention.start, end: mention.end, kind: 'mention', mention }));
  const among = [...text.matchAll(AMONG)].map(({ index }): Own => ({ at: index, end: index + 2, kind: 'among' }));
  return [...numbers, ...named, ...scopes, ...sections, ...marks, ...among].sort(
    (a, b) => a.at - b.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
}

/** Every way to say both: each subject of one with each of the other, the later one first where they collide. */
function combine(earlier: readonly Subject[], later: readonly Subject[]): readonly Subject[] {
  if (earlier.length === 0) return later;
  return earlier.flatMap((one) => later.map((other) => ({ ...one, ...other })));
}

/** Longer chains of names that mean several things each are no sentence that anybody reads. */
const MOST_CHAINED = 12;

/** What was named before a figure, with what was named before that: a later year takes the place of the earlier. */
function chain(inherited: readonly Subject[], parts: readonly Subject[]): readonly Subject[] {
  const all = combine(inherited, parts);
  return all.length < 2
    ? all
    : [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST_CHAINED);
}

/** True where a later name takes the place of all that was named before. */
function replaces(later: readonly Subject[], earlier: readonly Subject[]): boolean {
  return earlier.every((one) => Object.keys(one).every((key) => later.every((other) => key in other)));
}

/** All figures of a text with what they may be about. `categoryId`: the class that the text is known to be about. */
export function scanText(text: string, words: Vocabulary, categoryId: string | null = null): ScannedNumber[] {
  return scanFigures(text, findNumbers(text), words, categoryId);
}

/** The same for figures of any kind, in the order of the text. */
export function scanFigures<Number extends Spot>(
  text: string,
  numbers: readonly Number[],
  words: Vocabulary,
  categoryId: string | null = null,
): Scanned<Number>[] {
  const found: Scanned<Number>[] = [];
  let context = categoryId;
  let level: Level<Number> = BARE;
  const outer: Level<Number>[] = [];
  let cursor = 0;
  // The class named in this paragraph: it is what a sentence without a name is about.
  let implied = categoryId;
  // Of another time or region, from the narrowest to the widest: to the end of the clause, the paragraph, the section.
  const elsewhere: { clause: string | null; paragraph: string | null; section: string | null; region: string | null } =
    {
      ...{ clause: null, paragraph: null, section: null, region: null },
    };

  const preferContext = (subjects: readonly Subject[]): readonly Subject[] =>
    [...subjects].sort(
      (a, b) => Number(words.topOf(b.category) === context) - Number(words.topOf(a.category) === context),
    );

  const name = (mention: Mention): void => {
    if (mention.isWeak && (level.parts.length > 0 || context !== null)) return;
    // 仁寿县占全市总投资的39.42%: what a share is of is not what it is of whom.
    if (/占(?:了|据)?$/.test(text.slice(Math.max(0, mention.start - 2), mention.start))) return;
    const subjects = preferContext(mention.subjects);
    const top = words.topOf(subjects[0]?.category);
    // 产业, 就业 are names only in a passage about their class.
    const isVague = mention.isShort === true && top !== context;
    // A sub-class named in passing does not change what the passage is about.
    if (top !== null && !isVague && (subjects[0]?.category === top || context === null)) context = top;
    if (top !== null) implied = context;
    if (level.isUsed) {
      const before = level.before + (level.parts.length > 0 ? 1 : 0);
      const inherited = level.parts.length === 0 ? level.inherited : chain(level.inherited, level.parts);
      level = { ...level, inherited, parts: level.whole?.named ?? EMPTY, isUsed: false, before };
    }
    const isWhole = subjects.some((subject) => Object.keys(subject).length === 0);
    // 比甲多: how far apart two are is a figure of neither.
    const isCompared = /(?:[比较]|高于|低于|多于|少于|相比)$/.test(
      text.slice(Math.max(0, mention.start - 2), mention.start),
    );
    // The whole of a year is still of the year: 2022年，全区….
    const years = level.parts.flatMap(({ year }): Subject[] => (year === undefined ? [] : [{ year }]));
    const parts = !isWhole ? combine(level.parts, subjects) : years.length > 0 ? years : subjects;
    const isNew = isWhole ? years.length === 0 : replaces(subjects, level.parts);
    const inherited = isWhole ? EMPTY : level.inherited;
    level = {
      ...level,
      inherited,
      parts,
      isPlain: !isCompared && !isVague && (isNew || level.isPlain),
      nameEnd: mention.end,
    };
  };

  const say = ({ scope, start, end }: ScopeWord): void => {
    // 甲20个、乙9个，合计29个: of all that was named.
    if (level.isUsed && level.before > 0 && SUM.test(text.slice(start, end))) level = { ...level, isPlain: false };
    if (scope.kind === 'yearly') level = { ...level, pace: 'yearly', isPaceUsed: false };
    else if (scope.kind === 'total') {
      if (!scope.isSoft || (level.pace === 'yearly' && level.isPaceUsed)) level = { ...level, pace: 'total' };
    } else if (scope.kind === 'region') elsewhere.region = scope.isOwn ? null : scope.what;
    else if (scope.kind === 'elsewhere') elsewhere[scope.isLasting ? 'paragraph' : 'clause'] = scope.what;
    else {
      Object.assign(elsewhere, { clause: null, paragraph: null, region: null });
      if (level.pace === 'yearly') level = { ...level, pace: 'total' };
    }
  };

  const take = (number: Number): void => {
    const { inherited, isPlain, whole, nameEnd } = level;
    const isImplied = level.parts.length === 0 && implied !== null && isPlain;
    const parts = isImplied && implied !== null ? [{ category: implied }] : level.parts;
    const singles = parts.flatMap((part) => Object.entries(part).map(([key, value]): Subject => ({ [key]: value })));
    const contextual: Subject[] =
      context === null ? [] : [{ category: context }, ...combine([{ category: context }], parts)];
    const chained = chain(inherited, parts);
    found.push({
      number,
      named: parts,
      isPlain: parts.length > 0 && isPlain,
      chained,
      possible: [...chained, ...singles, ...contextual],
      categoryId: context,
      pace: number.isYearly ? 'yearly' : level.pace,
      elsewhere: elsewhere.clause ?? elsewhere.region ?? elsewhere.paragraph ?? elsewhere.section,
      whole,
      isImplied,
      nameEnd,
    });
    level = { ...level, isUsed: true, isPaceUsed: true };
  };

  /** The figure right before a place. */
  const figureBefore = (at: number, distance: number): Scanned<Number> | null => {
    const last = found.at(-1);
    return last && at - last.number.end <= distance && !/[；\d\n]/.test(text.slice(last.number.end, at)) ? last : null;
  };

  const mark = (sign: string, at: number): void => {
    if (sign === '（' || sign === '(') {
      outer.push(level);
      level = { ...level, isUsed: true, whole: figureBefore(at, 8) ?? level.whole };
    } else if (sign === '）' || sign === ')') {
      level = outer.pop() ?? level;
    } else if (sign === '；' || sign === ';') {
      Object.assign(elsewhere, { clause: null, region: null });
      level = { ...level, pace: null };
    } else if (sign !== '\n' || !isSoftBreak(text, at)) {
      outer.length = 0;
      Object.assign(elsewhere, { clause: null, region: null });
      if (sign === '\n') {
        elsewhere.paragraph = null;
        implied = categoryId;
      }
      if (sign === '\n' && HEADING.test(text.slice(at + 1, at + 12))) context = categoryId;
      level = BARE;
    }
  };

  const mentions = words.mentionsIn(text);
  for (const event of eventsOf(text, numbers, mentions, words)) {
    if (event.at > cursor && level.isPlain && !isPlanTalk(text.slice(cursor, event.at), words.title))
      level = { ...level, isPlain: false };
    cursor = Math.max(cursor, event.end);
    if (event.kind === 'mention') name(event.mention);
    else if (event.kind === 'scope') say(event.word);
    else if (event.kind === 'number') take(event.number);
    else if (event.kind === 'section') elsewhere.section = event.past;
    else if (event.kind === 'among') level = { ...level, whole: figureBefore(event.at, NEAR) ?? level.whole };
    else mark(event.mark, event.at);
  }
  return pairRespective(text, found, mentions);
}

const remembered = new WeakMap<PlanData, Vocabulary>();

/** The names of a plan. */
export function planVocabulary(data: PlanData): Vocabulary {
  let vocabulary = remembered.get(data);
  if (!vocabulary) {
    const parents = new Map(data.reference.categories.map(({ id, parent }) => [id, parent]));
    vocabulary = {
      mentionsIn: (text) => findMentions(text, data),
      topOf: (category) => {
        let top = category ?? null;
        for (let parent = top === null ? null : parents.get(top); parent; parent = parents.get(parent)) top = parent;
        return top;
      },
      plan: data.plan,
    };
    remembered.set(data, vocabulary);
  }
  return vocabulary;
}
