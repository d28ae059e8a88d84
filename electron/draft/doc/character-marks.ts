// Characters that count otherwise than they stand: deleted and hidden ones, symbols of a font.
import type { WordHead } from './fib.ts';
import type { WordText } from './piece-table.ts';
import { readPages } from './property-pages.ts';
import { eachSprm, SPRM } from './sprms.ts';

export interface CharacterMarks {
  isDeleted(at: number): boolean;
  isHidden(at: number): boolean;
  /** The character that a sign of a symbol font stands for. */
  symbol(at: number): string | undefined;
  /** Whether anything was deleted or put in without having been accepted. */
  readonly hasChanges: boolean;
  readonly hasHidden: boolean;
}

const DELETED = 1;
const HIDDEN = 2;

/** Looks at all properties of characters once. */
export function readMarks(head: WordHead, { text, pieces }: WordText): CharacterMarks {
  const flags = new Uint8Array(text.length);
  const symbols = new Map<number, string>();
  let hasChanges = false;
  const stretches = readPages(head, 'characterPages').flatMap(({ from, to, properties }) => {
    let flag = 0;
    let symbol = '';
    eachSprm(properties, (code, value) => {
      const isOn = value[0] === 1 || value[0] === 0x81;
      if (code === SPRM.deleted && isOn) flag |= DELETED;
      else if (code === SPRM.hidden && isOn) flag |= HIDDEN;
      else if (code === SPRM.symbol) symbol = shownSymbol(value.readUInt16LE(2));
      if ((code === SPRM.deleted || code === SPRM.inserted) && isOn) hasChanges = true;
    });
    return flag === 0 && symbol === '' ? [] : [{ from, to, flag, symbol }];
  });
  // Pieces lie anywhere in the file; few stretches are marked.
  const placed = [...pieces].sort((a, b) => a.offset - b.offset);
  let next = 0;
  for (const stretch of stretches) {
    while (next < placed.length && endOf(placed[next]) <= stretch.from) next++;
    for (let i = next; i < placed.length && (placed[i]?.offset ?? 0) < stretch.to; i++) {
      const piece = placed[i] as (typeof placed)[number];
      const first = piece.start + Math.ceil(Math.max(0, stretch.from - piece.offset) / piece.width);
      const end = piece.start + Math.min(piece.length, Math.ceil((stretch.to - piece.offset) / piece.width));
      flags.fill(stretch.flag, first, end);
      if (stretch.symbol !== '') for (let at = first; at < end; at++) symbols.set(at, stretch.symbol);
    }
  }
  return {
    isDeleted: (at) => ((flags[at] ?? 0) & DELETED) !== 0,
    isHidden: (at) => ((flags[at] ?? 0) & HIDDEN) !== 0,
    symbol: (at) => symbols.get(at),
    hasChanges,
    hasHidden: stretches.some(({ flag }) => (flag & HIDDEN) !== 0),
  };
}

function endOf(piece: WordText['pieces'][number] | undefined): number {
  return piece === undefined ? 0 : piece.offset + piece.length * piece.width;
}

/** Letters of picture fonts lie at F000 and up; signs and digits of the font Symbol in their usual places. */
function shownSymbol(code: number): string {
  const low = code - 0xf000;
  return low < 0 ? String.fromCharCode(code) : low >= 0x21 && low <= 0x3e ? String.fromCharCode(low) : '□';
}
