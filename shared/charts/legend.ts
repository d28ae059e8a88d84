// The legend of a chart with several series: rows of face and name, as many rows as it takes.
import { type Shape, SIZE, type Words } from './drawing.ts';
import { textWidth } from './text-size.ts';

const FACE = 14;
const GAP = 18;
const LINE = 20;

export interface Legend {
  height: number;
  shapes: Shape[];
  words: Words[];
}

export function makeLegend(names: readonly string[], left: number, width: number, top: number): Legend {
  const shapes: Shape[] = [];
  const words: Words[] = [];
  let x = left;
  let y = top;
  names.forEach((text, fill) => {
    const need = FACE + 5 + textWidth(text, SIZE);
    if (x > left && x + need > left + width) {
      x = left;
      y += LINE;
    }
    shapes.push({ kind: 'bar', x, y, width: FACE, height: 11, fill, hint: text });
    words.push({ text, x: x + FACE + 5, y: y + 10, size: SIZE, anchor: 'start', role: 'legend' });
    x += need + GAP;
  });
  return { height: names.length === 0 ? 0 : y - top + LINE, shapes, words };
}
