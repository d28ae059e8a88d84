// The facts that packages carry, by collection, and under which kind of the workbook each is stored.
import type { FundBatch, FundLine, Payment, ProgressNote } from '../domain/execution.ts';
import type { LifeEvent } from '../domain/life.ts';
import type { Posting } from '../domain/posting.ts';
import type { Project } from '../domain/project.ts';
import type { Explanation } from '../records/explanation.ts';

/** 属实说明 under the key of its finding. */
export interface KeyedExplanation {
  id: string;
  value: Explanation;
}

export interface Facts {
  projects: readonly Project[];
  events: readonly LifeEvent[];
  batches: readonly FundBatch[];
  lines: readonly FundLine[];
  payments: readonly Payment[];
  notes: readonly ProgressNote[];
  postings: readonly Posting[];
  explanations: readonly KeyedExplanation[];
}
export type Collection = keyof Facts;
export type FactOf<C extends Collection> = Facts[C][number];

/** In the order in which one may refer to another; with the words for one of it. */
export const COLLECTIONS = {
  projects: '项目',
  events: '办理',
  batches: '资金批次',
  lines: '资金分配',
  payments: '支付',
  notes: '形象进度',
  postings: '公示',
  explanations: '属实说明',
} as const satisfies Record<Collection, string>;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as Collection[];

export const NO_FACTS: Facts = {
  ...{ projects: [], events: [], batches: [], lines: [] },
  ...{ payments: [], notes: [], postings: [], explanations: [] },
};

/** The same facts with each list put through `change`. */
export function mapFacts(facts: Facts, change: <C extends Collection>(name: C, list: Facts[C]) => Facts[C]): Facts {
  return Object.fromEntries(COLLECTION_NAMES.map((name) => [name, change(name, facts[name])])) as unknown as Facts;
}

/** The project that a fact belongs to; null where it belongs to none, or to several. */
export function projectIdOf(name: Collection, fact: FactOf<Collection>): string | null {
  if (name === 'projects') return fact.id;
  return 'projectId' in fact ? fact.projectId : null;
}
