// Whatever encoding an XML part has, the scanner sees UTF-8 without byte order mark.
import { damaged } from './read-error.ts';

export interface Utf8Input {
  push(chunk: Uint8Array): void;
  end(): void;
}

/** Holds back the first bytes until the encoding is known, then passes everything on as UTF-8. */
export function createUtf8Input(emit: (chunk: Uint8Array) => void): Utf8Input {
  let head: Buffer | null = Buffer.alloc(0);
  let decoder: InstanceType<typeof TextDecoder> | null = null;

  return { push, end };

  function push(chunk: Uint8Array): void {
    if (head === null) {
      pass(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length >= 128) start(head);
  }

  function end(): void {
    if (head !== null) start(head);
    if (decoder) emit(Buffer.from(decoder.decode(), 'utf8'));
  }

  function start(bytes: Buffer): void {
    head = null;
    const encoding = xmlEncoding(bytes);
    if (encoding === 'utf-8') {
      const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      emit(marked ? bytes.subarray(3) : bytes);
      return;
    }
    try {
      decoder = new TextDecoder(encoding);
    } catch {
      throw damaged(`文字编码 ${encoding} 不认识`);
    }
    pass(bytes);
  }

  function pass(chunk: Uint8Array): void {
    emit(decoder ? Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8') : chunk);
  }
}

/** By byte order mark, by the zero bytes of UTF-16, else by the XML declaration; UTF-8 without any. */
export function xmlEncoding(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  if (a === 0xef && b === 0xbb) return 'utf-8';
  const opening = Buffer.from(bytes.subarray(0, 128)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(opening)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declared UTF-16 without zero bytes is a lie: the declaration itself was readable as ASCII.
  return /^(utf8|us-ascii|ascii|utf-16.*|ucs-2)$/.test(declared) ? 'utf-8' : declared;
}
