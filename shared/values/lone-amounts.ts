// Amounts that stand alone far from all others of their kind, as a figure in 元 does among figures in 万元. Rule T08.

/** Bounds beyond which an amount stands alone; none of them where no gap is wide enough. */
export interface LoneBounds {
  /** Amounts from here on are far above the others. */
  above: number;
  /** Amounts up to here are far below the others. */
  below: number;
}

/** Neighbours in order of size lie this far apart where a unit was mistaken; real lists stay under 6. */
const GAP = 50;
/** And they are this far from the middle of the others: 元 for 万元 makes 10000, times what projects differ anyway. */
const FROM_MIDDLE = 500;

/** The bounds of a list of amounts above 0 in ascending order; at most half of them may stand apart. */
export function loneBounds(sorted: ArrayLike<number>): LoneBounds {
  const { length } = sorted;
  const at = (index: number): number => sorted[index] as number;
  const bounds: LoneBounds = { above: Number.POSITIVE_INFINITY, below: 0 };
  for (let index = length - 1; index > 0 && (length - index) * 2 <= length; index -= 1) {
    const middle = at((index - 1) >> 1);
    if (at(index) < middle * FROM_MIDDLE) break;
    if (at(index) >= at(index - 1) * GAP) bounds.above = at(index);
  }
  for (let index = 0; index < length - 1 && (index + 1) * 2 < length; index += 1) {
    const middle = at((index + length) >> 1);
    if (at(index) * FROM_MIDDLE > middle) break;
    if (at(index) * GAP <= at(index + 1)) bounds.below = at(index);
  }
  return bounds;
}
