// Margins, sides and page numbers (handbook 5.1).
import { describe, expect, it } from 'vitest';
import { contentBox, mmToPx, numberPlace, type PageSetup } from '#shared/print/paper.ts';

const setup = (changes: Partial<PageSetup>): PageSetup => ({
  ...{ paper: 'A4', orientation: 'portrait', binding: 'left', pageNumber: 'dash' },
  ...changes,
});

describe('contentBox', () => {
  it('is the 版心 of 156 × 225 mm where a page is bound with a document', () => {
    const odd = contentBox(setup({ binding: 'document' }), 1);
    const even = contentBox(setup({ binding: 'document' }), 2);
    expect(odd).toEqual({ left: mmToPx(28), top: mmToPx(37), width: 589, height: 850 });
    expect(even).toEqual({ ...odd, left: mmToPx(26) });
  });

  it('turns the 版心 with a landscape sheet: its top is at the binding of odd pages, at the 切口 of even ones', () => {
    const turned = setup({ binding: 'document', orientation: 'landscape' });
    expect(contentBox(turned, 1)).toMatchObject({ left: mmToPx(35), top: mmToPx(28), width: 850, height: 589 });
    expect(contentBox(turned, 2)).toMatchObject({ left: mmToPx(35), top: mmToPx(26), width: 850, height: 589 });
  });

  it('changes sides on even pages only where both sides are printed', () => {
    const left = (binding: PageSetup['binding'], number: number) => contentBox(setup({ binding }), number).left;
    expect(left('left', 1)).toBe(left('left', 2));
    expect(left('duplex', 1)).toBe(mmToPx(20));
    expect(left('duplex', 2)).toBe(mmToPx(12));
  });

  it('keeps its size on all pages', () => {
    for (const binding of ['left', 'duplex', 'document'] as const) {
      for (const paper of ['A3', 'A4'] as const) {
        const [odd, even] = [1, 2].map((number) => contentBox(setup({ binding, paper }), number));
        expect([odd?.width, odd?.height]).toEqual([even?.width, even?.height]);
      }
    }
  });
});

describe('numberPlace', () => {
  it.each([
    ['dash', 'left', 'portrait', 3, '— 3 —', 'right'],
    ['dash', 'left', 'landscape', 4, '— 4 —', 'left'],
    ['dash', 'document', 'landscape', 5, '— 5 —', 'turned-bottom'],
    ['dash', 'document', 'landscape', 6, '— 6 —', 'turned-top'],
    ['count', 'left', 'portrait', 2, '第 2 页　共 9 页', 'centre'],
  ] as const)('%s, %s, %s, page %d', (pageNumber, binding, orientation, number, text, side) => {
    expect(numberPlace(setup({ pageNumber, binding, orientation }), number, 9)).toMatchObject({ text, side });
  });

  it('is left out where none is wanted', () => expect(numberPlace(setup({ pageNumber: 'none' }), 1, 1)).toBeNull());
});
