// Whole lines of a text file, as bytes.
import type { ByteSource } from './byte-source.ts';

const LF = 10;
const CR = 13;

/** Some whole lines from `from` on; more bytes than `size` where a single line has more. */
export function readLines(source: ByteSource, from: number, end: number, size: number, encoding = 'utf-8'): Buffer {
  for (let length = size; ; length *= 2) {
    const bytes = source.read(from, Math.min(from + length, end));
    if (from + length >= end || bytes.length < length) return bytes;
    const cut = lastLineEnd(bytes, encoding);
    if (cut > 0) return bytes.subarray(0, cut);
  }
}

/** Behind the last line end of the bytes; 0 where there is none. */
function lastLineEnd(bytes: Buffer, encoding: string): number {
  if (!encoding.startsWith('utf-16')) return bytes.lastIndexOf(LF) + 1 || bytes.lastIndexOf(CR) + 1;
  const unitAt = encoding === 'utf-16le' ? bytes.readUInt16LE.bind(bytes) : bytes.readUInt16BE.bind(bytes);
  for (let at = (bytes.length & ~1) - 2; at >= 0; at -= 2) {
    const unit = unitAt(at);
    if (unit === LF || unit === CR) return at + 2;
  }
  return 0;
}
