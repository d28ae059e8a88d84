// Cuts HTML into tags as the standard does: attributes end where their quotes do, whatever stands in them; comments,
// conditional comments and processing instructions are no tags; scripts and styles hold none.

export interface HtmlTag {
  /** In small letters. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Of the tag in the text; what lies between two tags is text. */
  readonly start: number;
  readonly end: number;
  /** The content of <textarea> and CDATA, which is text without tags: '' for any other tag. */
  readonly verbatim: string;
  /** An attribute goes on over the end of its cell: its quote was not closed where it should. */
  readonly isBroken: boolean;
  /** The value as it stands, without decoding; '' for an attribute without value. `name` in small letters. */
  attribute(name: string): string | undefined;
}

const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
/** Elements whose content is no HTML. */
const RAW = new Set(['script', 'style', 'title', 'xmp', 'xml', 'textarea']);
const TABLE_PARTS = /<(\/?)(?:td|th|tr|table)\b/i;

/** Walks through the tags of a page; the same object is handed over for each. */
export function* htmlTags(text: string): Generator<HtmlTag> {
  /** Bounds of name and value of each attribute of the tag. */
  let bounds: number[] = [];
  /** Where each end was found last: a page of openings with one end far away, or none, stays linear. */
  const found = new Map<string, number>();
  const tag = { name: '', isClosing: false, start: 0, end: 0, verbatim: '', isBroken: false, attribute };
  let pos = 0;
  for (;;) {
    const start = text.indexOf('<', pos);
    if (start < 0 || start + 1 >= text.length) return;
    tag.start = start;
    tag.verbatim = '';
    tag.isBroken = false;
    bounds = [];
    const code = text.charCodeAt(start + 1);
    if (isLetter(code)) takeTag(start + 1, false);
    else if (code === SLASH && isLetter(text.charCodeAt(start + 2))) takeTag(start + 2, true);
    else if (code === 33 || code === 63 || code === SLASH) takeMarkup(start);
    else {
      pos = start + 1;
      continue;
    }
    pos = tag.end;
    yield tag;
  }

  function find(what: string, from: number): number {
    const known = found.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = text.indexOf(what, from);
    found.set(what, at);
    return at;
  }

  function takeTag(nameStart: number, isClosing: boolean): void {
    let at = nameStart;
    while (at < text.length && !isNameEnd(text.charCodeAt(at))) at++;
    tag.name = text.slice(nameStart, at).toLowerCase();
    tag.isClosing = isClosing;
    tag.end = takeAttributes(at);
    if (!isClosing && RAW.has(tag.name)) skipContent();
  }

  /** Returns the place behind the `>`. */
  function takeAttributes(from: number): number {
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === GT) return at + 1;
      if (isSpace(code) || code === SLASH) {
        at++;
        continue;
      }
      const nameStart = at++;
      while (at < text.length && !isNameEnd(text.charCodeAt(at)) && text.charCodeAt(at) !== EQUALS) at++;
      const nameEnd = at;
      let next = at;
      while (isSpace(text.charCodeAt(next))) next++;
      if (text.charCodeAt(next) === EQUALS) at = takeValue(nameStart, nameEnd, next + 1);
      else bounds.push(nameStart, nameEnd, nameEnd, nameEnd);
    }
    return text.length;
  }

  function takeValue(nameStart: number, nameEnd: number, from: number): number {
    let start = from;
    while (isSpace(text.charCodeAt(start))) start++;
    const code = text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) {
      const close = find(code === QUOTE ? '"' : "'", start + 1);
      if (close >= 0) {
        bounds.push(nameStart, nameEnd, start + 1, close);
        if (close - start > 5 && TABLE_PARTS.exec(text.slice(start, close))?.[1] === '/') tag.isBroken = true;
        return close + 1;
      }
      // Closed nowhere: browsers drop the rest of the page; here it ends with the tag, and is told.
      tag.isBroken = true;
    }
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end)) && text.charCodeAt(end) !== GT) end++;
    bounds.push(nameStart, nameEnd, start, end);
    return end;
  }

  /** Comments, <!doctype>, <![if …]>, <?xml …?>; CDATA is text. */
  function takeMarkup(start: number): void {
    tag.name = '';
    tag.isClosing = false;
    if (text.startsWith('<!--', start)) {
      const close = find('-->', start + 2);
      const bang = find('--!>', start + 4);
      tag.end = bang >= 0 && (close < 0 || bang < close) ? bang + 4 : behind(close, 3);
      return;
    }
    if (text.startsWith('<![CDATA[', start)) {
      const close = find(']]>', start);
      if (close >= 0) tag.verbatim = text.slice(start + 9, close).replaceAll('&', '&amp;');
      tag.end = behind(close, 3);
      return;
    }
    tag.end = behind(find('>', start), 1);
  }

  /** Skips to the closing tag of an element without tags in it; one that is never closed is passed over alone. */
  function skipContent(): void {
    const { name, end } = tag;
    const what = `</${name}`;
    let close = found.get(what) ?? 0;
    if (close >= 0 && close < end) {
      const closing = new RegExp(`${what}(?=[\\s/>])`, 'gi');
      closing.lastIndex = end;
      close = closing.exec(text)?.index ?? -1;
      found.set(what, close);
    }
    if (close < 0) return;
    // A data island of a program holds no table; a page that is all <xml> does.
    if (name === 'xml' && TABLE_PARTS.test(text.slice(end, close))) return;
    if (name === 'textarea') tag.verbatim = text.slice(end, close);
    tag.end = behind(find('>', close), 1);
  }

  function behind(at: number, length: number): number {
    return at < 0 ? text.length : at + length;
  }

  function attribute(name: string): string | undefined {
    for (let i = 0; i < bounds.length; i += 4) {
      const start = bounds[i] as number;
      const end = bounds[i + 1] as number;
      if (end - start !== name.length || text.slice(start, end).toLowerCase() !== name) continue;
      return text.slice(bounds[i + 2], bounds[i + 3]);
    }
    return undefined;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}

function isNameEnd(code: number): boolean {
  return code === GT || code === SLASH || isSpace(code);
}
