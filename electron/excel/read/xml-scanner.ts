// A one-pass XML scanner over UTF-8 bytes that arrive in pieces: no tree, no string for what nobody asks for.
// DTDs are refused (nothing is expanded or fetched); tags must match, so cut or garbled parts are noticed.

import { DEFAULT_READ_LIMITS, type ReadLimits } from './limits.ts';
import { damaged, tooLarge, unsupported } from './read-error.ts';
import { createUtf8Input } from './xml-input.ts';
import { createXmlTag, type XmlTag } from './xml-tag.ts';
import { decodeXmlText } from './xml-text.ts';

export interface XmlHandler {
  /** `name` without prefix. Self-closing elements get open and close. Set `scanner.collecting` to receive text. */
  open(name: string, tag: XmlTag, scanner: XmlScanner): void;
  close(name: string, scanner: XmlScanner): void;
}

export interface XmlScanner {
  /** While true, character data is appended to `text`. */
  collecting: boolean;
  text: string;
  /** The text as a whole number, blanks around it aside, without making a string of it; -1 when it is anything else. */
  integer(): number;
  /** Open elements around the current one. */
  readonly depth: number;
  push(chunk: Uint8Array): void;
  /** All pieces were pushed: throws when the document is cut off. */
  end(): void;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;

export function createXmlScanner(
  handler: XmlHandler,
  { depth: mostOpen, tokenBytes }: Pick<ReadLimits, 'depth' | 'tokenBytes'> = DEFAULT_READ_LIMITS,
): XmlScanner {
  const tag = createXmlTag();
  const names = createNameTable();
  const stack: string[] = [];
  let work = Buffer.allocUnsafe(256 * 1024);
  let length = 0;
  let seenRoot = false;

  const input = createUtf8Input(append);
  // Text that is still bytes of `work`; it becomes a string when asked for or before the bytes move.
  let heldStart = -1;
  let heldEnd = 0;
  let heldAscii = true;
  let heldSpecial = false;
  let text = '';
  const scanner: XmlScanner = {
    collecting: false,
    get text() {
      if (heldStart >= 0) releaseText();
      return text;
    },
    set text(value) {
      heldStart = -1;
      text = value;
    },
    integer() {
      if (heldStart < 0) return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : -1;
      if (text !== '') return -1;
      let start = heldStart;
      let end = heldEnd;
      while (start < end && (work[start] as number) <= 32) start++;
      while (start < end && (work[end - 1] as number) <= 32) end--;
      if (start === end || end - start > 9) return -1;
      let value = 0;
      for (let i = start; i < end; i++) {
        const digit = (work[i] as number) - 48;
        if (digit < 0 || digit > 9) return -1;
        value = value * 10 + digit;
      }
      return value;
    },
    get depth() {
      return stack.length;
    },
    push(chunk) {
      input.push(chunk);
    },
    end() {
      input.end();
      if (!seenRoot || stack.length > 0) throw damaged('内容不完整');
      for (let i = 0; i < length; i++) if ((work[i] as number) > 32) throw damaged('内容末尾有多余的字节');
    },
  };
  return scanner;

  function append(chunk: Uint8Array): void {
    if (heldStart >= 0) releaseText();
    if (length > tokenBytes) throw tooLarge('文件里有一段文字或标记异常地长');
    if (length + chunk.length > work.length) {
      const bigger = Buffer.allocUnsafe(Math.max(work.length * 2, length + chunk.length));
      work.copy(bigger, 0, 0, length);
      work = bigger;
    }
    work.set(chunk, length);
    length += chunk.length;
    const consumed = scan(work, length);
    if (heldStart >= 0) releaseText();
    work.copyWithin(0, consumed, length);
    length -= consumed;
  }

  /** Handles all complete tokens of bytes[0, end) and returns where the first incomplete one starts. */
  function scan(bytes: Buffer, end: number): number {
    let pos = 0;
    while (pos < end) {
      if (bytes[pos] !== LT) {
        const next = scanText(bytes, pos, end);
        if (next < 0) return pos;
        pos = next;
        continue;
      }
      const second = pos + 1 < end ? (bytes[pos + 1] as number) : 0;
      let next: number;
      if (second === SLASH) next = scanClose(bytes, pos, end);
      else if (second === 33) next = scanDeclaration(bytes, pos, end);
      else if (second === 63) next = skipPast(bytes, pos + 2, end, '?>');
      else if (second === 0 && pos + 1 >= end) next = -1;
      else next = scanOpen(bytes, pos, end);
      if (next < 0) return pos;
      pos = next;
    }
    return pos;
  }

  function scanText(bytes: Buffer, start: number, end: number): number {
    let mask = 0;
    let special = false;
    let p = start;
    for (; p < end; p++) {
      const byte = bytes[p] as number;
      if (byte === LT) break;
      mask |= byte;
      if (byte === 38 || byte === 13) special = true;
    }
    if (p === end) return -1;
    if (scanner.collecting) {
      if (heldStart >= 0) releaseText();
      heldStart = start;
      heldEnd = p;
      heldAscii = mask < 128;
      heldSpecial = special;
    } else if (stack.length === 0 && mask > 32 && bytes.toString('latin1', start, p).trim() !== '') {
      throw damaged('内容不是有效的 XML');
    }
    return p;
  }

  function scanClose(bytes: Buffer, start: number, end: number): number {
    let nameStart = start + 2;
    let p = nameStart;
    let nameEnd = -1;
    for (; p < end; p++) {
      const byte = bytes[p] as number;
      if (byte === GT) break;
      if (byte === COLON) nameStart = p + 1;
      else if (byte <= 32 && nameEnd < 0) nameEnd = p;
    }
    if (p >= end) return -1;
    const name = names(bytes, nameStart, nameEnd < 0 ? p : nameEnd);
    if (stack.pop() !== name) throw damaged('标记没有正确收尾');
    handler.close(name, scanner);
    return p + 1;
  }

  function scanOpen(bytes: Buffer, start: number, end: number): number {
    let nameStart = start + 1;
    let p = nameStart;
    for (; p < end; p++) {
      const byte = bytes[p] as number;
      if (byte <= 32 || byte === GT || byte === SLASH) break;
      if (byte === COLON) nameStart = p + 1;
    }
    const nameEnd = p;
    const close = tag.read(bytes, p, end);
    if (close < 0) return -1;
    if (nameEnd === nameStart) throw damaged('内容不是有效的 XML');
    const name = names(bytes, nameStart, nameEnd);
    if (stack.length === 0) {
      if (seenRoot) throw damaged('内容不是有效的 XML');
      seenRoot = true;
    }
    if (stack.length >= mostOpen) throw tooLarge('文件里的标记嵌套过深');
    stack.push(name);
    handler.open(name, tag, scanner);
    if (tag.selfClosing) {
      stack.pop();
      handler.close(name, scanner);
    }
    return close + 1;
  }

  function scanDeclaration(bytes: Buffer, start: number, end: number): number {
    if (end - start < 9) return -1;
    if (bytes[start + 2] === 45 && bytes[start + 3] === 45) return skipPast(bytes, start + 4, end, '-->');
    if (bytes.toString('latin1', start, start + 9) !== '<![CDATA[') {
      throw unsupported('文件里有 DTD 声明，表格文件用不着它，为安全起见没有读取');
    }
    const close = bytes.subarray(0, end).indexOf(']]>', start + 9, 'latin1');
    if (close < 0) return -1;
    if (scanner.collecting) scanner.text += bytes.toString('utf8', start + 9, close);
    return close + 3;
  }

  function releaseText(): void {
    const piece = decodeXmlText(work, heldStart, heldEnd, heldAscii, heldSpecial);
    heldStart = -1;
    text = text === '' ? piece : text + piece;
  }
}

function skipPast(bytes: Buffer, from: number, end: number, mark: string): number {
  const at = bytes.subarray(0, end).indexOf(mark, from, 'latin1');
  return at < 0 ? -1 : at + mark.length;
}

/** Element names as one string object each: comparing bytes is cheaper than making a string per element. */
function createNameTable(): (bytes: Buffer, start: number, end: number) => string {
  const byLength: { name: string; bytes: Uint8Array }[][] = [];
  const ofOneByte = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  return (bytes, start, end) => {
    const length = end - start;
    if (length === 1) {
      // Most of a sheet are cells and their values: <c> and <v>.
      const name = ofOneByte[bytes[start] as number];
      if (name !== undefined) return name;
    }
    byLength[length] ??= [];
    const known = byLength[length] as { name: string; bytes: Uint8Array }[];
    next: for (const entry of known) {
      for (let i = 0; i < length; i++) if (entry.bytes[i] !== bytes[start + i]) continue next;
      return entry.name;
    }
    const name = bytes.toString('utf8', start, end);
    if (known.length < 32) known.push({ name, bytes: Uint8Array.prototype.slice.call(bytes, start, end) });
    return name;
  };
}
