// A computed table on the clipboard, and its figures as chart options.
import { describe, expect, it } from 'vitest';
import { tableText } from '#renderer/features/tables/table-text.ts';
import { chartOptions, figureText } from '#renderer/ui/chart-options.ts';
import { wan } from '#shared/domain/money.ts';
import type { ChartSpec, TableResult } from '#shared/tables/table.ts';

const table: TableResult = {
  id: '表9',
  title: '表9 试验',
  unit: '万元',
  columns: [
    { key: 'name', label: '类别', kind: 'text' },
    { key: 'count', label: '个数', kind: 'count' },
    { key: 'fiscal', label: '财政', group: '资金来源', kind: 'amount' },
  ],
  rows: [
    {
      key: 'r',
      role: 'item',
      depth: 0,
      cells: [
        { kind: 'text', text: '种植' },
        { kind: 'count', value: 2 },
        { kind: 'amount', fen: wan('1234.5') },
      ],
    },
    {
      key: 's',
      role: 'item',
      depth: 0,
      cells: [{ kind: 'text', text: '养殖' }, { kind: 'count', value: 0 }, { kind: 'blank' }],
    },
  ],
  notes: [],
  charts: [],
};

describe('tableText', () => {
  it('gives Excel title, unit, one header row and plain numbers', () => {
    expect(tableText(table).split('\r\n')).toEqual([
      '表9 试验',
      '单位：万元',
      '类别\t个数\t资金来源 财政',
      '种植\t2\t1234.5',
      '养殖\t0\t',
    ]);
  });
});

describe('figureText', () => {
  it.each([
    [664599.38, '万元', '664,599.38 万元'],
    [514, '', '514'],
    [-1234.5, '', '-1,234.50'],
    [0, '个', '0 个'],
  ])('%d %s', (value, unit, text) => expect(figureText(value, unit)).toBe(text));
});

describe('chartOptions', () => {
  const chart = (change: Partial<ChartSpec>): ChartSpec => ({
    id: 'c',
    title: '图',
    kind: 'bar',
    unit: '万元',
    labels: ['甲', '乙'],
    series: [{ name: '投资', values: [1, 2] }],
    ...change,
  });
  it('lays long names on the side', () => {
    const labels = Array.from({ length: 6 }, (_, index) => `很长的类别名称${index}`);
    expect(chartOptions(chart({ labels }))).toMatchObject({ yAxis: { type: 'category' } });
    expect(chartOptions(chart({}))).toMatchObject({ xAxis: { type: 'category' } });
  });
  it('leaves empty parts out of a pie and stacks where asked', () => {
    const pie = chartOptions(chart({ kind: 'pie', series: [{ name: '投资', values: [0, 2] }] }));
    expect(pie).toMatchObject({ series: [{ data: [{ name: '乙', value: 2 }] }] });
    expect(chartOptions(chart({ kind: 'stacked-bar' }))).toMatchObject({ series: [{ stack: 'all' }] });
  });
});
