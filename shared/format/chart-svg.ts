// Charts for print as plain SVG: bars, stacked bars and pies in grey-safe colours. The screen has its own library.
import type { ChartSpec } from '../tables/table.ts';
import { escapeHtml } from './escape-html.ts';

/** Told apart on a black-and-white printer too: light and dark alternate. */
const COLOURS = ['#1f4e79', '#9dc3e6', '#c55a11', '#f8cbad', '#548235', '#c5e0b4', '#7f6000', '#ffe699', '#595959'];
const WIDTH = 720;
const HEIGHT = 300;
const LEFT = 90;
const BOTTOM = 70;
const TOP = 30;

function colour(index: number): string {
  return COLOURS[index % COLOURS.length] ?? '#595959';
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="12" ${attributes}>${escapeHtml(content)}</text>`;
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">${content}</svg>`;
}

/** A number on an axis or a label: at most two decimals, without trailing zeros. */
function label(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** 1, 2 or 5 times a power of ten, at least a quarter of the largest value. */
function tickStep(largest: number): number {
  const raw = largest / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
}

/** The chart as an SVG element; one without positive values is an empty frame that says so. */
export function chartSvg(chart: ChartSpec): string {
  const values = chart.series.flatMap((series) => series.values);
  if (!values.some((value) => value > 0)) return svg(text(WIDTH / 2, HEIGHT / 2, '没有数据', 'text-anchor="middle"'));
  return svg(chart.kind === 'pie' ? pie(chart) : bars(chart));
}

function bars(chart: ChartSpec): string {
  const stacked = chart.kind === 'stacked-bar';
  const sums = chart.labels.map((_, at) => {
    const own = chart.series.map((series) => Math.max(0, series.values[at] ?? 0));
    return stacked ? own.reduce((sum, value) => sum + value, 0) : Math.max(0, ...own);
  });
  const step = tickStep(Math.max(...sums));
  const top = Math.ceil(Math.max(...sums) / step) * step;
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const slot = (WIDTH - LEFT - 10) / chart.labels.length;
  const parts: string[] = [text(LEFT, 16, `单位：${chart.unit}`)];
  for (let tick = 0; tick <= top + step / 2; tick += step) {
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y(tick)}" y2="${y(tick)}" stroke="#bbb" stroke-width="0.5"/>`,
    );
    parts.push(text(LEFT - 6, y(tick) + 4, label(tick), 'text-anchor="end"'));
  }
  chart.labels.forEach((name, at) => {
    const left = LEFT + at * slot;
    let base = 0;
    chart.series.forEach((series, index) => {
      const value = Math.max(0, series.values[at] ?? 0);
      const width = stacked ? slot * 0.6 : (slot * 0.7) / chart.series.length;
      const x = stacked ? left + slot * 0.2 : left + slot * 0.15 + index * width;
      const [low, high] = stacked ? [base, base + value] : [0, value];
      base = high;
      parts.push(rect(x, y(high), width, y(low) - y(high), colour(index)));
    });
    parts.push(text(left + slot / 2, y(sums[at] ?? 0) - 4, label(sums[at] ?? 0), 'text-anchor="middle"'));
    parts.push(
      ...wrapped(name, slot).map((line, n) =>
        text(left + slot / 2, HEIGHT - BOTTOM + 16 + n * 13, line, 'text-anchor="middle"'),
      ),
    );
  });
  if (chart.series.length > 1)
    parts.push(
      legend(
        chart.series.map((series) => series.name),
        HEIGHT - 8,
      ),
    );
  return parts.join('');
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;
}

/** At most three lines of a label under its bar. */
function wrapped(name: string, slot: number): string[] {
  const perLine = Math.max(2, Math.floor(slot / 12.5));
  const lines: string[] = [];
  for (let at = 0; at < name.length && lines.length < 3; at += perLine) lines.push(name.slice(at, at + perLine));
  return lines;
}

function legend(names: readonly string[], y: number): string {
  let x = LEFT;
  return names
    .map((name, index) => {
      const at = x;
      x += 24 + name.length * 12.5;
      return rect(at, y - 9, 10, 10, colour(index)) + text(at + 14, y, name);
    })
    .join('');
}

function pie(chart: ChartSpec): string {
  const values = chart.labels.map((_, at) => Math.max(0, chart.series[0]?.values[at] ?? 0));
  const sum = values.reduce((total, value) => total + value, 0);
  const radius = 120;
  const cx = 160;
  const cy = HEIGHT / 2;
  const point = (share: number): string => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${(cx + radius * Math.cos(angle)).toFixed(2)} ${(cy + radius * Math.sin(angle)).toFixed(2)}`;
  };
  const parts: string[] = [];
  let before = 0;
  values.forEach((value, at) => {
    const from = before / sum;
    before += value;
    const to = before / sum;
    if (value === sum) parts.push(`<circle cx="${cx}" cy="${cy}" r="${radius}" fill="${colour(at)}"/>`);
    else if (value > 0) {
      const large = to - from > 0.5 ? 1 : 0;
      parts.push(
        `<path d="M ${cx} ${cy} L ${point(from)} A ${radius} ${radius} 0 ${large} 1 ${point(to)} Z" fill="${colour(at)}" stroke="#fff"/>`,
      );
    }
    const share = `${label((value / sum) * 100)}%`;
    const line = 30 + at * Math.min(24, (HEIGHT - 40) / values.length);
    parts.push(rect(330, line - 10, 11, 11, colour(at)));
    parts.push(text(348, line, `${chart.labels[at] ?? ''}  ${label(value)}${chart.unit}（${share}）`));
  });
  return parts.join('');
}
