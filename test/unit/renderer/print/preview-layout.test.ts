// Where the pages of a preview stand and which are in sight.
import { describe, expect, it } from 'vitest';
import {
  chunksOf,
  currentPage,
  GAP,
  PX_PER_MM,
  pagesInSight,
  placePages,
  scaleFor,
} from '#renderer/features/print/preview/preview-layout.ts';

const A4 = [210, 297] as const;
const A3 = [420, 297] as const;

describe('scaleFor', () => {
  const room = { width: 800, height: 600 };
  it('fits the widest page, or the whole page, or keeps the size asked for', () => {
    expect(scaleFor('width', [A4, A3], 1, room) * 420 * PX_PER_MM).toBeCloseTo(800 - 2 * GAP);
    expect(scaleFor('page', [A4], 1, room) * 297 * PX_PER_MM).toBeCloseTo(600 - 2 * GAP);
    expect(scaleFor('width', [A4], 2, room)).toBeLessThan(scaleFor('width', [A4], 1, room) / 2);
    expect(scaleFor(1.5, [A4], 1, room)).toBe(1.5);
  });

  it('stays a number where there is nothing yet', () =>
    expect(scaleFor('width', [], 1, { width: 0, height: 0 })).toBeGreaterThan(0));
});

describe('placePages', () => {
  it('centres rows of one or two pages of any size', () => {
    const { boxes, width } = placePages([A3, A4, A4], 0.5, 2, 1000);
    expect(boxes.map((box) => box.top)).toEqual([GAP, GAP, expect.any(Number)]);
    expect(boxes[2]?.top).toBeCloseTo(GAP * 2 + 297 * PX_PER_MM * 0.5);
    const [first, second] = boxes;
    expect(second?.left).toBeCloseTo((first?.left ?? 0) + (first?.width ?? 0) + GAP);
    expect(width).toBeGreaterThan(1000);
  });
});

describe('pagesInSight and currentPage', () => {
  const { boxes } = placePages(Array(100).fill(A4), 1, 1, 1000);
  const step = (boxes[1]?.top ?? 0) - (boxes[0]?.top ?? 0);
  it.each([
    [0, 500, 0, 1],
    [step * 3, 500, 3, 4],
    [step * 3 + step / 2, step, 3, 5],
  ])('scrolled by %d', (top, height, from, to) => expect(pagesInSight(boxes, top, height)).toEqual({ from, to }));

  it('is the page whose middle is below the upper edge', () => {
    expect(currentPage(boxes, 0)).toBe(0);
    expect(currentPage(boxes, step * 0.7)).toBe(1);
    expect(currentPage(boxes, step * 1000)).toBe(99);
  });
});

describe('chunksOf', () => {
  it('names each chunk once', () => {
    const ranges = [
      { from: 3, to: 6 },
      { from: 0, to: 2 },
    ];
    expect(chunksOf(ranges)).toEqual([0, 1]);
  });
});
