// The zip container of .xlsx and .ods: a part is checked against the limits before it is inflated.
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ReadBudget } from './limits.ts';
import { assertInTime, damaged, ReadError, tooLarge, unsupported } from './read-error.ts';
import { createInflateGuard, readZipDirectory, type ZipEntry } from './zip-directory.ts';

export interface ZipArchive {
  /** Names as stored, '/' between folders, without a leading '/'. */
  readonly names: readonly string[];
  /** Entries with names that point outside the archive; they were left out. */
  readonly unsafeNames: number;
  /** The limits under which its parts are read. */
  readonly budget: ReadBudget;
  has(name: string): boolean;
  /** Declared inflated size; reading more than this is refused. */
  size(name: string): number;
  /** Inflates one part piece by piece; CRC and size are checked at the end. Missing part: damaged. */
  pieces(name: string): AsyncIterable<Uint8Array>;
}

/** Parts up to this size are inflated in one call: a stream costs more than it saves. */
const SMALL_PART = 2 * 1024 * 1024;
const PIECE = 256 * 1024;

export function openZip(bytes: Buffer, budget: ReadBudget): ZipArchive {
  const { entries, unsafeNames } = readZipDirectory(bytes, budget);
  // Excel looks names up without regard to case.
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (byName.has(key)) throw damaged(`压缩包里有两个同名的“${entry.name}”`);
    byName.set(key, entry);
  }
  const find = (name: string): ZipEntry => {
    const entry = byName.get(name.toLowerCase());
    if (!entry) throw damaged(`缺少“${name}”`);
    return entry;
  };
  const assertAllowed = createInflateGuard(budget);
  return {
    names: entries.map((entry) => entry.name),
    unsafeNames,
    budget,
    has: (name) => byName.has(name.toLowerCase()),
    size: (name) => find(name).size,
    pieces(name) {
      const entry = find(name);
      if (entry.encrypted) throw encryptedZip();
      assertAllowed(entry);
      return inflateEntry(bytes, entry, budget);
    },
  };
}

async function* inflateEntry(bytes: Buffer, entry: ZipEntry, budget: ReadBudget): AsyncGenerator<Uint8Array> {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  let crc = 0;
  let size = 0;
  for await (const piece of inflate(packed, entry)) {
    assertInTime(budget);
    size += piece.length;
    if (size > entry.size) throw tooLarge(`“${entry.name}”解压后比登记的大小还大`);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(`“${entry.name}”校验不符`);
}

async function* inflate(packed: Buffer, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += PIECE) yield packed.subarray(at, at + PIECE);
    return;
  }
  if (entry.method !== 8)
    throw unsupported(`压缩包里的“${entry.name}”用了少见的压缩方式（编号 ${entry.method}），没有读取`);
  try {
    if (entry.size <= SMALL_PART) {
      if (entry.size > 0) yield inflateRawSync(packed, { maxOutputLength: entry.size });
      return;
    }
    const stream = createInflateRaw({ chunkSize: PIECE });
    stream.end(packed);
    yield* stream;
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(`“${entry.name}”解压后比登记的大小还大`);
    throw damaged(`“${entry.name}”无法解压`);
  }
}

function encryptedZip(): ReadError {
  return new ReadError('encrypted', '压缩包设了密码，无法读取。请去掉密码后再导入。');
}
