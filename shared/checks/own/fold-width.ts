// Full-width letters, digits and signs as half-width ones, character for character, so that places stay the same.

const PAIRS: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '＝': '=',
  '×': '*',
  '÷': '/',
  '∕': '/',
  '≥': '≥',
  '≧': '≥',
  '≦': '≤',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '—': '-',
  '–': '-',
  '−': '-',
  '\n': ' ',
  '\t': ' ',
  '\r': ' ',
};

/** The text with every full-width sign folded; of the same length. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0＝×÷∕≧≦【】〔〕—–−\n\t\r]/g, (sign) => {
    const pair = PAIRS[sign];
    if (pair !== undefined) return pair;
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}
