// A font in the PDF: the part that was drawn, the widths, and which character each code is, so that text is found and
// copied as it was typed. (ISO 32000-1, 9.7 and 9.10.3)
import { AppError } from '#shared/values/app-error.ts';
import type { DrawnGlyph, PdfFont } from './document-fonts.ts';
import type { Face } from './face.ts';
import { type Harfbuzz, subsetFace } from './subset.ts';

/** What of a PDF document is used here; strings are names, String objects are texts. */
export interface PdfObjects {
  ref(data: object): PdfObject;
}

export interface PdfObject {
  data: object;
  end(bytes?: Buffer | string): void;
}

const USUAL_WIDTH = 1000;
/** Symbolic: glyphs are named by codes of our own. */
const FLAGS = 4;

/** Fills `target`, which pages refer to already. Throws AppError `internal` where the font cannot be cut. */
export function embedFont(pdf: PdfObjects, target: PdfObject, { name, face, drawn }: PdfFont, hb: Harfbuzz): void {
  const codes = [...drawn].sort(([a], [b]) => a - b);
  const file = pdf.ref(face.isCff ? { Subtype: 'CIDFontType0C' } : {});
  file.end(cut(hb, face, codes));
  // Six letters mark a part of a font.
  const fontName = `${tagOf(name)}+${face.name.replaceAll(/[^A-Za-z0-9-]/g, '') || 'Font'}`;
  const descriptor = pdf.ref({
    Type: 'FontDescriptor',
    FontName: fontName,
    Flags: FLAGS,
    FontBBox: face.box.map(Math.round),
    ItalicAngle: 0,
    Ascent: Math.round(face.ascent),
    Descent: -Math.round(face.descent),
    CapHeight: Math.round(face.capHeight),
    StemV: 80,
    [face.isCff ? 'FontFile3' : 'FontFile2']: file,
  });
  descriptor.end();
  const descendant = pdf.ref({
    Type: 'Font',
    Subtype: face.isCff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: fontName,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: USUAL_WIDTH,
    W: widthsOf(face, codes),
    ...(face.isCff ? {} : { CIDToGIDMap: 'Identity' }),
  });
  descendant.end();
  const unicode = pdf.ref({});
  unicode.end(unicodeMap(codes));
  target.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: fontName,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: unicode,
  };
  target.end();
}

type Codes = readonly (readonly [number, DrawnGlyph])[];

function cut(hb: Harfbuzz, face: Face, codes: Codes): Buffer {
  try {
    return subsetFace(
      hb,
      face,
      codes.map(([, { glyph }]) => glyph),
    );
  } catch {
    throw new AppError(
      'internal',
      `字体文件 ${face.place.path} 不完整，不能放进 PDF。请重新安装这个字体，或卸载它，再试一次。`,
    );
  }
}

/** F1 becomes AAAAAB. */
function tagOf(name: string): string {
  let rest = Number(name.slice(1));
  let tag = '';
  while (tag.length < 6) {
    tag = String.fromCharCode(65 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}

/** Runs of codes with their widths; those of the usual width are left out. */
function widthsOf(face: Face, codes: Codes): (number | number[])[] {
  const result: (number | number[])[] = [];
  let run: number[] = [];
  let next = -1;
  for (const [code, { glyph }] of codes) {
    const width = Math.round(face.advanceOf(glyph) * 100) / 100;
    if (width === USUAL_WIDTH) continue;
    if (code !== next) {
      run = [];
      result.push(code, run);
    }
    run.push(width);
    next = code + 1;
  }
  return result;
}

/** A block may hold so many. */
const BLOCK = 100;

function unicodeMap(codes: Codes): string {
  const lines = codes.map(([code, { codePoint }]) => `<${hex(code)}> <${utf16(codePoint)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');
}
