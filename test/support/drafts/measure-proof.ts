// How well the proof finds planted errors: each figure of a draft that others pin down is spoiled once, one at a time.
import type { Draft } from '#shared/draft/draft.ts';
import type { ProofFinding, ProofPlace } from '#shared/proof/finding.ts';
import { proveDraft } from '#shared/proof/prove-draft.ts';
import type { PinnedDraft, Plantable } from './figures.ts';
import { makeRandom, plant } from './plant.ts';

export interface Measured {
  planted: number;
  found: number;
  /** Findings in all spoiled drafts, and those of them that have nothing to do with what was planted. */
  marks: number;
  falseMarks: number;
  missed: string[];
  wrong: string[];
}

function isAt(place: ProofPlace, at: Plantable): boolean {
  if (place.block !== at.block) return false;
  if (place.kind === 'table') return at.kind === 'cell' && place.row === at.row && place.column === at.column;
  return at.kind === 'text' && place.start < at.end && place.end > at.start;
}

function concerns({ where, against }: ProofFinding, at: Plantable): boolean {
  return isAt(where, at) || against.some((place) => isAt(place, at));
}

export function measureProof({ draft, plantable }: PinnedDraft, seed: number): Measured {
  const random = makeRandom(seed);
  const measured: Measured = { planted: 0, found: 0, marks: 0, falseMarks: 0, missed: [], wrong: [] };
  for (const at of plantable) {
    const { draft: spoiled, from, to } = plant(draft, at, random);
    const { findings } = proveDraft(spoiled, null);
    const right = findings.filter((finding) => concerns(finding, at));
    measured.planted += 1;
    measured.found += right.length > 0 ? 1 : 0;
    measured.marks += findings.length;
    measured.falseMarks += findings.length - right.length;
    const where = `${JSON.stringify(at)} ${from}→${to} ${contextOf(spoiled, at)}`;
    if (right.length === 0) measured.missed.push(where);
    for (const finding of findings)
      if (!right.includes(finding)) measured.wrong.push(`${where}: ${finding.rule} ${finding.message}`);
  }
  return measured;
}

function contextOf({ blocks }: Draft, at: Plantable): string {
  const block = blocks[at.block];
  return block?.kind === 'paragraph' && at.kind === 'text'
    ? block.text.slice(Math.max(0, at.start - 20), at.end + 6)
    : '';
}
