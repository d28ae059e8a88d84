// Turns a figure of the plan (图) into ECharts options: readable in print, in grey, and with long Chinese labels.
import type { EChartsCoreOption } from 'echarts/core';
import { type ChartSpec, chartTitle } from '#shared/tables/table.ts';
import { FONT, SERIES_COLORS } from './theme.ts';

/** Amounts in charts are rounded to two decimals and grouped; counts are whole. */
export function figureText(value: number, unit: string): string {
  const text = Number.isInteger(value) ? String(value) : value.toFixed(2);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${unit === '' ? '' : ` ${unit}`}`;
}

/** '12.3%' of the whole; '' where the whole is nothing. */
function share(value: number, values: readonly number[]): string {
  const whole = values.reduce((sum, item) => sum + item, 0);
  return whole === 0 ? '' : `${((value / whole) * 100).toFixed(1)}%`;
}

export function chartOptions(chart: ChartSpec): EChartsCoreOption {
  const common = {
    animation: false,
    color: [...SERIES_COLORS],
    textStyle: { fontFamily: FONT, fontSize: 12 },
    title: { text: chartTitle(chart), left: 'center', top: 4, textStyle: { fontSize: 14, fontWeight: 600 } },
  };
  return chart.kind === 'pie' ? { ...common, ...pieOptions(chart) } : { ...common, ...barOptions(chart) };
}

function pieOptions(chart: ChartSpec): EChartsCoreOption {
  const values = chart.series[0]?.values ?? [];
  const parts = chart.labels
    .map((name, index) => ({ name, value: values[index] ?? 0 }))
    .filter((part) => part.value !== 0);
  return {
    tooltip: {
      formatter: (part: { name: string; value: number }) => `${part.name}<br/>${figureText(part.value, chart.unit)}`,
    },
    legend: { type: 'scroll', bottom: 4, itemWidth: 14, itemHeight: 10 },
    series: [
      {
        type: 'pie',
        radius: ['30%', '58%'],
        center: ['50%', '50%'],
        avoidLabelOverlap: true,
        label: {
          formatter: (part: { name: string; value: number }) => `${part.name}\n${share(part.value, values)}`,
          lineHeight: 16,
        },
        data: parts,
      },
    ],
  };
}

function barOptions(chart: ChartSpec): EChartsCoreOption {
  const isStacked = chart.kind === 'stacked-bar';
  const longest = Math.max(0, ...chart.labels.map((label) => label.length));
  // Long names of categories are easier to read on the side.
  const isLying = longest > 6 && chart.labels.length > 4;
  const names = {
    type: 'category',
    data: chart.labels,
    inverse: isLying,
    axisTick: { show: false },
    axisLabel: { interval: 0, ...(isLying ? { width: 130, overflow: 'truncate' } : { width: 84, overflow: 'break' }) },
  };
  const amounts = {
    type: 'value',
    name: chart.unit,
    nameLocation: 'end',
    axisLabel: { formatter: (value: number) => figureText(value, '') },
    splitLine: { lineStyle: { color: '#e4e9ec' } },
  };
  const hasLegend = chart.series.length > 1;
  return {
    grid: {
      left: 12,
      right: isLying ? 70 : 20,
      top: hasLegend ? 62 : 50,
      bottom: 10,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: number) => figureText(value, chart.unit),
    },
    ...(hasLegend ? { legend: { top: 28, itemWidth: 14, itemHeight: 10 } } : {}),
    xAxis: isLying ? amounts : names,
    yAxis: isLying ? names : amounts,
    series: chart.series.map((series) => ({
      type: 'bar',
      name: series.name,
      ...(isStacked ? { stack: 'all' } : {}),
      barMaxWidth: 36,
      data: series.values,
      ...(isStacked || chart.series.length > 1
        ? {}
        : {
            label: {
              show: true,
              position: isLying ? 'right' : 'top',
              formatter: (item: { value: number }) => figureText(item.value, ''),
            },
          }),
    })),
  };
}
