// A chart as shapes of a PDF page: vectors with the colours and hatches that the window shows.
import {
  CHART_FONTS,
  EDGES,
  groundBox,
  INK,
  lineColour,
  markerPath,
  RULES,
  type Shape,
  type Words,
} from '#shared/charts/drawing.ts';
import { dashOf, fillOf, HATCH_LINE, HATCH_TILE, type Hatch } from '#shared/charts/palette.ts';
import type { DrawnFigure } from '#shared/print/page-drawing.ts';
import { round, type TextWriter } from './draw-text.ts';

type Pdf = PDFKit.PDFDocument;

/** Draws the shapes in the page's px; the words go to `writer`. */
export function drawChart(pdf: Pdf, { chart, left, top, width }: DrawnFigure, writer: TextWriter): void {
  const scale = width / chart.width;
  pdf.save().translate(left, top).scale(scale);
  for (const shape of chart.shapes) drawShape(pdf, shape);
  for (const words of chart.words) {
    if (words.ground !== 'light') continue;
    const box = groundBox(words);
    pdf.rect(box.left, box.top, box.right - box.left, box.bottom - box.top).fill('#fff');
  }
  pdf.restore();
  for (const words of chart.words) writeWords(writer, words, { left, top, scale });
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

function writeWords(writer: TextWriter, words: Words, place: { left: number; top: number; scale: number }): void {
  const { text, x, y, size, anchor, role, ground } = words;
  writer.line(text, {
    names: CHART_FONTS,
    isStrong: role === 'caption',
    sizePx: size * place.scale,
    x: place.left + x * place.scale,
    y: place.top + y * place.scale,
    align: ALIGN[anchor],
    width: 0,
    colour: ground === 'dark' ? '#ffffff' : INK,
  });
}

function drawShape(pdf: Pdf, shape: Shape): void {
  switch (shape.kind) {
    case 'bar': {
      const { x, y, width, height } = shape;
      paintFace(pdf, shape.fill, EDGES.bar, () => pdf.rect(x, y, width, height));
      return;
    }
    case 'slice':
      paintFace(pdf, shape.fill, EDGES.slice, () => pdf.path(shape.path));
      return;
    case 'rule': {
      const { from, to, isFaint } = shape;
      const { colour, width } = RULES[isFaint ? 'faint' : 'plain'];
      pdf.moveTo(from.x, from.y).lineTo(to.x, to.y).lineWidth(width).stroke(colour);
      return;
    }
    case 'curve':
      drawCurve(pdf, shape);
      return;
    case 'marker':
      pdf.path(markerPath(shape.fill, shape.at)).lineWidth(EDGES.marker).fillAndStroke(lineColour(shape.fill), '#fff');
  }
}

/** Colour, hatch over it, and a white edge. */
function paintFace(pdf: Pdf, fill: number, edge: number, outline: () => unknown): void {
  const { colour, hatch } = fillOf(fill);
  outline();
  pdf.fill(colour);
  if (hatch) {
    const size = HATCH_TILE;
    outline();
    pdf.fill([pdf.pattern([0, 0, size, size], size, size, hatchTile(hatch)), hatchColour(hatch, colour)]);
  }
  outline();
  pdf.lineWidth(edge).stroke('#fff');
}

/** Operators of one tile, without a colour. */
function hatchTile(hatch: Hatch): string {
  if (hatch.kind === 'dots') {
    // A line without length but with round ends is a dot.
    const dots = hatch.at.map(([x, y]) => `${x} ${y} m ${x} ${y} l`);
    return `1 J ${hatch.radius * 2} w ${dots.join(' ')} S`;
  }
  let at: [number, number] = [0, 0];
  const steps = hatch.path.match(/[MLHV][^MLHV]*/g) ?? [];
  const operators = steps.map((step) => {
    const [first = 0, second = 0] = step.slice(1).trim().split(' ').map(Number);
    const kind = step.charAt(0);
    at = kind === 'H' ? [first, at[1]] : kind === 'V' ? [at[0], first] : [first, second];
    return `${at[0]} ${at[1]} ${kind === 'M' ? 'm' : 'l'}`;
  });
  return `${HATCH_LINE.width} w ${operators.join(' ')} S`;
}

/** White lines let some of the face through: a tile without colour is painted with what comes out of both. */
function hatchColour(hatch: Hatch, face: string): string {
  if (hatch.kind === 'dots') return longColour(hatch.colour);
  const parts = [1, 3, 5].map((at) => Number.parseInt(face.slice(at, at + 2), 16));
  const mixed = parts.map((part) => Math.round(part + (255 - part) * HATCH_LINE.opacity));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function longColour(colour: string): string {
  return colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour;
}

function drawCurve(pdf: Pdf, { points, fill }: Shape & { kind: 'curve' }): void {
  if (points.length === 0) return;
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ');
  const [dash, ...rest] = dashOf(fill)
    .split(' ')
    .filter((part) => part !== '')
    .map(Number);
  pdf.save().path(path).lineWidth(EDGES.curve);
  // The library wants a line and a gap; longer patterns go on.
  if (dash !== undefined) pdf.addContent(`[${[dash, ...rest].join(' ')}] 0 d`);
  pdf.stroke(lineColour(fill)).restore();
}
