// The attributes of the tag that the scanner is at: positions in its buffer, decoded only when asked for.

import { damaged } from './read-error.ts';
import { decodeXmlText } from './xml-text.ts';

export interface XmlTag {
  readonly selfClosing: boolean;
  /** The decoded value of the attribute written exactly so, prefix included. */
  attribute(name: string): string | undefined;
  /** Like attribute, whatever the prefix: `r:id`, `ns2:id`. */
  local(name: string): string | undefined;
  /** Like local for a word or number: XML lets programs write blanks around those. */
  word(name: string): string | undefined;
  /** For the hot path: index of the attribute whose name is this one byte, or -1; then start, end (blanks aside), bytes. */
  find(code: number): number;
  start(index: number): number;
  end(index: number): number;
  bytes: Buffer;
  /** Reads attributes from `from`; returns the position of '>' or -1 when the tag is incomplete. */
  read(bytes: Buffer, from: number, end: number): number;
}

export function createXmlTag(): XmlTag {
  let spans = new Int32Array(4 * 32);
  let count = 0;
  let selfClosing = false;

  const tag: XmlTag = {
    bytes: Buffer.alloc(0),
    get selfClosing() {
      return selfClosing;
    },
    attribute: (name) => lookUp(name, false),
    local: (name) => lookUp(name, true),
    word: (name) => lookUp(name, true)?.trim(),
    find(code) {
      for (let i = 0; i < count; i++) {
        const at = spans[i * 4] as number;
        if ((spans[i * 4 + 1] as number) - at === 1 && tag.bytes[at] === code) return i;
      }
      return -1;
    },
    start(index) {
      const at = spans[index * 4 + 2] as number;
      return (tag.bytes[at] as number) > 32 ? at : skipBlanks(at);
    },
    end(index) {
      const at = spans[index * 4 + 3] as number;
      return (tag.bytes[at - 1] as number) > 32 ? at : dropBlanks(spans[index * 4 + 2] as number, at);
    },
    read,
  };
  return tag;

  function skipBlanks(from: number): number {
    let at = from;
    while ((tag.bytes[at] as number) <= 32) at++;
    return at;
  }

  function dropBlanks(first: number, from: number): number {
    let at = from;
    while (at > first && (tag.bytes[at - 1] as number) <= 32) at--;
    return at;
  }

  function lookUp(wanted: string, anyPrefix: boolean): string | undefined {
    for (let i = 0; i < count; i++) {
      const start = spans[i * 4] as number;
      const end = spans[i * 4 + 1] as number;
      if (!isNamed(start, end, wanted, anyPrefix)) continue;
      return decodeXmlText(tag.bytes, spans[i * 4 + 2] as number, spans[i * 4 + 3] as number, false, true);
    }
    return undefined;
  }

  /** Compares bytes: making a string of every attribute name took a third of the time of an .ods. */
  function isNamed(start: number, end: number, wanted: string, anyPrefix: boolean): boolean {
    const length = wanted.length;
    const from = end - length;
    if (from < start || (from > start && (!anyPrefix || tag.bytes[from - 1] !== 58))) return false;
    for (let i = 0; i < length; i++) if (tag.bytes[from + i] !== wanted.charCodeAt(i)) return false;
    return true;
  }

  function read(bytes: Buffer, from: number, end: number): number {
    tag.bytes = bytes;
    count = 0;
    let p = from;
    while (p < end) {
      const byte = bytes[p] as number;
      if (byte <= 32) {
        p++;
        continue;
      }
      if (byte === 62) {
        selfClosing = bytes[p - 1] === 47;
        return p;
      }
      if (byte === 47) {
        p++;
        continue;
      }
      p = readOne(bytes, p, end);
      if (p < 0) return -1;
    }
    return -1;
  }

  /** One name="value"; returns the position behind it, or -1 when it is incomplete. */
  function readOne(bytes: Buffer, from: number, end: number): number {
    let p = from;
    while (p < end && (bytes[p] as number) > 32 && bytes[p] !== 61 && bytes[p] !== 62) p++;
    const nameEnd = p;
    while (p < end && (bytes[p] as number) <= 32) p++;
    if (p >= end) return -1;
    if (bytes[p] !== 61) throw damaged('标记的属性不完整');
    p++;
    while (p < end && (bytes[p] as number) <= 32) p++;
    if (p >= end) return -1;
    const quote = bytes[p] as number;
    if (quote !== 34 && quote !== 39) throw damaged('标记的属性不完整');
    const valueStart = ++p;
    while (p < end && bytes[p] !== quote) p++;
    if (p >= end) return -1;
    if (count * 4 >= spans.length) {
      if (count >= 1024) throw damaged('标记的属性过多');
      const bigger = new Int32Array(spans.length * 2);
      bigger.set(spans);
      spans = bigger;
    }
    spans[count * 4] = from;
    spans[count * 4 + 1] = nameEnd;
    spans[count * 4 + 2] = valueStart;
    spans[count * 4 + 3] = p;
    count++;
    return p + 1;
  }
}
