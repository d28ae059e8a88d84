// An opened font: what it draws for a character, how wide, and how high its lines are.
import { readFileSync } from 'node:fs';
import { cidsOf } from './cff-cids.ts';
import { type GlyphOf, readCmap } from './cmap.ts';
import { fontOffsets, readerOf, tableBytes, tablesAt } from './sfnt.ts';

/** One font of a file; collections hold several. */
export interface FontPlace {
  path: string;
  index: number;
}

export interface Face {
  place: FontPlace;
  /** The whole file. */
  bytes: Buffer;
  name: string;
  /** Outlines in CFF; otherwise TrueType. */
  isCff: boolean;
  /** Its glyphs are named by CIDs. */
  isCidKeyed: boolean;
  glyphOf: GlyphOf;
  /** The number by which a PDF names a glyph. */
  codeOf(glyph: number): number;
  /** Thousandths of the size. */
  advanceOf(glyph: number): number;
  /** Above and below the baseline, thousandths of the size, both positive. */
  ascent: number;
  descent: number;
  capHeight: number;
  box: readonly [number, number, number, number];
}

/** Reads the file. Throws where it is not a whole font. */
export function openFace(place: FontPlace, name: string): Face {
  const bytes = readFileSync(place.path);
  const read = readerOf(bytes);
  const offset = fontOffsets(read)[place.index];
  if (offset === undefined) throw new Error(`${place.path} has no font ${place.index}`);
  const tables = tablesAt(read, offset);
  const table = (tag: string): Buffer => tableBytes(read, tables, tag);
  const [head, hhea, hmtx, maxp, os2] = [table('head'), table('hhea'), table('hmtx'), table('maxp'), table('OS/2')];
  const perEm = head.readUInt16BE(18);
  const scaled = (units: number): number => (units * 1000) / perEm;
  const glyphCount = maxp.readUInt16BE(4);
  const isCff = tables.has('CFF ');
  const cids = isCff ? cidsOf(table('CFF '), glyphCount) : null;
  const wide = hhea.readUInt16BE(34);
  const [ascent, descent] = lineHeights(hhea, os2);
  return {
    place,
    bytes,
    name,
    isCff,
    isCidKeyed: cids !== null,
    glyphOf: readCmap(table('cmap')),
    codeOf: (glyph) => cids?.[glyph] ?? glyph,
    // Behind the last width all glyphs are as wide.
    advanceOf: (glyph) => scaled(hmtx.readUInt16BE(4 * Math.min(glyph, wide - 1))),
    ascent: scaled(ascent),
    descent: scaled(descent),
    capHeight: scaled(os2.length >= 90 && os2.readUInt16BE(0) >= 2 ? os2.readInt16BE(88) : ascent),
    box: [
      scaled(head.readInt16BE(36)),
      scaled(head.readInt16BE(38)),
      scaled(head.readInt16BE(40)),
      scaled(head.readInt16BE(42)),
    ],
  };
}

const USE_TYPO_METRICS = 1 << 7;

/** As browsers take them: of `hhea`, but of `OS/2` where the font asks for that. */
function lineHeights(hhea: Buffer, os2: Buffer): [number, number] {
  if (os2.length >= 72 && (os2.readUInt16BE(62) & USE_TYPO_METRICS) !== 0) {
    return [os2.readInt16BE(68), -os2.readInt16BE(70)];
  }
  return [hhea.readInt16BE(4), -hhea.readInt16BE(6)];
}
