// RTF in tokens: groups, control words with their numbers, and text whose bytes are decoded by the code page of its font.
import { damaged } from '#electron/excel/read/read-error.ts';

export interface RtfHandler {
  /** `{` */
  open(): void;
  /** `}` */
  close(): void;
  /** `\word` or `\'hh` aside: any control word, with its number where it has one; a sign (`\~`) as its own word. */
  word(word: string, number: number | null): void;
  /** Bytes of text in the encoding of the moment. */
  bytes(bytes: Buffer): void;
  /** How many characters stand behind \uN for programs that do not know it. */
  readonly skip: number;
}

const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/** Walks through all tokens. Throws ReadError damaged where groups are not closed. */
export function readRtfTokens(file: Buffer, handler: RtfHandler): void {
  let depth = 0;
  let at = 0;
  /** Characters that only stand for a \uN before them. */
  let toSkip = 0;
  const text: number[] = [];
  const flush = (): void => {
    if (text.length > 0) handler.bytes(Buffer.from(text.splice(0)));
  };
  const addByte = (byte: number): void => {
    if (toSkip > 0) toSkip--;
    else text.push(byte);
  };
  while (at < file.length) {
    const code = file[at] as number;
    if (code === OPEN || code === CLOSE) {
      flush();
      toSkip = 0;
      at++;
      if (code === OPEN) {
        depth++;
        handler.open();
      } else {
        depth--;
        handler.close();
        // What follows the last group belongs to no document.
        if (depth <= 0) return;
      }
    } else if (code !== BACKSLASH) {
      at++;
      if (code !== 10 && code !== 13 && code !== 0) addByte(code);
    } else at = takeControl(at + 1);
  }
  flush();
  throw damaged('文档没有写完，可能没有下载完整');

  function takeControl(from: number): number {
    const first = file[from] as number;
    if (first === 0x27) {
      const byte = Number.parseInt(file.toString('latin1', from + 1, from + 3), 16);
      if (!Number.isNaN(byte)) addByte(byte);
      return from + 3;
    }
    if (!isLetter(first)) {
      if (toSkip > 0) toSkip--;
      else if (first === BACKSLASH || first === OPEN || first === CLOSE) text.push(first);
      else {
        flush();
        handler.word(String.fromCharCode(first), null);
      }
      return from + 1;
    }
    let at = from;
    while (at < file.length && at - from < 40 && isLetter(file[at] as number)) at++;
    const word = file.toString('latin1', from, at);
    let end = at;
    if (file[end] === 45) end++;
    while (end < file.length && end - at < 12 && isDigit(file[end] as number)) end++;
    const number = end > at ? Number(file.toString('latin1', at, end)) : null;
    const behind = file[end] === 32 ? end + 1 : end;
    // Bytes of a picture or an object, as many as it says.
    if (word === 'bin') return behind + Math.max(0, number ?? 0);
    if (toSkip > 0 && word !== 'u') {
      toSkip--;
      return behind;
    }
    flush();
    toSkip = 0;
    handler.word(word, Number.isNaN(number) ? null : number);
    if (word === 'u') toSkip = handler.skip;
    return behind;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
