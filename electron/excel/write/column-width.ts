// Widths of spreadsheet columns: the usual one, or wider where a number needs it — a spreadsheet shows #### for an amount
// that does not fit, and breaks a number inside a text.
import { textEm, widestPieceEm } from '#shared/print/text-lines.ts';
import { EM_PX, UNIT_PX } from './row-height.ts';

/** Excel's limit. */
const WIDEST = 255;
const PADDING = 2;
/** Signs stay with their number in a column so wide. */
const MOST_SIGNS_EM = 8;

/** The width in characters for amounts and counts as they are shown. */
export function numberWidth(usual: number, shown: readonly string[]): number {
  return widened(
    usual,
    shown.reduce((most, text) => Math.max(most, textEm(text)), 0),
  );
}

/** The width in characters for texts that wrap: none of their numbers is broken. */
export function wordWidth(usual: number, texts: readonly string[]): number {
  return widened(
    usual,
    texts.reduce((most, text) => Math.max(most, widestPieceEm(text, MOST_SIGNS_EM)), 0),
  );
}

function widened(usual: number, em: number): number {
  return em === 0 ? usual : Math.min(WIDEST, Math.max(usual, Math.ceil((em * EM_PX) / UNIT_PX) + PADDING));
}
