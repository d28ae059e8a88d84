// The places of a list's things in the table: as few as can be change when one is put in, moved or taken out.

/**
 * A position for every id of the new order; `siblings` tells which ids are ordered among each other. Those that keep
 * their order keep their position, a new one at the end takes the next free one.
 */
export function positionsFor(
  order: readonly string[],
  siblings: (id: string) => string,
  before: ReadonlyMap<string, number>,
): Map<string, number> {
  let free = Math.max(-1, ...before.values());
  const positions = new Map<string, number>();
  for (const ids of Map.groupBy(order, siblings).values()) {
    const pool = ids.map((id) => {
      const known = before.get(id);
      if (known !== undefined) return known;
      free += 1;
      return free;
    });
    pool.sort((a, b) => a - b);
    ids.forEach((id, index) => {
      positions.set(id, pool[index] as number);
    });
  }
  return positions;
}
