// The classes and fund sources of a county's workbook in those of the office above: by id and mapping, else by name. What
// has no counterpart is counted with its money.
import { ownColumnAdopter } from '../domain/adopt-own-columns.ts';
import { categoryPath } from '../domain/categories.ts';
import type { OwnColumn } from '../domain/own-columns.ts';
import { type Amounts, cellKey, type Project, splitCellKey } from '../domain/project.ts';
import type { FundSource, PlanInfo, ReferenceData } from '../domain/reference.ts';
import { categoryFinder } from '../import/match-category.ts';
import { makeCategoryResolver } from '../tables/crosswalk.ts';
import { bareText } from '../values/fold-text.ts';
import { addFen, type Fen, ZERO } from '../values/money.ts';

type FramePart = {
  plan: Pick<PlanInfo, 'scheme'>;
  reference: Pick<ReferenceData, 'categories' | 'mappings' | 'fundSources' | 'ownColumns'>;
};

/** Words of the county without a counterpart here. */
export interface Unmapped {
  kind: 'class' | 'source';
  /** 产业发展 › 生产项目 */
  name: string;
  projects: number;
  fen: Fen;
}

export interface Translation {
  projects: Project[];
  unmapped: Unmapped[];
  /** Own columns of the county that come along. */
  newColumns: OwnColumn[];
  /** The source here for one of the county; null: none. */
  sourceOf(id: string): string | null;
}

/** Amounts of sources that have no counterpart stand in 总投资 only. */
export function translateProjects(projects: readonly Project[], theirs: FramePart, ours: FramePart): Translation {
  const unmapped = new Map<string, Unmapped>();
  const note = (kind: Unmapped['kind'], name: string, fen: Fen): void => {
    const known = unmapped.get(`${kind}${name}`) ?? { kind, name, projects: 0, fen: ZERO };
    unmapped.set(`${kind}${name}`, { ...known, projects: known.projects + 1, fen: addFen(known.fen, fen) });
  };
  const classOf = classTranslator(theirs, ours);
  const sourceOf = sourceTranslator(theirs.reference.fundSources, ours.reference.fundSources);
  const sourceName = (id: string): string => theirs.reference.fundSources.find((one) => one.id === id)?.name ?? id;
  const columns = ownColumnAdopter(theirs.reference.ownColumns, ours.reference.ownColumns);
  const translated = projects.map((project) => {
    const categoryId = classOf(project.categoryId);
    if (categoryId === null) {
      const path = categoryPath(theirs.reference, project.categoryId).join(' › ');
      note('class', path || '未分类', project.amounts.total ?? ZERO);
    }
    for (const [id, fen] of Object.entries(project.amounts.bySource))
      if (sourceOf(id) === null) note('source', sourceName(id), fen);
    return { ...columns.adopt(project), categoryId, amounts: translateAmounts(project.amounts, sourceOf) };
  });
  return { projects: translated, unmapped: [...unmapped.values()], newColumns: columns.fresh(), sourceOf };
}

function classTranslator(theirs: FramePart, ours: FramePart): (id: string | null) => string | null {
  const resolve = makeCategoryResolver(ours.reference, ours.plan.scheme);
  const theirResolve = makeCategoryResolver(theirs.reference, ours.plan.scheme);
  const finder = categoryFinder(ours.plan, ours.reference);
  const own = new Map(ours.reference.categories.map((category) => [category.id, category]));
  const known = new Map<string, string | null>();
  const find = (id: string): string | null => {
    const path = categoryPath(theirs.reference, id);
    // An id alone proves nothing: the county may have given it to another class.
    const same = own.get(id);
    if (same && bareText(same.name) === bareText(path.at(-1) ?? '')) {
      const target = resolve(id);
      if (target) return target.id;
    }
    const byMapping = theirResolve(id);
    if (byMapping && own.get(byMapping.id)?.scheme === ours.plan.scheme) return byMapping.id;
    let at: string | null = null;
    for (const name of path) at = finder.find(name, at, at === null) ?? at;
    return at;
  };
  return (id) => {
    if (id === null) return null;
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id) ?? null;
  };
}

function sourceTranslator(theirs: readonly FundSource[], ours: readonly FundSource[]): (id: string) => string | null {
  const words = ({ name, aliases, names }: FundSource): string[] =>
    [name, ...aliases, ...names.map((one) => one.name)].map((word) => bareText(word));
  const byWord = new Map(ours.flatMap((source) => words(source).map((word) => [word, source.id] as const)));
  const ids = new Set(ours.map(({ id }) => id));
  const byId = new Map(theirs.map((source) => [source.id, source]));
  return (id) => {
    for (let at = byId.get(id); at; at = at.parent === null ? undefined : byId.get(at.parent)) {
      if (ids.has(at.id)) return at.id;
      const named = words(at)
        .map((word) => byWord.get(word))
        .find((one) => one !== undefined);
      if (named !== undefined) return named;
    }
    return ids.has(id) ? id : null;
  };
}

function translateAmounts(amounts: Amounts, sourceOf: (id: string) => string | null): Amounts {
  const bySource: Record<string, Fen> = {};
  for (const [id, fen] of Object.entries(amounts.bySource)) put(bySource, sourceOf(id), fen);
  const cells: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(amounts.cells)) {
    const { year, source } = splitCellKey(key);
    const target = sourceOf(source);
    put(cells, target === null ? null : cellKey(year, target), fen);
  }
  return { ...amounts, bySource, cells };
}

function put(record: Record<string, Fen>, key: string | null, fen: Fen): void {
  if (key !== null) record[key] = record[key] === undefined ? fen : addFen(record[key], fen);
}
