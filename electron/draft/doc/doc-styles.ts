// The style sheet of a Word 97–2003 document ([MS-DOC] 2.9.271): which styles are headings, contents or captions, and
// which lists they count in.
import { eachSprm, SPRM } from './sprms.ts';

export interface DocStyle {
  /** 1 to 9; 0 for body text; null where the style says nothing. */
  outline: number | null;
  list: number | null;
  listLevel: number | null;
  kind: 'contents' | 'caption' | 'title' | 'other';
}

const PLAIN: DocStyle = { outline: null, list: null, listLevel: null, kind: 'other' };
const NO_BASE = 0xfff;
const MOST_PARENTS = 20;

/** Gives the style of a number; unknown numbers are plain text. */
export function readDocStyles(sheet: Buffer): (number: number) => DocStyle {
  const raw: ({ base: number; own: DocStyle } | undefined)[] = [];
  if (sheet.length >= 6) {
    const count = sheet.readUInt16LE(2);
    const baseSize = sheet.readUInt16LE(4);
    let at = 2 + sheet.readUInt16LE(0);
    for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
      const size = sheet.readUInt16LE(at);
      raw[i] = size < baseSize + 2 ? undefined : readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize);
      at += 2 + size + (size & 1);
    }
  }
  const known = new Map<number, DocStyle>();
  return (number) => {
    const style = known.get(number) ?? resolve(number);
    known.set(number, style);
    return style;
  };

  /** What a style leaves open, the one that it stands on says. */
  function resolve(number: number): DocStyle {
    let style = PLAIN;
    let next = number;
    for (let i = 0; i < MOST_PARENTS && next !== NO_BASE; i++) {
      const found = raw[next];
      if (found === undefined) break;
      const { own } = found;
      style = {
        outline: style.outline ?? own.outline,
        list: style.list ?? own.list,
        listLevel: style.listLevel ?? own.listLevel,
        kind: style.kind === 'other' && (i === 0 || own.kind !== 'title') ? own.kind : style.kind,
      };
      next = found.base;
    }
    return style;
  }
}

function readStyle(bytes: Buffer, baseSize: number): { base: number; own: DocStyle } | undefined {
  const builtIn = bytes.readUInt16LE(0) & 0xfff;
  const second = bytes.readUInt16LE(2);
  // Styles of characters, tables and lists are none of paragraphs.
  if ((second & 0xf) !== 1) return undefined;
  const nameLength = bytes.readUInt16LE(baseSize);
  const name = bytes.toString('utf16le', baseSize + 2, baseSize + 2 + nameLength * 2);
  const heading = builtIn >= 1 && builtIn <= 9 ? builtIn : Number(/^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1] ?? 0);
  const own: DocStyle = { ...PLAIN, outline: heading > 0 ? heading : null, kind: kindOf(builtIn, name) };
  let at = baseSize + 2 + nameLength * 2 + 2;
  at += at & 1;
  if (at + 2 <= bytes.length) {
    const size = bytes.readUInt16LE(at);
    eachSprm(bytes.subarray(at + 4, at + 2 + size), (code, value) => takeStyleSprm(own, code, value));
  }
  return { base: second >> 4, own };
}

/** The properties that a style and a paragraph both may have. */
export function takeStyleSprm(own: Omit<DocStyle, 'kind'>, code: number, value: Buffer): void {
  if (code === SPRM.outline) own.outline = (value[0] as number) < 9 ? (value[0] as number) + 1 : 0;
  else if (code === SPRM.list) own.list = value.readInt16LE(0);
  else if (code === SPRM.listLevel) own.listLevel = Math.min(8, value[0] as number);
}

function kindOf(builtIn: number, name: string): DocStyle['kind'] {
  if ((builtIn >= 19 && builtIn <= 27) || builtIn === 35 || /^(?:toc|目录) ?\d$/i.test(name)) return 'contents';
  if (builtIn === 34 || /^(?:caption|题注)$/i.test(name)) return 'caption';
  return builtIn === 62 || /^(?:title|标题)$/i.test(name) ? 'title' : 'other';
}
