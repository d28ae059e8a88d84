// Tables that tell the same: where most of what two of them have in common agrees, the rest has to agree too.

import { slipBetween } from '../causes.ts';
import { type Equation, judgeEquation } from '../equation.ts';
import { isNear } from '../near.ts';
import { subjectKey } from './fact-index.ts';
import type { Fact } from './table-facts.ts';

/** How far apart the one figure that two tables have in common may lie. */
const LONE = 0.1;

function equationOf(fact: Fact, other: Fact): Equation {
  return {
    ...{ rule: 'X01', kind: 'same', whole: fact.term, parts: [other.term], side: other.table.name },
    group: `${other.table.block}=${fact.table.block}`,
  };
}

function isClose({ whole, parts }: Equation): boolean {
  const [other] = parts;
  if (!other) return false;
  const [one, two] = [whole.figure.value, other.figure.value];
  if (slipBetween(one, two, whole.figure.measure) !== null) return true;
  return Math.abs(one - two) <= LONE * Math.max(Math.abs(one), Math.abs(two));
}

/** The equations between tables. */
export function sameFacts(facts: readonly Fact[]): Equation[] {
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { measure } = fact.term.figure;
    const key = `${subjectKey(fact.subject)} ${measure.dimension} ${fact.measure}`;
    const known = byKey.get(key);
    if (known) known.push(fact);
    else byKey.set(key, [fact]);
  }
  const byPair = new Map<string, Equation[]>();
  for (const known of byKey.values()) {
    // Each with the last of the nearest table before it: a chain holds them all together.
    let [before, last]: (Fact | null)[] = [null, null];
    for (const fact of known) {
      if (last && last.table !== fact.table) before = last;
      last = fact;
      if (!before) continue;
      const equation = equationOf(fact, before);
      const pair = byPair.get(equation.group);
      if (pair) pair.push(equation);
      else byPair.set(equation.group, [equation]);
    }
  }
  return [...byPair.values()].flatMap((equations) => {
    const telling = equations.filter(({ whole, parts }) => whole.figure.value !== 0 || parts[0]?.figure.value !== 0);
    const holds = telling.filter((equation) => judgeEquation(equation) !== 'different').length;
    if (holds >= Math.max(2, telling.length / 2))
      return telling.filter((one) => judgeEquation(one) !== 'different' || isNear(one));
    return telling.length <= 2 ? telling.filter((one) => judgeEquation(one) !== 'different' || isClose(one)) : [];
  });
}
