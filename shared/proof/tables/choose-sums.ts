// Of the ways to read the sums of a table those that its figures bear out; what nothing bears out is no sum.
import { type Equation, judgeEquation, type Term } from '../equation.ts';
import { isNear } from '../near.ts';
import { columnSums } from './column-sums.ts';
import type { ReadTable } from './read-table.ts';
import { rowSums, type SumReading } from './row-sums.ts';

interface Weighed {
  equations: readonly Equation[];
  holds: number;
  near: number;
}

function weigh(equations: readonly Equation[]): Weighed {
  const telling = equations.filter(
    ({ whole, parts }) => whole.figure.value !== 0 || parts.some(({ figure }) => figure.value !== 0),
  );
  const holds = telling.filter((equation) => judgeEquation(equation) !== 'different').length;
  return {
    equations: telling,
    holds,
    near: telling.filter((equation) => judgeEquation(equation) === 'different' && isNear(equation)).length,
  };
}

/** Most of them hold, or the words say so and what does not hold is near. */
function isMeant({ equations, holds, near }: Weighed, isStated: boolean): boolean {
  const all = equations.length;
  if (all === 0) return false;
  if (holds * 2 >= all && holds > 0) return isStated || holds > 1;
  return isStated && holds + near === all && (holds > 0 || all <= 2);
}

/** The column that a term of a table stands in. */
function columnOf({ place }: Term): number {
  return place.kind === 'table' ? place.column : -1;
}

export interface ChosenSums {
  equations: readonly Equation[];
  /** Columns whose parts stay below their total in every row: a column was lost. */
  slipped: readonly Equation[][];
}

/** All sums of a table that are meant. */
export function chooseSums(table: ReadTable): ChosenSums {
  const chosen: Equation[] = [];
  for (const reading of rowSums(table)) {
    const [best] = weighWays(reading);
    if (best && isMeant(best, reading.isStated)) chosen.push(...best.equations);
  }
  const slipped: Equation[][] = [];
  for (const reading of columnSums(table)) {
    const taken = new Set<number>();
    const ways = weighWays(reading);
    for (const way of ways) {
      const columns = [...new Set(way.equations.flatMap(({ parts }) => parts.map(columnOf)))];
      if (!isMeant(way, reading.isStated) || columns.some((column) => taken.has(column))) continue;
      for (const column of columns) taken.add(column);
      chosen.push(...way.equations);
    }
    const [first] = ways;
    if (reading.isStated && taken.size === 0 && first && first.holds === 0 && first.equations.length > 2)
      slipped.push([...first.equations]);
  }
  return { equations: chosen, slipped };
}

/** The ways that hold most often first, of two that hold as often the one with more parts. */
function weighWays({ ways }: SumReading): Weighed[] {
  const partsOf = ({ equations }: Weighed): number => equations[0]?.parts.length ?? 0;
  return ways
    .map(weigh)
    .map((way, order) => ({ way, order }))
    .sort(
      (a, b) =>
        b.way.holds - a.way.holds || b.way.near - a.way.near || partsOf(b.way) - partsOf(a.way) || a.order - b.order,
    )
    .map(({ way }) => way);
}
