// The central directory of a zip file, read without trusting a single number in it.
import type { ReadBudget } from './limits.ts';
import { damaged, tooLarge } from './read-error.ts';

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  dataStart: number;
}

const END_RECORD = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64_RECORD = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const U16 = 0xffff;
const U32 = 0xffffffff;

/**
 * All entries whose names stay inside the archive, with offsets inside the file. Their sizes are what the file says of
 * them: whoever inflates one asks `createInflateGuard` first.
 */
export function readZipDirectory(bytes: Buffer, budget: ReadBudget): { entries: ZipEntry[]; unsafeNames: number } {
  const directory = findDirectory(bytes);
  if (directory.count > budget.entries)
    throw tooLarge(`压缩包里有 ${directory.count} 个部分，超过 ${budget.entries} 个`);
  const entries: ZipEntry[] = [];
  const ranges: [number, number][] = [];
  let unsafeNames = 0;
  let at = directory.offset;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged('压缩包目录不完整');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw damaged('压缩包目录不完整');
    const entry = readEntry(bytes, at, nameLength, extraLength);
    at = next;
    const name = safeName(entry.name);
    if (name === null) {
      unsafeNames++;
      continue;
    }
    if (name.endsWith('/')) continue;
    ranges.push([entry.dataStart, entry.dataStart + entry.packedSize]);
    entries.push({ ...entry, name });
  }
  assertApart(ranges);
  return { entries, unsafeNames };
}

function findDirectory(bytes: Buffer): { offset: number; count: number } {
  const lowest = Math.max(0, bytes.length - 22 - U16);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== END_RECORD) continue;
    const count = bytes.readUInt16LE(at + 10);
    const offset = bytes.readUInt32LE(at + 16);
    if (count !== U16 && offset !== U32) return { offset, count };
    return findDirectory64(bytes, at) ?? { offset, count };
  }
  throw damaged('压缩包没有结尾，文件可能没有下载完整');
}

function findDirectory64(bytes: Buffer, end: number): { offset: number; count: number } | null {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== END64_LOCATOR) return null;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > bytes.length || bytes.readUInt32LE(at) !== END64_RECORD) throw damaged('压缩包目录不完整');
  return { count: Number(bytes.readBigUInt64LE(at + 32)), offset: Number(bytes.readBigUInt64LE(at + 48)) };
}

function readEntry(bytes: Buffer, at: number, nameLength: number, extraLength: number): ZipEntry {
  const sizes = {
    size: bytes.readUInt32LE(at + 24),
    packedSize: bytes.readUInt32LE(at + 20),
    local: bytes.readUInt32LE(at + 42),
  };
  readSizes64(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), sizes);
  const { size, packedSize, local } = sizes;
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw damaged('压缩包目录指向错误的位置');
  const dataStart = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (dataStart + packedSize > bytes.length) throw damaged('压缩包不完整，文件可能没有下载完整');
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
    crc: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    dataStart,
  };
}

/** The zip64 extra field holds, in this order, only those numbers that are all ones in the ordinary fields. */
function readSizes64(extra: Buffer, sizes: { size: number; packedSize: number; local: number }): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packedSize', 'local'] as const) {
      if (sizes[key] !== U32) continue;
      if (field + 8 > extra.length) return;
      sizes[key] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
    return;
  }
}

/**
 * Asked before a part is inflated; throws where the part, or all parts read so far together, go beyond the limits.
 * Pictures and other parts that nobody reads may be of any size: a white bitmap packs a thousand to one.
 */
export function createInflateGuard(budget: ReadBudget): (entry: ZipEntry) => void {
  const read = new Set<ZipEntry>();
  let total = 0;
  return (entry) => {
    const { name, size, packedSize } = entry;
    if (size > budget.partBytes)
      throw tooLarge(`“${name}”解压后有 ${megabytes(size)}，超过 ${megabytes(budget.partBytes)}`);
    if (size > budget.ratioFromBytes && size > packedSize * budget.ratio) {
      throw tooLarge(`“${name}”压缩了 ${Math.round(size / Math.max(1, packedSize))} 倍，超过 ${budget.ratio} 倍`);
    }
    if (read.has(entry)) return;
    read.add(entry);
    total += size;
    if (total > budget.inflatedBytes) throw tooLarge(`解压后超过 ${megabytes(budget.inflatedBytes)}`);
  };
}

/** Overlapping parts are how a small file claims the same bytes many times. */
function assertApart(ranges: [number, number][]): void {
  ranges.sort((a, b) => a[0] - b[0]);
  for (let i = 1; i < ranges.length; i++) {
    const [start, end] = ranges[i] as [number, number];
    if (end > start && start < (ranges[i - 1] as [number, number])[1]) throw damaged('压缩包各部分互相重叠');
  }
}

/** null: a name that would leave the archive (`../x`, `/x`, `C:\x`). Nothing is ever unpacked to disk all the same. */
function safeName(stored: string): string | null {
  const name = stored.replaceAll('\\', '/');
  if (name === '' || name.includes('\0') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..')) return null;
  return name.replace(/^\/+/, '');
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
}
