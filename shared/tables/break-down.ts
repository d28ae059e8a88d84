// 批量分解: a proposal for every project that is not broken down by year and source. Declared figures stay as they are; blank
// ones are filled so that years, sources and cells make 总投资 exactly. Who contradicts himself is left out, with the reason.

import { sumCells, withMargins } from '../domain/margins.ts';
import { yearLabel } from '../domain/outside-years.ts';
import { type Amounts, endYear, type Project, startYear } from '../domain/project.ts';
import { matchSides } from '../domain/propose-matrix.ts';
import { planYears, topSourceOf, topSources } from '../domain/reference.ts';
import { matrixOf } from '../domain/rollup.ts';
import { type Side, shareOut } from '../domain/share-out.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, formatWanFull, toFen } from '../values/money.ts';
import { type PatternOf, readPatterns } from './breakdown-pattern.ts';

/** equal: the same in each year of 建设年限; proportional: as the other projects of the class spend. */
export const BREAKDOWN_METHODS = ['equal', 'proportional'] as const;
export type BreakdownMethod = (typeof BREAKDOWN_METHODS)[number];

export const BREAKDOWN_WORDS: Readonly<Record<BreakdownMethod, string>> = {
  equal: '按年均分',
  proportional: '按比例',
};

export interface BreakdownProposal {
  id: string;
  name: string;
  /** How the figures were found, in words. */
  how: string;
  before: Amounts;
  after: Amounts;
}

export interface BreakdownSkip {
  id: string;
  name: string;
  reason: string;
  /** Its figures contradict each other or are missing: an error of the list, not a choice of the method. */
  isFault: boolean;
}

export interface Breakdown {
  proposals: BreakdownProposal[];
  skipped: BreakdownSkip[];
}

type Outcome = { how: string; after: Amounts } | { reason: string; isFault: boolean } | null;

/** Proposals for all projects that are not broken down, in list order; a project that is broken down is in neither list. */
export function proposeBreakdown(data: PlanData, method: BreakdownMethod): Breakdown {
  const found: Breakdown = { proposals: [], skipped: [] };
  const patternOf = readPatterns(data);
  for (const project of data.projects) {
    const outcome = breakDown(project, data, method, patternOf);
    const { id, name, amounts } = project;
    if (outcome === null) continue;
    if ('reason' in outcome) found.skipped.push({ id, name, ...outcome });
    else found.proposals.push({ id, name, how: outcome.how, before: amounts, after: outcome.after });
  }
  return found;
}

function breakDown(project: Project, data: PlanData, method: BreakdownMethod, patternOf: PatternOf): Outcome {
  const amounts = withMargins(project.amounts);
  const total = amounts.total;
  const fault = faultOf(project.amounts, amounts, (source) => topSourceOf(data.reference, source)?.id ?? source);
  if (fault !== null) return { reason: fault, isFault: true };
  if (total === null || total === 0 || isBrokenDown(amounts)) return null;
  const words: string[] = [];
  let years = sidesOf(amounts.byYear);
  let sources = sidesOf(amounts.bySource);
  if (years.length === 0) {
    const open = yearsOf(project, data);
    if (typeof open === 'string') return { reason: open, isFault: true };
    const pattern = method === 'proportional' ? patternOf(project, 'byYear', open) : null;
    years = shareSides(total, pattern ?? open.map((year) => [year, 1]));
    words.push(open.length === 1 ? '全部列入建设年度' : pattern ? '年度按同类项目的比例' : '年度按建设年限均分');
  }
  if (sources.length === 0) {
    const tops = topSources(data.reference).map(({ id }) => id);
    const pattern = method === 'proportional' ? patternOf(project, 'bySource', tops) : null;
    if (pattern) {
      sources = shareSides(total, pattern);
      words.push('资金来源按同类项目的比例');
    } else if (words.length === 0) {
      const reason = method === 'equal' ? '没有填资金来源，不能均分' : '没有填资金来源，其他项目也没有填，无从按比例';
      return { reason, isFault: false };
    }
  }
  const after: Amounts = {
    ...amounts,
    byYear: withSides(amounts.byYear, years),
    bySource: withSides(amounts.bySource, sources),
  };
  const rest = { years: leftOf(years, amounts.cells, 'year'), sources: leftOf(sources, amounts.cells, 'source') };
  // With one year or one source everything follows from the margins; nothing more is stated than is needed.
  if (rest.sources.length > 0 && Object.keys(matrixOf(after)).length === 0) {
    const match = matchSides(rest.years, rest.sources);
    words.push(match.how === 'equal' ? '金额相等的年度和来源对应' : '各年按资金来源的比例');
    after.cells = inOrder(match.cells);
  } else if (Object.keys(amounts.cells).length > 0 && rest.sources.length > 0) {
    words.push('明细余下的部分按年度和来源余额的比例');
    after.cells = inOrder(addCells(amounts.cells, matchSides(rest.years, rest.sources).cells));
  }
  return { how: words.join('；') || '按明细补填合计', after };
}

