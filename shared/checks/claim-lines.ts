// Every figure that somebody wrote down (声明数) beside our own, by where it comes from: imported subtotals, printed
// tables, figures typed by hand.
import { type Claim, type ClaimFigure, claimFen } from '#shared/domain/claims.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { planSums } from '#shared/tables/plan-sums.ts';
import { subtractFen, toFen, wanText } from '#shared/values/money.ts';
import type { PublishedTable } from '../domain/published-table.ts';
import { judgeClaim } from './claim-rules.ts';
import { expectedOf, isTotalRow, lastHeader, type Scope, scopesOf } from './claim-scope.ts';
import { judgeFigure, ownFigure } from './own-figure.ts';
import { publishedClaims } from './published-claims.ts';
import type { CheckOptions } from './rule.ts';
import type { Verdict } from './tolerance.ts';
import { type TypedClaim, typedOf } from './typed-claims.ts';

/** One written figure. Values are exact decimal texts (万元 for amounts). */
export interface ClaimLine {
  claimId: string;
  table: string;
  row: string;
  column: string;
  /** As written. */
  raw: string;
  declared: string;
  /** '' where nothing of ours can be compared with it. */
  own: string;
  difference: string;
  verdict: Verdict | 'unknown';
  /** Keys of our own row and column, for 构成. */
  figure?: { row: string; column: string };
  /** What was typed, for 修改. */
  typed?: TypedClaim;
}

/** The figures of one source. */
export interface ClaimGroup {
  origin: Claim['origin'];
  key: string;
  /** File and sheet, the printed document, or 手工录入. */
  label: string;
  /** The claims to be deleted with the group; [] for a printed table, which is kept as a whole. */
  claimIds: string[];
  /** The record that keeps the printed table; null for one that comes with the program. */
  recordId: string | null;
  lines: ClaimLine[];
}

/** The row of our own figures that a claim speaks of, by its category or its words; undefined where that is not plain. */
function ownRow(claim: Claim, data: PlanData): string | undefined {
  const { reference, plan } = data;
  const text = claim.row.replaceAll(/\s/g, '');
  if (claim.categoryId !== null) {
    const isOwn = reference.categories.some(({ id, scheme }) => id === claim.categoryId && scheme === plan.scheme);
    return isOwn ? `category:${claim.categoryId}` : undefined;
  }
  if (isTotalRow(claim)) return 'total';
  const year = /^(\d{4})年?$/.exec(text)?.[1];
  if (year !== undefined) return `year:${year}`;
  const region = reference.regions.find(
    ({ level, name, aliases }) => (level === 'county' || level === 'city') && (name === text || aliases.includes(text)),
  );
  if (region) return region.code === plan.regionCode ? 'total' : `region:${region.code}`;
  return planSums(data).byTown.has(text) ? `town:${text}` : undefined;
}

function lineOf(claim: Claim, figure: ClaimFigure, own: number | undefined, verdict: ClaimLine['verdict']): ClaimLine {
  const isCount = figure.column === 'count';
  const show = (value: number): string => (isCount ? String(value) : wanText(toFen(value)));
  const isCompared = own !== undefined && verdict !== 'unknown';
  return {
    claimId: claim.id,
    table: claim.table,
    row: claim.row.trim(),
    column: lastHeader(figure.header),
    raw: figure.raw,
    declared: show(figure.value),
    own: isCompared ? show(own) : '',
    difference: isCompared ? show(isCount ? figure.value - own : subtractFen(claimFen(figure), toFen(own))) : '',
    verdict,
  };
}

/** A figure beside our own one for its row and column; what the plan knows no such pair for is 不可比. */
function compareWithPlan(claim: Claim, figure: ClaimFigure, row: string | undefined, data: PlanData): ClaimLine {
  const own = row === undefined ? undefined : ownFigure(data, row, figure.column);
  if (own === undefined || row === undefined) return lineOf(claim, figure, undefined, 'unknown');
  return { ...lineOf(claim, figure, own, judgeFigure(figure, own)), figure: { row, column: figure.column } };
}

/** A subtotal beside what the projects of its own sheet add up to. */
function compareWithScope(claim: Claim, figure: ClaimFigure, scope: Scope): ClaimLine {
  const own = expectedOf(figure.column, scope.rollup, scope.finerSource);
  if (own === undefined) return lineOf(claim, figure, undefined, 'unknown');
  if (own === figure.value) return lineOf(claim, figure, own, 'equal');
  const verdict = figure.column === 'count' ? 'different' : judgeClaim(figure, own, scope);
  return lineOf(claim, figure, own, verdict);
}

function linesOf(claim: Claim, data: PlanData, scope: Scope | undefined): ClaimLine[] {
  const row = claim.manual?.row ?? ownRow(claim, data);
  const typed = typedOf(claim);
  return claim.figures.map((figure) => ({
    ...(scope ? compareWithScope(claim, figure, scope) : compareWithPlan(claim, figure, row, data)),
    ...(typed ? { typed } : {}),
  }));
}

/** A printed table with the record that keeps it. */
export interface ShownTable {
  recordId: string | null;
  table: PublishedTable;
}

/** All written figures by source: typed ones first, then imported sheets in their order, then printed tables. */
export function claimGroups(
  data: PlanData,
  printed: readonly ShownTable[],
  imports: CheckOptions['imports'],
): ClaimGroup[] {
  const groups = new Map<string, ClaimGroup>();
  const groupOf = (group: Omit<ClaimGroup, 'claimIds' | 'lines'>): ClaimGroup => {
    const known = groups.get(group.key) ?? { ...group, claimIds: [], lines: [] };
    groups.set(group.key, known);
    return known;
  };
  const scopeOf = scopesOf(data, imports);
  const byOrigin = Map.groupBy(data.claims, ({ origin }) => origin);
  for (const claim of [...(byOrigin.get('manual') ?? []), ...(byOrigin.get('import') ?? [])]) {
    const { origin, file, table, batchId } = claim;
    const isManual = origin === 'manual';
    const label = isManual ? '手工录入' : `${file ?? ''} › ${table}`;
    const group = groupOf({ origin, key: isManual ? origin : `${batchId}|${table}`, label, recordId: null });
    group.claimIds.push(claim.id);
    group.lines.push(...linesOf(claim, data, isManual ? undefined : scopeOf(claim)));
  }
  printed.forEach(({ recordId, table }, index) => {
    const claims = publishedClaims(table, data.reference, data.plan.scheme);
    if (claims.length === 0) return;
    const label = `${table.document} › ${table.id}`;
    const group = groupOf({ origin: 'published', key: recordId ?? `printed:${index}`, label, recordId });
    for (const claim of claims) group.lines.push(...linesOf(claim, data, undefined));
  });
  return [...groups.values()];
}
