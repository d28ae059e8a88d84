// From characters of a draft back to the XML that they were read from.

import { rawText, shownText, type TextSource } from './text-source.ts';
import { dataOffset } from './word-text.ts';
import type { Piece } from './word-tree.ts';

/** A character of the file: the piece that it stands in, and which of its characters. */
export interface Spot {
  piece: Piece;
  offset: number;
  /** Where a comment goes instead, in a box or a note. */
  host: { start: number; end: number } | null;
}

/** The first and last character of a stretch of shown text; null where only computed numbers stand in it. */
export function findSpots(source: TextSource, start: number, end: number): { first: Spot; last: Spot } | null {
  const from = rawOffset(source, start);
  const to = rawOffset(source, Math.max(start, end - 1));
  let at = 0;
  let first: Spot | null = null;
  let last: Spot | null = null;
  for (const { prefix, paragraph } of source.lines) {
    at += prefix.length;
    for (const piece of paragraph.pieces) {
      const stop = at + piece.text.length;
      if (stop > from && first === null) first = { piece, offset: Math.max(0, from - at), host: paragraph.host };
      if (at <= to) last = { piece, offset: Math.min(to - at, piece.text.length - 1), host: paragraph.host };
      at = stop;
    }
    // The end of a line stands between two paragraphs.
    at += 1;
  }
  return first && last ? { first, last } : null;
}

/** Which character of the text before cleaning a shown one is: cleaning only takes away or puts one for another. */
function rawOffset(source: TextSource, shown: number): number {
  const raw = rawText(source);
  const clean = shownText(source);
  let at = 0;
  for (let i = 0; i < clean.length; i++, at++) {
    while (at < raw.length && !isSame(raw[at] as string, clean[i] as string)) at++;
    if (i === shown) return at;
  }
  return raw.length - 1;
}

function isSame(raw: string, clean: string): boolean {
  if (raw === clean) return true;
  return clean === '\n' ? '\r\v\f\u2028\u2029'.includes(raw) : clean === '-' && '\u2011\u001e'.includes(raw);
}

/** Where in the XML the first `count` characters of a piece end; null where it cannot be cut there. */
export function cutOf(xml: string, { data, keepsBlanks }: Piece, count: number): number | null {
  const offset = dataOffset(xml.slice(data.start, data.end), keepsBlanks, count);
  return offset === null ? null : data.start + offset;
}
