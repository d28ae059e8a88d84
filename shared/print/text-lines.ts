// How wide a text is and where its lines break, without a browser. The pages are laid out with this model, so they can
// be computed once for preview and PDF (ARCHITECTURE, "The way of a printed page").
// A Chinese character is one em in every Chinese font. Everything else is taken as the widest of the fonts in use:
// 宋体/仿宋/黑体 set Latin at half an em, Noto Serif CJK SC Bold in proportion. A narrower font leaves a little air.
import { type Atom, atomsOf, mayHoldFirm } from './unbreakable.ts';
import { wordsOf } from './words.ts';

/** Widths of Noto Serif CJK SC Bold in hundredths of an em, from the space on; the widest proportional substitute. */
const ASCII_WIDTHS = [
  26, 37, 57, 61, 59, 97, 80, 32, 40, 40, 51, 60, 33, 37, 33, 40, 59, 59, 59, 59, 59, 59, 59, 59, 59, 59, 33, 33, 60,
  60, 60, 51, 101, 75, 71, 70, 79, 67, 65, 76, 86, 43, 57, 77, 64, 100, 81, 78, 67, 78, 75, 62, 69, 82, 73, 109, 73, 70,
  63, 38, 40, 38, 60, 59, 63, 59, 67, 56, 66, 60, 40, 60, 69, 35, 35, 65, 35, 101, 68, 63, 67, 67, 50, 50, 42, 68, 58,
  87, 60, 58, 52, 38, 34, 38, 60,
];
const HALF = 50;
const FULL = 100;

/** Widths in hundredths of an em, by what they may be drawn with: a wider sum of Latin letters is not known yet. */
interface Width {
  square: number;
  proportional: number;
  half: number;
}

const NO_WIDTH: Width = { square: 0, proportional: 0, half: 0 };

/** The width of a text that begins with one of this width. */
function widen(width: Width, text: string): Width {
  let { square, proportional, half } = width;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 32 && code < 127) {
      proportional += ASCII_WIDTHS[code - 32] ?? FULL;
      half += HALF;
    } else if (code >= 0x2e80 || (code >= 0x2000 && code !== 0x200b)) {
      // The second half of a character outside the basic plane adds nothing.
      if (code < 0xdc00 || code > 0xdfff) square += FULL;
    } else if (code >= 127) {
      square += code < 0x0250 ? 75 : FULL;
    }
  }
  return { square, proportional, half };
}

function widthEm({ square, proportional, half }: Width): number {
  return (square + Math.max(proportional, half)) / 100;
}

/** Width in em: an upper bound for the fonts in use. */
export function textEm(text: string): number {
  return widthEm(widen(NO_WIDTH, text));
}

/** Atoms that stand on one line; parted only where they are wider than the line. */
type Piece = readonly Atom[];

const INVISIBLE = /[\t\v\f\u0085\u00a0\u2028\u2029\ufeff]/gu;

/** Binds to their neighbours the signs that may not begin or end a line. */
function bindSigns(atoms: readonly Atom[]): Piece[] {
  const pieces: Atom[][] = [];
  let before: Atom | undefined;
  for (const atom of atoms) {
    const isBound =
      before !== undefined && !(atom.mayStart && before.mayEnd) && before.text !== ' ' && atom.text !== ' ';
    if (isBound) pieces.at(-1)?.push(atom);
    else pieces.push([atom]);
    before = atom;
  }
  return pieces;
}

const joined = (piece: Piece): string =>
  piece.length === 1 ? (piece[0]?.text ?? '') : piece.reduce((text, atom) => text + atom.text, '');

/** How a paragraph without line feeds falls into atoms. */
type Parting = (text: string) => readonly Atom[];

/** What of a header label stays on one line: its words with the signs around them. */
export function labelPieces(label: string): string[] {
  return label.split('\n').flatMap((line) => bindSigns(wordsOf(line)).map(joined));
}

