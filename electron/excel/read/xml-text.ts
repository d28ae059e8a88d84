// Character data of XML: entities, line ends, and the _xHHHH_ escapes of spreadsheets.
import { damaged } from './read-error.ts';

/** Bytes to text. `ascii`: no byte above 127; `special`: there may be entities or carriage returns. */
export function decodeXmlText(bytes: Buffer, start: number, end: number, ascii: boolean, special: boolean): string {
  const raw = ascii ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
  if (!special) return raw;
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return lines.includes('&') ? decodeEntities(lines) : lines;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  let out = '';
  let done = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', done)) {
    const semicolon = text.indexOf(';', at);
    if (semicolon < 0 || semicolon - at > 12) throw damaged('文字里有不认识的字符引用');
    out += text.slice(done, at) + entityText(text.slice(at + 1, semicolon));
    done = semicolon + 1;
  }
  return out + text.slice(done);
}

function entityText(name: string): string {
  const named = NAMED[name];
  if (named !== undefined) return named;
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!match) throw damaged('文字里有不认识的字符引用');
  const code = match[1] !== undefined ? Number.parseInt(match[1], 16) : Number(match[2]);
  if (code === 0 || code > 0x10ffff) throw damaged('文字里有不认识的字符引用');
  return String.fromCodePoint(code);
}

/** `_x000D_` as Excel writes characters that XML cannot hold; `_x005F_` protects a literal underscore. */
export function decodeSheetEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
