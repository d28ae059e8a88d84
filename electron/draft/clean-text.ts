// The text of a paragraph or cell as it is compared: no signs that nobody sees, no blanks around it, lines as they stand.

/** Controls, soft hyphens, signs without width, marks of objects, byte order marks; not tabs and line ends. */
const UNSEEN = /[[\p{Cc}\p{Cf}\ufffc]--[\t\n]]/gv;
/** Asked of every text: whether it holds one, or a line end of another kind. */
const DOUBTFUL = /[^\t\n -~\u00a0-\u00ac\u00ae-\u1fff\u2010\u2012-\u2027\u2030-\u205f\u2070-\ufefe\uff00-\ufffb]/;

/** Line ends are \n, page breaks too. A hyphen that does not break is a hyphen: it may be a minus sign. */
export function cleanText(raw: string): string {
  if (!DOUBTFUL.test(raw)) return raw.trim();
  return raw
    .replace(/\r\n?|\v|\f|[\u2028\u2029]/g, '\n')
    .replaceAll('\u2011', '-')
    .replace(UNSEEN, '')
    .trim();
}