/** Width in em of the widest part of a text that is not to be broken, signs around it included up to `mostEm`. */
export function widestPieceEm(text: string, mostEm: number): number {
  if (!mayHoldFirm(text)) return 0;
  return bindSigns(atomsOf(text)).reduce((most, piece) => {
    if (piece.length === 1 && piece[0]?.text.length === 1) return most;
    const whole = textEm(joined(piece));
    if (whole <= mostEm) return Math.max(most, whole);
    return piece.reduce((widest, atom) => (atom.isFirm ? Math.max(widest, textEm(atom.text)) : widest), most);
  }, 0);
}

/**
 * The lines of a text in a column so many em wide; at least one. A line is wider than the column only where it holds
 * nothing but one unbreakable atom: the caller sets it smaller.
 */
export function breakLines(written: string, mostEm: number, part: Parting = atomsOf): string[] {
  // A tab or another invisible sign would be drawn with a width that the model does not know.
  const text = written.replace(INVISIBLE, ' ');
  if (!text.includes('\n') && textEm(text) <= mostEm) return [text];
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => breakParagraph(paragraph, mostEm, part));
}

function breakParagraph(text: string, mostEm: number, part: Parting): string[] {
  if (textEm(text) <= mostEm) return [text];
  const lines: string[] = [];
  let line = '';
  let width = NO_WIDTH;
  const push = (piece: string): void => {
    let wider = widen(width, piece);
    if (line !== '' && widthEm(wider) > mostEm) {
      lines.push(line.trimEnd());
      line = '';
      width = NO_WIDTH;
      wider = widen(width, piece);
    }
    // A space that a break falls on is the break.
    if (line === '' && piece.trim() === '' && lines.length > 0) return;
    line += piece;
    width = wider;
  };
  for (const piece of bindSigns(part(text))) {
    const whole = joined(piece);
    if (whole.length === 1 || textEm(whole) <= mostEm) push(whole);
    else {
      for (const { text: atom, isFirm } of piece) {
        if (isFirm || textEm(atom) <= mostEm) push(atom);
        else for (const character of atom) push(character);
      }
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Like breakLines, but the lines are about equally long and end with a word: titles (梯形、菱形) and header labels. */
export function balanceLines(text: string, mostEm: number): string[] {
  const lines = breakLines(text, mostEm, wordsOf);
  if (lines.length === 1) return lines;
  // 乡镇 / （街道） rather than 乡镇（街 / 道）.
  const bracketed = text.replace(/(?<=.)（/gu, '\n（');
  const beforeBracket = breakLines(bracketed, mostEm, wordsOf);
  if (bracketed !== text && beforeBracket.length === lines.length) return beforeBracket;
  let best = lines;
  const longest = wordsOf(text).reduce((most, word) => Math.max(most, textEm(word.text)), 1);
  // As narrow as it goes without one more line or a broken word.
  for (let width = mostEm - 0.5; width > longest; width -= 0.5) {
    const narrower = breakLines(text, width, wordsOf);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

/** The part of their size at which lines fit a room: 1 unless something unbreakable is wider. */
export function shrinkScale(lines: readonly string[], roomEm: number): number {
  const widest = lines.reduce((most, line) => Math.max(most, textEm(line)), 0);
  return Math.min(1, roomEm / widest);
}

/** The size of a text that is set at a part of the usual size; rounded down to what a browser draws exactly. */
export function shrunkPt(fontPt: number, scale: number): number {
  return Math.floor(fontPt * scale * 100) / 100;
}

/** The text, cut with … where it is wider than its place. */
export function shortenText(text: string, mostEm: number): string {
  if (textEm(text) <= mostEm) return text;
  const [line = ''] = breakLines(text, Math.max(1, mostEm - 1));
  // A number that is wider than the place is left out, not cut.
  return textEm(line) <= mostEm - 1 ? `${line}…` : '…';
}
