// Shares that were rounded so that together they are 100 %: one of them then lies a last place beside its own, and is meant
// so. The same share told elsewhere is the same.
import { type Equation, slackOf } from './equation.ts';

const ALL = 100_000_000;

/** The equations with room of one last place for shares of a list that comes to just 100 %. */
export function allowBalanced(equations: readonly Equation[]): Equation[] {
  const shares = equations.filter(({ kind }) => kind === 'share');
  const lists = Map.groupBy(shares, (equation) => `${equation.whole.place.block} ${baseOf(equation)}`);
  const balanced = new Set<string>();
  for (const list of lists.values()) {
    // 资金主要来自县级自筹（占60.67%） tells one of them again.
    const each = [...new Map(list.map((equation) => [signOf(equation), equation])).values()];
    const sum = each.reduce((all, { whole }) => all + whole.figure.value, 0);
    if (each.length > 1 && sum === ALL) for (const equation of each) balanced.add(signOf(equation));
  }
  if (balanced.size === 0) return [...equations];
  return equations.map((equation) =>
    equation.kind === 'share' && balanced.has(signOf(equation))
      ? { ...equation, slack: slackOf(equation) + equation.whole.figure.half }
      : equation,
  );
}

function baseOf({ parts: [, base] }: Equation): number {
  return base?.figure.value ?? 0;
}

function signOf(equation: Equation): string {
  return `${equation.parts[0]?.figure.value ?? 0}/${baseOf(equation)}=${equation.whole.figure.value}`;
}
