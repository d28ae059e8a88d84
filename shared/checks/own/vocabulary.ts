// The words that a formula of an own rule can use, from the plan itself: columns and their other names, fund sources,
// years, classes, towns. A word means one thing; the plan's own names go before the synonyms of other offices.

import { categoryPath } from '#shared/domain/categories.ts';
import { FIELD_SYNONYMS } from '#shared/domain/field-synonyms.ts';
import { FIELDS } from '#shared/domain/fields.ts';
import { isOutsideYear } from '#shared/domain/outside-years.ts';
import { ownKey } from '#shared/domain/own-columns.ts';
import { type PlanInfo, planYears, type ReferenceData, topSourceOf } from '#shared/domain/reference.ts';
import { foldWidth } from './fold-width.ts';
import type { FieldRef, FieldType } from './syntax.ts';

export type Meaning =
  | { kind: 'field'; field: FieldRef }
  /** A set of projects by the value of a field: a class, a town, 2021年项目. Also a text to compare that field with. */
  | { kind: 'set'; field: FieldRef; texts: readonly string[] }
  /** 每个乡镇: the rule holds for each group of projects by this field. */
  | { kind: 'each'; by: FieldRef };

export interface Word {
  text: string;
  meaning: Meaning;
  /** Offered while typing; further names are understood but not offered. */
  isOffered: boolean;
}

export interface Vocabulary {
  words: ReadonlyMap<string, Word>;
  /** The first characters of words, with the longest word that begins so. */
  longest: ReadonlyMap<string, number>;
}

/** Synonyms that would be misread inside other words, or that mean something else in a formula. */
const NOT_SYNONYMS = new Set('项目 资金 时间 其中 说明 地点 年度 规划年度 实施年度 项目年度 计划年度'.split(' '));

/** As headings of a column they mean one project's total, in a rule the sum of a group: 总投资合计. */
const OF_A_GROUP = /合计|总计|小计/;

const NUMBER_NAMES: Readonly<Record<string, string>> = {
  households: '受益户数',
  people: '受益人数',
  poorHouseholds: '受益脱贫户数',
  poorPeople: '受益脱贫人数',
  villages: '受益村数',
};

const YEAR_FIELDS: readonly (readonly [key: string, ...names: string[]])[] = [
  [
    'startYear',
    '开工年',
    '开工年份',
    '开始年',
    '开始年份',
    '开工年度',
    '起始年',
    '年度',
    '规划年度',
    '实施年度',
    '项目年度',
  ],
  ['endYear', '完工年', '完工年份', '结束年', '结束年份', '竣工年', '竣工年份', '完工年度'],
  ['duration', '建设年数', '工期年数'],
];

const TYPES: Readonly<Record<string, FieldType>> = { amount: 'amount', integer: 'number', category: 'category' };

function makeBook() {
  const words = new Map<string, Word>();
  const put = (name: string, meaning: Meaning, isOffered: boolean): void => {
    const text = foldWidth(name);
    if (text !== '' && !words.has(text)) words.set(text, { text, meaning, isOffered });
  };
  return { words, put };
}

type Put = ReturnType<typeof makeBook>['put'];

function putFields(put: Put): void {
  for (const { id, label, kind } of FIELDS) {
    if (id === 'source' || id === 'year' || id === 'own') continue;
    const name = NUMBER_NAMES[id] ?? (id === 'name' ? '项目名称' : label);
    const key = isOutsideYear(id) ? `year:${id}` : id;
    const field: FieldRef = { label: name, type: TYPES[kind] ?? 'text', key, columnKey: key };
    put(name, { kind: 'field', field }, true);
    if (label.length > 1) put(label, { kind: 'field', field }, false);
  }
  for (const [key, ...names] of YEAR_FIELDS) {
    const field: FieldRef = { label: names[0] as string, type: 'number', key, columnKey: 'period' };
    names.forEach((name, index) => {
      put(name, { kind: 'field', field }, index === 0);
    });
  }
}

function putSources(put: Put, reference: ReferenceData, years: readonly number[]): void {
  const refOf = (id: string, label: string, year?: number): FieldRef => ({
    label,
    type: 'amount',
    key: year === undefined ? `source:${id}` : `cell:${year}|${id}`,
    columnKey: `source:${topSourceOf(reference, id)?.id ?? id}`,
  });
  for (const { id, parent, name } of reference.fundSources) {
    put(name, { kind: 'field', field: refOf(id, name) }, parent === null);
    for (const year of years)
      put(`${year}年${name}`, { kind: 'field', field: refOf(id, `${year}年${name}`, year) }, false);
  }
  for (const { id, name, aliases } of reference.fundSources) {
    for (const alias of aliases) {
      if (alias.length < 3) continue;
      put(alias, { kind: 'field', field: refOf(id, name) }, false);
      for (const year of years)
        put(`${year}年${alias}`, { kind: 'field', field: refOf(id, `${year}年${name}`, year) }, false);
    }
  }
}

function putOwnColumns(put: Put, { ownColumns }: ReferenceData): void {
  for (const { id, name } of ownColumns) {
    const key = ownKey(id);
    put(name, { kind: 'field', field: { label: name, type: 'text', key, columnKey: key } }, true);
  }
}

