// Where what planners added to the document stands: chapters among the standard chapters, paragraphs among the standard
// paragraphs. Each names the standard one that it stands behind and its rank among those there, so that whatever the
// standard ones become, nothing is lost.

/** '' stands for the front. */
export interface OwnPlace {
  after: string;
  rank: number;
}

interface Placed {
  after?: string | undefined;
  rank?: number | undefined;
}

/** What was added, by what it stands behind, in order. Standard ones (without `after`) are left out. */
export function ownByPlace<T extends Placed>(records: ReadonlyMap<string, T>): Map<string, (T & { id: string })[]> {
  const own = new Map<string, (T & { id: string })[]>();
  for (const [id, record] of records) {
    if (record.after === undefined) continue;
    own.set(record.after, [...(own.get(record.after) ?? []), { ...record, id }]);
  }
  for (const [after, all] of own)
    own.set(
      after,
      all.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    );
  return own;
}

/** One thing of an order; standard ones stay where they are. */
export interface Ordered {
  id: string;
  isOwn: boolean;
}

/** The places of all that was added, in an order of everything. */
export function placesIn(order: readonly Ordered[]): Map<string, OwnPlace> {
  const places = new Map<string, OwnPlace>();
  let after = '';
  let rank = 0;
  for (const { id, isOwn } of order) {
    if (isOwn) {
      places.set(id, { after, rank });
      rank += 1;
    } else {
      after = id;
      rank = 0;
    }
  }
  return places;
}

/** The order with one thing a step up or down; null where it stands at the end already. */
export function movedIn(order: readonly Ordered[], id: string, way: 'up' | 'down'): Ordered[] | null {
  const at = order.findIndex((one) => one.id === id);
  const to = way === 'up' ? at - 1 : at + 1;
  const [one, other] = [order[at], order[to]];
  if (!one || !other) return null;
  return order.map((own, index) => (index === at ? other : index === to ? one : own));
}

/** The order with something new behind another; '' puts it at the front. */
export function addedIn(order: readonly Ordered[], id: string, behind: string): Ordered[] {
  const at = order.findIndex((one) => one.id === behind) + 1;
  return [...order.slice(0, at), { id, isOwn: true }, ...order.slice(at)];
}
