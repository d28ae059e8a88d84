// A web page in one file (.mht) as Word and browsers save it: the page is one of several parts, written in letters.

/** Whether a text file is such a message: fields of a head line by line; `opening` is its first thousands of characters. */
export function isMime(opening: string): boolean {
  let found = false;
  for (const line of opening.split('\n')) {
    if (line.trim() === '') break;
    // A line that begins with a blank goes on from the one before.
    if (!/^(?:[ \t]|[\w-]{1,80}:)/.test(line)) return false;
    found ||= /^(?:mime-version|content-type):/i.test(line);
  }
  return found && /content-type:[ \t]{0,9}(?:multipart\/|text\/html)/i.test(opening);
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
