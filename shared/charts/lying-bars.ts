// Bars that lie, one line each: for many labels, long names and long figures. It is as high as its lines need.
import type { ChartSpec } from '../tables/table.ts';
import { barsOf, lanesOf, stackSums } from './bars.ts';
import { type Drawing, groundOf, SIZE, type Words } from './drawing.ts';
import { makeLegend } from './legend.ts';
import { figureText, makeScale, tickText } from './scale.ts';
import { textWidth, wrapEvenly } from './text-size.ts';

const WIDTH = 760;
const SMALL = 11;
const LANE = 17;
const GAP = 9;
const MOST_NAME = 190;
/** Room for 单位 in the corner. */
const UNIT = 90;

export function lyingBars(chart: ChartSpec): Drawing {
  const bars = barsOf(chart);
  const isStacked = chart.kind === 'stacked-bar';
  const sums = stackSums(chart);
  const lanes = lanesOf(chart);
  const slot = lanes * LANE + GAP;
  const lines = lanes > 1 ? 2 : 1;
  const longest = Math.max(0, ...chart.labels.map((label) => textWidth(label, SIZE)));
  const left = 12 + Math.min(MOST_NAME, longest + 2);
  const names = chart.labels.map((label) => wrapEvenly(label, left - 10, SIZE, lines));
  const valueTexts = bars.map(({ value }) => figureText(value, chart));
  const ends = isStacked ? sums.map((sum) => figureText(sum, chart)) : valueTexts;
  const right = 10 + Math.max(0, ...ends.map((text) => textWidth(text, SMALL)));
  const scale = makeScale(bars.map(({ to }) => to));
  const plot = WIDTH - left - right;
  const x = (value: number): number => left + ((value - scale.low) / (scale.high - scale.low)) * plot;
  const drawing: Drawing = { width: WIDTH, height: 0, shapes: [], words: [] };
  const { shapes, words } = drawing;
  words.push({ text: `单位：${chart.unit}`, x: 4, y: 14, size: SMALL, anchor: 'start', role: 'axis' });
  const isNamed = chart.series.length > 1;
  const legend = makeLegend(
    isNamed ? chart.series.map(({ name }) => name) : [],
    Math.max(left, UNIT),
    WIDTH - Math.max(left, UNIT) - 8,
    4,
  );
  shapes.push(...legend.shapes);
  words.push(...legend.words);
  const top = Math.max(22, legend.height + 8);
  const bottom = top + slot * chart.labels.length;
  for (const tick of scale.ticks) {
    shapes.push({ kind: 'rule', from: { x: x(tick), y: top }, to: { x: x(tick), y: bottom }, isFaint: tick !== 0 });
  }
  words.push(...tickWords(scale.ticks, x, bottom + 15));
  bars.forEach((bar, index) => {
    const at = top + bar.label * slot + GAP / 2 + bar.lane * LANE;
    const start = Math.min(x(bar.from), x(bar.to));
    const length = Math.abs(x(bar.to) - x(bar.from));
    const text = valueTexts[index] ?? '';
    const word: Words = { text, x: 0, y: at + LANE - 5, size: SMALL, anchor: 'start', role: 'value' };
    if (bar.value !== 0 || !isStacked)
      shapes.push({
        kind: 'bar',
        x: start,
        y: at,
        width: length,
        height: LANE - 1,
        fill: bar.fill,
        figure: bar.figure,
        hint: bar.hint,
      });
    if (!isStacked) words.push({ ...word, x: Math.max(start + length, x(0)) + 4 });
    else if (bar.value !== 0 && textWidth(text, SMALL) + 6 <= length)
      words.push({ ...word, x: start + length / 2, anchor: 'middle', ...groundOf(bar.fill) });
  });
  if (isStacked)
    sums.forEach((_, label) => {
      const furthest = Math.max(0, ...bars.filter((bar) => bar.label === label).map(({ to }) => to));
      words.push({
        text: ends[label] ?? '',
        x: x(furthest) + 4,
        y: top + label * slot + GAP / 2 + LANE - 5,
        size: SMALL,
        anchor: 'start',
        role: 'value',
      });
    });
  names.forEach((parts, label) => {
    const middle = top + label * slot + slot / 2 + 4 - (parts.length - 1) * 7;
    parts.forEach((text, line) => {
      words.push({ text, x: left - 6, y: middle + line * 14, size: SIZE, anchor: 'end', role: 'axis' });
    });
  });
  drawing.height = bottom + 22;
  return drawing;
}

/** Ticks from the left, those left out that would run into the one before. */
function tickWords(ticks: readonly number[], x: (value: number) => number, y: number): Words[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.flatMap((tick): Words[] => {
    const text = tickText(tick);
    const half = textWidth(text, SMALL) / 2;
    if (x(tick) - half < free || x(tick) + half > WIDTH) return [];
    free = x(tick) + half + 6;
    return [{ text, x: x(tick), y, size: SMALL, anchor: 'middle', role: 'axis' }];
  });
}
