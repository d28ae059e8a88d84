// Names in running text that say what a figure is about: classes and their other names, years, fund sources, places,
// and words for the whole plan.

import { type Category, planYears, topSources } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { planFacts } from './facts.ts';
import { planCategories, type Subject } from './subject.ts';
import { makeWordFinder, type WordFinder } from './word-finder.ts';

export interface Mention {
  start: number;
  end: number;
  /** What the words may mean; an empty subject is the whole plan. Several: 就业 stands in two classes. */
  subjects: readonly Subject[];
  /** Means the whole plan only where nothing else is named: 投资总额. */
  isWeak?: boolean;
  /** A word of two characters that is a word like any other too. */
  isShort?: boolean;
}

/** 就业（公益性岗位就业） is also written as 公益性岗位就业. */
function namesOf({ name, aliases }: Pick<Category, 'name' | 'aliases'>): string[] {
  const inner = /（([^（）]{3,})）/.exec(name)?.[1];
  return [name, ...aliases, ...(inner === undefined ? [] : [inner])];
}

const WHOLE =
  /全[区县市州](?!范围|覆盖|面)|各类(?:巩固提升)?(?:建设)?(?:工程)?项目|各类(?:衔接|常态化帮扶|帮扶)项目|等[一二三四五六七八九十\d]{1,2}大类(?:工程)?/g;
const WEAK_WHOLE = /投资总额|总投资|投资总规模|项目总数|总概算|总计|合计|共计/g;
/** A year of which something is told; 到2025年, 2023年底 and the ends of a range are none. */
const YEAR = /(?<![\d—～~\-－至到止])(\d{4})年(?!\s{0,4}[—～~\-－至到]|度?[末底前])/g;
/** Owners before a word that is short for the county's own money: 农户自筹 is another's. */
const OTHER_OWNER = /(?:农户|群众|农民|村民|企业|业主|社会|个人|自身|单位|合作社|村集体|主体)$/;

/** Names with what each of them may mean. */
export interface Dictionary {
  find: WordFinder;
  subjects: ReadonlyMap<string, readonly Subject[]>;
}

/** A dictionary of names; one name may mean several things. Names of less than two characters are left out. */
export function makeDictionary(names: Iterable<readonly [word: string, subject: Subject]>): Dictionary {
  const subjects = new Map<string, Subject[]>();
  for (const [word, subject] of names)
    if (word.length >= 2) subjects.set(word, [...(subjects.get(word) ?? []), subject]);
  return { find: makeWordFinder(subjects.keys()), subjects };
}

function buildDictionary(data: PlanData): Dictionary {
  return makeDictionary([
    ...planCategories(data).flatMap(({ category }) =>
      namesOf(category).map((word) => [word, { category: category.id }] as const),
    ),
    ...topSources(data.reference).flatMap((source) =>
      namesOf(source).map((word) => [word, { source: source.id }] as const),
    ),
    ...planFacts(data).places.map(({ name }) => [name, { place: name }] as const),
  ]);
}

const remembered = new WeakMap<PlanData, Dictionary>();

function dictionaryOf(data: PlanData): Dictionary {
  let dictionary = remembered.get(data);
  if (!dictionary) {
    dictionary = buildDictionary(data);
    remembered.set(data, dictionary);
  }
  return dictionary;
}

/** All mentions in order; the longest name wins where names overlap. */
export function findMentions(text: string, data: PlanData): Mention[] {
  return mentionsOf(text, dictionaryOf(data), planYears(data.plan));
}

/** The names of a dictionary in a text, the years, and words for the whole. */
export function mentionsOf(text: string, { find, subjects }: Dictionary, years: readonly number[]): Mention[] {
  const named = find(text)
    .map(({ start, end, word }) => ({ start, end, subjects: subjects.get(word) ?? [], isShort: word.length <= 2 }))
    .filter(
      ({ start, subjects: [subject] }) =>
        subject?.source === undefined || !OTHER_OWNER.test(text.slice(Math.max(0, start - 4), start)),
    );
  const dated = [...text.matchAll(YEAR)]
    .filter((match) => years.includes(Number(match[1])))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      subjects: [{ year: Number(match[1]) }],
    }));
  const taken = [...named, ...dated];
  // Each place inside a name, so that none of them has to be looked for.
  const covered = new Set(
    taken.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  const free = (pattern: RegExp, isWeak: boolean): Mention[] =>
    [...text.matchAll(pattern)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length, subjects: [{}], isWeak }))
      .filter(({ start, end }) => !covered.has(start) && !covered.has(end - 1));
  return [...taken, ...free(WHOLE, false), ...free(WEAK_WHOLE, true)].sort((a, b) => a.start - b.start);
}
