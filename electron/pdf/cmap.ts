// Which glyph a font draws for a character (table `cmap`).

/** The glyph of a character; 0 where the font has none. */
export type GlyphOf = (codePoint: number) => number;

/** Encodings of the whole of Unicode first, then those of its basic plane. */
const WANTED = ['3/10', '0/6', '0/4', '3/1', '0/3', '0/2', '0/1', '0/0'];

/** Reads the best table of Unicode characters; a font without one has no glyph for any. */
export function readCmap(table: Buffer): GlyphOf {
  const places = new Map<string, number>();
  const count = table.length < 4 ? 0 : table.readUInt16BE(2);
  for (let at = 4; at < 4 + count * 8 && at + 8 <= table.length; at += 8) {
    places.set(`${table.readUInt16BE(at)}/${table.readUInt16BE(at + 2)}`, table.readUInt32BE(at + 4));
  }
  for (const name of WANTED) {
    const offset = places.get(name);
    if (offset === undefined || offset + 16 > table.length) continue;
    const format = table.readUInt16BE(offset);
    if (format === 12) return groups(table.subarray(offset));
    if (format === 4) return segments(table.subarray(offset));
  }
  return () => 0;
}

/** The first of `count` ascending things for which `end` is not before the character. */
function firstNotBefore(count: number, codePoint: number, end: (at: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(middle) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Format 12: ranges of characters whose glyphs follow each other. */
function groups(table: Buffer): GlyphOf {
  const count = Math.min(table.readUInt32BE(12), Math.floor((table.length - 16) / 12));
  return (codePoint) => {
    const group = 16 + 12 * firstNotBefore(count, codePoint, (at) => table.readUInt32BE(16 + 12 * at + 4));
    if (group >= 16 + 12 * count) return 0;
    const start = table.readUInt32BE(group);
    return codePoint < start ? 0 : table.readUInt32BE(group + 8) + codePoint - start;
  };
}

/** Format 4: segments of the basic plane, by a distance or by a list of glyphs. */
function segments(table: Buffer): GlyphOf {
  const twice = table.readUInt16BE(6);
  const starts = 16 + twice;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    const at = 2 * firstNotBefore(twice / 2, codePoint, (index) => table.readUInt16BE(14 + 2 * index));
    if (at >= twice || table.readUInt16BE(starts + at) > codePoint) return 0;
    const delta = table.readUInt16BE(starts + twice + at);
    const rangeAt = starts + 2 * twice + at;
    const range = table.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const place = rangeAt + range + 2 * (codePoint - table.readUInt16BE(starts + at));
    const glyph = place + 2 <= table.length ? table.readUInt16BE(place) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
