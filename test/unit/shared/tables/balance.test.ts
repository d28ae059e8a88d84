// 舍位平衡: sums of rows and columns hold after rounding, and no figure moves by a whole unit.

import { describe, expect, it } from 'vitest';
import { type AmountGrid, type Balanced, balance, roundToStep, type SumRule } from '#shared/tables/balance.ts';
import { addFen, type Fen, toFen, wan } from '#shared/values/money.ts';
import { fc } from '#test/support/fc.ts';

const STEP = 10_000; // two decimals of 万元

/** A grid with a total row over groups of rows, and a total column over the others; leaves as drawn. */
function makeGrid(groups: readonly (readonly (readonly number[])[])[]): AmountGrid {
  const width = groups[0]?.[0]?.length ?? 0;
  const cells: Fen[][] = [[]];
  const rowSums: SumRule[] = [];
  const heads: number[] = [];
  const sumRow = (rows: readonly number[]): Fen[] =>
    Array.from({ length: width + 1 }, (_, column) => addFen(...rows.map((row) => cells[row]?.[column] as Fen)));
  for (const group of groups) {
    const head = cells.length;
    cells.push([]);
    const parts = group.map((leaves) => {
      const line = leaves.map(toFen);
      cells.push([addFen(...line), ...line]);
      return cells.length - 1;
    });
    cells[head] = sumRow(parts);
    rowSums.push({ total: head, parts });
    heads.push(head);
  }
  cells[0] = sumRow(heads);
  rowSums.push({ total: 0, parts: heads });
  return { cells, rowSums, columnSums: [{ total: 0, parts: Array.from({ length: width }, (_, i) => i + 1) }] };
}

const arbitraryGrid = fc
  .record({
    width: fc.integer({ min: 1, max: 6 }),
    groups: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
  })
  .chain(({ width, groups }) =>
    fc.tuple(
      ...groups.map((rows) =>
        fc.array(
          fc.array(fc.integer({ min: -3_000_000, max: 9_999_999_999 }), { minLength: width, maxLength: width }),
          {
            minLength: rows,
            maxLength: rows,
          },
        ),
      ),
    ),
  )
  .map(makeGrid);

function cellsOf(result: Balanced): Fen[][] {
  if (result.kind !== 'balanced') throw new Error('not balanced');
  return result.cells;
}

function expectSums({ rowSums, columnSums }: AmountGrid, cells: readonly (readonly Fen[])[]): void {
  for (const { total, parts } of rowSums) {
    cells[total]?.forEach((value, column) => {
      expect(value).toBe(addFen(...parts.map((row) => cells[row]?.[column] as Fen)));
    });
  }
  for (const { total, parts } of columnSums) {
    for (const line of cells) expect(line[total]).toBe(addFen(...parts.map((column) => line[column] as Fen)));
  }
}

describe('balance', () => {
  it('keeps all sums, moves nothing by a whole step, and rounds the grand total the ordinary way', () => {
    fc.assert(
      fc.property(arbitraryGrid, (grid) => {
        const cells = cellsOf(balance(grid, STEP));
        expectSums(grid, cells);
        grid.cells.forEach((line, row) => {
          line.forEach((exact, column) => {
            const value = cells[row]?.[column] as number;
            expect(Math.abs(value - exact)).toBeLessThan(STEP);
            expect(value % STEP === 0).toBe(true);
          });
        });
        expect(cells[0]?.[0]).toBe(roundToStep(grid.cells[0]?.[0] as Fen, STEP));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a table unchanged that needs no rounding', () => {
    fc.assert(
      fc.property(arbitraryGrid, (grid) => {
        const exact = { ...grid, cells: grid.cells.map((line) => line.map((fen) => toFen(fen * 100))) };
        const result = balance(exact, 100);
        expect(cellsOf(result)).toEqual(exact.cells);
        expect(result).toMatchObject({ moved: [] });
      }),
    );
  });

  it('moves the figure with the largest remainder, and says which', () => {
    const grid = makeGrid([[[wan('0.004') as number], [wan('0.0045') as number], [wan('0.003') as number]]]);
    const result = balance(grid, STEP);
    expect(cellsOf(result).map((line) => line[1])).toEqual([wan('0.01'), wan('0.01'), 0, wan('0.01'), 0]);
    expect(result).toMatchObject({
      moved: [
        { row: 3, column: 0, exact: wan('0.0045'), rounded: 0, balanced: wan('0.01') },
        { row: 3, column: 1 },
      ],
    });
  });

  it('leaves a row out of a sum that its exact figures do not make', () => {
    const cells = [
      [wan('1.006'), wan('0.503'), wan('0.503')],
      [wan('9'), wan('0.504'), wan('0.504')],
    ];
    const result = balance({ cells, rowSums: [], columnSums: [{ total: 0, parts: [1, 2] }] }, STEP);
    expect(cellsOf(result)[1]).toEqual([wan('9'), wan('0.5'), wan('0.5')]);
    const [first] = cellsOf(result);
    expect(first?.[0]).toBe(wan('1.01'));
    expect(addFen(first?.[1] as Fen, first?.[2] as Fen)).toBe(wan('1.01'));
  });

  it('balances two breakdowns of one total, and refuses where no rounding serves both', () => {
    const both = [[wan('1.5'), wan('0.7'), wan('0.8'), wan('0.75'), wan('0.75')]];
    const sums = [
      { total: 0, parts: [1, 2] },
      { total: 0, parts: [3, 4] },
    ];
    expectSums(
      { cells: both, rowSums: [], columnSums: sums },
      cellsOf(balance({ cells: both, rowSums: [], columnSums: sums }, 1_000_000)),
    );
    // Of three halves each two must make one: an odd circle.
    const circle = [[wan('1'), wan('0.5'), wan('0.5'), wan('0.5')]];
    const pairs = [
      { total: 0, parts: [1, 2] },
      { total: 0, parts: [1, 3] },
      { total: 0, parts: [2, 3] },
    ];
    expect(balance({ cells: circle, rowSums: [], columnSums: pairs }, 1_000_000)).toEqual({
      kind: 'impossible',
      columnSum: pairs[2],
    });
  });
});
