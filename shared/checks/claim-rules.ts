// T03 and T04: subtotals and totals that an imported sheet declared, against the projects of that sheet as they are now.
import { categoryPath } from '#shared/domain/categories.ts';
import type { Claim, ClaimFigure } from '#shared/domain/claims.ts';
import { rollUp } from '#shared/domain/rollup.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { addFen, toFen, wanText, ZERO } from '#shared/values/money.ts';
import { expectedOf, lastHeader, type Scope, scopesOf } from './claim-scope.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule } from './rule.ts';
import { type Addend, suspectOf } from './suspects.ts';
import { decimalsOfFen, judgeSubtotal } from './tolerance.ts';
import { amountFinding, countFinding, hintFinding, type Place, plainFinding, projectName } from './wording.ts';

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
    column: lastHeader(figure.header),
    columnKey: figure.column,
    claimId: claim.id,
    ...(claim.categoryId === null ? {} : { categoryId: claim.categoryId }),
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
    const verdict = judgeClaim(figure, expected, scope);
    if (verdict === 'equal') return [];
    const suspect = verdict === 'rounding' ? undefined : suspectOf(left, right, addends);
    const finding = amountFinding({
      rule,
      level: verdict === 'rounding' ? 'rounding' : 'error',
      place,
      left,
      right,
      rightName: claim.categoryId === null ? '各类合计' : '下属各行合计',
      addends,
      isListed: addends.length <= LISTED_AT_MOST,
      suspect: suspect?.text ?? '',
      suspectAddends: suspect?.addends,
      advice,
    });
    return suspect ? [finding, hintFinding(finding, suspect)] : [finding];
  });
}

/** Decimals that the sheet uses in a column: those of the subtotal itself and of the rows beneath it. */
function decimalsIn({ column, decimals }: ClaimFigure, { projects }: Scope): number {
  let most = decimals;
  for (const { amounts } of projects()) {
    const fens = column.startsWith('year:')
      ? [amounts.byYear[column.slice('year:'.length)] ?? ZERO]
      : column === 'total'
        ? [amounts.total ?? ZERO]
        : Object.values(amounts.bySource);
    for (const fen of fens) most = Math.max(most, decimalsOfFen(fen));
    // Two decimals are the house's own precision; more only make the tolerance smaller still.
    if (most >= 2) break;
  }
  return most;
}

/** A subtotal of an imported sheet against what its rows add up to. */
export function judgeClaim(figure: ClaimFigure, expected: number, scope: Scope) {
  return judgeSubtotal(toFen(figure.value), toFen(expected), decimalsIn(figure, scope), scope.rollup.count);
}

/** Differences of a claim that held which rounding explains: they were there when it came. */
function isRoundingOnly({ figure, expected }: Difference, scope: Scope): boolean {
  if (figure.column === 'count') return false;
  return judgeClaim(figure, expected, scope) === 'rounding';
}

/** What lies beneath a claim in one column: its sub-classes, or its projects where they do not make up all of it. */
function addendsOf({ column }: ClaimFigure, scope: Scope, data: PlanData): Addend[] {
  const { children, rollup, projects, finerSource } = scope;
  const isFiner = column.startsWith('source:') && finerSource(column.slice('source:'.length)) !== undefined;
  const none = (): undefined => undefined;
  const used = isFiner ? [] : children;
  const inClasses = used
    .map(({ label, rollup: own }) => ({ label, fen: toFen(expectedOf(column, own, none) ?? 0) }))
    .filter(({ fen }) => fen !== 0);
  const isComplete = addFen(...inClasses.map(({ fen }) => fen)) === expectedOf(column, rollup, none);
  if (inClasses.length > 0 && isComplete) return inClasses;
  return projects()
    .map((project) => {
      const own = isFiner ? project.amounts.bySource[column.slice('source:'.length)] : undefined;
      const fen = own ?? toFen(isFiner ? 0 : (expectedOf(column, rollUp([project], data.reference), none) ?? 0));
      return { label: projectName(project), fen };
    })
    .filter(({ fen }) => fen !== 0);
}

