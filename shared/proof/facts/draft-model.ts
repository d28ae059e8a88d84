// What a draft is about: whose plan of which years, and the facts of its tables, which are the words of its sentences too.
import type { Draft } from '#shared/draft/draft.ts';
import { chineseDecimal } from '#shared/text/chinese-number.ts';
import { type Dictionary, type Mention, makeDictionary, mentionsOf } from '#shared/text/mentions.ts';
import type { Vocabulary } from '#shared/text/scan-text.ts';
import type { Subject } from '#shared/text/subject.ts';
import { plainLabel } from '../tables/axis.ts';
import type { ReadTable } from '../tables/read-table.ts';
import { coreOf, formsOf } from './class-names.ts';
import { ERA_DIGITS, ownYearOf, periodOf, regionOf, titleOf } from './plan-of-draft.ts';
import { type ClassName, coreSource, type Fact, tableModel, tableNames } from './table-facts.ts';

export interface DraftModel {
  facts: readonly Fact[];
  classes: readonly ClassName[];
  vocabulary: Vocabulary;
  plan: Vocabulary['plan'];
  /** Years that the tables know, within the plan or not. */
  years: ReadonlySet<number>;
}

/** What a caption says of its table: the class whose sub-classes it lists. */
function captionSubject(table: ReadTable, dictionary: Dictionary, classes: readonly ClassName[]): Subject {
  const caption = plainLabel(table.caption);
  const own = new Set(table.rows.map(({ name }) => coreOf(name)));
  const named = mentionsOf(caption, dictionary, []).flatMap(({ subjects }) => subjects.slice(0, 1));
  const categories = new Set(named.flatMap(({ category }) => (category === undefined ? [] : [category])));
  const [category] = categories;
  if (category === undefined || categories.size > 1) return {};
  // A table of all classes whose title names one of them is of no class.
  const known = classes.find(({ id }) => id === category);
  const isListed = own.has(category.split('/').at(-1) ?? '');
  const siblings = classes.filter(({ parent, id }) => parent === (known?.parent ?? null) && id !== category);
  if (isListed && siblings.some(({ id }) => own.has(id.split('/').at(-1) ?? ''))) return {};
  return { category };
}

/** The year of a table of one year: 2026年度项目安排表. A span of years in the caption is none. */
function captionYear({ caption }: ReadTable): Subject {
  const years = [
    ...new Set(
      [...caption.matchAll(/(?<![\d—–－～~-])(20\d\d)年(?!\s?[—–－～~\-至])/g)].map(([, year]) => Number(year)),
    ),
  ];
  const [year] = years;
  return year === undefined || years.length > 1 ? {} : { year };
}

/** 中央衔接资金 is 中央财政衔接资金 too. */
function sourceForms(source: string, core: string): Set<string> {
  const forms = [source, core, `${core}资金`, `${core}投入`];
  const level = /^(中央|省级?|自治区|市级?|州级?|县级?|区级?)(财政)?/.exec(core);
  const other =
    level?.[2] === undefined
      ? core.replace(/^(中央|省级?|自治区|市级?|州级?|县级?|区级?)/, '$1财政')
      : core.replace('财政', '');
  return new Set(level ? [...forms, `${other}资金`] : forms);
}

function dictionaryOf(
  classes: readonly ClassName[],
  sources: readonly string[],
  places: readonly string[],
): Dictionary {
  const entries = new Map<string, readonly [string, Subject]>();
  const add = (word: string, subject: Subject): void => {
    entries.set(`${word} ${JSON.stringify(subject)}`, [word, subject]);
  };
  const exact = new Set(classes.map(({ name }) => name));
  for (const { id, name } of classes) {
    const { written, varied } = formsOf(name);
    for (const form of written) add(form, { category: id });
    // Another ending is this class only where it is not the name of another.
    for (const form of varied) if (!exact.has(form)) add(form, { category: id });
  }
  for (const source of new Set(sources)) {
    const core = coreSource(source);
    if (/^(?:其他|其它)$/.test(core)) for (const form of [`${core}资金`, `${core}来源`]) add(form, { source: core });
    else for (const form of sourceForms(source, core)) add(form, { source: core });
  }
  // 衔接资金 for 财政衔接资金, where no other source ends so.
  const cores = [...new Set(sources.map(coreSource))];
  for (const core of cores) {
    const short = core.replace(/^(?:财政|中央和省级|各级|本级)/, '');
    if (short !== core && short.length >= 2 && cores.filter((other) => other.endsWith(short)).length === 1)
      for (const form of [`${short}资金`, short]) if (form.length > 2) add(form, { source: core });
  }
  for (const place of new Set(places)) add(place, { place });
  return makeDictionary(entries.values());
}

/** A class that stands alone in one table and under another in the next is one class. */
function placedClasses(classes: readonly ClassName[]): ReadonlyMap<string, string> {
  const under = new Map<string, Set<string>>();
  for (const { id, parent } of classes)
    if (parent !== null) {
      const core = id.split('/').at(-1) ?? id;
      under.set(core, (under.get(core) ?? new Set()).add(id));
    }
  const top = new Set(classes.filter(({ parent }) => parent === null).map(({ id }) => id));
  return new Map(
    [...top].flatMap((id): [string, string][] => {
      const [only, ...more] = under.get(id) ?? [];
      return only === undefined || more.length > 0 ? [] : [[id, only]];
    }),
  );
}

