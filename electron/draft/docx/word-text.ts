// Character data of WordprocessingML: what a <w:t> or a symbol shows, and where in the XML each character stands.
import { attribute, unescapeXml, type XmlTag } from '#electron/excel/write/patch/xml.ts';

/** What XML calls blanks: those that Chinese typists indent with are none. */
const BLANKS = ' \t\r\n';

/** The text of a <w:t>; blanks at its ends count only where the file says so. */
export function shownText(data: string, keepsBlanks: boolean): string {
  const plain = data.includes('<') ? withoutSections(data) : data;
  const text = (plain.includes('&') ? unescapeXml(plain) : plain).replace(/\r\n?|[\n\t]/g, ' ');
  return keepsBlanks ? text : text.slice(...shownRange(text));
}

/** Where text without its blanks at the ends begins and ends; by hand, since ` +$` looks at a long run of blanks again and again. */
export function shownRange(text: string): [start: number, end: number] {
  let start = 0;
  let end = text.length;
  while (start < end && BLANKS.includes(text[start] as string)) start++;
  while (end > start && BLANKS.includes(text[end - 1] as string)) end--;
  return [start, end];
}

/** CDATA as text, comments left out: no word processor writes them, other programs may. */
function withoutSections(data: string): string {
  return data.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->/g,
    (_, section?: string) => section?.replaceAll('&', '&amp;') ?? '',
  );
}

/** How far into `data` the first `count` shown characters reach; null where the data cannot be cut. */
export function dataOffset(data: string, keepsBlanks: boolean, count: number): number | null {
  if (data.includes('<')) return null;
  let at = keepsBlanks ? 0 : shownRange(data)[0];
  let shown = 0;
  const unit = /&[^;\s]{1,12};|\r\n|[\s\S]/g;
  unit.lastIndex = at;
  while (shown < count) {
    const match = unit.exec(data);
    if (!match) return null;
    shown += shownText(match[0], true).length;
    at = unit.lastIndex;
  }
  return at;
}

/** What stands for one character outside a <w:t>; undefined: nothing to read. */
export function shownSymbol(tag: XmlTag): string | undefined {
  switch (tag.name) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbolOf(attribute(tag.rest, 'font') ?? '', attribute(tag.rest, 'char') ?? '');
    default:
      return undefined;
  }
}

/** Letters of picture fonts lie at F000 and up; only the font Symbol has digits and signs in their usual places. */
function symbolOf(font: string, code: string): string {
  const number = Number.parseInt(code, 16);
  if (!Number.isInteger(number) || number <= 0 || number > 0xffff) return '';
  const low = number - 0xf000;
  if (low < 0) return String.fromCharCode(number);
  return font.toLowerCase() === 'symbol' && low >= 0x21 && low <= 0x3e ? String.fromCharCode(low) : '□';
}
