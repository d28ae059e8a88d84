// Cuts a formula into numbers, texts, cells, names and signs.

export interface FormulaToken {
  kind: 'number' | 'text' | 'truth' | 'cell' | 'sheet' | 'elsewhere' | 'call' | 'sign';
  /** In capitals and without $; a text as it is written, without its quotes. */
  text: string;
}

const NAME = String.raw`[\p{L}_][\p{L}\d_.]*`;
const PARTS: readonly [kind: FormulaToken['kind'] | 'blank', pattern: string][] = [
  ['blank', String.raw`\s+`],
  ['number', String.raw`\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+`],
  ['text', '"(?:[^"]|"")*"'],
  ['sheet', `(?:'(?:[^']|'')*'|${NAME})!`],
  // Whole columns, and places in the notation of rows and columns: R[-1]C.
  [
    'elsewhere',
    String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\d_(])|R(?:\[-?\d+\]|\d+)?C(?:\[-?\d+\]|\d+)?(?![\p{L}\d_([])`,
  ],
  ['cell', String.raw`\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\d_.(])`],
  ['call', String.raw`${NAME}\s*\(`],
  ['truth', String.raw`(?:TRUE|FALSE)(?![\p{L}\d_.])`],
  ['elsewhere', NAME],
  ['sign', '<>|<=|>=|[-+*/^&=<>%(),:]'],
];
const TOKEN = new RegExp(PARTS.map(([, pattern]) => `(${pattern})`).join('|'), 'iuy');

/** The tokens; undefined where anything else stands in it. The name of the formula's own sheet is left out. */
export function tokensOf(text: string, ownSheet: string): FormulaToken[] | undefined {
  const tokens: FormulaToken[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const kind = PARTS[match.findIndex((part, index) => index > 0 && part !== undefined) - 1]?.[0];
    const written = match[0];
    if (kind === 'text') tokens.push({ kind, text: written.slice(1, -1).replaceAll('""', '"') });
    else if (kind === 'call') tokens.push({ kind, text: written.slice(0, -1).trimEnd().toUpperCase() });
    else if (kind === 'sheet') {
      const name = written.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
      if (name.toUpperCase() !== ownSheet.toUpperCase()) tokens.push({ kind, text: name });
    } else if (kind !== undefined && kind !== 'blank')
      tokens.push({ kind, text: written.replaceAll('$', '').toUpperCase() });
  }
  return tokens;
}
