// How much an own rule may calculate: a rule that somebody wrote, or that came with a file, must not hold up the program.
import type { Ratio } from './ratio.ts';

export interface StepLimits {
  /** Steps of one rule in one run; a step is a small calculation. */
  ofRule: number;
  /** Steps of all rules of a run together. */
  ofRun: number;
}

/** Far more than usual rules take for 60,000 projects; two or three seconds of calculating at most, and only once. */
export const STEP_LIMITS: StepLimits = { ofRule: 40_000_000, ofRun: 80_000_000 };

/** Counts the steps of a rule down; `spend` throws TooManySteps when they are used up. */
export interface StepBudget {
  spend(steps: number): void;
  /** Begins anew with so many steps. */
  refill(steps: number): void;
  left(): number;
}

export class TooManySteps extends Error {}

export function makeStepBudget(): StepBudget {
  let left = 0;
  return {
    spend(steps) {
      left -= steps;
      if (left < 0) throw new TooManySteps();
    },
    refill(steps) {
      left = steps;
    },
    left: () => Math.max(0, left),
  };
}

/** Denominators below this make a step like any other. */
const SHORT = 1n << 64n;
/** Bringing a fraction to lowest terms grows with the square of its length: measured, in steps of 60 ns. */
const SQUARE_BITS_A_STEP = 350;

/** The steps of a calculation that gives this value, or goes on with it. */
export function stepsOf(value: Ratio | null): number {
  if (value === null || value.d < SHORT) return 1;
  const bits = 4 * value.d.toString(16).length;
  return Math.ceil((bits * bits) / SQUARE_BITS_A_STEP);
}
