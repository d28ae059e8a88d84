// T03 and T04: subtotals and totals that an imported sheet declared, against the projects of that sheet as they are now.
import { categoryPath } from '#shared/domain/categories.ts';
import type { Claim, ClaimFigure } from '#shared/domain/claims.ts';
import { addFen, toFen, wanText, ZERO } from '#shared/domain/money.ts';
import type { PlanData } from '#shared/domain/plan-data.ts';
import type { Project } from '#shared/domain/project.ts';
import { emptyRollup, type Rollup, rollUp } from '#shared/domain/rollup.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule } from './rule.ts';
import { type Addend, suspectOf } from './suspects.ts';
import { judge, projectPrecision } from './tolerance.ts';
import { amountFinding, countFinding, hintFinding, type Place, plainFinding, projectName } from './wording.ts';

/** The projects that a claim speaks of, and what lies directly beneath its row. */
interface Scope {
  rollup: Rollup;
  children: { label: string; rollup: Rollup }[];
  /** Made only where a claim is wrong. */
  projects: () => readonly Project[];
}

/** Rows that speak of everything: 合计, 总计（万元）, 全区合计, 2021-2025年; without spaces. */
export const TOTAL_WORDS =
  /^(?:全?[省市州县区镇乡村]?(?:总?合计|总计|共计)(?:[（(].*[)）])?[:：]?|分县总投资|\d{4}[-—–～~至]\d{4}年?)$/;

/** True for a row that speaks of everything: 合 计, 总计, 2021-2025年. */
function isTotalRow(claim: Claim): boolean {
  return claim.categoryId === null && TOTAL_WORDS.test(claim.row.replaceAll(/\s/g, ''));
}

