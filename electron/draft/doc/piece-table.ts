// The text of a Word 97–2003 document: pieces of the file, of one or two bytes a character, in the order of the text.
import { damaged } from '#electron/excel/read/read-error.ts';
import type { WordHead } from './fib.ts';

export interface Piece {
  /** The first character in the text and in the file (bytes), and how many they are. */
  start: number;
  offset: number;
  length: number;
  width: 1 | 2;
}

export interface WordText {
  /** All parts of the document one after the other; a unit for each character. */
  text: string;
  pieces: readonly Piece[];
  /** Where in the file the character lies. */
  offsetOf(at: number): number;
}

/** [MS-DOC] 2.8.35 and 2.9.177. Throws ReadError damaged. */
export function readPieces(head: WordHead): WordText {
  const list = pieceList(head.part('pieces'));
  const count = Math.floor((list.length - 4) / 12);
  const pieces: Piece[] = [];
  let text = '';
  for (let i = 0; i < count; i++) {
    const start = list.readUInt32LE(i * 4);
    const length = list.readUInt32LE(i * 4 + 4) - start;
    if (start !== text.length || length < 0) throw damaged('文字的顺序表无法识别');
    const place = list.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const offset = isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    const width = isNarrow ? 1 : 2;
    if (offset + length * width > head.main.length) throw damaged('文件不完整，可能没有下载完整');
    const bytes = head.main.subarray(offset, offset + length * width);
    text += isNarrow ? narrowText(bytes) : bytes.toString('utf16le');
    pieces.push({ start, offset, length, width });
  }
  return {
    text,
    pieces,
    offsetOf(at) {
      const piece = pieceAt(pieces, at);
      return piece === undefined ? -1 : piece.offset + (at - piece.start) * piece.width;
    },
  };
}

function pieceList(clx: Buffer): Buffer {
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (at + 5 > clx.length || clx[at] !== 2) throw damaged('文字的顺序表无法识别');
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

/** Windows-1252, in which the codes below 32 are Word's own marks. */
function narrowText(bytes: Buffer): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle] as Piece;
    if (at < piece.start) high = middle - 1;
    else if (at >= piece.start + piece.length) low = middle + 1;
    else return piece;
  }
  return undefined;
}
