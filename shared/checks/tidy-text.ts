// Stray characters in names: what nobody meant and nobody sees.

/** Zero-width characters and the byte order mark, which come along from web pages and office software. */
const INVISIBLE = /\p{Cf}/gu;
/** All that looks like a space, line breaks and tabs too. */
const SPACES = /[\s\u00a0\u3000]+/g;
/** Full-width digits and letters; Chinese punctuation, which is full-width by right, stays. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]/g;

/** A name without spaces at its ends, doubled spaces, invisible characters and full-width digits and letters. */
export function tidyText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .trim();
}
