// 文稿核对: every figure of a draft that something else in it, or a plan, pins down is held against that.
import type { Draft } from '#shared/draft/draft.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { ProofFinding, ProofPlace, ProofResult } from './finding.ts';
import { flowOf } from './flow.ts';
import { settle } from './settle.ts';
import { draftTables } from './tables/draft-tables.ts';
import { proveTables } from './tables/prove-tables.ts';
import { proveText } from './text/prove-text.ts';

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

/**
 * Holds a draft against itself, and where `data` is given against the facts of the plan. Findings and places come in the
 * order of the draft. Nothing is thrown: what is not understood counts as not held against anything.
 */
export function proveDraft(draft: Draft, data: PlanData | null): ProofResult {
  const flow = flowOf(draft);
  const tables = draftTables(draft);
  const proved = proveTables(tables, settle);
  const text = proveText(flow, tables, data);
  const findings: ProofFinding[] = [...proved.findings, ...text.findings].sort((a, b) => inOrder(a.where, b.where));
  const checked = new Map([...proved.checked, ...text.checked].map((place) => [keyOf(place), place]));
  const wrong = new Set(findings.filter(({ level }) => level === 'error').map(({ where }) => keyOf(where)));
  const unlocated = [...proved.figures, ...text.figures].filter((place) => !checked.has(keyOf(place)));
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
