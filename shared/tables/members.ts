// Which members of a dimension a table shows, and in what order.
import type { Dimension } from './dimensions.ts';
import { UNASSIGNED } from './plan-sums.ts';
import { OPEN, OVER } from './split-amounts.ts';

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** Members in printed order, then those that only projects name, by their words; what has no place comes last. */
export function orderMembers(
  dimension: Dimension,
  found: readonly string[],
  options: { parent?: string | null; withEmpty: boolean; rank?: ((key: string) => number) | 'name' | undefined },
): string[] {
  const parent = options.parent ?? null;
  const known = dimension.known(parent);
  const place = new Map(known.map((key, index) => [key, index]));
  const keys = [...new Set([...(options.withEmpty ? known : []), ...found])];
  const label = (key: string): string => dimension.rowLabel(key, parent) ?? '';
  const { rank } = options;
  const byName = (a: string, b: string): number => COLLATOR.compare(label(a), label(b)) || (a < b ? -1 : 1);
  const placeOf = (key: string): number => dimension.rank?.(key) ?? place.get(key) ?? known.length;
  const byPlan = (a: string, b: string): number => placeOf(a) - placeOf(b) || byName(a, b);
  return keys.sort((a, b) => {
    const outside = standing(a, parent) - standing(b, parent);
    if (outside !== 0) return outside;
    if (rank === 'name') return byName(a, b);
    return (rank ? rank(b) - rank(a) : 0) || byPlan(a, b);
  });
}

/** Before the members what is part of the whole above them; behind them what is not broken down, and what is too much. */
function standing(key: string, parent: string | null): number {
  if (key === OPEN) return -1;
  if (key === OVER) return 2;
  return key === UNASSIGNED || key === parent ? 1 : 0;
}
