// Reads a text from left to right and says for each figure what it may be about: the names before it, minding brackets
// (a name inside brackets says nothing about what follows them), sentences and the class that the passage is about.
import type { PlanData } from '#shared/domain/plan-data.ts';
import { findMentions, type Mention } from './mentions.ts';
import { findNumbers, type TextNumber } from './numbers.ts';
import type { Subject } from './subject.ts';

export interface ScannedNumber {
  number: TextNumber;
  /** What the names right before it say, likeliest first; empty where nothing is named. */
  named: readonly Subject[];
  /** What else may be meant: with a name from before, or the class of the passage. */
  possible: readonly Subject[];
  /** The class of the passage. */
  categoryId: string | null;
  /** The figures in the brackets right behind it that start with 其中 or 包括. */
  parts: TextNumber[];
}

interface Level {
  parts: readonly Subject[];
  inherited: readonly Subject[];
  /** A figure came after the last name: the next name begins a new subject. */
  isUsed: boolean;
  /** The figure before the bracket, where its parts are listed inside. */
  head: ScannedNumber | null;
}

type Event = { at: number } & (
  | { kind: 'mention'; mention: Mention }
  | { kind: 'number'; number: TextNumber }
  | { kind: 'mark'; mark: string }
);

/** A line that begins a new section ends what the one before was about. */
const HEADING = /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/;
const EMPTY: readonly Subject[] = [];

function eventsOf(text: string, data: PlanData): Event[] {
  const numbers = findNumbers(text).map((number): Event => ({ at: number.start, kind: 'number', number }));
  const mentions = findMentions(text, data).map((mention): Event => ({ at: mention.start, kind: 'mention', mention }));
  const marks = [...text.matchAll(/[（(）)。\n]/g)]
    .filter(
      ({ index }) =>
        !mentions.some(
          (event) => event.kind === 'mention' && event.mention.start <= index && index < event.mention.end,
        ),
    )
    .map((match): Event => ({ at: match.index, kind: 'mark', mark: match[0] }));
  return [...numbers, ...mentions, ...marks].sort((a, b) => a.at - b.at);
}

/** Every way to say both: each subject of one with each of the other, the later one first where they collide. */
function combine(earlier: readonly Subject[], later: readonly Subject[]): readonly Subject[] {
  if (earlier.length === 0) return later;
  return earlier.flatMap((one) => later.map((other) => ({ ...one, ...other })));
}

/** All figures of a text with what they may be about. `categoryId`: the class that the text is known to be about. */
export function scanText(text: string, data: PlanData, categoryId: string | null = null): ScannedNumber[] {
  const found: ScannedNumber[] = [];
  const topOf = makeTopFinder(data);
  let context = categoryId;
  let level: Level = { parts: EMPTY, inherited: EMPTY, isUsed: false, head: null };
  const outer: Level[] = [];
  let last: { number: ScannedNumber; end: number } | null = null;

  const preferContext = (subjects: readonly Subject[]): readonly Subject[] =>
    [...subjects].sort((a, b) => Number(topOf(b.category) === context) - Number(topOf(a.category) === context));

  for (const event of eventsOf(text, data)) {
    if (event.kind === 'mention') {
      if (event.mention.isWeak && (level.parts.length > 0 || context !== null)) continue;
      const subjects = preferContext(event.mention.subjects);
      const top = topOf(subjects[0]?.category);
      // A sub-class named in passing does not change what the passage is about.
      if (top !== null && (subjects[0]?.category === top || context === null)) context = top;
      if (level.isUsed) level = { ...level, inherited: level.parts, parts: EMPTY, isUsed: false };
      const isWhole = subjects.some((subject) => Object.keys(subject).length === 0);
      level = { ...level, parts: isWhole ? subjects : combine(level.parts, subjects) };
    } else if (event.kind === 'number') {
      const { parts, inherited } = level;
      const singles = parts.flatMap((part) => Object.entries(part).map(([key, value]): Subject => ({ [key]: value })));
      const contextual: Subject[] =
        context === null ? [] : [{ category: context }, ...combine([{ category: context }], parts)];
      const scanned: ScannedNumber = {
        number: event.number,
        named: parts,
        possible: [...combine(inherited, parts), ...singles, ...contextual],
        categoryId: context,
        parts: [],
      };
      level.head?.parts.push(event.number);
      level = { ...level, isUsed: true };
      last = { number: scanned, end: event.number.end };
      found.push(scanned);
    } else if (event.mark === '（' || event.mark === '(') {
      const opens = /^[（(]\s*(?:其中|包括|含)/.test(text.slice(event.at, event.at + 6));
      const isBehind = last !== null && /^(?:项目)?$/.test(text.slice(last.end, event.at).trim());
      outer.push(level);
      level = { ...level, isUsed: true, head: opens && isBehind && last ? last.number : null };
    } else if (event.mark === '）' || event.mark === ')') {
      level = outer.pop() ?? level;
    } else {
      outer.length = 0;
      if (event.mark === '\n' && HEADING.test(text.slice(event.at + 1, event.at + 12))) context = categoryId;
      level = { parts: EMPTY, inherited: EMPTY, isUsed: false, head: null };
    }
  }
  return found;
}

function makeTopFinder(data: PlanData): (category: string | undefined) => string | null {
  const parents = new Map(data.reference.categories.map(({ id, parent }) => [id, parent]));
  return (category) => {
    let top = category ?? null;
    for (let parent = top === null ? null : parents.get(top); parent; parent = parents.get(parent)) top = parent;
    return top;
  };
}
