// Lines of words as operators of a PDF page, in px with y downwards. (ISO 32000-1, 9.4)
import { fontNames } from '#shared/print/fonts.ts';
import type { DrawnText, DrawnTurned, TextLook } from '#shared/print/page-drawing.ts';
import { ptToPx } from '#shared/print/paper.ts';
import type { DocumentFonts, SetGlyph, TypeSetter } from './document-fonts.ts';

/** How much thicker a stroke makes a font that has no bold one, in relation to its size. */
const THICKENING = 0.03;

/** Glyphs of one font in a row, and how wide they are. */
interface Run {
  font: string;
  isThickened: boolean;
  hex: string;
  width: number;
}

/** Collects the operators of one page. Of font and size, only changes are written. */
export interface TextWriter {
  text(mark: DrawnText): void;
  turned(mark: DrawnTurned): void;
  /** A line with its baseline at `y`, in the font of these names. */
  line(text: string, place: LinePlace): void;
  operators(): string[];
}

export interface LinePlace {
  names: readonly string[];
  isStrong: boolean;
  sizePx: number;
  x: number;
  y: number;
  align: TextLook['align'];
  width: number;
  /** '#rrggbb'; black where none is said. */
  colour?: string;
}

const BLACK = '#000000';

export const round = (value: number): string => String(Math.round(value * 1000) / 1000);

export function makeTextWriter(fonts: DocumentFonts, use: (font: SetGlyph['font']) => void): TextWriter {
  const out: string[] = [];
  let written = '';
  let inked = '';

  const ink = (colour: string): void => {
    if (colour === inked) return;
    const parts = [1, 3, 5].map((at) => round(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
    out.push(`${parts} rg ${parts} RG`);
    inked = colour;
  };

  const select = (font: string, sizePx: number, isThickened: boolean): void => {
    const wanted = `/${font} ${round(sizePx)} Tf ${isThickened ? `2 Tr ${round(sizePx * THICKENING)} w` : '0 Tr'}`;
    if (wanted !== written) out.push(wanted);
    written = wanted;
  };

  /** Draws runs from a point along a direction. */
  const draw = (runs: readonly Run[], sizePx: number, x: number, y: number, isTurned: boolean): void => {
    let along = 0;
    for (const { font, isThickened, hex, width } of runs) {
      select(font, sizePx, isThickened);
      const place = isTurned ? `0 1 1 0 ${round(x)} ${round(y + along)}` : `1 0 0 -1 ${round(x + along)} ${round(y)}`;
      out.push(`${place} Tm <${hex}> Tj`);
      along += width * sizePx;
    }
  };

  const runsOf = (text: string, setter: TypeSetter): Run[] => {
    const runs: Run[] = [];
    let run: Run | undefined;
    for (const character of text) {
      const glyph = setter.glyphOf(character.codePointAt(0) ?? 0);
      if (!glyph) continue;
      const { font, isThickened } = glyph;
      if (!run || run.font !== font.name || run.isThickened !== isThickened) {
        run = { font: font.name, isThickened, hex: '', width: 0 };
        runs.push(run);
        use(font);
      }
      run.hex += glyph.hex;
      run.width += glyph.advance / 1000;
    }
    return runs;
  };

  const setterOf = ({ font, isStrong }: TextLook): TypeSetter => fonts.setterOf(fontNames(font), isStrong);

  const line: TextWriter['line'] = (text, { names, isStrong, sizePx, x, y, align, width, colour = BLACK }) => {
    ink(colour);
    const runs = runsOf(text, fonts.setterOf(names, isStrong));
    const free = width - runs.reduce((sum, run) => sum + run.width * sizePx, 0);
    draw(runs, sizePx, x + (align === 'left' ? 0 : align === 'right' ? free : free / 2), y, false);
  };

  return {
    line,
    text({ text, look, left, top, width }) {
      const { lineHeight, align, isStrong } = look;
      const sizePx = ptToPx(look.sizePt);
      const { ascent, descent } = setterOf(look);
      const names = fontNames(look.font);
      const above = (lineHeight + ((ascent - descent) * sizePx) / 1000) / 2;
      text.split('\n').forEach((words, at) => {
        line(words, { names, isStrong, sizePx, x: left, y: top + at * lineHeight + above, align, width });
      });
    },
    turned({ text, look, middle, from }) {
      ink(BLACK);
      const sizePx = ptToPx(look.sizePt);
      const setter = setterOf(look);
      const runs = runsOf(text, setter);
      const length = runs.reduce((sum, run) => sum + run.width * sizePx, 0);
      const x = middle - ((setter.ascent - setter.descent) * sizePx) / 2000;
      draw(runs, sizePx, x, 'top' in from ? from.top : from.bottom - length, true);
    },
    operators: () => (out.length === 0 ? [] : ['BT', ...out, 'ET']),
  };
}
