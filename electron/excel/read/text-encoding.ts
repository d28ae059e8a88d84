// Text files from offices: UTF-8, UTF-16 or the GBK of Chinese Windows, told by the bytes.

/** The decoded text without byte order mark, or null when the bytes are no text in any of these encodings. */
export function decodeTextFile(bytes: Buffer): string | null {
  const encoding = textEncoding(bytes);
  if (encoding === null) return null;
  const text = new TextDecoder(encoding).decode(bytes);
  const sample = text.slice(0, 65_536);
  return countOdd(sample) > sample.length / 1000 ? null : text;
}

/** Control characters that no text file holds, and unreadable ones; more than a trace of them means binary content. */
function countOdd(text: string): number {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && !(code >= 9 && code <= 13) && code !== 27) || code === 0xfffd) odd++;
  }
  return odd;
}

function textEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (isValid(bytes, 'utf-8')) return bytes.includes(0) ? utf16WithoutMark(bytes) : 'utf-8';
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  return isValid(bytes, 'gb18030') ? 'gb18030' : null;
}

/** Digits, tabs and line ends in UTF-16 have a zero beside them, always on the same side. */
function utf16WithoutMark(bytes: Buffer): string | null {
  const head = bytes.subarray(0, Math.min(bytes.length, 4096) & ~1);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (odd > head.length / 20 && even === 0) return 'utf-16le';
  if (even > head.length / 20 && odd === 0) return 'utf-16be';
  return null;
}

function isValid(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
