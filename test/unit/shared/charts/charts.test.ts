// Drawings of charts: every figure of the table is in them, and no words lie on other words.
import { describe, expect, it } from 'vitest';
import { chartSvg, drawChart } from '#shared/charts/chart-svg.ts';
import { boxOf, type Drawing, overlaps } from '#shared/charts/drawing.ts';
import { fillOf } from '#shared/charts/palette.ts';
import { figureText, makeScale, shareText } from '#shared/charts/scale.ts';
import { textWidth, wrapEvenly } from '#shared/charts/text-size.ts';
import { tableCellText } from '#shared/format/table-text.ts';
import { CHART_KINDS } from '#shared/records/table-design.ts';
import { computeTables } from '#shared/tables/compute.ts';
import type { ChartSpec } from '#shared/tables/table.ts';
import { samplePlan } from '../../seeds/sample-plan.ts';

const tables = computeTables(samplePlan());
const charts = tables.flatMap((table) => table.charts);

function chart(change: Partial<ChartSpec>): ChartSpec {
  const labels = change.labels ?? ['甲', '乙', '丙'];
  return {
    ...{ id: 'c', number: '图1', title: '试', kind: 'bar', unit: '万元', decimals: null, across: false },
    labels,
    keys: labels.map((_, index) => `r${index}`),
    series: [{ name: '投资', key: 'total', values: labels.map((_, index) => index + 1) }],
    ...change,
  };
}

function collisions({ words, width, height }: Drawing): string[] {
  const boxes = words.map((word) => ({ text: word.text, box: boxOf(word) }));
  const inside = boxes.filter(
    ({ box }) => box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1,
  );
  const pairs = boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlaps(one.box, other.box) ? [`${one.text} on ${other.text}`] : [])),
  );
  return [...inside.map(({ text }) => `${text} outside`), ...pairs];
}

describe.each(charts.map((item) => [`${item.number} ${item.id}`, item] as const))('%s', (_, item) => {
  it.each(CHART_KINDS)('has no words on words as %s', (kind) => {
    expect(collisions(drawChart({ ...item, kind }))).toEqual([]);
  });
});

describe('figures', () => {
  it('of 图4-2 are those that 表4-1 prints, each written beside its bar', () => {
    const table = tables.find(({ number }) => number === '表4-1');
    const own = table?.charts[0];
    if (!table || !own) throw new Error('no 表4-1');
    expect(own.number).toBe('图4-2');
    const printed = table.rows.slice(1).map((row) => tableCellText(row.cells[2]));
    const written = drawChart(own).words.filter(({ role }) => role === 'value');
    expect(written.map(({ text }) => text)).toEqual(printed);
    const bars = drawChart(own).shapes.flatMap((shape) => (shape.kind === 'bar' && shape.figure ? [shape.figure] : []));
    expect(bars).toEqual(table.rows.slice(1).map((row) => ({ row: row.key, column: 'total' })));
  });

  it('of a pie carry their share', () => {
    const pie = charts.find(({ number }) => number === '图5-4');
    if (!pie) throw new Error('no 图5-4');
    const values = drawChart(pie).words.map(({ text }) => text);
    expect(values).toContain('403,217.57（60.67%）');
    expect(values.filter((text) => text.includes('涉农'))).toEqual([]);
  });

  it('stand on the height of their value', () => {
    const drawing = drawChart(chart({ series: [{ name: '投资', key: 'total', values: [10, 20, 0] }] }));
    const heights = drawing.shapes.flatMap((shape) => (shape.kind === 'bar' ? [shape.height] : []));
    expect(heights[1]).toBeCloseTo((heights[0] ?? 0) * 2);
    expect(heights[2]).toBe(0);
  });
});

describe('hard cases', () => {
  const long = Array.from({ length: 30 }, (_, index) => `很长很长的责任单位名称第${index}个以及更多的字`);
  it.each([
    ['many long names', chart({ labels: long })],
    ['negative values', chart({ series: [{ name: '投资', key: 'total', values: [-85, 20, 1] }] })],
    ['a negative pie', chart({ kind: 'pie', series: [{ name: '投资', key: 'total', values: [-85, 20, 1] }] })],
    ['one slice', chart({ kind: 'pie', series: [{ name: '投资', key: 'total', values: [0, 20, 0] }] })],
    ['ten slices, most of them thin', chart({ kind: 'pie', labels: [...'甲乙丙丁戊己庚辛壬癸'] })],
    ['huge and tiny', chart({ series: [{ name: '投资', key: 'total', values: [0.000001, 1e9, 7] }] })],
    ['nothing', chart({ series: [{ name: '投资', key: 'total', values: [0, 0, 0] }] })],
    ['no labels', chart({ labels: [], series: [] })],
    ['twenty series', chart({ series: long.slice(0, 20).map((name) => ({ name, key: name, values: [1, 2, 3] })) })],
    [
      'stack below zero',
      chart({
        kind: 'stacked-bar',
        series: [1, -2].map((sign) => ({ name: `s${sign}`, key: '', values: [sign, 2 * sign, sign] })),
      }),
    ],
  ])('%s: finite, inside, without collisions', (_, item) => {
    expect(collisions(drawChart(item))).toEqual([]);
    expect(chartSvg(item, { caption: true })).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('escapes every word', () => {
    const svg = chartSvg(chart({ title: '<b>', labels: ['<i>"', '&', "'"] }), { caption: true });
    expect(svg).not.toMatch(/<[bi]>|data-row="[^"]*"[^ ><]/);
    expect(svg).toContain('图1  &lt;b&gt;');
  });
});

describe('grey print', () => {
  const brightness = (index: number): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(fillOf(index).colour.slice(at, at + 2), 16));
    return 0.299 * (parts[0] ?? 0) + 0.587 * (parts[1] ?? 0) + 0.114 * (parts[2] ?? 0);
  };
  it('tells any two of the first ten faces apart by brightness or hatching', () => {
    for (let one = 0; one < 10; one += 1) {
      for (let other = one + 1; other < 10; other += 1) {
        const differs = fillOf(one).hatch !== fillOf(other).hatch || Math.abs(brightness(one) - brightness(other)) > 20;
        expect([one, other, differs]).toEqual([one, other, true]);
      }
    }
  });
});

describe('words and scales', () => {
  it('counts Chinese as wide and breaks evenly', () => {
    expect(textWidth('项目', 12)).toBe(24);
    expect(textWidth('12', 10)).toBe(12);
    expect(wrapEvenly('易地扶贫搬迁后续帮扶', 108, 12, 2)).toEqual(['易地扶贫搬', '迁后续帮扶']);
    expect(wrapEvenly('一二三四五六七八', 36, 12, 2).at(-1)).toMatch(/…$/);
  });
  it.each([
    [
      [0, 343133.25],
      [0, 100000, 200000, 300000, 400000],
    ],
    [
      [3, 7],
      [0, 2, 4, 6, 8],
    ],
    [
      [-85, 20],
      [-100, -50, 0, 50],
    ],
    [[0], [0, 0.5]],
  ])('ticks of %j', (values, ticks) => expect(makeScale(values).ticks).toEqual(ticks));
  it.each([
    [1234.5, null, '1,234.50'],
    [0.000001, null, '0.000001'],
    [1234.5, 0, '1,235'],
    [12, 0, '12'],
  ])('%d with %s decimals is %s', (value, decimals, text) =>
    expect(figureText(value, { decimals, unit: '万元' })).toBe(text),
  );
  it('rounds shares as the tables do', () => expect(shareText(1, 3)).toBe('33.33%'));
});
