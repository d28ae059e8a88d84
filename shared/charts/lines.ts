// Lines over a few labels, mostly years: each series with its own marker and dashes, figures where there is room.
import type { ChartSpec } from '../tables/table.ts';
import { figureKey } from './bars.ts';
import { type Box, boxOf, type Drawing, overlaps, SIZE, type Words } from './drawing.ts';
import { makeLegend } from './legend.ts';
import { figureText, makeScale, tickText } from './scale.ts';
import { textWidth, wrapEvenly } from './text-size.ts';

const WIDTH = 760;
const PLOT = 230;
const TOP = 34;
const SMALL = 11;
/** Where a figure may stand, from its point: above, below, further off. */
const PLACES = [-8, 17, -22, 31];

export function lineChart(chart: ChartSpec): Drawing {
  const scale = makeScale(chart.series.flatMap(({ values }) => values));
  const left = 14 + Math.max(...scale.ticks.map((tick) => textWidth(tickText(tick), SMALL)));
  const slot = (WIDTH - left - 8) / Math.max(1, chart.labels.length);
  const y = (value: number): number => TOP + PLOT - ((value - scale.low) / (scale.high - scale.low)) * PLOT;
  const x = (label: number): number => left + (label + 0.5) * slot;
  const drawing: Drawing = { width: WIDTH, height: 0, shapes: [], words: [] };
  const { shapes, words } = drawing;
  words.push({ text: `单位：${chart.unit}`, x: 4, y: 14, size: SMALL, anchor: 'start', role: 'axis' });
  for (const tick of scale.ticks) {
    shapes.push({ kind: 'rule', from: { x: left, y: y(tick) }, to: { x: WIDTH - 8, y: y(tick) }, isFaint: tick !== 0 });
    words.push({ text: tickText(tick), x: left - 6, y: y(tick) + 4, size: SMALL, anchor: 'end', role: 'axis' });
  }
  const every = Math.max(1, Math.ceil(36 / slot));
  chart.labels.forEach((label, index) => {
    if (index % every !== 0) return;
    wrapEvenly(label, slot * every - 6, SIZE, 2).forEach((text, line) => {
      words.push({ text, x: x(index), y: TOP + PLOT + 17 + line * 15, size: SIZE, anchor: 'middle', role: 'axis' });
    });
  });
  chart.series.forEach(({ values }, fill) => {
    const points = chart.labels.map((_, label) => ({ x: x(label), y: y(values[label] ?? 0) }));
    shapes.push({ kind: 'curve', points, fill });
  });
  const taken: Box[] = words.map(boxOf);
  chart.series.forEach(({ name, values }, fill) => {
    chart.labels.forEach((label, index) => {
      const value = values[index] ?? 0;
      const at = { x: x(index), y: y(value) };
      const text = figureText(value, chart);
      const hint = `${label} ${name}：${text}${chart.unit}`;
      shapes.push({ kind: 'marker', at, fill, figure: figureKey(chart, index, fill), hint });
      const free = PLACES.map(
        (offset): Words => ({ text, x: at.x, y: at.y + offset, size: SMALL, anchor: 'middle', role: 'value' }),
      ).find((word) => isFree(word, taken));
      if (!free) return;
      taken.push(boxOf(free));
      words.push(free);
    });
  });
  const below = TOP + PLOT + 40;
  const isNamed = chart.series.length > 1;
  const legend = makeLegend(isNamed ? chart.series.map(({ name }) => name) : [], left, WIDTH - left - 8, below + 4);
  shapes.push(...legend.shapes);
  words.push(...legend.words);
  drawing.height = below + (isNamed ? 6 + legend.height : 0);
  return drawing;
}

function isFree(word: Words, taken: readonly Box[]): boolean {
  const box = boxOf(word);
  return box.left >= 0 && box.right <= WIDTH && box.top >= 16 && !taken.some((other) => overlaps(box, other));
}
