// A block copied from a spreadsheet over the grid of indicators.
import { describe, expect, it } from 'vitest';
import { readBlock, spreadBlock } from '#renderer/features/indicators/spread-paste.ts';

const GRID = { ids: ['a', 'b'], years: [2021, 2022, 2023] };

describe('a pasted block', () => {
  it('goes on from the cell, a line break at its end is no row', () => {
    const { edits, beyond } = spreadBlock(readBlock('1\t 2 \r\n3\t\r\n'), GRID, { row: 0, column: 1 });
    expect(edits).toEqual([
      { indicatorId: 'a', year: 2022, text: '1' },
      { indicatorId: 'a', year: 2023, text: '2' },
      { indicatorId: 'b', year: 2022, text: '3' },
      { indicatorId: 'b', year: 2023, text: '' },
    ]);
    expect(beyond).toBe(0);
  });

  it('counts what lies beyond the last row and year', () => {
    const { edits, beyond } = spreadBlock(readBlock('1\t2\t\n3\t4\t5'), GRID, { row: 1, column: 2 });
    expect(edits).toEqual([{ indicatorId: 'b', year: 2023, text: '1' }]);
    expect(beyond).toBe(4);
  });
});
