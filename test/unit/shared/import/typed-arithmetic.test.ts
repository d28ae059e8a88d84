// What people type into an amount: =35.41+10.
import { expect, it } from 'vitest';
import { workOutTyped } from '#shared/import/typed-arithmetic.ts';

it.each([
  ['=35.41+10', '45.41'],
  ['＝３５.４１＋１０', '45.41'],
  [' = (1.2 + 0.1) * 3 ', '3.9'],
  ['=100×0.5÷4', '12.5'],
  ['=0.1+0.2', '0.3'],
  ['=-5+2', '-3'],
  ['=200*12%', '24'],
  ['=12', '12'],
])('%s is %s', (typed, result) => {
  expect(workOutTyped(typed)).toBe(result);
});

it.each(['35.41+10', '', '=', '=A1+2', '=SUM(1,2)', '=1/0', '=1>0', '="3"+1', '=3+', '=项目', '=1=1'])(
  '%j stays as it is',
  (typed) => {
    expect(workOutTyped(typed)).toBe(typed);
  },
);
