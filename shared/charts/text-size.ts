// How wide words are, without a screen to measure on: a Chinese character takes its size, digits and letters a bit more
// than half of it. Estimates are on the wide side, so that what is laid out with them fits.

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6—“”‘’…]/;

export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text)
    width += WIDE.test(character) ? size : /[.,:;'|iIl ]/.test(character) ? size * 0.32 : size * 0.6;
  return width;
}

/** As wrapText, but a text that fits in its lines is spread over them: no last line of one character. */
export function wrapEvenly(text: string, width: number, size: number, most: number): string[] {
  const lines = wrapText(text, width, size, most);
  if (lines.length === 1 || lines.join('') !== text) return lines;
  const even = wrapText(text, textWidth(text, size) / lines.length + size / 2, size, most);
  return even.length === lines.length ? even : lines;
}

/** A text in at most `most` lines of a width; what does not fit ends in …. */
function wrapText(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && textWidth(line + character, size) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept[most - 1] ?? '';
  while (last !== '' && textWidth(`${last}…`, size) > width) last = last.slice(0, -1);
  return [...kept.slice(0, -1), `${last}…`];
}
