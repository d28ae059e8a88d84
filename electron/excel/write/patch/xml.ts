// Just enough XML to change a part in place: tags with their positions, attributes, escaping. The rest of the text is
// carried over as it stands.
import { xmlText } from '#shared/values/xml-text.ts';

export interface XmlTag {
  /** Name without prefix. */
  name: string;
  /** Name as written. */
  qualified: string;
  kind: 'open' | 'close' | 'empty';
  /** Position of '<' and behind '>'. */
  start: number;
  end: number;
  /** Attributes as written. */
  rest: string;
}

/** One tag, comment, CDATA section or instruction. No two alternatives begin alike, and what is never
 * closed goes on to the end: matching stays linear. */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([^\s<>/"'=]+)((?:[^<>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*)(?:>|$)/g;

/** All tags from a position on. */
export function* tagsOf(xml: string, from = 0): Generator<XmlTag> {
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = from;
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const qualified = match[2];
    if (qualified === undefined) continue;
    const rest = match[3] ?? '';
    const kind = match[1] === '/' ? 'close' : rest.endsWith('/') ? 'empty' : 'open';
    yield {
      name: qualified.slice(qualified.indexOf(':') + 1),
      qualified,
      kind,
      start: match.index,
      end: match.index + match[0].length,
      rest: kind === 'empty' ? rest.slice(0, -1) : rest,
    };
  }
}

export interface XmlElement {
  tag: XmlTag;
  /** Content between the tags; '' for an empty element. */
  inner: string;
  /** Position behind the element. */
  end: number;
}

/** The first element with this name at or after a position, whatever its depth. */
export function findElement(xml: string, name: string, from = 0): XmlElement | undefined {
  for (const tag of tagsOf(xml, from)) {
    if (tag.name === name && tag.kind !== 'close') return elementAt(xml, tag);
  }
  return undefined;
}

/** The element that begins with `tag`. */
export function elementAt(xml: string, tag: XmlTag): XmlElement {
  if (tag.kind === 'empty') return { tag, inner: '', end: tag.end };
  let depth = 0;
  for (const next of tagsOf(xml, tag.end)) {
    if (next.kind === 'open') depth += 1;
    if (next.kind === 'close') {
      if (depth === 0) return { tag, inner: xml.slice(tag.end, next.start), end: next.end };
      depth -= 1;
    }
  }
  return { tag, inner: xml.slice(tag.end), end: xml.length };
}

/** The elements directly inside a piece of XML, in order. */
export function childrenOf(xml: string): XmlElement[] {
  const children: XmlElement[] = [];
  for (let at = 0; ; ) {
    const tag = tagsOf(xml, at).next().value;
    if (!tag || tag.kind === 'close') return children;
    const element = elementAt(xml, tag);
    children.push(element);
    at = element.end;
  }
}

/** Attributes as written, by qualified name; values stay escaped. */
export function attributesOf(rest: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of rest.matchAll(
    /(?<![^\s="'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    attributes.set(name, double ?? (single ?? '').replaceAll('"', '&quot;'));
  }
  return attributes;
}

/** An attribute whatever its prefix, entities decoded. */
export function attribute(rest: string, name: string): string | undefined {
  for (const [key, value] of attributesOf(rest)) {
    if (key.slice(key.indexOf(':') + 1) === name) return unescapeXml(value);
  }
  return undefined;
}

export function attributeText(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
}

/** 'x:' of '<x:worksheet', '' without a prefix. */
export function prefixOf(tag: XmlTag): string {
  return tag.qualified.slice(0, tag.qualified.length - tag.name.length);
}

export function escapeXml(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
