// The scale of values: round ticks, and figures written as the table writes them.
import type { ChartSpec } from '../tables/table.ts';

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** 1, 2 or 5 times a power of ten so that there are about four ticks; 0 is always one of them. */
export function makeScale(values: readonly number[]): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const raw = (most - least || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const from = Math.floor(least / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(most / step - 1e-9));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks };
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A value as its table prints it. Values come rounded from there, so the shortest text is exact. */
export function figureText(value: number, { decimals, unit }: Pick<ChartSpec, 'decimals' | 'unit'>): string {
  const needed = Math.min(10, (String(value).split('.')[1] ?? '').length);
  return grouped(value.toFixed(decimals ?? (unit === '万元' ? Math.max(2, needed) : needed)));
}

export function tickText(value: number): string {
  return grouped(String(value));
}

/** 占比 in percent with two decimals, as the tables print it. */
export function shareText(part: number, whole: number): string {
  return `${(Math.round((part * 10_000) / whole) / 100).toFixed(2)}%`;
}
