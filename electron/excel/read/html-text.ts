// The text of an HTML cell as a browser shows it: white space collapsed, line breaks kept, entities decoded.

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u3000',
  yen: '¥',
  middot: '·',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  sup2: '²',
  sup3: '³',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  permil: '‰',
  le: '≤',
  ge: '≥',
};

/** `raw` is what stands between <td> and </td>. */
export function htmlText(raw: string): string {
  const text = raw
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?<(?:br|\/p|\/div|\/li)\b[^<>]*> ?/gi, '\n')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));?/g, entity);
  return text.trim();
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '0', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