/** A claim that held when it came and differs now: one finding a row, since one edit moves several columns. */
function changedSince(claim: Claim, scope: Scope, differences: readonly Difference[], data: PlanData): Finding[] {
  const main = differences.find(({ figure }) => figure.column === 'total') ?? differences[0];
  if (!main) return [];
  const { figure, expected } = main;
  const place = placeOf(claim, figure, data);
  const isCount = figure.column === 'count';
  const show = (value: number): string => (isCount ? String(value) : wanText(toFen(value)));
  const others = differences
    .filter((difference) => difference !== main)
    .map((difference) => lastHeader(difference.figure.header));
  const also = others.length === 0 ? '' : `（${others.join('、')}也不同）`;
  const difference = show(figure.value - expected);
  const message =
    `${place.table}“${place.row}”行：原表 ${place.column} ${show(figure.value)}，现为 ${show(expected)}，` +
    `差 ${difference}${isCount ? ' 个' : ' 万元'}${also}。导入时一致，导入后项目有改动。改动无误的请说明，或重新报送原表。`;
  return [
    plainFinding(ruleOf(claim), 'warning', place, message, {
      left: show(figure.value),
      right: show(expected),
      difference,
      rightName: '现在的合计',
      suspect: '导入后有改动',
      aspect: '导入后有改动',
      parts: isCount ? [] : addendsOf(figure, scope, data).map(({ label, fen }) => ({ label, value: wanText(fen) })),
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
      const expected = expectedOf(figure.column, scope.rollup, scope.finerSource);
      return expected === undefined || expected === figure.value ? [] : [{ figure, expected }];
    });
    if (!claim.heldAtImport) return wrongFromTheStart(claim, scope, differences, data);
    const rounding = differences.filter((difference) => isRoundingOnly(difference, scope));
    return [
      ...wrongFromTheStart(claim, scope, rounding, data),
      ...changedSince(
        claim,
        scope,
        differences.filter((difference) => !rounding.includes(difference)),
        data,
      ),
    ];
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
          const message = `${place.table}“${place.row}”行：${place.column} ${figure.raw}，${what}。请与填报单位核对。`;
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
  isFixed: true,
  examples: {
    passes: {
      text: '标题行“（一）种植业”写 2 个、50 万元，下面两个项目 20 和 30 万元。',
      projects: [{ total: '20' }, { total: '30' }],
      subtotals: [{ row: '（一）种植业', categoryId: 'county.industry.planting', count: 2, total: '50' }],
    },
    fails: {
      text: '标题行“（一）种植业”写 20 万元，下面两个项目 20 和 30 万元，漏计了 30 万元的一行。',
      projects: [{ total: '20' }, { total: '30' }],
      subtotals: [{ row: '（一）种植业', categoryId: 'county.industry.planting', count: 2, total: '20' }],
    },
  },
  check: (data, options) => checkClaims(data, options, 'T03'),
};

export const TOTAL_SUM_RULE: PlanRule = {
  id: 'T04',
  level: 'error',
  scope: 'plan',
  title: '合计＝各一级标题之和',
  help: '导入的表里合计行的个数和金额应等于各大类之和，标题行不重复相加。',
  isFixed: true,
  examples: {
    passes: {
      text: '合计行写 50 万元，表中项目相加 50 万元。',
      projects: [{ total: '20' }, { total: '30' }],
      subtotals: [{ row: '合计', categoryId: null, total: '50' }],
    },
    fails: {
      text: '合计行写 100 万元，表中项目相加只有 50 万元：把标题行和项目行重复相加了。',
      projects: [{ total: '20' }, { total: '30' }],
      subtotals: [{ row: '合计', categoryId: null, total: '100' }],
    },
  },
  check: (data, options) => checkClaims(data, options, 'T04'),
};
