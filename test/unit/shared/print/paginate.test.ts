// Filling pages: no row parted, headings kept with what they head, room for headers and sums.

import { describe, expect, it } from 'vitest';
import { type FlowItem, type PageRoom, paginate, rowRoom } from '#shared/print/paginate.ts';
import { fc } from '#test/support/fc.ts';

const ROOM: PageRoom = { height: 100, head: 20, continued: 5, subtotals: 0 };
const row = (height: number, changes: Partial<FlowItem> = {}): FlowItem => ({
  ...{ height, isRow: true, adds: true, keepWithNext: false },
  ...changes,
});
const line = (height: number): FlowItem => ({ height, isRow: false, adds: false, keepWithNext: true });
const counts = (items: FlowItem[], room = ROOM) => paginate(items, room).map(({ from, to }) => to - from);

describe('paginate', () => {
  it('gives the header its room on every page and 续表 from the second on', () => {
    // First page: 10 + 20 + 7 x 10; further ones: 5 + 20 + 7 x 10.
    expect(counts([line(10), ...Array.from({ length: 20 }, () => row(10))])).toEqual([8, 7, 6]);
    expect(paginate([row(80), row(75), row(10)], ROOM).map((page) => page.isContinued)).toEqual([false, true, true]);
  });

  it('leaves room for the sums of a page that has projects', () => {
    expect(
      counts(
        Array.from({ length: 9 }, () => row(10)),
        { ...ROOM, subtotals: 15 },
      ),
    ).toEqual([6, 3]);
    expect(
      counts(
        Array.from({ length: 9 }, () => row(10, { adds: false })),
        { ...ROOM, subtotals: 15 },
      ),
    ).toEqual([8, 1]);
  });

  it('takes headings to the next page with their first project', () => {
    const heading = row(10, { keepWithNext: true, adds: false });
    expect(counts([row(55), heading, heading, row(10)])).toEqual([1, 3]);
  });

  it('parts a bundle that no page can hold, and lets a giant have its own page', () => {
    const heading = row(30, { keepWithNext: true });
    expect(counts([heading, heading, heading, row(30)])).toEqual([2, 2]);
    expect(counts([row(10), row(500), row(10)])).toEqual([1, 1, 1]);
  });

  it('has no page without anything', () => expect(paginate([], ROOM)).toEqual([]));

  it('puts everything on exactly one page, in order, and none is overfull where rows fit a page', () => {
    const room = { ...ROOM, subtotals: 12 };
    const item = fc.record({
      height: fc.integer({ min: 1, max: rowRoom(room) }),
      isRow: fc.constant(true),
      adds: fc.boolean(),
      keepWithNext: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), (items) => {
        const pages = paginate(items, room);
        expect(pages.map((page) => page.from)).toEqual([0, ...pages.slice(0, -1).map((page) => page.to)]);
        expect(pages.at(-1)?.to).toBe(items.length);
        for (const { from, to, isContinued } of pages) {
          const own = items.slice(from, to);
          const used = own.reduce((sum, { height }) => sum + height, room.head + (isContinued ? room.continued : 0));
          expect(used + (own.some(({ adds }) => adds) ? room.subtotals : 0)).toBeLessThanOrEqual(room.height);
        }
      }),
    );
  });
});
