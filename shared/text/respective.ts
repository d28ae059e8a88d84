// Lists told one beside the other: 产业、就业、生态分别投资20万元、9万元、5万元; …，占比分别为58%、27%、15%. Each figure behind 分别
// is that of the name at its place in the list before it.
import type { Mention } from './mentions.ts';
import type { Scanned, Spot } from './scan-text.ts';
import type { Subject } from './subject.ts';

const BETWEEN = /^(?:[、，,\s]|以及|和|及|与){1,3}$/;
/** How far behind 分别 its first figure stands. */
const NEAR = 12;
const LONGEST_SENTENCE = 600;

/** The figures that follow one another from the first behind a place on. */
function figuresBehind<Number extends Spot>(
  text: string,
  found: readonly Scanned<Number>[],
  first: number,
): Scanned<Number>[] {
  const list: Scanned<Number>[] = [];
  for (let at = first; at < found.length; at += 1) {
    const next = found[at] as Scanned<Number>;
    const last = list.at(-1);
    if (last && !BETWEEN.test(text.slice(last.number.end, next.number.start))) break;
    list.push(next);
  }
  return list;
}

/** What is named last in a sentence, as many as there are figures; undefined where they are of several kinds or too few. */
function lastNamed(names: readonly Mention[], count: number): Subject[] | undefined {
  const subjects = names.flatMap(({ subjects: [subject] }) =>
    subject && Object.keys(subject).length > 0 ? [subject] : [],
  );
  const last = subjects.slice(-count);
  const kinds = new Set(last.map((subject) => Object.keys(subject).join()));
  return last.length === count && kinds.size === 1 ? last : undefined;
}

/** The figures of a text, those behind 分别 with the names that they belong to; with none where that is not clear. */
export function pairRespective<Number extends Spot>(
  text: string,
  found: readonly Scanned<Number>[],
  mentions: readonly Mention[],
): Scanned<Number>[] {
  const paired = [...found];
  let [figure, name] = [0, 0];
  for (const { index } of text.matchAll(/分别/g)) {
    while (figure < found.length && (found[figure]?.number.start ?? 0) < index) figure += 1;
    while (name < mentions.length && (mentions[name]?.start ?? 0) < index) name += 1;
    const list = figuresBehind(text, found, figure);
    const [first] = list;
    if (!first || list.length < 2 || first.number.start - index > NEAR) continue;
    const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index), index - LONGEST_SENTENCE);
    let start = name;
    while (start > 0 && (mentions[start - 1]?.start ?? 0) > from) start -= 1;
    const names = lastNamed(mentions.slice(start, name), list.length);
    for (const [order, one] of list.entries()) {
      const own = names?.[order];
      const subjects = own === undefined ? [] : [own];
      paired[figure + order] = {
        ...{ ...one, named: subjects, chained: subjects, possible: subjects, isImplied: false },
        listStart: first.number.start,
        ...(own === undefined ? { isPlain: false } : { nameEnd: one.number.start }),
      };
    }
  }
  return paired;
}
