// What standing and lying bars share: the bars of each label with where they begin and end.
import type { ChartSpec } from '../tables/table.ts';
import type { FigureKey } from './drawing.ts';
import { figureText } from './scale.ts';

export interface Bar {
  /** Position among the labels and among the bars of a label. */
  label: number;
  lane: number;
  from: number;
  to: number;
  value: number;
  fill: number;
  figure: FigureKey;
  hint: string;
}

export function figureKey(chart: ChartSpec, label: number, series: number): FigureKey {
  const one = chart.keys[label] ?? '';
  const other = chart.series[series]?.key ?? '';
  return chart.across ? { row: other, column: one } : { row: one, column: other };
}

/** All bars; stacked ones begin where the one before ends, those below zero in a stack of their own. */
export function barsOf(chart: ChartSpec): Bar[] {
  const isStacked = chart.kind === 'stacked-bar';
  return chart.labels.flatMap((name, label) => {
    let above = 0;
    let below = 0;
    return chart.series.map(({ name: seriesName, values }, series): Bar => {
      const value = values[label] ?? 0;
      const from = isStacked ? (value < 0 ? below : above) : 0;
      if (value < 0) below += value;
      else above += value;
      const words = chart.series.length > 1 ? `${name} ${seriesName}` : name;
      return {
        label,
        lane: isStacked ? 0 : series,
        from,
        to: from + value,
        value,
        fill: series,
        figure: figureKey(chart, label, series),
        hint: `${words}：${figureText(value, chart)}${chart.unit}`,
      };
    });
  });
}

/** Sum of each label, written at the end of its stack. */
export function stackSums(chart: ChartSpec): number[] {
  const digits = 10 ** 6;
  return chart.labels.map(
    (_, label) => chart.series.reduce((sum, { values }) => sum + Math.round((values[label] ?? 0) * digits), 0) / digits,
  );
}

/** Bars side by side of one label. */
export function lanesOf(chart: ChartSpec): number {
  return chart.kind === 'stacked-bar' ? 1 : Math.max(1, chart.series.length);
}
