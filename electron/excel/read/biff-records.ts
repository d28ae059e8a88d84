// Records of the Excel 97-2003 stream (BIFF8), and the texts in them that run on into CONTINUE records.
import { damaged } from './read-error.ts';

export const BIFF = {
  formula: 0x0006,
  eof: 0x000a,
  externSheet: 0x0017,
  name: 0x0018,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  /** The sheet was saved before it was calculated. */
  uncalculated: 0x005e,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  supBook: 0x01ae,
  /** Which program calculated the book last. Without it, a book is calculated on load. */
  recalculated: 0x01c1,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  row: 0x0208,
  array: 0x0221,
  rk: 0x027e,
  format: 0x041e,
  sharedFormula: 0x04bc,
  bof: 0x0809,
} as const;

export interface BiffRecord {
  type: number;
  data: Buffer;
  /** Position of the next record. */
  next: number;
}

/** The record at `at`, or null where the stream ends. */
export function recordAt(stream: Buffer, at: number): BiffRecord | null {
  if (at + 4 > stream.length) return null;
  const next = at + 4 + stream.readUInt16LE(at + 2);
  if (next > stream.length) throw damaged('记录不完整，文件可能没有下载完整');
  return { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next };
}

/** A record's data followed by that of its CONTINUE records. */
export function withContinues(stream: Buffer, record: BiffRecord): { pieces: Buffer[]; next: number } {
  const pieces = [record.data];
  let next = record.next;
  for (let more = recordAt(stream, next); more?.type === BIFF.continue; more = recordAt(stream, next)) {
    pieces.push(more.data);
    next = more.next;
  }
  return { pieces, next };
}

export interface TextReader {
  u16(): number;
  u32(): number;
  /** A text of `length` characters with its flags byte; rich text runs and phonetic data behind it are skipped. */
  text(length: number): string;
  readonly atEnd: boolean;
}

/** Reads across pieces; a text that is cut repeats its width (one or two bytes a character) in the next piece. */
export function createTextReader(pieces: readonly Buffer[]): TextReader {
  let index = 0;
  let at = 0;
  let piece = pieces[0] ?? Buffer.alloc(0);

  const reader: TextReader = {
    u16: () => u8() | (u8() << 8),
    u32: () => (u8() | (u8() << 8) | (u8() << 16) | (u8() << 24)) >>> 0,
    text,
    get atEnd() {
      settle();
      return at >= piece.length;
    },
  };
  return reader;

  function settle(): void {
    while (at >= piece.length && index + 1 < pieces.length) {
      piece = pieces[++index] as Buffer;
      at = 0;
    }
  }

  function u8(): number {
    if (at >= piece.length) settle();
    if (at >= piece.length) throw damaged('文字表不完整');
    return piece[at++] as number;
  }

  function skip(count: number): void {
    let rest = count;
    while (rest > 0) {
      settle();
      if (at >= piece.length) throw damaged('文字表不完整');
      const step = Math.min(rest, piece.length - at);
      at += step;
      rest -= step;
    }
  }

  function text(length: number): string {
    const flags = u8();
    const runs = flags & 8 ? reader.u16() : 0;
    const extra = flags & 4 ? reader.u32() : 0;
    let wide = (flags & 1) === 1;
    let content = '';
    let rest = length;
    while (rest > 0) {
      if (at >= piece.length) {
        if (index + 1 >= pieces.length) throw damaged('文字表不完整');
        settle();
        wide = (u8() & 1) === 1;
        continue;
      }
      const width = wide ? 2 : 1;
      const count = Math.min(rest, Math.floor((piece.length - at) / width));
      if (count === 0) throw damaged('文字表不完整');
      content += piece.toString(wide ? 'utf16le' : 'latin1', at, at + count * width);
      at += count * width;
      rest -= count;
    }
    skip(runs * 4 + extra);
    return content;
  }
}

/** A number packed into 30 bits: an integer or the high part of a double, perhaps times 100. */
export function rkNumber(rk: number): number {
  const value = rk & 2 ? rk >> 2 : highDouble(rk & ~3);
  return rk & 1 ? value / 100 : value;
}

const scratch = Buffer.alloc(8);

function highDouble(high: number): number {
  scratch.writeInt32LE(high, 4);
  return scratch.readDoubleLE(0);
}

/** Error values by their code. */
export const BIFF_ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
