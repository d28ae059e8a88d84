// 文稿核对: every figure of a draft that something else in it, or a plan, pins down is held against that.
import type { Draft } from '#shared/draft/draft.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { scanFigures } from '#shared/text/scan-text.ts';
import { allowBalanced } from './balanced-shares.ts';
import { classCounts, draftModel } from './facts/draft-model.ts';
import { indexFacts } from './facts/fact-index.ts';
import { provePlanFacts } from './facts/plan-facts.ts';
import { sameFacts } from './facts/same-facts.ts';
import { shareColumns } from './facts/share-columns.ts';
import type { ProofFinding, ProofPlace, ProofResult } from './finding.ts';
import { flowOf } from './flow.ts';
import { settle } from './settle.ts';
import { changeColumns, yearlyGrowth } from './tables/change-columns.ts';
import { chooseSums } from './tables/choose-sums.ts';
import { draftTables } from './tables/draft-tables.ts';
import { tellSettled, tellSlipped } from './tell.ts';
import { proveCounts } from './text/class-counts.ts';
import { heldFacts } from './text/held-facts.ts';
import { proveAgainstPlan, proveText } from './text/prove-text.ts';
import { proveReferences } from './text/references.ts';
import { findTextFigures } from './text/text-figures.ts';
import { textShares, textSums } from './text/text-sums.ts';
import { makeTerms } from './text/text-terms.ts';
import { proveTrends } from './text/trends.ts';
import { yearSums } from './text/year-sums.ts';

/** Key of a place, to tell each figure once. */
function keyOf(place: ProofPlace): string {
  return place.kind === 'table'
    ? `${place.block}/${place.row}/${place.column}`
    : `${place.block}/${String(place.start).padStart(7, '0')}-${place.end}`;
}

function inOrder(a: ProofPlace, b: ProofPlace): number {
  if (a.block !== b.block) return a.block - b.block;
  if (a.kind === 'text' && b.kind === 'text') return a.start - b.start;
  if (a.kind === 'table' && b.kind === 'table') return a.row - b.row || a.column - b.column;
  return 0;
}

/** What the draft and the plan say of one figure is told once. */
function joinFindings(own: readonly ProofFinding[], plan: readonly ProofFinding[]): ProofFinding[] {
  const told = new Map(plan.map((finding) => [keyOf(finding.where), finding]));
  const joined = own.map((finding): ProofFinding => {
    const key = keyOf(finding.where);
    const other = told.get(key);
    if (!other) return finding;
    told.delete(key);
    return { ...finding, level: 'error', message: `${finding.message}${other.message}` };
  });
  return [...joined, ...told.values()];
}

/**
 * Holds a draft against itself, and where `data` is given against the facts of the plan. Findings and places come in the
 * order of the draft. Nothing is thrown: what is not understood counts as not held against anything.
 */
export function proveDraft(draft: Draft, data: PlanData | null): ProofResult {
  const flow = flowOf(draft);
  const tables = draftTables(draft);
  const sums = tables.map(chooseSums);
  const lost = new Set(
    sums.flatMap(({ slipped }) => slipped.flat().flatMap(({ parts }) => parts.map(({ key }) => key))),
  );
  const model = draftModel(draft, tables);
  const facts = model.facts.filter(({ term }) => !lost.has(term.key));
  const index = indexFacts(facts);
  const scanned = scanFigures(flow.text, findTextFigures(flow.text), model.vocabulary);
  const makeTerm = makeTerms(flow);
  const equations = allowBalanced([
    ...sums.flatMap((one) => one.equations),
    ...tables.flatMap(shareColumns),
    ...tables.flatMap(changeColumns),
    ...tables.flatMap(yearlyGrowth),
    ...sameFacts(facts),
    ...heldFacts(flow.text, scanned, index, model.years, makeTerm).equations,
    ...textSums(flow.text, scanned, makeTerm),
    ...yearSums(flow.text, scanned, model.plan, makeTerm),
    ...textShares(flow.text, scanned, index, makeTerm),
  ]);
  const words = [
    proveText(flow, scanned, model),
    proveTrends(flow, model, index),
    proveReferences(draft, flow, scanned, model),
    proveCounts(flow, new Set(tables.flatMap(classCounts))),
  ];
  const own = [
    ...settle(equations).map(tellSettled),
    ...sums.flatMap(({ slipped }) => slipped.flatMap((one) => tellSlipped(one) ?? [])),
    ...words.flatMap((one) => one.findings),
  ];
  const plan = data === null ? [] : [proveAgainstPlan(flow, data), provePlanFacts(facts, model.classes, data)];
  const findings = joinFindings(
    own,
    plan.flatMap((one) => one.findings),
  ).sort((a, b) => inOrder(a.where, b.where));
  const places = [
    ...equations.flatMap(({ whole, parts }) => [whole, ...parts].map(({ place }) => place)),
    ...[...words, ...plan].flatMap((one) => one.checked),
  ];
  const checked = new Map(places.map((place) => [keyOf(place), place]));
  const wrong = new Set(findings.filter(({ level }) => level === 'error').map(({ where }) => keyOf(where)));
  const all: ProofPlace[] = [
    ...tables.flatMap((table) => table.figures.map(({ row, column }) => table.placeOf(row, column))),
    ...scanned.map(({ number: { start, end } }) => flow.placeOf(start, end)),
  ];
  const unlocated = all.filter((place) => !checked.has(keyOf(place)));
  return {
    tables: tables.length,
    figures: {
      checked: checked.size,
      agree: [...checked.keys()].filter((key) => !wrong.has(key)).length,
      unlocated: unlocated.length,
    },
    findings,
    unlocated: unlocated.sort(inOrder),
  };
}
