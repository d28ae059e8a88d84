// Whether two figures that differ were meant to be one: near to each other, or a slip apart.
import { causeOfGap } from './causes.ts';
import { type Equation, expectedOf, gapOf } from './equation.ts';

/** Further apart than this and without a slip that explains it, two figures were never meant to be one. */
const NEAR = 0.34;

export function isClose(equation: Equation): boolean {
  const { value } = equation.whole.figure;
  return Math.abs(gapOf(equation)) <= NEAR * Math.max(Math.abs(value), Math.abs(expectedOf(equation)));
}

export function isNear(equation: Equation): boolean {
  return isClose(equation) || causeOfGap(equation) !== null;
}
