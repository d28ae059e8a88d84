// A sum of many fractions, kept by denominator: adding and taking away cost nothing that grows, and the whole is put
// together in pairs, so that only the last few steps have long numbers.
import { addRatio, negateRatio, type Ratio, ratio, wholeRatio } from './ratio.ts';
import { type StepBudget, stepsOf } from './step-budget.ts';

export interface RatioSum {
  add(value: Ratio, sign: 1 | -1): void;
  /** What all of it adds up to. Throws TooManySteps. */
  value(): Ratio;
}

export function makeRatioSum({ spend }: Pick<StepBudget, 'spend'>): RatioSum {
  /** What the fractions of each denominator add up to. */
  const parts = new Map<bigint, bigint>();
  let known: Ratio | null = null;
  return {
    add(value, sign) {
      const { n, d } = sign === 1 ? value : negateRatio(value);
      const sum = (parts.get(d) ?? 0n) + n;
      if (sum === 0n) parts.delete(d);
      else parts.set(d, sum);
      known = null;
      spend(1);
    },
    value() {
      let terms = [...parts].map(([d, n]) => ratio(n, d));
      while (known === null) {
        const [first, second] = terms;
        if (first === undefined) known = wholeRatio(0);
        else if (second === undefined) known = first;
        else terms = addPairs(terms, spend);
      }
      return known;
    },
  };
}

function addPairs(terms: readonly Ratio[], spend: StepBudget['spend']): Ratio[] {
  const sums: Ratio[] = [];
  for (let at = 0; at < terms.length; at += 2) {
    const [one, other] = [terms[at], terms[at + 1]];
    if (one === undefined) continue;
    // Counted before it is done: the last steps of a long sum are the dear ones.
    if (other !== undefined) spend(stepsOf(one) + stepsOf(other));
    sums.push(other === undefined ? one : addRatio(one, other));
  }
  return sums;
}
