// Draws a figure of the plan. The same drawing stands in the window, on paper, in Word and in a picture file, so what is
// printed is what was seen. It needs no screen: words are measured by estimate.
import { type ChartSpec, chartTitle } from '../tables/table.ts';
import { type Drawing, drawingSvg } from './drawing.ts';
import { lineChart } from './lines.ts';
import { lyingBars } from './lying-bars.ts';
import { pieChart } from './pie.ts';
import { standingBars } from './standing-bars.ts';

const EMPTY: Drawing = {
  width: 760,
  height: 80,
  shapes: [],
  words: [{ text: '没有数据', x: 380, y: 44, size: 13, anchor: 'middle', role: 'axis' }],
};

/** The chart laid out. A pie cannot show negative parts: it becomes bars. */
export function drawChart(chart: ChartSpec): Drawing {
  const values = chart.series.flatMap((series) => series.values);
  if (!values.some((value) => value !== 0)) return EMPTY;
  if (chart.kind === 'line') return lineChart(chart);
  if (chart.kind === 'pie' && values.every((value) => value >= 0)) return pieChart(chart);
  return standingBars(chart) ?? lyingBars(chart);
}

/** As an SVG element; with `caption` its number and title stand under it, for a file of its own. */
export function chartSvg(chart: ChartSpec, options: { caption?: boolean } = {}): string {
  const drawing = drawChart(chart);
  return drawingSvg(options.caption ? withCaption(drawing, chartTitle(chart)) : drawing, chartTitle(chart));
}

function withCaption(drawing: Drawing, text: string): Drawing {
  const words = {
    text,
    x: drawing.width / 2,
    y: drawing.height + 20,
    size: 14,
    anchor: 'middle',
    role: 'caption',
  } as const;
  return { ...drawing, height: drawing.height + 32, words: [...drawing.words, words] };
}
