// Row heights for wrapped text: only Excel itself fits rows when it opens a file; WPS and LibreOffice show what is set.
import { textEm } from '#shared/print/text-lines.ts';

/** A column width counts digits of the default 11 pt font, 7 pixels each; body text of 9 pt is 12 pixels an em. */
export const UNIT_PX = 7;
export const EM_PX = 12;
const LINE_PT = 12.5;
const PADDING_PT = 4;
/** Excel's limit. */
const HIGHEST_PT = 409;

/** How many lines a text of the body font takes in a column. */
export function countLines(text: string, columnWidth: number): number {
  const room = Math.max(1, (columnWidth * UNIT_PX) / EM_PX - 0.5);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textEm(line) / room)), 0);
}

/** The height in points for the tallest text of a row; undefined where one line is enough. */
export function heightFor(texts: readonly { text: string; width: number }[]): number | undefined {
  const lines = texts.reduce((most, { text, width }) => Math.max(most, countLines(text, width)), 1);
  return lines === 1 ? undefined : Math.min(HIGHEST_PT, lines * LINE_PT + PADDING_PT);
}

/** Sets the height of a row before it is committed; rows of one line are left to the program. */
export function fitHeight(row: { height: number }, texts: readonly { text: string; width: number }[]): void {
  const height = heightFor(texts);
  if (height !== undefined) row.height = height;
}
