// What policy rules speak of: what projects get from 财政衔接资金, and which projects are 产业项目.
import { categoryPath } from '#shared/domain/categories.ts';
import { fundNameIn } from '#shared/domain/fund-names.ts';
import type { Project } from '#shared/domain/project.ts';
import { FISCAL_FUND, type ReferenceData, topSourceOf } from '#shared/domain/reference.ts';
import { matrixOf } from '#shared/domain/rollup.ts';
import { shareOut } from '#shared/domain/share-out.ts';
import { lineageReader } from '#shared/tables/lineage.ts';
import { type Fen, toFen } from '#shared/values/money.ts';

/** Where a plan has no such source. */
const FUND_OF_LAW = '财政衔接资金';

/** What the plan calls that fund: 财政衔接资金, 常态化帮扶资金. */
export function bridgeFundName({ fundSources }: ReferenceData): string {
  return fundSources.find(({ id }) => id === FISCAL_FUND)?.name ?? FUND_OF_LAW;
}

/** Words of our own about the fund, such as a rule's title, under the name that the plan prints. Not for users' texts. */
export function inFundWords(words: string, reference: ReferenceData): string {
  const name = bridgeFundName(reference);
  return name.includes('衔接资金') ? words : words.replaceAll(/(?:财政)?衔接资金/g, name);
}

const bridgeIds = new WeakMap<ReferenceData, ReadonlySet<string>>();

function bridgeSources(reference: ReferenceData): ReadonlySet<string> {
  let ids = bridgeIds.get(reference);
  if (!ids) {
    const isBridge = ({ id }: { id: string }): boolean => topSourceOf(reference, id)?.id === FISCAL_FUND;
    ids = new Set(reference.fundSources.filter(isBridge).map(({ id }) => id));
    bridgeIds.set(reference, ids);
  }
  return ids;
}

/** What a project gets from 财政衔接资金. */
export function bridgeFund({ amounts }: Project, reference: ReferenceData): Fen {
  const ids = bridgeSources(reference);
  let sum = 0;
  for (const id in amounts.bySource) if (ids.has(id)) sum += amounts.bySource[id] as Fen;
  return toFen(sum);
}

/** The name that it has in a year: a plan over the end of 2025 has two. */
export function bridgeFundNameIn({ fundSources }: ReferenceData, year: number): string {
  const source = fundSources.find(({ id }) => id === FISCAL_FUND);
  return source ? fundNameIn(source, year) : FUND_OF_LAW;
}

/**
 * 衔接资金 by year: from the matrix where a project has one, else in the proportion of its years' money, or all of it in
 * its first year where there is none by year.
 */
export function bridgeFundByYear(project: Project, reference: ReferenceData): [year: string, fen: number][] {
  const fund = bridgeFund(project, reference);
  if (fund === 0) return [];
  const ids = bridgeSources(reference);
  const years = new Map<string, number>();
  for (const [key, fen] of Object.entries(matrixOf(project.amounts))) {
    const at = key.indexOf('|');
    if (!ids.has(key.slice(at + 1))) continue;
    years.set(key.slice(0, at), (years.get(key.slice(0, at)) ?? 0) + fen);
  }
  if (years.size > 0) return [...years];
  const stated = Object.entries(project.amounts.byYear).filter(([, fen]) => fen > 0);
  if (stated.length > 0) {
    const parts = shareOut(
      fund,
      stated.map(([, fen]) => fen),
    );
    return stated.map(([year], index) => [year, parts[index] ?? 0]);
  }
  return project.startAt === null ? [] : [[project.startAt.slice(0, 4), fund]];
}

/** A share in per cent with two decimals at most. */
export function percentText(part: number, whole: number): string {
  return String(Math.round((part / whole) * 10_000) / 100);
}

/**
 * True for a project of a class, or a type of the national library, whose name holds one of the words; also where the class
 * counts as such a class of another scheme (an own class that is mapped to one of the national library).
 */
export function isIndustry(
  { categoryId, nationalType }: Pick<Project, 'categoryId' | 'nationalType'>,
  reference: ReferenceData,
  words: readonly string[],
): boolean {
  return holdsOne(nationalType ?? '', words) || (categoryId !== null && isIndustryClass(categoryId, reference, words));
}

/** The same of a class by itself. */
export function isIndustryClass(categoryId: string, reference: ReferenceData, words: readonly string[]): boolean {
  const holds = (id: string): boolean => categoryPath(reference, id).some((name) => holdsOne(name, words));
  if (holds(categoryId)) return true;
  const line = new Set(lineageReader(reference)(categoryId));
  return reference.mappings.some(({ from, to }) => line.has(from) && holds(to));
}

function holdsOne(name: string, words: readonly string[]): boolean {
  return words.some((word) => word !== '' && name.includes(word));
}
