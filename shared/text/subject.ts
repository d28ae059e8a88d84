// What a figure of the text is about: a class, a year, a fund source, a place, or several of them together; nothing
// named means the whole plan. Figures come from the sums that the tables are made of.
import { type CategoryNode, categoryPath, categoryTree, flattenCategories } from '#shared/domain/categories.ts';
import { cellKey } from '#shared/domain/project.ts';
import { type Category, planYears, topSources } from '#shared/domain/reference.ts';
import type { Rollup } from '#shared/domain/rollup.ts';
import { emptyRollup } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import { type Fen, ZERO } from '#shared/values/money.ts';
import { planFacts } from './facts.ts';

export interface Subject {
  /** Ids of a category and a top-level source; a year; the name of a place. */
  category?: string;
  year?: number;
  source?: string;
  place?: string;
}

interface KnownCategories {
  nodes: CategoryNode[];
  /** By id: a text names each of them over and over. */
  words: ReadonlyMap<string, string>;
}

const remembered = new WeakMap<PlanData, KnownCategories>();

function knownCategories(data: PlanData): KnownCategories {
  let known = remembered.get(data);
  if (!known) {
    const nodes = flattenCategories(categoryTree(data.reference, data.plan.scheme));
    const wordOf = ({ category }: CategoryNode): string => {
      const isUnique = nodes.filter((node) => node.category.name === category.name).length === 1;
      return isUnique ? category.name : categoryPath(data.reference, category.id).join('/');
    };
    known = { nodes, words: new Map(nodes.map((node) => [node.category.id, wordOf(node)])) };
    remembered.set(data, known);
  }
  return known;
}

/** All categories of the plan's scheme in order. */
export function planCategories(data: PlanData): readonly CategoryNode[] {
  return knownCategories(data).nodes;
}

/** How a category is written in a field: its name, with its class before it where the name alone is not unique. */
export function categoryWord(data: PlanData, category: Category): string {
  return knownCategories(data).words.get(category.id) ?? categoryPath(data.reference, category.id).join('/');
}

/** The subject that the arguments of a field name; a text says in Chinese which of them is unknown. */
export function readSubject(data: PlanData, args: readonly string[]): Subject | string {
  const subject: Subject = {};
  for (const arg of args) {
    const part = readPart(data, arg);
    if (!part) return `没有“${arg}”这个类别、年度、资金来源或地点`;
    Object.assign(subject, part);
  }
  return subject;
}

function readPart(data: PlanData, arg: string): Subject | undefined {
  const year = /^(\d{4})年?$/.exec(arg)?.[1];
  if (year !== undefined) return planYears(data.plan).includes(Number(year)) ? { year: Number(year) } : undefined;
  const sources = topSources(data.reference);
  const source = sources.find(({ name }) => name === arg);
  if (source) return { source: source.id };
  const category = planCategories(data).find(({ category }) =>
    arg.includes('/') ? categoryPath(data.reference, category.id).join('/') === arg : category.name === arg,
  );
  if (category) return { category: category.category.id };
  if (planFacts(data).places.some(({ name }) => name === arg)) return { place: arg };
  // A text written before a renaming still means what it meant.
  const renamed = planCategories(data).filter(({ category }) => category.aliases.includes(arg.split('/').at(-1) ?? ''));
  if (renamed.length === 1) return { category: renamed[0]?.category.id as string };
  const other = sources.find(({ aliases }) => aliases.includes(arg));
  return other ? { source: other.id } : undefined;
}

/** The arguments that name a subject. */
export function subjectArgs(data: PlanData, subject: Subject): string[] {
  const category = data.reference.categories.find(({ id }) => id === subject.category);
  const source = data.reference.fundSources.find(({ id }) => id === subject.source);
  return [
    ...(category ? [categoryWord(data, category)] : []),
    ...(subject.year === undefined ? [] : [String(subject.year)]),
    ...(source ? [source.name] : []),
    ...(subject.place === undefined ? [] : [subject.place]),
  ];
}

/** The subject in a sentence: 2021年财政衔接资金; 全部项目 for the whole plan. */
export function subjectLabel(data: PlanData, subject: Subject): string {
  const words = subjectArgs(data, subject).map((word) => (/^\d{4}$/.test(word) ? `${word}年` : word));
  return words.length === 0 ? '全部项目' : words.join('');
}

function rollupOf(data: PlanData, { category }: Subject): Rollup {
  const sums = planSums(data);
  return category === undefined ? sums.all : (sums.byCategory.get(category) ?? emptyRollup());
}

/** Number of projects; undefined where the plan's sums do not tell: by source, or by place and anything else. */
export function countOf(data: PlanData, subject: Subject): number | undefined {
  const { category, year, source, place } = subject;
  if (source !== undefined) return undefined;
  if (place !== undefined) {
    if (category !== undefined || year !== undefined) return undefined;
    return planFacts(data).places.find(({ name }) => name === place)?.count ?? 0;
  }
  const rollup = rollupOf(data, subject);
  return year === undefined ? rollup.count : (rollup.countByYear[year] ?? 0);
}

/** Money in 分; undefined for a place together with anything else. */
export function amountOf(data: PlanData, subject: Subject): Fen | undefined {
  const { category, year, source, place } = subject;
  if (place !== undefined) {
    if (category !== undefined || year !== undefined || source !== undefined) return undefined;
    return planFacts(data).places.find(({ name }) => name === place)?.total ?? ZERO;
  }
  const rollup = rollupOf(data, subject);
  if (year !== undefined && source !== undefined) return rollup.cells[cellKey(year, source)] ?? ZERO;
  if (year !== undefined) return rollup.byYear[year] ?? ZERO;
  if (source !== undefined) return rollup.bySource[source] ?? ZERO;
  return rollup.total;
}