/** Why nothing may be derived from a project's figures; null where they agree as far as they go. */
function faultOf(declared: Amounts, amounts: Amounts, topOf: (source: string) => string): string | null {
  const { total, byYear, bySource, cells } = amounts;
  const all = [byYear, bySource, cells].flatMap((record) => Object.values(record));
  if (total === null) return all.length === 0 ? null : '没有填总投资';
  if (total < 0 || all.some((fen) => fen < 0)) return '有负数';
  for (const [name, rule, stated, record] of [
    ['各年度投资', 'T02', declared.byYear, byYear],
    ['各资金来源', 'T01', declared.bySource, bySource],
  ] as const) {
    const sum = sumOf(record);
    if (Object.keys(record).length > 0 && sum !== total)
      return `${Object.keys(stated).length > 0 ? name : '年度资金明细'}之和 ${wanWords(sum)} 万元与总投资 ${wanWords(total)} 万元不符，差 ${wanWords(Math.abs(total - sum))} 万元（${rule}）`;
  }
  // A matrix that is whole may name its sources less finely than the margins do.
  const isWhole = sumOf(cells) === total;
  for (const [side, record] of [
    ['year', byYear],
    ['source', isWhole ? sumKeys(bySource, topOf) : bySource],
  ] as const) {
    const sums = sumCells(cells, side);
    for (const [key, fen] of Object.entries(side === 'source' && isWhole ? sumKeys(sums, topOf) : sums))
      if (fen > (record[key] ?? 0))
        return `年度资金明细与${side === 'year' ? `${yearLabel(key)}的合计` : '资金来源的合计'}不符：明细 ${wanWords(fen)} 万元，合计 ${wanWords(record[key] ?? 0)} 万元（${side === 'year' ? 'T02' : 'T01'}）`;
  }
  return null;
}

function isBrokenDown({ total, byYear, bySource, ...rest }: Amounts): boolean {
  if (Object.keys(byYear).length === 0 || Object.keys(bySource).length === 0) return false;
  return sumOf(matrixOf({ total, byYear, bySource, ...rest })) === total;
}

/** The years of 建设年限 that lie in the plan; a sentence where there are none. */
function yearsOf(project: Project, { plan }: PlanData): string[] | string {
  const [start, end] = [startYear(project), endYear(project)];
  if (start === null || end === null) return '没有填建设年限';
  if (end < start) return '建设年限的完工早于开始（T16）';
  const open = planYears(plan).filter((year) => year >= start && year <= end);
  return open.length > 0 ? open.map(String) : '建设年限不在规划期内（T16）';
}

function sidesOf(record: Readonly<Record<string, Fen>>): Side[] {
  return Object.entries(record).flatMap(([key, fen]) => (fen === 0 ? [] : [{ key, fen }]));
}

function shareSides(total: number, weights: readonly (readonly [key: string, weight: number])[]): Side[] {
  const parts = shareOut(
    total,
    weights.map(([, weight]) => weight),
  );
  return weights.flatMap(([key], at) => ((parts[at] ?? 0) === 0 ? [] : [{ key, fen: parts[at] ?? 0 }]));
}

/** What a year, or a source, has left beyond its cells. */
function leftOf(sides: readonly Side[], cells: Amounts['cells'], side: 'year' | 'source'): Side[] {
  const used = sumCells(cells, side);
  return sides.flatMap(({ key, fen }) => (fen === (used[key] ?? 0) ? [] : [{ key, fen: fen - (used[key] ?? 0) }]));
}

function withSides(declared: Record<string, Fen>, sides: readonly Side[]): Record<string, Fen> {
  return Object.keys(declared).length > 0
    ? declared
    : Object.fromEntries(sides.map(({ key, fen }) => [key, toFen(fen)]));
}

/** Cells by year, as they are read out. */
function inOrder(cells: Amounts['cells']): Amounts['cells'] {
  return Object.fromEntries(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addCells(cells: Amounts['cells'], more: Amounts['cells']): Amounts['cells'] {
  const sum = { ...cells };
  for (const [key, fen] of Object.entries(more)) sum[key] = toFen((sum[key] ?? 0) + fen);
  return sum;
}

/** A record with its keys replaced, those that become one added up. */
function sumKeys(record: Readonly<Record<string, Fen>>, keyOf: (key: string) => string): Record<string, Fen> {
  const sums: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(record)) sums[keyOf(key)] = toFen((sums[keyOf(key)] ?? 0) + fen);
  return sums;
}

function sumOf(record: Readonly<Record<string, Fen>>): number {
  return Object.values(record).reduce((sum, fen) => sum + fen, 0);
}

function wanWords(fen: number): string {
  return formatWanFull(toFen(fen));
}
