// The text of a file piece by piece, each decoded for itself: a line end is the same byte in every encoding that offices
// use and never part of another character, so that pieces that end there give the same text as all of it at once.
import type { ByteSource } from './byte-source.ts';
import { readLines } from './source-lines.ts';
import { textEncoding, withoutFill } from './text-encoding.ts';

export interface TextStream {
  /** The next piece, to the end of a line where there is one; '' behind the last. */
  next(): string;
  /** Bytes handed out so far, and in all. */
  readonly done: number;
  readonly total: number;
}

/** Opens the text of a file. Throws ReadError where the bytes are no text in any known encoding. */
export function openText(source: ByteSource, pieceBytes: number): TextStream {
  const encoding = textEncoding(source, pieceBytes);
  const total = withoutFill(source, encoding);
  const first = new TextDecoder(encoding);
  const later = new TextDecoder(encoding, { ignoreBOM: true });
  let done = 0;
  return {
    get done() {
      return done;
    },
    total,
    next() {
      const piece = readLines(source, done, total, pieceBytes, encoding);
      const text = (done === 0 ? first : later).decode(piece);
      done += piece.length;
      // A byte order mark alone is no end.
      return text === '' && done < total ? this.next() : text;
    },
  };
}
