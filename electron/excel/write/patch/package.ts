// An Office file as its parts: those that are not touched keep their bytes, so nothing of the sender's is lost.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { startBudget } from '#electron/excel/read/limits.ts';
import { damaged, ReadError, tooLarge } from '#electron/excel/read/read-error.ts';
import { createInflateGuard, readZipDirectory, type ZipEntry } from '#electron/excel/read/zip-directory.ts';

export interface OfficePackage {
  has(name: string): boolean;
  /** A part as text. Throws ReadError where it is missing or damaged. */
  text(name: string): string;
  /** Replaces or adds a part. */
  set(name: string, text: string): void;
  remove(name: string): void;
  toBytes(): Buffer;
}

interface Part {
  name: string;
  method: number;
  crc: number;
  size: number;
  packed: Buffer;
  /** What the archive says of it; none for parts of our own. */
  entry?: ZipEntry;
}

/** Patching holds a part as one string; larger ones are refused with a sentence. */
const LARGEST_PART = 200 * 1024 * 1024;

/** Opens an .xlsx or .xlsm. The same limits hold as for reading. */
export function openPackage(bytes: Buffer): OfficePackage {
  const parts = new Map<string, Part>();
  const budget = startBudget();
  const assertAllowed = createInflateGuard(budget);
  for (const entry of readZipDirectory(bytes, budget).entries) {
    if (entry.encrypted) throw new ReadError('encrypted', '文件设了密码。请去掉密码后再用。');
    const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
    parts.set(keyOf(entry.name), partOf(entry, packed));
  }
  return {
    has: (name) => parts.has(keyOf(name)),
    text(name) {
      const part = parts.get(keyOf(name));
      if (!part) throw damaged(`缺少“${name}”`);
      if (part.entry) assertAllowed(part.entry);
      return decode(inflate(part));
    },
    set(name, text) {
      parts.set(keyOf(name), pack(parts.get(keyOf(name))?.name ?? name, text));
    },
    remove: (name) => void parts.delete(keyOf(name)),
    toBytes: () => writeZip([...parts.values()]),
  };
}

/** Office looks names up without regard to case. */
function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

function partOf(entry: ZipEntry, packed: Buffer): Part {
  const { name, method, crc, size } = entry;
  return { name, method, crc, size, packed, entry };
}

function inflate(part: Part): Buffer {
  if (part.size > LARGEST_PART) throw tooLarge(`“${part.name}”太大`);
  if (part.method === 0) return part.packed;
  if (part.method !== 8) throw damaged(`“${part.name}”的压缩方式不支持`);
  try {
    const content = inflateRawSync(part.packed, { maxOutputLength: Math.max(1, part.size) });
    if (content.length !== part.size || crc32(content) !== part.crc) throw damaged(`“${part.name}”校验不符`);
    return content;
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw damaged(`“${part.name}”无法解压`);
  }
}

/** Text of an XML part; a few programs write UTF-16. Entity declarations are refused: nothing needs them. */
function decode(content: Buffer): string {
  const isUtf16 = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  const text = isUtf16
    ? new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-16be')
        .decode(content)
        .replace(/encoding="[^"]*"/, 'encoding="UTF-8"')
    : content.toString('utf8').replace(/^\ufeff/, '');
  if (/<!DOCTYPE/i.test(text.slice(0, 4096))) throw damaged('含有不允许的声明');
  return text;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
/** 1980-01-01: the same content gives the same file. */
const DOS_DATE = 0x21;

/** A new zip with these files, in this order. */
export function zipFiles(files: ReadonlyMap<string, string | Buffer>): Buffer {
  return writeZip([...files].map(([name, content]) => pack(name, content)));
}

function pack(name: string, file: string | Buffer): Part {
  const content = Buffer.from(file);
  return { name, method: 8, crc: crc32(content), size: content.length, packed: deflateRawSync(content) };
}

function writeZip(parts: readonly Part[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    writeCommon(local, 4, part, name.length);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    writeCommon(central, 6, part, name.length);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    chunks.push(local, name, part.packed);
    offset += local.length + name.length + part.packed.length;
  }
  const directorySize = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

/** The fields that local and central headers have in common, in the same order. */
function writeCommon(header: Buffer, at: number, part: Part, nameLength: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(part.method, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(part.crc, at + 10);
  header.writeUInt32LE(part.packed.length, at + 14);
  header.writeUInt32LE(part.size, at + 18);
  header.writeUInt16LE(nameLength, at + 22);
}
