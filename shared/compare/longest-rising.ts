// Which numbers of a row can stay where they stand so that it rises: the rest must be moved.

/** The places of a longest rising part of the numbers, in n log n steps. */
export function longestRising(numbers: readonly number[]): Set<number> {
  /** ends[n]: place of the smallest number that ends a rising part of n + 1. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = place;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(at);
  return kept;
}
