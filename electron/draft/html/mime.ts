// A web page in one file (.mht) as Word and browsers save it: the page is one of several parts, written in letters.

const HEAD = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:mime-version|content-type)\s*:/i;

/** Whether a text file is such a message; `opening` is its first thousands of characters. */
export function isMime(opening: string): boolean {
  return HEAD.test(opening) && /content-type\s*:\s*(?:multipart\/|text\/html)/i.test(opening);
}

/** The bytes of its page; null where it has none. */
export function pageOfMime(bytes: Buffer): Buffer | null {
  const text = bytes.toString('latin1');
  const boundary = /boundary\s*=\s*"?([^"\r\n;]{1,100})/i.exec(text)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  for (const part of parts) {
    const gap = /\r?\n\r?\n/.exec(part.trimStart());
    if (gap === null) continue;
    const body = part.trimStart();
    const head = body.slice(0, gap.index);
    if (!/content-type\s*:\s*text\/html/i.test(head)) continue;
    return decodeBody(
      body.slice(gap.index + gap[0].length),
      /content-transfer-encoding\s*:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase(),
    );
  }
  return null;
}

function decodeBody(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