/** How many classes a table lists: its rows at the top, its columns of one measure. */
export function classCounts(table: ReadTable): number[] {
  const items = table.rows.filter(({ kind }) => kind === 'item');
  const top = Math.min(...items.map(({ level }) => level ?? 0));
  const names = new Set(items.filter(({ level }) => (level ?? top) === top).map(({ name }) => name));
  return [names.size];
}

const ALL_CLASSES =
  /(?<![第\d一二三四五六七八九十])([一二两三四五六七八九十]{1,2}|\d{1,2})(?:大类|大|类)[^，。；、：（）\d]{0,6}/g;

/** 三大行动, 七大类工程 behind the names of all of them: the whole. */
function allClasses(text: string, sizes: ReadonlySet<number>): Mention[] {
  return [...text.matchAll(ALL_CLASSES)].flatMap(({ index, 0: raw, 1: numeral = '' }): Mention[] => {
    const count = /\d/.test(numeral) ? Number(numeral) : Number(chineseDecimal(numeral) ?? 0);
    return sizes.has(count) ? [{ start: index, end: index + raw.length, subjects: [{}] }] : [];
  });
}

const ALL_YEARS =
  /(20\d\d)年?\s?[—–－～~\-至]{1,2}\s?(20\d\d)年|“?十([一二三四五六七八九])五”?(?:期间|时期)|规划期内?|本(?:规划|方案|计划|库)|[三四五]年(?:内|间)|(?<![\d到至])(20\d\d)年(?!\d)/g;

/** 规划期内, 2023—2026年, the year of a yearly plan: the whole, where nothing else is named. */
function allYears(text: string, { firstYear, lastYear }: { firstYear: number; lastYear: number }): Mention[] {
  return [...text.matchAll(ALL_YEARS)].flatMap(({ index, 0: raw, 1: from, 2: to, 3: era, 4: year }): Mention[] => {
    const first = from ?? year ?? (era === undefined ? firstYear : 2006 + 5 * ERA_DIGITS.indexOf(era));
    const last = to ?? year ?? (era === undefined ? lastYear : Number(first) + 4);
    if (Number(first) !== firstYear || Number(last) !== lastYear) return [];
    return [{ start: index, end: index + raw.length, subjects: [{}], isWeak: true }];
  });
}

/** Reads what the tables of a draft say, and with it the words of its sentences. */
export function draftModel({ blocks }: Draft, tables: readonly ReadTable[]): DraftModel {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.trim()] : []));
  // First the names alone, for the captions are read with them.
  const first = tables.map(tableNames);
  const names = first.flatMap(({ classes }) => classes);
  const captions = dictionaryOf(names, [], []);
  const ownYear = ownYearOf(
    lines,
    first.flatMap(({ years }) => years),
  );
  const models = tables.map((table) => {
    const { year } = captionYear(table);
    const dated = year === undefined || year === ownYear ? {} : { year };
    return tableModel(table, { ...captionSubject(table, captions, names), ...dated });
  });
  const classes = models.flatMap((model) => model.classes);
  const moved = placedClasses(classes);
  const facts = models
    .flatMap((model) => model.facts)
    .map((fact): Fact => {
      const { category } = fact.subject;
      const to = category === undefined ? undefined : moved.get(category);
      return to === undefined ? fact : { ...fact, subject: { ...fact.subject, category: to } };
    });
  const kept = classes.filter(({ id }) => !moved.has(id));
  const years = models.flatMap((model) => model.years);
  const plan = {
    ...(ownYear === null ? periodOf(lines, years) : { firstYear: ownYear, lastYear: ownYear }),
    regionName: regionOf(lines),
  };
  const dictionary = dictionaryOf(
    kept,
    models.flatMap((model) => model.sources),
    models.flatMap((model) => model.places).filter((place) => place !== plan.regionName),
  );
  const parents = new Map(kept.map(({ id, parent }) => [id, parent]));
  const known = new Set(years);
  const sizes = new Set(tables.flatMap(classCounts));
  const planned = Array.from({ length: plan.lastYear - plan.firstYear + 1 }, (_, at) => plan.firstYear + at);
  // The year of a yearly plan is the whole of it and no part.
  const all = [...known, ...planned].filter((year) => year !== ownYear);
  return {
    facts,
    classes: kept,
    plan,
    years: known,
    vocabulary: {
      plan,
      title: titleOf(lines),
      mentionsIn: (text) =>
        [...mentionsOf(text, dictionary, all), ...allClasses(text, sizes), ...allYears(text, plan)].sort(
          (a, b) => a.start - b.start,
        ),
      topOf: (category) => {
        let top = category ?? null;
        for (let depth = 0; depth < 9 && top !== null; depth += 1) {
          const parent = parents.get(top) ?? null;
          if (parent === null) break;
          top = parent;
        }
        return top;
      },
    },
  };
}
