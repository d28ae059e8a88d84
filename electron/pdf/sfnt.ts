// The frame of a font file (OpenType, "sfnt"): which fonts it holds and where their tables lie.

/** Bytes of a file; fewer than asked for where it ends. */
export type ReadAt = (offset: number, length: number) => Buffer;

export interface TablePlace {
  offset: number;
  length: number;
}

export type Tables = ReadonlyMap<string, TablePlace>;

const COLLECTION = 0x74746366;
/** TrueType, OpenType with CFF outlines, and TrueType as Apple writes it. */
const SINGLE = new Set([0x00010000, 0x4f54544f, 0x74727565]);
/** A file that names more than this is no font. */
const MOST_FONTS = 256;

/** Where the fonts of a file begin: one, or those of a collection (.ttc); none where it is no font. */
export function fontOffsets(read: ReadAt): number[] {
  const head = read(0, 12);
  if (head.length < 12) return [];
  const kind = head.readUInt32BE(0);
  if (SINGLE.has(kind)) return [0];
  if (kind !== COLLECTION) return [];
  const count = Math.min(head.readUInt32BE(8), MOST_FONTS);
  const offsets = read(12, count * 4);
  return Array.from({ length: Math.floor(offsets.length / 4) }, (_, at) => offsets.readUInt32BE(at * 4));
}

/** The tables of the font that begins at `offset`. */
export function tablesAt(read: ReadAt, offset: number): Tables {
  const head = read(offset, 12);
  if (head.length < 12) return new Map();
  const records = read(offset + 12, head.readUInt16BE(4) * 16);
  const tables = new Map<string, TablePlace>();
  for (let at = 0; at + 16 <= records.length; at += 16) {
    const tag = records.toString('latin1', at, at + 4);
    tables.set(tag, { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) });
  }
  return tables;
}

/** All bytes of a table; empty where there is none. */
export function tableBytes(read: ReadAt, tables: Tables, tag: string): Buffer {
  const place = tables.get(tag);
  return place ? read(place.offset, place.length) : Buffer.alloc(0);
}

/** Reads in bytes that are there already. */
export function readerOf(bytes: Buffer): ReadAt {
  return (offset, length) => bytes.subarray(offset, Math.min(offset + length, bytes.length));
}