function putYears(put: Put, years: readonly number[]): void {
  const start: FieldRef = { label: '开工年', type: 'number', key: 'startYear', columnKey: 'period' };
  for (const year of years) {
    const field: FieldRef = { label: `${year}年`, type: 'amount', key: `year:${year}`, columnKey: `year:${year}` };
    put(`${year}年`, { kind: 'field', field }, true);
    for (const name of ['年度', '年投资', '年度投资']) put(`${year}${name}`, { kind: 'field', field }, false);
    for (const name of ['年项目', '年开工', '年开工项目']) {
      put(`${year}${name}`, { kind: 'set', field: start, texts: [String(year)] }, false);
    }
  }
}

function putSynonyms(put: Put, words: ReadonlyMap<string, Word>): void {
  for (const { id, label } of FIELDS) {
    const known = words.get(foldWidth(NUMBER_NAMES[id] ?? (id === 'name' ? '项目名称' : label)));
    if (known?.meaning.kind !== 'field') continue;
    for (const synonym of FIELD_SYNONYMS[id]) {
      if (synonym.length > 1 && !NOT_SYNONYMS.has(synonym) && !OF_A_GROUP.test(synonym))
        put(synonym, known.meaning, false);
    }
  }
}

function putClasses(put: Put, plan: PlanInfo, reference: ReferenceData): void {
  const field: FieldRef = { label: '规划类别', type: 'category', key: 'categoryId', columnKey: 'categoryId' };
  const own = reference.categories.filter(({ scheme }) => scheme === plan.scheme);
  const meaning = (id: string): Meaning => ({ kind: 'set', field, texts: [categoryPath(reference, id).join('›')] });
  for (const { id, name } of own) put(name, meaning(id), true);
  // 产业类 for 乡村特色产业帮扶: any piece of a class's name that no other class has.
  const tops = own.filter(({ parent }) => parent === null);
  for (const { id, name } of tops) {
    for (let from = 0; from < name.length - 1; from += 1) {
      for (let to = from + 2; to <= name.length; to += 1) {
        const piece = name.slice(from, to);
        if (tops.every((other) => other.id === id || !other.name.includes(piece)))
          put(`${piece}类`, meaning(id), false);
      }
    }
  }
  for (const { id, name, aliases } of own) {
    for (const word of [name, ...aliases]) {
      put(`${word}类`, meaning(id), false);
      if (word.length > 2) put(word, meaning(id), false);
    }
  }
}

function putTowns(put: Put, reference: ReferenceData): void {
  const field: FieldRef = { label: '乡镇(街道)', type: 'text', key: 'town', columnKey: 'town' };
  const towns = reference.regions.filter(({ level }) => level === 'town');
  for (const { name, aliases } of towns) put(name, { kind: 'set', field, texts: [name, ...aliases] }, true);
  for (const { name, aliases } of towns) {
    for (const alias of aliases) put(alias, { kind: 'set', field, texts: [name, ...aliases] }, false);
  }
}

/** key, column, then the names behind 每个. */
const GROUPS: readonly (readonly [key: string, columnKey: string, ...names: string[]])[] = [
  ['town', 'town', '乡镇', '乡镇(街道)', '街道', '镇'],
  ['village', 'village', '村', '村(社区)', '行政村', '社区'],
  ['topCategory', 'categoryId', '类别', '规划类别', '大类', '类', '类项目'],
  ['categoryId', 'categoryId', '小类', '细类'],
  ['startYear', 'period', '年度', '开工年', '年'],
  ['unit', 'unit', '责任单位', '单位'],
  ['department', 'department', '主管部门', '部门'],
  ['nature', 'nature', '建设性质'],
];

function putGroups(put: Put): void {
  for (const [key, columnKey, ...names] of GROUPS) {
    const by: FieldRef = { label: names[0] as string, type: 'text', key, columnKey };
    names.forEach((name, index) => {
      put(`每个${name}`, { kind: 'each', by }, index === 0);
      for (const each of ['每', '各', '各个']) put(`${each}${name}`, { kind: 'each', by }, false);
    });
  }
}

const remembered = new WeakMap<ReferenceData, { plan: PlanInfo; vocabulary: Vocabulary }>();

/** The words of a plan; the same object as long as plan and reference data stay. */
export function vocabularyOf(plan: PlanInfo, reference: ReferenceData): Vocabulary {
  const known = remembered.get(reference);
  if (known?.plan === plan) return known.vocabulary;
  const { words, put } = makeBook();
  const years = planYears(plan);
  putFields(put);
  putOwnColumns(put, reference);
  putSources(put, reference, years);
  putYears(put, years);
  putSynonyms(put, words);
  putClasses(put, plan, reference);
  putTowns(put, reference);
  putGroups(put);
  const longest = new Map<string, number>();
  for (const text of words.keys())
    longest.set(text[0] as string, Math.max(longest.get(text[0] as string) ?? 0, text.length));
  const vocabulary = { words, longest };
  remembered.set(reference, { plan, vocabulary });
  return vocabulary;
}
