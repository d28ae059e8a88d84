// A pie with its words beside it: names, figures and shares stand in a column on each side and never on each other.
import type { ChartSpec } from '../tables/table.ts';
import { figureKey } from './bars.ts';
import { type Drawing, type Point, SIZE } from './drawing.ts';
import { figureText, shareText } from './scale.ts';

const WIDTH = 760;
const RADIUS = 105;
const LINE = 34;
const CENTRE_X = WIDTH / 2;

interface Slice {
  label: number;
  value: number;
  from: number;
  to: number;
  /** Where its words would stand best. */
  y: number;
  isRight: boolean;
}

export function pieChart(chart: ChartSpec): Drawing {
  const values = chart.series[0]?.values ?? [];
  const whole = values.reduce((sum, value) => sum + value, 0);
  let before = 0;
  const slices = values.flatMap((value, label): Slice[] => {
    if (value <= 0) return [];
    const from = before / whole;
    before += value;
    const to = before / whole;
    const middle = (from + to) / 2;
    return [{ label, value, from, to, y: pointAt(middle, RADIUS, 0).y, isRight: middle < 0.5 }];
  });
  const sides = [true, false].map((isRight) => spread(slices.filter((slice) => slice.isRight === isRight)));
  const all = sides.flat();
  const reach = Math.max(RADIUS + 16, ...all.map(({ place }) => Math.abs(place) + LINE / 2));
  const centreY = reach + 22;
  const drawing: Drawing = { width: WIDTH, height: centreY + reach + 8, shapes: [], words: [] };
  const { shapes, words } = drawing;
  words.push({ text: `单位：${chart.unit}`, x: 4, y: 14, size: 11, anchor: 'start', role: 'axis' });
  for (const { slice, place } of all) {
    const { label, value, from, to, isRight } = slice;
    const name = chart.labels[label] ?? '';
    const share = shareText(value, whole);
    const figure = figureKey(chart, label, 0);
    const hint = `${name}：${figureText(value, chart)}${chart.unit}（${share}）`;
    shapes.push({ kind: 'slice', path: slicePath(from, to, centreY), fill: label, figure, hint });
    const side = isRight ? 1 : -1;
    const edge = pointAt((from + to) / 2, RADIUS + 2, centreY);
    const elbow = { x: CENTRE_X + side * (RADIUS + 24), y: centreY + place };
    shapes.push({ kind: 'rule', from: edge, to: elbow, isFaint: false });
    const at = { x: elbow.x + side * 5, size: SIZE, anchor: isRight ? 'start' : 'end', role: 'value' } as const;
    words.push({ ...at, text: name, y: elbow.y - 2 });
    words.push({ ...at, text: `${figureText(value, chart)}（${share}）`, y: elbow.y + 12, size: 11 });
  }
  return drawing;
}

function pointAt(turn: number, radius: number, centreY: number): Point {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return { x: CENTRE_X + radius * Math.cos(angle), y: centreY + radius * Math.sin(angle) };
}

const two = (value: number): string => value.toFixed(2);

function slicePath(from: number, to: number, centreY: number): string {
  // A whole circle has no two ends: it is drawn as two halves.
  if (to - from > 0.9999) {
    const [top, bottom] = [pointAt(0, RADIUS, centreY), pointAt(0.5, RADIUS, centreY)];
    return `M ${two(top.x)} ${two(top.y)} A ${RADIUS} ${RADIUS} 0 1 1 ${two(bottom.x)} ${two(bottom.y)} A ${RADIUS} ${RADIUS} 0 1 1 ${two(top.x)} ${two(top.y)} Z`;
  }
  const [start, end] = [pointAt(from, RADIUS, centreY), pointAt(to, RADIUS, centreY)];
  return `M ${CENTRE_X} ${two(centreY)} L ${two(start.x)} ${two(start.y)} A ${RADIUS} ${RADIUS} 0 ${to - from > 0.5 ? 1 : 0} 1 ${two(end.x)} ${two(end.y)} Z`;
}

/** Gives the words of one side places a line apart, as near to their slices as it goes. */
function spread(slices: readonly Slice[]): { slice: Slice; place: number }[] {
  const sorted = [...slices].sort((a, b) => a.y - b.y);
  const places: number[] = [];
  for (const { y } of sorted) places.push(Math.max(y, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + LINE));
  // What was pushed beyond the pie is moved back up as a block.
  const over = (places.at(-1) ?? 0) - Math.max(RADIUS, sorted.at(-1)?.y ?? 0);
  if (over > 0) {
    let limit = (places.at(-1) ?? 0) - over / 2;
    for (let at = places.length - 1; at >= 0; at -= 1) {
      places[at] = Math.min(places[at] ?? 0, limit);
      limit = (places[at] ?? 0) - LINE;
    }
  }
  return sorted.map((slice, index) => ({ slice, place: places[index] ?? 0 }));
}
