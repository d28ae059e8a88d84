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
/** Fonts of the words, best first. */
export const CHART_FONTS = [
  'Microsoft YaHei',
  '微软雅黑',
  'PingFang SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'SimSun',
];
const FONT = `${CHART_FONTS.map((name) => `"${name}"`).join(',')},sans-serif`;
/** Colours and widths of what is drawn, for every way of drawing it. */
export const INK = '#1d2a31';
export const EDGES = { bar: 0.6, slice: 1.2, marker: 0.8, curve: 2 } as const;
export const RULES = {
  faint: { colour: '#d5dce0', width: 0.7 },
  plain: { colour: '#6b7880', width: 1 },
} as const;

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

/** The white ground under words on a hatched face. */
export function groundBox(words: Words): Box {
  const box = boxOf(words);
  return { ...box, left: box.left - 2, right: box.right + 2 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Words on the face of a fill. */
export function groundOf(fill: number): Pick<Words, 'ground'> {
  const { isDark, hatch } = fillOf(fill);
  return isDark ? { ground: 'dark' } : hatch === null ? {} : { ground: 'light' };
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
      return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${paint(fill)}" stroke="#fff" stroke-width="${EDGES.bar}"${figureAttributes(figure)}><title>${escapeHtml(hint)}</title></rect>`;
    }
    case 'slice':
      return `<path d="${shape.path}" fill="${paint(shape.fill)}" stroke="#fff" stroke-width="${EDGES.slice}"${figureAttributes(shape.figure)}><title>${escapeHtml(shape.hint)}</title></path>`;
    case 'rule': {
      const { from, to } = shape;
      const { colour, width } = RULES[shape.isFaint ? 'faint' : 'plain'];
      return `<line x1="${number(from.x)}" y1="${number(from.y)}" x2="${number(to.x)}" y2="${number(to.y)}" stroke="${colour}" stroke-width="${width}"/>`;
    }
    case 'curve': {
      const dash = dashOf(shape.fill);
      const points = shape.points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
      return `<polyline points="${points}" fill="none" stroke="${lineColour(shape.fill)}" stroke-width="${EDGES.curve}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
    }
    case 'marker':
      return `<path d="${markerPath(shape.fill, shape.at)}" fill="${lineColour(shape.fill)}" stroke="#fff" stroke-width="${EDGES.marker}"${figureAttributes(shape.figure)}><title>${escapeHtml(shape.hint)}</title></path>`;
  }
}

/** Lines are thin: a pale face would not be seen. */
export function lineColour(fill: number): string {
  const { colour } = fillOf(fill);
  return colour === '#d9e6ec' ? '#8aa0ab' : colour;
}

/** Circle, square, triangle, diamond. */
export function markerPath(fill: number, { x, y }: Point): string {
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
  const { left, top, right, bottom } = groundBox(words);
  return `<rect x="${number(left)}" y="${number(top)}" width="${number(right - left)}" height="${number(bottom - top)}" fill="#fff"/>${element}`;
}