/** What a column of a claim adds up to in a rollup; undefined for a column that is no sum of the list. */
function expectedOf(column: string, rollup: Rollup): number | undefined {
  if (column === 'count') return rollup.count;
  if (column === 'total') return rollup.total;
  if (column.startsWith('source:')) return rollup.bySource[column.slice('source:'.length)] ?? ZERO;
  if (column.startsWith('sum:')) return rollup.bySource[column.slice('sum:'.length)] ?? ZERO;
  if (column.startsWith('year:')) return rollup.byYear[column.slice('year:'.length)] ?? ZERO;
  if (column.startsWith('cell:')) return rollup.cells[column.slice('cell:'.length)] ?? ZERO;
  return undefined;
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
function scopesOf(data: PlanData, imports: CheckOptions['imports']): ScopeOf {
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
  const { categories } = data.reference;
  return (claim) => {
    const { categoryId } = claim;
    if (categoryId === null && !isTotalRow(claim)) return undefined;
    const plan = planOf(claim.batchId);
    if (!plan) return undefined;
    const sums = planSums(plan);
    const parent = categories.find(({ id }) => id === claim.categoryId);
    const scheme = parent?.scheme ?? plan.plan.scheme;
    const children = categories
      .filter((category) => category.scheme === scheme && category.parent === claim.categoryId)
      .map(({ id, name }) => ({ label: name, rollup: sums.byCategory.get(id) ?? emptyRollup() }));
    if (categoryId === null) return { rollup: sums.all, children, projects: () => plan.projects };
    const own = sums.byCategory.get(categoryId);
    if (own) return { rollup: own, children, projects: () => projectsUnder(plan, categoryId) };
    // A category of another scheme than the plan's: no sums are kept for it.
    const under = projectsUnder(plan, categoryId);
    return { rollup: rollUp(under, data.reference), children: [], projects: () => under };
  };
}

/** Longer lists of projects are not written out in a sentence. */
const LISTED_AT_MOST = 8;

interface Difference {
  figure: ClaimFigure;
  expected: number;
}

/** Headings as the sheet wrote them, with the class above a leaf so that two （一） can be told apart. */
function rowLabel(claim: Claim, data: PlanData): string {
  const path = categoryPath(data.reference, claim.categoryId);
  return path.length > 1 && path[0] !== undefined ? `${claim.row}（${path[0]}）` : claim.row;
}

function placeOf(claim: Claim, figure: ClaimFigure, data: PlanData): Place {
  const source =
    claim.file === null || claim.sheetRow === null
      ? undefined
      : { file: claim.file, sheet: claim.table, row: claim.sheetRow };
  return {
    table: claim.table,
    row: rowLabel(claim, data),
    column: figure.header,
    columnKey: figure.column,
    ...(source ? { source } : {}),
  };
}

function ruleOf(claim: Claim): 'T03' | 'T04' {
  return claim.categoryId === null ? 'T04' : 'T03';
}

/** A claim that was wrong when it came: an error of the sheet, figure by figure, with a hint where one stands out. */
function wrongFromTheStart(claim: Claim, scope: Scope, differences: readonly Difference[], data: PlanData): Finding[] {
  const rule = ruleOf(claim);
  const advice = '请与填报单位核对原表，或更正项目数据。';
  return differences.flatMap(({ figure, expected }): Finding[] => {
    const place = placeOf(claim, figure, data);
    if (figure.column === 'count') {
      const pair = { left: figure.value, right: expected };
      return [countFinding({ rule, level: 'error', place, ...pair, rightName: '下属项目个数', advice })];
    }
    const addends = addendsOf(figure, scope, data);
    const [left, right] = [toFen(figure.value), toFen(expected)];
    const precision = projectPrecision(
      left,
      addends.map(({ fen }) => fen),
    );
    // A list of projects in whole 万元 is exact: only decimals that the sheet cut off itself count as rounding.
    const declared = figure.decimals === 0 ? precision.declared : figure.decimals;
    const verdict = judge(left, right, { ...precision, declared });
    if (verdict === 'equal') return [];
    const suspect = verdict === 'rounding' ? undefined : suspectOf(left, right, addends);
    const finding = amountFinding({
      rule,
      level: verdict === 'rounding' ? 'rounding' : 'error',
      place,
      left,
      right,
      rightName: claim.categoryId === null ? '各类合计' : '下属各行合计',
      addends: addends.length > LISTED_AT_MOST ? [] : addends,
      suspect: suspect?.text ?? '',
      advice,
    });
    return suspect ? [finding, hintFinding(finding, suspect)] : [finding];
  });
}

/** What lies beneath a claim in one column: its sub-classes, or its projects where they do not make up all of it. */
function addendsOf({ column }: ClaimFigure, { children, rollup, projects }: Scope, data: PlanData): Addend[] {
  const used = children.map(({ label, rollup: own }) => ({ label, fen: toFen(expectedOf(column, own) ?? 0) }));
  const inClasses = used.filter(({ fen }) => fen !== 0);
  if (inClasses.length > 0 && addFen(...inClasses.map(({ fen }) => fen)) === expectedOf(column, rollup))
    return inClasses;
  return projects()
    .map((project) => {
      const fen = toFen(expectedOf(column, rollUp([project], data.reference)) ?? 0);
      return { label: projectName(project), fen };
    })
    .filter(({ fen }) => fen !== 0);
}

/** A claim that held when it came and differs now: one finding a row, since one edit moves several columns. */
function changedSince(claim: Claim, differences: readonly Difference[], data: PlanData): Finding[] {
  const main = differences.find(({ figure }) => figure.column === 'total') ?? differences[0];
  if (!main) return [];
  const { figure, expected } = main;
  const place = placeOf(claim, figure, data);
  const isCount = figure.column === 'count';
  const show = (value: number): string => (isCount ? String(value) : wanText(toFen(value)));
  const others = differences.filter((difference) => difference !== main).map((difference) => difference.figure.header);
  const also = others.length === 0 ? '' : `（${others.join('、')}也不同）`;
  const difference = show(figure.value - expected);
  const message =
    `${place.table}“${place.row}”行：原表 ${figure.header} ${show(figure.value)}，现为 ${show(expected)}，` +
    `差 ${difference}${isCount ? ' 个' : ' 万元'}${also}。导入时一致，导入后项目有改动。改动无误的请说明，或重新报送原表。`;
  return [
    plainFinding(ruleOf(claim), 'warning', place, message, {
      left: show(figure.value),
      right: show(expected),
      difference,
      suspect: '导入后有改动',
      aspect: '导入后有改动',
    }),
  ];
}

function checkClaims(data: PlanData, { imports }: CheckOptions, wanted: 'T03' | 'T04'): Finding[] {
  const claims = data.claims.filter((claim) => claim.origin === 'import' && ruleOf(claim) === wanted);
  if (claims.length === 0) return [];
  const scopeOf = scopesOf(data, imports);
  return claims.flatMap((claim) => {
    const scope = scopeOf(claim);
    if (!scope) return [];
    const differences = claim.figures.flatMap((figure): Difference[] => {
      const expected = expectedOf(figure.column, scope.rollup);
      return expected === undefined || expected === figure.value ? [] : [{ figure, expected }];
    });
    return claim.heldAtImport
      ? changedSince(claim, differences, data)
      : wrongFromTheStart(claim, scope, differences, data);
  });
}

/** Counts of a claim that are no whole numbers or negative (T11). */
export function checkClaimCounts(data: PlanData): Finding[] {
  return data.claims
    .filter(({ origin }) => origin === 'import')
    .flatMap((claim) =>
      claim.figures
        .filter(({ column, value }) => (column === 'count' && !Number.isInteger(value)) || value < 0)
        .map((figure) => {
          const place = placeOf(claim, figure, data);
          const what = figure.column === 'count' ? '个数应为 0 或正整数' : '金额不应小于 0';
          const message = `${place.table}“${place.row}”行：${figure.header} ${figure.raw}，${what}。请与填报单位核对。`;
          return plainFinding('T11', 'error', place, message, { left: figure.raw });
        }),
    );
}

export const HEADING_SUM_RULE: PlanRule = {
  id: 'T03',
  level: 'error',
  scope: 'plan',
  title: '标题行＝下属各行之和',
  help: '导入的表里“一、”“（一）”各标题行的个数和金额应等于其下项目之和。导入时就不符的是原表的错；导入后因改动而不符的只作提示。',
  check: (data, options) => checkClaims(data, options, 'T03'),
};

export const TOTAL_SUM_RULE: PlanRule = {
  id: 'T04',
  level: 'error',
  scope: 'plan',
  title: '合计＝各一级标题之和',
  help: '导入的表里合计行的个数和金额应等于各大类之和，标题行不重复相加。',
  check: (data, options) => checkClaims(data, options, 'T04'),
};
