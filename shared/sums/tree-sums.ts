// Rollups up a tree: each node with everything beneath it, and the whole. Where no part of a node changed it gives the
// object of before, so whoever shows it need not draw again.
import { emptyRollup, mergeRollups, type Rollup } from '../domain/rollup.ts';

interface TreeNode {
  id: string;
  parent: string | null;
}

export interface TreeSums {
  /** By id; nodes with nothing in them too. Under null and ids that the tree does not know: what stands in no node. */
  byId: ReadonlyMap<string | null, Rollup>;
  total: Rollup;
}

/** Makes the function that adds rollups of single nodes up along the tree. */
export function makeTreeSums(nodes: readonly TreeNode[]): (own: ReadonlyMap<string | null, Rollup>) => TreeSums {
  const known = new Set(nodes.map(({ id }) => id));
  const beneath = Map.groupBy(nodes, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const memory = new Map<string, { parts: readonly Rollup[]; rollup: Rollup }>();
  const merge = (key: string, parts: readonly Rollup[]): Rollup => {
    const before = memory.get(key);
    const isSame = before?.parts.length === parts.length && before.parts.every((part, at) => part === parts[at]);
    if (before && isSame) return before.rollup;
    const rollup = parts.length === 0 ? emptyRollup() : mergeRollups(parts);
    memory.set(key, { parts, rollup });
    return rollup;
  };
  return (own) => {
    const byId = new Map<string | null, Rollup>();
    const visit = ({ id }: TreeNode): Rollup => {
      const mine = own.get(id);
      const parts = [...(mine ? [mine] : []), ...(beneath.get(id) ?? []).map(visit).filter(({ count }) => count > 0)];
      const rollup = merge(`node:${id}`, parts);
      byId.set(id, rollup);
      return rollup;
    };
    const tops = (beneath.get(null) ?? []).map(visit).filter(({ count }) => count > 0);
    const loose = [...own].filter(([id]) => id === null || !known.has(id));
    for (const [id, rollup] of loose) byId.set(id, rollup);
    return { byId, total: merge('total', [...tops, ...loose.map(([, rollup]) => rollup)]) };
  };
}
