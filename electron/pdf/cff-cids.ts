// In a font with CFF outlines that is keyed by CIDs (all large Chinese ones are), a PDF names glyphs by CID, which need
// not be the number of the glyph: the table says which is which. (Adobe Technical Note 5176, sections 7, 9, 13, 18.)

const CHARSET = 15;
/** "ROS": stands in the dictionary of fonts that are keyed by CIDs. */
const ROS = 0x0c1e;

/** The CID of each glyph; null where the font is not keyed by CIDs, or the bytes are no CFF. */
export function cidsOf(cff: Buffer, glyphCount: number): Uint16Array | null {
  if (cff.length < 4 || cff.readUInt8(0) !== 1) return null;
  const names = readIndex(cff, cff.readUInt8(2));
  const dictionaries = readIndex(cff, names.end);
  const [place] = dictionaries.items;
  if (place === undefined) return null;
  const entries = readDictionary(cff.subarray(place.from, place.to));
  return entries.has(ROS) ? readCharset(cff, entries.get(CHARSET) ?? 0, glyphCount) : null;
}

interface Index {
  items: { from: number; to: number }[];
  end: number;
}

function readIndex(cff: Buffer, start: number): Index {
  const count = cff.readUInt16BE(start);
  if (count === 0) return { items: [], end: start + 2 };
  const size = cff.readUInt8(start + 2);
  const data = start + 2 + size * (count + 1);
  const edge = (at: number): number => data + cff.readUIntBE(start + 3 + size * at, size);
  const items = Array.from({ length: count }, (_, at) => ({ from: edge(at), to: edge(at + 1) }));
  return { items, end: edge(count) };
}

/** Operators of a dictionary with the last of their numbers; real numbers count as 0. */
function readDictionary(bytes: Buffer): Map<number, number> {
  const entries = new Map<number, number>();
  let last = 0;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes.readUInt8(at);
    at += 1;
    if (first <= 21) {
      const operator = first === 12 ? 0x0c00 + bytes.readUInt8(at) : first;
      if (first === 12) at += 1;
      entries.set(operator, last);
    } else if (first === 28) {
      last = bytes.readInt16BE(at);
      at += 2;
    } else if (first === 29) {
      last = bytes.readInt32BE(at);
      at += 4;
    } else if (first === 30) {
      // Two decimal digits a byte; one that is 15 ends it.
      while (at < bytes.length && (bytes.readUInt8(at) & 0xf) !== 0xf) at += 1;
      at += 1;
      last = 0;
    } else if (first <= 246) last = first - 139;
    else {
      const next = bytes.readUInt8(at);
      at += 1;
      last = first <= 250 ? (first - 247) * 256 + next + 108 : -(first - 251) * 256 - next - 108;
    }
  }
  return entries;
}

/** Glyph 0 is CID 0; of the others each is named (format 0), or the first of a run and how many follow (1, 2). */
function readCharset(cff: Buffer, start: number, glyphCount: number): Uint16Array {
  const cids = new Uint16Array(glyphCount);
  const format = cff.readUInt8(start);
  let at = start + 1;
  let glyph = 1;
  while (glyph < glyphCount) {
    const first = cff.readUInt16BE(at);
    const left = format === 0 ? 0 : format === 1 ? cff.readUInt8(at + 2) : cff.readUInt16BE(at + 2);
    at += format === 0 ? 2 : format === 1 ? 3 : 4;
    for (let step = 0; step <= left && glyph < glyphCount; step += 1) {
      cids[glyph] = first + step;
      glyph += 1;
    }
  }
  return cids;
}
