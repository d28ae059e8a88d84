// The text of a paragraph or cell as it is compared: no signs that nobody sees, no blanks around it, lines as they stand.
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: controls are what is looked for

/** Zero-width signs, soft hyphens, byte order marks, marks of objects, controls; not tabs and line ends. */
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\ufffc]/g;
const DOUBTFUL = /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u202e\u2060\ufeff\ufffc]/;

/** Line ends are \n; a page break is one. A hyphen that does not break is a hyphen: it may be a minus sign. */
export function cleanText(raw: string): string {
  let text = raw;
  if (DOUBTFUL.test(text))
    text = text
      .replace(/\r\n?|[\v\f]|[\u2028\u2029]/g, '\n')
      .replace(/[\u2011\u001e]/g, '-')
      .replace(UNSEEN, '');
  return text.trim();
}
