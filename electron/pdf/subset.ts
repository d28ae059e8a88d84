// The part of a font that a document uses, cut out by HarfBuzz (harfbuzzjs): also of collections and of CFF outlines.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Face } from './face.ts';
import { readerOf, tableBytes, tablesAt } from './sfnt.ts';

/** Of the engine, as far as it is used: its types belong to those of web pages. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports?: object) => { exports: object };
};

/** What is called of the module; numbers are places in its memory. (hb.h, hb-subset.h) */
export interface Harfbuzz {
  memory: { buffer: ArrayBuffer };
  _initialize(): void;
  malloc(size: number): number;
  free(place: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

const WRITABLE = 2;
const DROPPED_TABLES = 3;
const NO_HINTING = 0x1;
const RETAIN_GLYPHS = 0x2;
/** What a PDF does not read. */
const UNUSED = ['BASE', 'DSIG', 'GDEF', 'GPOS', 'GSUB', 'JSTF', 'OS/2', 'VORG', 'cmap', 'name', 'post', 'vhea', 'vmtx'];

const tagOf = (name: string): number => Buffer.from(name, 'latin1').readUInt32BE(0);

let compiled: object | null = null;

/** The module lies beside the bundle, or in its package. */
function moduleFile(): string {
  const beside = fileURLToPath(new URL('./harfbuzz-subset.wasm', import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
}

/** A memory of its own, which is given back with it: fonts are large. */
export function startHarfbuzz(): Harfbuzz {
  compiled ??= new WebAssembly.Module(readFileSync(moduleFile()));
  const started = new WebAssembly.Instance(compiled).exports as Harfbuzz;
  started._initialize();
  return started;
}

/**
 * A font file with only these glyphs, as a PDF embeds it: a CFF table, or TrueType in which glyphs keep their numbers.
 * Throws where HarfBuzz cannot read the font.
 */
export function subsetFace(hb: Harfbuzz, face: Face, glyphs: Iterable<number>): Buffer {
  const memory = (): Uint8Array => new Uint8Array(hb.memory.buffer);
  const data = hb.malloc(face.bytes.length);
  memory().set(face.bytes, data);
  const blob = hb.hb_blob_create(data, face.bytes.length, WRITABLE, 0, 0);
  const source = hb.hb_face_create(blob, face.place.index);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES);
  for (const name of UNUSED) hb.hb_set_add(dropped, tagOf(name));
  // Some Chinese TrueType fonts put their glyphs together by their instructions: there these must stay.
  hb.hb_subset_input_set_flags(input, keepsNumbers(face) ? RETAIN_GLYPHS | (face.isCff ? NO_HINTING : 0) : NO_HINTING);
  const subset = hb.hb_subset_or_fail(source, input);
  try {
    if (subset === 0) throw new Error(`HarfBuzz cannot read ${face.place.path}`);
    const result = hb.hb_face_reference_blob(subset);
    const from = hb.hb_blob_get_data(result, 0);
    const bytes = Buffer.from(memory().slice(from, from + hb.hb_blob_get_length(result)));
    hb.hb_blob_destroy(result);
    return face.isCff ? cffOf(bytes) : bytes;
  } finally {
    if (subset !== 0) hb.hb_face_destroy(subset);
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(source);
    hb.hb_blob_destroy(blob);
    hb.free(data);
  }
}

/** Glyphs are named by their numbers, unless by CIDs, which stay as they are. */
function keepsNumbers(face: Face): boolean {
  return !face.isCff || !face.isCidKeyed;
}

function cffOf(font: Buffer): Buffer {
  const read = readerOf(font);
  return tableBytes(read, tablesAt(read, 0), 'CFF ');
}
