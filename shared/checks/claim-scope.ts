// Which projects a claim speaks of, and what they add up to today.
import type { Claim } from '#shared/domain/claims.ts';
import type { Project } from '#shared/domain/project.ts';
import { emptyRollup, type Rollup, rollUp } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { wholeSums } from '#shared/tables/plan-sums.ts';
import { addFen, type Fen, ZERO } from '#shared/values/money.ts';
import type { CheckOptions } from './rule.ts';

/** The projects that a claim speaks of, and what lies directly beneath its row. */
export interface Scope {
  rollup: Rollup;
  children: { label: string; rollup: Rollup }[];
  /** Made only where a claim is wrong. */
  projects: () => readonly Project[];
  /** Sum of a source that rollups do not keep apart; undefined where they do. */
  finerSource: (id: string) => Fen | undefined;
}

/** Rows that speak of everything: 合计, 总计（万元）, 全区合计, 2021-2025年; without spaces. */
export const TOTAL_WORDS =
  /^(?:全?[省市州县区镇乡村]?(?:总?合计|总计|共计)(?:[（(].*[)）])?[:：]?|分县总投资|\d{4}[-—–～~至]\d{4}年?)$/;

/** True for a row that speaks of everything: 合 计, 总计, 2021-2025年. */
export function isTotalRow(claim: Pick<Claim, 'categoryId' | 'row'>): boolean {
  return claim.categoryId === null && TOTAL_WORDS.test(claim.row.replaceAll(/\s/g, ''));
}

/**
 * What a column of a claim adds up to in a rollup; undefined for a column that is no sum of the list. A finer source
 * (省级衔接资金) is not kept in rollups, which know the five top ones: `finerSource` adds it up or gives undefined.
 */
export function expectedOf(
  column: string,
  rollup: Rollup,
  finerSource: (id: string) => Fen | undefined,
): number | undefined {
  if (column === 'count') return rollup.count;
  if (column === 'total') return rollup.total;
  const at = column.indexOf(':');
  const key = column.slice(at + 1);
  switch (column.slice(0, at)) {
    case 'source':
      return finerSource(key) ?? rollup.bySource[key] ?? ZERO;
    case 'sum':
      return rollup.bySource[key] ?? ZERO;
    case 'year':
      return rollup.byYear[key] ?? ZERO;
    default:
      return undefined;
  }
}

/** True where every project of an import came in again with a later one: its sheet no longer speaks for them. */
function isSuperseded(batchId: string, imports: NonNullable<CheckOptions['imports']>): boolean {
  const batches = [...imports.keys()];
  const later = batches.slice(batches.indexOf(batchId) + 1);
  const own = imports.get(batchId) ?? new Set<string>();
  return later.length > 0 && [...own].every((id) => later.some((batch) => imports.get(batch)?.has(id)));
}

/** The projects that a claim's sheet brought; undefined where there are none to compare it with. */
function projectsOf(data: PlanData, batchId: string | null, imports: CheckOptions['imports']) {
  if (!imports || batchId === null) return data.projects;
  const own = imports.get(batchId);
  if (!own || own.size === 0 || isSuperseded(batchId, imports)) return undefined;
  const projects = data.projects.filter(({ id }) => own.has(id));
  return projects.length === data.projects.length ? data.projects : projects;
}

/** Projects filed under a category or anything beneath it. */
function projectsUnder({ projects, reference }: PlanData, categoryId: string): Project[] {
  const parents = new Map(reference.categories.map(({ id, parent }) => [id, parent]));
  return projects.filter((project) => {
    let at: string | null | undefined = project.categoryId;
    while (at && at !== categoryId) at = parents.get(at);
    return at === categoryId;
  });
}

type ScopeOf = (claim: Claim) => Scope | undefined;
const remembered = new WeakMap<PlanData, { imports: CheckOptions['imports']; scopeOf: ScopeOf }>();

/** The scopes of a plan's claims, made once for all rules of one run. */
export function scopesOf(data: PlanData, imports: CheckOptions['imports']): ScopeOf {
  const memory = remembered.get(data);
  if (memory && memory.imports === imports) return memory.scopeOf;
  const scopeOf = makeScopes(data, imports);
  remembered.set(data, { imports, scopeOf });
  return scopeOf;
}

/** Makes the function that gives a claim's scope; sums of one import are made once. */
function makeScopes(data: PlanData, imports: CheckOptions['imports']): ScopeOf {
  const plans = new Map<string | null, PlanData | undefined>();
  const planOf = (batchId: string | null): PlanData | undefined => {
    if (!plans.has(batchId)) {
      const projects = projectsOf(data, batchId, imports);
      const plan = projects === data.projects ? data : projects && { ...data, projects };
      plans.set(batchId, plan);
    }
    return plans.get(batchId);
  };
  const { categories, fundSources } = data.reference;
  const topOf = new Map(fundSources.map(({ id, parent }) => [id, parent]));
  return (claim) => {
    // Sources that the sheet lists beside one of their own parts stand for what is left, not for all of it: 其他资金
    // next to 省级财政资金.
    const split = new Set(claim.figures.map(({ column }) => topOf.get(column.replace(/^source:/, ''))));
    const makeScope = (rollup: Rollup, children: Scope['children'], projects: Scope['projects']): Scope => ({
      rollup,
      children,
      projects,
      finerSource: (id) =>
        topOf.get(id) || split.has(id)
          ? addFen(...projects().map(({ amounts }) => amounts.bySource[id] ?? ZERO))
          : undefined,
    });
    const { categoryId } = claim;
    if (categoryId === null && !isTotalRow(claim)) return undefined;
    const plan = planOf(claim.batchId);
    if (!plan) return undefined;
    const sums = plan === data ? wholeSums(plan) : wholeSums(plan, `import:${claim.batchId}`);
    const parent = categories.find(({ id }) => id === claim.categoryId);
    const scheme = parent?.scheme ?? plan.plan.scheme;
    const children = categories
      .filter((category) => category.scheme === scheme && category.parent === claim.categoryId)
      .map(({ id, name }) => ({ label: name, rollup: sums.byCategory.get(id) ?? emptyRollup() }));
    if (categoryId === null) return makeScope(sums.all, children, () => plan.projects);
    const own = sums.byCategory.get(categoryId);
    if (own) return makeScope(own, children, () => projectsUnder(plan, categoryId));
    // A category of another scheme than the plan's: no sums are kept for it.
    const under = projectsUnder(plan, categoryId);
    return makeScope(rollUp(under, data.reference), [], () => under);
  };
}

/** The lowest of a header's words: 省级衔接资金 of 资金来源 › 省级衔接资金. */
export function lastHeader(header: string): string {
  return header.split('›').at(-1)?.trim() || header;
}
