// Bars that stand, for few labels with short names; undefined where they would not fit, and bars have to lie.
import type { ChartSpec } from '../tables/table.ts';
import { barsOf, lanesOf, stackSums } from './bars.ts';
import { type Drawing, groundOf, SIZE, type Words } from './drawing.ts';
import { makeLegend } from './legend.ts';
import { figureText, makeScale, tickText } from './scale.ts';
import { textWidth, wrapEvenly } from './text-size.ts';

const WIDTH = 760;
const PLOT = 220;
const TOP = 34;
const LABEL_LINES = 2;
const SMALL = 11;

export function standingBars(chart: ChartSpec): Drawing | undefined {
  const bars = barsOf(chart);
  const sums = stackSums(chart);
  const isStacked = chart.kind === 'stacked-bar';
  const scale = makeScale(bars.map(({ to }) => to));
  const left = 14 + Math.max(...scale.ticks.map((tick) => textWidth(tickText(tick), SMALL)));
  const slot = (WIDTH - left - 8) / Math.max(1, chart.labels.length);
  const lanes = lanesOf(chart);
  const lane = Math.min(isStacked ? 76 : 56, (slot * 0.72) / lanes);
  const names = chart.labels.map((label) => wrapEvenly(label, slot - 6, SIZE, LABEL_LINES + 1));
  const valueTexts = bars.map(({ value }) => figureText(value, chart));
  const ends = isStacked ? sums.map((sum) => figureText(sum, chart)) : valueTexts;
  const room = isStacked ? slot - 4 : lanes > 1 ? lane - 1 : slot - 4;
  const isTooNarrow =
    names.some((lines) => lines.length > LABEL_LINES) || ends.some((text) => textWidth(text, SMALL) > room);
  if (isTooNarrow) return undefined;

  const y = (value: number): number => TOP + PLOT - ((value - scale.low) / (scale.high - scale.low)) * PLOT;
  const drawing: Drawing = { width: WIDTH, height: 0, shapes: [], words: [] };
  const { shapes, words } = drawing;
  words.push({ text: `单位：${chart.unit}`, x: 4, y: 14, size: SMALL, anchor: 'start', role: 'axis' });
  for (const tick of scale.ticks) {
    shapes.push({ kind: 'rule', from: { x: left, y: y(tick) }, to: { x: WIDTH - 8, y: y(tick) }, isFaint: tick !== 0 });
    words.push({ text: tickText(tick), x: left - 6, y: y(tick) + 4, size: SMALL, anchor: 'end', role: 'axis' });
  }
  const centre = (label: number): number => left + (label + 0.5) * slot;
  bars.forEach((bar, index) => {
    const x = centre(bar.label) + (bar.lane - lanes / 2) * lane;
    const top = Math.min(y(bar.from), y(bar.to));
    const height = Math.abs(y(bar.from) - y(bar.to));
    if (bar.value === 0 && isStacked) return;
    shapes.push({ kind: 'bar', x, y: top, width: lane, height, fill: bar.fill, figure: bar.figure, hint: bar.hint });
    const text = valueTexts[index] ?? '';
    const word: Words = { text, x: x + lane / 2, y: 0, size: SMALL, anchor: 'middle', role: 'value' };
    if (!isStacked) words.push({ ...word, y: bar.value < 0 ? top + height + 13 : top - 4 });
    else if (height >= 15 && textWidth(text, SMALL) + 4 <= lane)
      words.push({ ...word, y: top + height / 2 + 4, ...groundOf(bar.fill) });
  });
  if (isStacked)
    sums.forEach((_, label) => {
      const highest = Math.max(0, ...bars.filter((bar) => bar.label === label).map(({ to }) => to));
      words.push({
        text: ends[label] ?? '',
        x: centre(label),
        y: y(highest) - 4,
        size: SMALL,
        anchor: 'middle',
        role: 'value',
      });
    });
  names.forEach((lines, label) => {
    lines.forEach((text, line) => {
      words.push({
        text,
        x: centre(label),
        y: TOP + PLOT + 17 + line * 15,
        size: SIZE,
        anchor: 'middle',
        role: 'axis',
      });
    });
  });
  const below = TOP + PLOT + 8 + 15 * Math.max(1, ...names.map(({ length }) => length));
  const isNamed = chart.series.length > 1;
  const legend = makeLegend(isNamed ? chart.series.map(({ name }) => name) : [], left, WIDTH - left - 8, below + 8);
  shapes.push(...legend.shapes);
  words.push(...legend.words);
  drawing.height = below + (isNamed ? 10 + legend.height : 4);
  return drawing;
}
