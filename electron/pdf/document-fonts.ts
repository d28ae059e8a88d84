// The fonts of one document: which font draws a character, and which characters of each were drawn. Each name of a list
// is tried in its order, as a browser does; then any font of the machine that has the character.
import { AppError } from '#shared/values/app-error.ts';
import { type Face, type FontPlace, openFace } from './face.ts';
import type { InstalledFonts } from './installed-fonts.ts';

/** A font as a resource of the PDF. */
export interface PdfFont {
  /** Its name in the content of pages: F1, F2 … */
  name: string;
  face: Face;
  /** What was drawn, by the code that names the glyph in the PDF. */
  drawn: Map<number, DrawnGlyph>;
}

export interface DrawnGlyph {
  glyph: number;
  codePoint: number;
}

/** A character ready to be drawn. */
export interface SetGlyph {
  font: PdfFont;
  /** The code in hexadecimal. */
  hex: string;
  /** Thousandths of the size. */
  advance: number;
  /** Drawn thicker, because the family has no bold font. */
  isThickened: boolean;
}

/** How the characters of one look are drawn. */
export interface TypeSetter {
  ascent: number;
  descent: number;
  /** null for what is not drawn at all: control characters and signs without a shape. */
  glyphOf(codePoint: number): SetGlyph | null;
}

export interface DocumentFonts {
  setterOf(names: readonly string[], isStrong: boolean): TypeSetter;
  used(): readonly PdfFont[];
  /** Characters that no font of the machine has. */
  missing(): string[];
}

/** A character that every font meant for Chinese has. */
const COMMON = 0x56fd;
const SHAPELESS = /^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

interface Candidate {
  face: Face;
  isThickened: boolean;
}

/** Throws AppError `printer-missing` where the machine has no Chinese font. */
export function makeDocumentFonts(installed: InstalledFonts): DocumentFonts {
  const faces = new Map<FontPlace, Face | null>();
  const fonts: PdfFont[] = [];
  const missing = new Set<string>();
  const setters = new Map<string, TypeSetter>();

  /** null where the file is damaged: the next font stands in. */
  const open = (place: FontPlace, name: string): Face | null => {
    let face = faces.get(place);
    if (face === undefined) {
      try {
        face = openFace(place, name);
      } catch {
        face = null;
      }
      faces.set(place, face);
    }
    return face;
  };

  function* candidatesOf(names: readonly string[], isStrong: boolean): Generator<Candidate> {
    for (const name of names) {
      const place = installed.find(name);
      if (!place) continue;
      const bold = isStrong ? installed.findBold(place) : null;
      const face = open(bold ?? place, name);
      if (face) yield { face, isThickened: isStrong && bold === null };
    }
  }

  function* coveringOf(codePoint: number, isStrong: boolean): Generator<Candidate> {
    for (const place of installed.covering(codePoint)) {
      const face = open(place, place.path);
      if (face) yield { face, isThickened: isStrong };
    }
  }

  const fontOf = (face: Face, code: number, codePoint: number): PdfFont => {
    // Two characters that share a glyph (一 and the radical ⼀) need two fonts: a code is read back as one character.
    const isFree = ({ drawn }: PdfFont): boolean => (drawn.get(code)?.codePoint ?? codePoint) === codePoint;
    const known = fonts.find((font) => font.face === face && isFree(font));
    if (known) return known;
    const font = { name: `F${fonts.length + 1}`, face, drawn: new Map() };
    fonts.push(font);
    return font;
  };

  const set = ({ face, isThickened }: Candidate, codePoint: number): SetGlyph => {
    const glyph = face.glyphOf(codePoint);
    const code = face.codeOf(glyph);
    const font = fontOf(face, code, codePoint);
    font.drawn.set(code, { glyph, codePoint });
    return { font, hex: code.toString(16).padStart(4, '0'), advance: face.advanceOf(glyph), isThickened };
  };

  function makeSetter(names: readonly string[], isStrong: boolean): TypeSetter {
    const first = firstOf(candidatesOf(names, isStrong)) ?? firstOf(coveringOf(COMMON, isStrong));
    if (!first) throw noFont();
    const has = ({ face }: Candidate, codePoint: number): boolean => face.glyphOf(codePoint) !== 0;
    const find = (codePoint: number): SetGlyph | null => {
      if (SHAPELESS.test(String.fromCodePoint(codePoint))) return null;
      for (const candidate of candidatesOf(names, isStrong)) {
        if (has(candidate, codePoint)) return set(candidate, codePoint);
      }
      if (has(first, codePoint)) return set(first, codePoint);
      const other = firstOf(coveringOf(codePoint, isStrong));
      if (other) return set(other, codePoint);
      missing.add(String.fromCodePoint(codePoint));
      return set(first, codePoint);
    };
    const known = new Map<number, SetGlyph | null>();
    return {
      ascent: first.face.ascent,
      descent: first.face.descent,
      glyphOf(codePoint) {
        let glyph = known.get(codePoint);
        if (glyph === undefined) {
          glyph = find(codePoint);
          known.set(codePoint, glyph);
        }
        return glyph;
      },
    };
  }

  return {
    setterOf(names, isStrong) {
      const key = `${isStrong} ${names.join()}`;
      const setter = setters.get(key) ?? makeSetter(names, isStrong);
      setters.set(key, setter);
      return setter;
    },
    used: () => fonts,
    missing: () => [...missing],
  };
}

function firstOf<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}

function noFont(): AppError {
  const how =
    process.platform === 'linux'
      ? '请安装中文字体（Debian、Ubuntu：sudo apt install fonts-noto-cjk）'
      : '请安装宋体、黑体等中文字体';
  return new AppError('printer-missing', `本机没有找到可用的中文字体，不能生成 PDF。${how}，再试一次。`);
}
