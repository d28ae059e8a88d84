// One proof of a draft, wherever it runs: in this thread, or in one of its own where the draft is long.
import type { Draft } from '#shared/draft/draft.ts';
import { type ProofReport, reportProof } from '#shared/proof/proof-report.ts';
import { proveDraft } from '#shared/proof/prove-draft.ts';
import type { PlanData } from '#shared/records/plan-data.ts';

export interface ProofOrder {
  draft: Draft;
  /** null: the draft is only held against itself. */
  data: PlanData | null;
}

/** Measured: 250,000 characters with 60 tables take a second, 100,000 less than half of one. */
const LONG = 100_000;

export function proveNow({ draft, data }: ProofOrder): ProofReport {
  return reportProof(draft, proveDraft(draft, data));
}

/** Whether the window would have to wait for it. */
export function isLong({ blocks }: Draft): boolean {
  let characters = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') characters += block.text.length;
    else for (const cell of block.cells) characters += cell.text.length;
  }
  return characters > LONG;
}
