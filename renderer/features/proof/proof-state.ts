// What 文稿核对 shows: the proof, which of its findings are listed, and the one that is looked at.
import type { ProofView } from '#shared/contract/methods/proof.ts';
import type { ProofPlace } from '#shared/proof/finding.ts';
import type { ToldFigure, ToldFinding } from '#shared/proof/proof-report.ts';

export type ProofFilter = 'all' | 'error' | 'doubt' | 'unlocated';

export interface ProofState {
  stage: 'start' | 'reading' | 'shown';
  /** What is being read. */
  reading: string;
  view: ProofView | null;
  /** Why the last draft could not be read. */
  error: string | null;
  /** A text that is typed or pasted instead of a file. */
  text: string;
  filter: ProofFilter;
  /** Which line of the list is looked at; null: none yet. */
  current: number | null;
  /** Where the document goes to: counts up, so that the same place is gone to again. */
  jump: { place: ProofPlace; at: number } | null;
}

export const PROOF_START: ProofState = {
  stage: 'start',
  reading: '',
  view: null,
  error: null,
  text: '',
  filter: 'all',
  current: null,
  jump: null,
};

export type ProofItem = { kind: 'finding'; finding: ToldFinding } | { kind: 'figure'; figure: ToldFigure };

/** The lines of the list under a filter. */
export function listItems({ report }: Pick<ProofView, 'report'>, filter: ProofFilter): ProofItem[] {
  if (filter === 'unlocated') return report.unlocated.map((figure) => ({ kind: 'figure', figure }));
  return report.findings
    .filter(({ level }) => filter === 'all' || level === filter)
    .map((finding) => ({ kind: 'finding', finding }));
}

export function placeOfItem(item: ProofItem): ProofPlace {
  return item.kind === 'finding' ? item.finding.where : item.figure.where;
}

/** The line that F8 goes to: round the ends; null where there is none. */
export function stepItem(count: number, current: number | null, by: 1 | -1): number | null {
  if (count === 0) return null;
  if (current === null) return by > 0 ? 0 : count - 1;
  return (current + by + count) % count;
}
