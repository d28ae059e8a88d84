// Text files from offices: UTF-8, UTF-16 or the GBK of Chinese Windows, told by the bytes; some broken characters in
// them are no reason to refuse a file.
import { isAscii, isUtf8 } from 'node:buffer';
import { type ByteSource, sourceOfBytes } from './byte-source.ts';
import { notAWorkbook } from './read-error.ts';
import { readLines } from './source-lines.ts';
import { xmlEncoding } from './xml-input.ts';

const MARK = Buffer.from('\ufeff');
/** The sign for a lost character. */
const LOST = Buffer.from('\ufffd');
const PIECE = 64 * 1024;
const ENOUGH = 20_000;
/** Characters beyond ASCII that may be unreadable: one in eight, as where each short text is cut off by its bytes. */
const MOST_BROKEN = 1 / 8;
/** Share of control characters: padded fields have some, binary content is full of them. */
const MOST_CONTROLS = 1 / 50;

/** The text of a file without byte order mark. Throws ReadError where the bytes are no text in any of these encodings. */
export function decodeTextFile(bytes: Buffer): string {
  const source = sourceOfBytes(bytes);
  const encoding = textEncoding(source, bytes.length);
  return new TextDecoder(encoding).decode(bytes.subarray(0, withoutFill(source, encoding)));
}

/** Where the text ends: DOS programs end one with Ctrl+Z, fixed records are filled up with zeros. */
export function withoutFill(source: ByteSource, encoding: string): number {
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  const low = encoding === 'utf-16le' ? 0 : unit - 1;
  // Half a unit at the end is a lost character.
  for (let end = source.size; end > 0 && end % unit === 0; ) {
    const from = Math.max(0, end - PIECE);
    const bytes = source.read(from, end);
    for (let at = bytes.length - unit; at >= 0; at -= unit) {
      const isFill = (bytes[at + low] === 0x1a || bytes[at + low] === 0) && (unit === 1 || bytes[at + 1 - low] === 0);
      if (!isFill) return from + at + unit;
    }
    end = from;
    if (end === 0) return 0;
  }
  return source.size;
}

/**
 * An XML file whose bytes are not what it declares (GBK called UTF-8, UTF-8 called GBK), or that has broken
 * characters, as sound UTF-8; any other as it is.
 */
export function utf8OfXml(bytes: Buffer): Buffer {
  const declared = xmlEncoding(bytes);
  if (declared.startsWith('utf-16') || isAscii(bytes)) return bytes;
  const isSound = isUtf8(bytes);
  if (declared !== 'utf-8') return isSound ? Buffer.concat([MARK, bytes]) : bytes;
  return isSound && !bytes.includes(LOST) ? bytes : Buffer.from(`\ufeff${decodeTextFile(bytes)}`);
}

/** The encoding of a text, as TextDecoder calls it. All of it is looked at, `pieceBytes` at a time. Throws ReadError. */
export function textEncoding(source: ByteSource, pieceBytes: number): string {
  const bytes = source.read(0, PIECE);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  if (countControls(bytes) > bytes.length * MOST_CONTROLS + 2) throw notAWorkbook();
  if (isAllUtf8(source, pieceBytes)) return 'utf-8';
  // Texts of one encoding are hardly ever sound in the other: the better fit is the right one, broken or not.
  // Chance makes GBK characters of nearly any bytes, but hardly ever UTF-8.
  const fits = [
    { encoding: 'utf-8', doubt: 0.5 },
    { encoding: 'gb18030', doubt: 1 },
  ].map((fit) => ({ ...fit, ...countBroken(source, fit.encoding) }));
  const best = fits.sort((a, b) => (a.doubt * a.broken) / a.wide - (b.doubt * b.broken) / b.wide)[0];
  if (!best || best.broken > Math.max(2, best.wide * MOST_BROKEN)) {
    throw notAWorkbook('内容的文字编码认不出来（不是 UTF-8、GBK 或 UTF-16，或几种混在一起）');
  }
  return best.encoding;
}

function isAllUtf8(source: ByteSource, pieceBytes: number): boolean {
  for (let at = 0; at < source.size; ) {
    const lines = readLines(source, at, source.size, pieceBytes);
    if (!isUtf8(lines)) return false;
    if (lines.length === 0) break;
    at += lines.length;
  }
  return true;
}

/** Digits, tabs and line ends in UTF-16 have a zero beside them, nearly always on the same side (一 is 4E00). */
function utf16WithoutMark(bytes: Buffer): string | null {
  const head = bytes.subarray(0, Math.min(bytes.length, 4096) & ~1);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (odd > head.length / 20 && even * 8 < odd) return 'utf-16le';
  if (even > head.length / 20 && odd * 8 < even) return 'utf-16be';
  return null;
}

function countControls(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte < 32 && !(byte >= 9 && byte <= 13)) count++;
  }
  return count;
}

/** Unreadable characters among the first thousands beyond ASCII: enough to know the encoding. */
function countBroken(source: ByteSource, encoding: string): { broken: number; wide: number } {
  const decoder = new TextDecoder(encoding);
  let broken = 0;
  let wide = 1;
  for (let at = 0; at < source.size && wide < ENOUGH; at += PIECE) {
    const text = decoder.decode(source.read(at, at + PIECE), { stream: at + PIECE < source.size });
    for (let i = 0; i < text.length && wide < ENOUGH; i++) {
      const code = text.charCodeAt(i);
      if (code < 128) continue;
      wide++;
      if (code === 0xfffd) broken++;
    }
  }
  return { broken, wide };
}
