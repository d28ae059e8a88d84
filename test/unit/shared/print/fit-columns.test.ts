// Widths of columns: the largest readable type, never wider than the paper, split where nothing else helps.
import { describe, expect, it } from 'vitest';
import { type FitColumn, fitColumns, needOf, splitColumns } from '#shared/print/fit-columns.ts';

const words = (width: number) => ({ width, oneLine: false, texts: ['建设内容很长很长很长'.repeat(3)] });
const numbers = (text: string) => ({ width: 12, oneLine: true, texts: [text] });
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

describe('fitColumns', () => {
  it('takes the largest size that is comfortable, in whole pixels', () => {
    const fit = fitColumns([words(34), numbers('664,599.38')].map(needOf), 1100);
    expect(fit.fontPt).toBe(10.5);
    expect(fit.widthsPx.every(Number.isInteger)).toBe(true);
    expect(sum(fit.widthsPx)).toBeLessThanOrEqual(1100);
  });

  it('never exceeds the paper nor goes below 7.5 pt, however long the numbers are', () => {
    const many = Array.from({ length: 20 }, () => numbers('123,456,789.123456'));
    const fit = fitColumns([words(34), ...many].map(needOf), 750);
    expect(fit.fontPt).toBe(7.5);
    expect(sum(fit.widthsPx)).toBeLessThanOrEqual(750);
  });

  it('keeps to the size that was asked for', () => {
    expect(fitColumns([words(34)].map(needOf), 1100, [9]).fontPt).toBe(9);
  });
});

describe('splitColumns', () => {
  const columns: (FitColumn & { group?: string })[] = [
    words(6),
    words(34),
    ...Array.from({ length: 12 }, (_, index) => ({ ...numbers('1,234,567.12'), group: index < 6 ? 'A' : 'B' })),
  ];
  it('keeps groups together and repeats the first columns', () => {
    expect(splitColumns(columns, columns.map(needOf), 2, 700)).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7],
      [0, 1, 8, 9, 10, 11, 12, 13],
    ]);
    expect(splitColumns(columns, columns.map(needOf), 2, 1500)).toHaveLength(1);
  });

  it('parts a group that no sheet can hold', () => {
    const parts = splitColumns(columns, columns.map(needOf), 2, 420);
    expect(parts.length).toBeGreaterThan(3);
    expect(new Set(parts.flat()).size).toBe(columns.length);
    for (const part of parts) expect(part.slice(0, 2)).toEqual([0, 1]);
  });
});
