// Facts of another office in the words of the plan here: its classes, fund sources and project ids become ours. What has
// no counterpart is told; money on an unknown fund is never put elsewhere (SPECS J2, J3).
import { ownColumnAdopter } from '../domain/adopt-own-columns.ts';
import { categoryPath } from '../domain/categories.ts';
import type { OwnColumn } from '../domain/own-columns.ts';
import { cellKey, type Project, splitCellKey } from '../domain/project.ts';
import type { Category } from '../domain/reference.ts';
import type { PlanData } from '../records/plan-data.ts';
import { makeCategoryResolver } from '../tables/crosswalk.ts';
import { bareText } from '../values/fold-text.ts';
import type { Fen } from '../values/money.ts';
import { type Facts, mapFacts } from './facts.ts';
import type { PackageFrame } from './manifest.ts';

export interface Adopted {
  facts: Facts;
  /** Classes of theirs that are none here: the projects come in as 未分类. */
  lostClasses: ReadonlyMap<string, number>;
  /** Projects and batches with money on a fund that the plan does not know, with its name. */
  unknownFunds: ReadonlyMap<string, string>;
  /** Own columns of theirs in which projects hold something and that are none here: they come along. */
  newColumns: readonly OwnColumn[];
}

type Plan = Pick<PlanData, 'plan' | 'reference'>;

/** `aliases`: ids of their projects that are others here. */
export function adoptFacts(
  facts: Facts,
  frame: PackageFrame,
  data: Plan,
  aliases: Readonly<Record<string, string>>,
): Adopted {
  const classOf = makeClassReader(frame, data);
  const fundOf = makeFundReader(frame, data);
  const columns = ownColumnAdopter(frame.ownColumns ?? [], data.reference.ownColumns);
  const lostClasses = new Map<string, number>();
  const unknownFunds = new Map<string, string>();
  const idOf = (id: string): string => (Object.hasOwn(aliases, id) ? (aliases[id] ?? id) : id);
  const renameKeys = (
    owner: string,
    amounts: Readonly<Record<string, Fen>>,
    rename: (key: string) => string | null,
  ): Record<string, Fen> =>
    Object.fromEntries(
      Object.entries(amounts).map(([key, fen]) => {
        const renamed = rename(key);
        if (renamed === null && fen !== 0) unknownFunds.set(owner, nameOfFund(frame, key));
        return [renamed ?? key, fen];
      }),
    );
  const project = (one: Project): Project => {
    const id = idOf(one.id);
    const categoryId = one.categoryId === null ? null : classOf(one.categoryId);
    if (one.categoryId !== null && categoryId === null) {
      const name = categoryPath(frame, one.categoryId).join(' › ') || one.categoryId;
      lostClasses.set(name, (lostClasses.get(name) ?? 0) + 1);
    }
    const { bySource, cells } = one.amounts;
    return {
      ...columns.adopt(one),
      id,
      categoryId,
      amounts: {
        ...one.amounts,
        bySource: renameKeys(id, bySource, fundOf),
        cells: renameKeys(id, cells, (key) => {
          const { year, source } = splitCellKey(key);
          const fund = fundOf(source);
          return fund === null ? null : cellKey(year, fund);
        }),
      },
    };
  };
  const adopted = mapFacts(facts, (name, list) => {
    if (name === 'projects') return facts.projects.map(project) as never;
    if (name === 'batches')
      return facts.batches.map((batch) => {
        const fund = batch.fundSourceId === null ? null : fundOf(batch.fundSourceId);
        // A batch may name a fund that the plan does not know: then the words of its paper say what it was.
        return { ...batch, fundSourceId: fund };
      }) as never;
    if (name === 'postings')
      return facts.postings.map((one) => ({ ...one, projectIds: one.projectIds.map(idOf) })) as never;
    if (name === 'explanations') return list;
    return (list as readonly { projectId: string }[]).map((one) => ({
      ...one,
      projectId: idOf(one.projectId),
    })) as never;
  });
  return { facts: adopted, lostClasses, unknownFunds, newColumns: columns.fresh() };
}

function nameOfFund({ funds }: PackageFrame, key: string): string {
  const id = key.includes('|') ? splitCellKey(key).source : key;
  return funds.find((fund) => fund.id === id)?.name ?? id;
}

/** Our class for one of theirs: the same id and name, the same path, what it is mapped to, the same name; else null. */
function makeClassReader(frame: PackageFrame, { plan, reference }: Plan): (id: string) => string | null {
  const theirs = new Map(frame.categories.map((one) => [one.id, one]));
  const ours = new Map(reference.categories.map((one) => [one.id, one]));
  const byPath = new Map(
    reference.categories.map((one) => [categoryPath(reference, one.id).map(bareText).join('|'), one] as const),
  );
  const byName = Map.groupBy(
    reference.categories.filter(({ scheme }) => scheme === plan.scheme),
    ({ name }) => bareText(name),
  );
  const mapped = makeCategoryResolver(reference, plan.scheme);
  const find = (id: string): Category | null => {
    const one = theirs.get(id);
    const same = ours.get(id);
    if (!one) return same ?? null;
    if (same && [same.name, ...same.aliases].map(bareText).includes(bareText(one.name))) return same;
    const path = byPath.get(categoryPath(frame, id).map(bareText).join('|'));
    if (path) return path;
    const named = byName.get(bareText(one.name)) ?? [];
    return (named.length === 1 ? named[0] : undefined) ?? (same ? mapped(id) : null);
  };
  return remember((id) => find(id)?.id ?? null);
}

/** Our fund for one of theirs: the same id, else one of the same name. */
function makeFundReader(frame: PackageFrame, { reference }: Plan): (id: string) => string | null {
  const ours = new Map(reference.fundSources.map((fund) => [fund.id, fund]));
  const namesOf = (fund: { name: string; aliases: readonly string[] }): string[] =>
    [fund.name, ...fund.aliases].map(bareText);
  const byName = new Map(
    reference.fundSources.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => [bareText(one), id])),
  );
  const theirs = new Map(frame.funds.map((fund) => [fund.id, fund]));
  return remember((id) => {
    const fund = theirs.get(id);
    const same = ours.get(id);
    if (!fund) return same ? id : null;
    const names = namesOf(fund);
    // An id of a fund that somebody added may be another fund elsewhere: the names decide.
    if (same && namesOf(same).some((name) => names.includes(name))) return id;
    return names.map((name) => byName.get(name)).find((found) => found !== undefined) ?? null;
  });
}

function remember(read: (id: string) => string | null): (id: string) => string | null {
  const known = new Map<string, string | null>();
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id) ?? null;
  };
}
