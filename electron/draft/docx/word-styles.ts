// The paragraph styles of a .docx: which are headings of what level, captions, tables of contents, and their numbering.
import { attribute, tagsOf } from '#electron/excel/write/patch/xml.ts';
import { numberOf, wordOf } from './word-values.ts';

export interface ParagraphStyle {
  /** 0 for the highest heading; 9 and null are none. */
  outline: number | null;
  kind: 'title' | 'caption' | 'contents' | 'list' | null;
  numbering: { id: string | null; level: number | null };
}

interface StoredStyle extends ParagraphStyle {
  base: string;
}

const NONE: ParagraphStyle = { outline: null, kind: null, numbering: { id: null, level: null } };

/** Looks styles up by their ids ('' for the one that holds where none is named); what a style does not say is its base's. */
export function readStyles(xml: string): (id: string) => ParagraphStyle {
  const stored = new Map<string, StoredStyle>();
  let own: StoredStyle | null = null;
  let standard = '';
  for (const tag of tagsOf(xml)) {
    if (tag.kind === 'close') {
      if (tag.name === 'style') own = null;
      continue;
    }
    switch (tag.name) {
      case 'style': {
        const type = attribute(tag.rest, 'type') ?? 'paragraph';
        if (type !== 'paragraph' || tag.kind === 'empty') break;
        const id = attribute(tag.rest, 'styleId') ?? '';
        own = { ...NONE, base: '', numbering: { id: null, level: null } };
        stored.set(id, own);
        if (/^(?:1|true|on)$/.test(attribute(tag.rest, 'default') ?? '')) standard = id;
        break;
      }
      case 'name':
        if (own) readName(own, wordOf(tag));
        break;
      case 'basedOn':
        if (own) own.base = wordOf(tag);
        break;
      case 'outlineLvl':
        if (own) own.outline = numberOf(tag);
        break;
      case 'numId':
        if (own) own.numbering.id = wordOf(tag);
        break;
      case 'ilvl':
        if (own) own.numbering.level = numberOf(tag);
        break;
      default:
    }
  }
  const resolved = new Map<string, ParagraphStyle>();
  return (id) => {
    const key = id === '' || !stored.has(id) ? standard : id;
    const known = resolved.get(key);
    if (known) return known;
    const style = resolve(stored, key);
    resolved.set(key, style);
    return style;
  };
}

/** The names that Word itself gives, whatever its language shows; WPS writes them too, some programs the Chinese ones. */
function readName(style: StoredStyle, name: string): void {
  const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  if (heading !== undefined) style.outline ??= Number(heading) - 1;
  else if (/^(?:title|标题)$/i.test(name)) style.kind = 'title';
  else if (/^(?:caption|题注)$/i.test(name)) style.kind = 'caption';
  else if (/^(?:toc|目录)\s*[1-9]$|^table of figures$|^图表目录$/i.test(name)) style.kind = 'contents';
  else if (/^list\b|^列表/i.test(name)) style.kind = 'list';
}

function resolve(stored: ReadonlyMap<string, StoredStyle>, id: string): ParagraphStyle {
  const style: ParagraphStyle = { ...NONE, numbering: { ...NONE.numbering } };
  const seen = new Set<string>();
  for (let at = stored.get(id), key = id; at && !seen.has(key); key = at.base, at = stored.get(key)) {
    seen.add(key);
    style.outline ??= at.outline;
    style.kind ??= at.kind;
    style.numbering.id ??= at.numbering.id;
    style.numbering.level ??= at.numbering.level;
  }
  return style;
}
