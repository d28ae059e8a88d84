// Shared formulas: relative references move with the cell, everything else stays.
import { expect, it } from 'vitest';
import { createSharedFormulas, shiftFormula } from '#electron/excel/read/shared-formula.ts';

it.each([
  ['SUM(A1:B1)', 2, 1, 'SUM(B3:C3)'],
  ['$A1+A$1+$A$1', 1, 1, '$A2+B$1+$A$1'],
  ['IF(A1="A1","B2",0)', 1, 0, 'IF(A2="A1","B2",0)'],
  ["'A1 表'!C3*表2!D4", 1, 1, "'A1 表'!D4*表2!E5"],
  ['LOG10(A1)+A1B', 1, 0, 'LOG10(A2)+A1B'],
  ['A1_X+X.A1+年A1', 1, 0, 'A1_X+X.A1+年A1'],
  ['Z9', 0, 1, 'AA9'],
  ['A1', -1, 0, '#REF!'],
  ['B1', 0, -2, '#REF!'],
])('%s moved by %d, %d is %s', (text, down, right, moved) => {
  expect(shiftFormula(text, down, right)).toBe(moved);
});

it('knows a group by its index, and a clone before its master by nothing', () => {
  const shared = createSharedFormulas();
  expect(shared.resolve('0', '', 9, 1)).toBe('');
  expect(shared.resolve('0', 'SUM(A1:A2)', 3, 1)).toBe('SUM(A1:A2)');
  expect(shared.resolve('0', '', 3, 2)).toBe('SUM(B1:B2)');
  expect(shared.resolve('1', '', 3, 2)).toBe('');
});
