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
  ne: '≠',
  asymp: '≈',
  infin: '∞',
  micro: 'µ',
  sup1: '¹',
  frac12: '½',
  Omega: 'Ω',
  omega: 'ω',
  larr: '←',
  rarr: '→',
  copy: '©',
  reg: '®',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  cent: '¢',
  sect: '§',
  para: '¶',
};

/** Stands for a line break in the raw text of a cell: HTML has no other use for it than as white space. */
export const BREAK = '\f';

/** `raw` is the text between the tags, with BREAK for line breaks. */
export function htmlText(raw: string): string {
  let text = /[\t\r\n\f]| {2}/.test(raw) ? raw.replace(/[ \t\r\n]+/g, ' ').replace(/ ?\f ?/g, '\n') : raw;
  if (text.includes('&')) text = decodeEntities(text);
  return text.trim();
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));?/g, entity);
}

/** `&nbsp2021`: the oldest names may end without a semicolon. */
function withoutSemicolon(name: string): string | undefined {
  const old = /^(?:nbsp|amp|lt|gt|quot|yen|middot|times|deg|copy)/.exec(name)?.[0];
  return old === undefined ? undefined : `${ENTITIES[old]}${name.slice(old.length)}`;
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? withoutSemicolon(name) ?? whole;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '0', 16);
  // Old pages number dashes and quotes as Windows does.
  if (code >= 128 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}
