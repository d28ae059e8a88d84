// A chart as shapes and words with known places: laid out first, written as SVG afterwards, so that a test can see
// whether words overlap.
import { escapeHtml } from '../values/escape-html.ts';
import { dashOf, fillOf, hatchDefinitions, paint } from './palette.ts';
import { textWidth } from './text-size.ts';

/** The figure that a shape stands for: row and column of the table. */
export interface FigureKey {
  row: string;
  column: string;
}

export type Shape =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; fill: number; figure?: FigureKey; hint: string }
  | { kind: 'slice'; path: string; fill: number; figure?: FigureKey; hint: string }
  | { kind: 'rule'; from: Point; to: Point; isFaint: boolean }
  | { kind: 'curve'; points: Point[]; fill: number }
  | { kind: 'marker'; at: Point; fill: number; figure?: FigureKey; hint: string };

export interface Point {
  x: number;
  y: number;
}

export interface Words {
  text: string;
  /** Baseline. */
  x: number;
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  role: 'value' | 'axis' | 'legend' | 'caption';
  /** White on a dark face, or with a white ground where they lie on a hatched one. */
  ground?: 'dark' | 'light';
}

export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
  words: Words[];
}

export const SIZE = 12;
const FONT = '"Microsoft YaHei","微软雅黑","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",SimSun,sans-serif';
const INK = '#1d2a31';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The space that words take. */
export function boxOf({ text, x, y, size, anchor }: Words): Box {
  const width = textWidth(text, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.88, bottom: y + size * 0.2 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Words on the face of a fill. */
export function groundOf(fill: number): Pick<Words, 'ground'> {
  const { isDark, hatch } = fillOf(fill);
  return isDark ? { ground: 'dark' } : hatch === '' ? {} : { ground: 'light' };
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

export function drawingSvg({ width, height, shapes, words }: Drawing, label: string): string {
  const used = new Set(shapes.flatMap((shape) => ('fill' in shape ? [shape.fill] : [])));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" aria-label="${escapeHtml(label)}" font-family="${escapeHtml(FONT)}" fill="${INK}">`,
    hatchDefinitions(used),
    ...shapes.map(shapeSvg),
    ...words.map(wordsSvg),
    '</svg>',
  ].join('');
}

function figureAttributes(figure: FigureKey | undefined): string {
  return figure ? ` data-row="${escapeHtml(figure.row)}" data-column="${escapeHtml(figure.column)}"` : '';
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'bar': {
      const { x, y, width, height, fill, figure, hint } = shape;
      return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${paint(fill)}" stroke="#fff" stroke-width="0.6"${figureAttributes(figure)}><title>${escapeHtml(hint)}</title></rect>`;
    }
    case 'slice':
      return `<path d="${shape.path}" fill="${paint(shape.fill)}" stroke="#fff" stroke-width="1.2"${figureAttributes(shape.figure)}><title>${escapeHtml(shape.hint)}</title></path>`;
    case 'rule': {
      const { from, to, isFaint } = shape;
      return `<line x1="${number(from.x)}" y1="${number(from.y)}" x2="${number(to.x)}" y2="${number(to.y)}" stroke="${isFaint ? '#d5dce0' : '#6b7880'}" stroke-width="${isFaint ? 0.7 : 1}"/>`;
    }
    case 'curve': {
      const dash = dashOf(shape.fill);
      const points = shape.points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
      return `<polyline points="${points}" fill="none" stroke="${lineColour(shape.fill)}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
    }
    case 'marker':
      return `<path d="${markerPath(shape.fill, shape.at)}" fill="${lineColour(shape.fill)}" stroke="#fff" stroke-width="0.8"${figureAttributes(shape.figure)}><title>${escapeHtml(shape.hint)}</title></path>`;
  }
}

/** Lines are thin: a pale face would not be seen. */
function lineColour(fill: number): string {
  const { colour } = fillOf(fill);
  return colour === '#d9e6ec' ? '#8aa0ab' : colour;
}

/** Circle, square, triangle, diamond. */
function markerPath(fill: number, { x, y }: Point): string {
  const r = 4.2;
  const at = (dx: number, dy: number): string => `${number(x + dx * r)} ${number(y + dy * r)}`;
  if (fill % 4 === 0) return `M ${at(-1, 0)} A ${r} ${r} 0 1 1 ${at(1, 0)} A ${r} ${r} 0 1 1 ${at(-1, 0)} Z`;
  if (fill % 4 === 1) return `M ${at(-0.9, -0.9)} L ${at(0.9, -0.9)} L ${at(0.9, 0.9)} L ${at(-0.9, 0.9)} Z`;
  if (fill % 4 === 2) return `M ${at(0, -1.1)} L ${at(1.1, 0.9)} L ${at(-1.1, 0.9)} Z`;
  return `M ${at(0, -1.2)} L ${at(1.2, 0)} L ${at(0, 1.2)} L ${at(-1.2, 0)} Z`;
}

function wordsSvg(words: Words): string {
  const { x, y, size, anchor, text, ground, role } = words;
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const colour = ground === 'dark' ? ' fill="#fff"' : '';
  const element = `<text x="${number(x)}" y="${number(y)}" font-size="${size}"${place}${colour}${role === 'caption' ? ' font-weight="600"' : ''}>${escapeHtml(text)}</text>`;
  if (ground !== 'light') return element;
  const box = boxOf(words);
  return `<rect x="${number(box.left - 2)}" y="${number(box.top)}" width="${number(box.right - box.left + 4)}" height="${number(box.bottom - box.top)}" fill="#fff"/>${element}`;
}
