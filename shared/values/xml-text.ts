// Characters that XML cannot hold, in any spelling: one of them makes a whole Word document, workbook or drawing
// unreadable. Every writer of markup takes its words through here; rule T18 tells where they stand.

const BREAKS = /[\v\f]/g;
const FORBIDDEN = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\v\f\r]]/gv;

/** The text as markup may hold it: line and page breaks of old programs become line ends, the rest is left out. */
export function xmlText(text: string): string {
  return text.replace(BREAKS, '\n').replace(FORBIDDEN, '');
}

/** Where the first character stands that `xmlText` leaves out; -1 for none. */
export function findForbidden(text: string): number {
  return text.search(FORBIDDEN);
}
