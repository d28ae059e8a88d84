// The running text of a draft as one text, and the way back from its characters to the draft's blocks.
import type { Draft } from '#shared/draft/draft.ts';
import type { ProofPlace } from './finding.ts';

export interface Flow {
  text: string;
  /** Where characters of the text stand in the draft. */
  placeOf(start: number, end: number): Extract<ProofPlace, { kind: 'text' }>;
  /** How a reader finds a place: the heading that it stands under. */
  nameOf(at: number): string;
}

interface Piece {
  block: number;
  start: number;
}

const LONGEST_NAME = 20;

export function flowOf({ blocks }: Draft): Flow {
  const pieces: Piece[] = [];
  let text = '';
  for (const [block, { kind, ...rest }] of blocks.entries()) {
    if (kind !== 'paragraph' || !('text' in rest)) continue;
    pieces.push({ block, start: text.length });
    // A heading or caption is a line of its own, whatever stands beside it.
    text += `${rest.text.replaceAll('\n', ' ')}\n\n`;
  }
  const pieceAt = (at: number): Piece => {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.start ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return pieces[low] ?? { block: 0, start: 0 };
  };
  return {
    text,
    nameOf: (at) => {
      const { block } = pieceAt(at);
      const heading = blocks.slice(0, block + 1).findLast((one) => one.kind === 'paragraph' && one.role === 'heading');
      if (heading?.kind !== 'paragraph') return `第${block + 1}段`;
      return `“${heading.text.slice(0, LONGEST_NAME)}”一节`;
    },
    placeOf: (start, end) => {
      const piece = pieceAt(start);
      return { kind: 'text', block: piece.block, start: start - piece.start, end: end - piece.start };
    },
  };
}
