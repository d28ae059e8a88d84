// Errors planted in drafts: one digit of a figure changed, or two digits next to each other changed over.
import type { Draft, DraftBlock } from '#shared/draft/draft.ts';
import type { Plantable } from './figures.ts';

/** A row of numbers from 0 to below 1 that is the same for one seed: mulberry32. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The figure with another digit in one place, or two digits changed over; never the same value. */
export function spoil(figure: string, random: () => number): string {
  const digits = [...figure].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const swaps = digits.filter(
    (at) => /\d/.test(figure[at + 1] ?? '') && figure[at] !== figure[at + 1] && !(at === 0 && figure[1] === '0'),
  );
  if (random() < 0.2 && swaps.length > 0) {
    const at = swaps[Math.floor(random() * swaps.length)] ?? 0;
    return `${figure.slice(0, at)}${figure[at + 1]}${figure[at]}${figure.slice(at + 2)}`;
  }
  const at = digits[Math.floor(random() * digits.length)] ?? 0;
  const isLeading = at === 0 && figure.length > 1;
  for (;;) {
    const digit = String(Math.floor(random() * 10));
    if (digit === figure[at] || (isLeading && digit === '0') || (figure.length === 1 && digit === '0')) continue;
    return `${figure.slice(0, at)}${digit}${figure.slice(at + 1)}`;
  }
}

export interface Planted {
  draft: Draft;
  from: string;
  to: string;
}

/** A copy of a draft with one figure spoiled. */
export function plant(draft: Draft, at: Plantable, random: () => number): Planted {
  const told = { from: '', to: '' };
  const change = (figure: string): string => {
    told.from = figure;
    told.to = spoil(figure, random);
    return told.to;
  };
  const blocks = draft.blocks.map((block, index): DraftBlock => {
    if (index !== at.block) return block;
    if (block.kind === 'paragraph' && at.kind === 'text') {
      const { text } = block;
      return {
        ...block,
        text: `${text.slice(0, at.start)}${change(text.slice(at.start, at.end))}${text.slice(at.end)}`,
      };
    }
    if (block.kind === 'table' && at.kind === 'cell')
      return {
        ...block,
        cells: block.cells.map((cell) =>
          cell.row === at.row && cell.column === at.column ? { ...cell, text: change(cell.text) } : cell,
        ),
      };
    return block;
  });
  return { draft: { ...draft, blocks }, ...told };
}
