// Laying the figures of a sheet's row over those of a project. A source may be stated whole on one side and in parts on
// the other: then sums are compared, so that a roll-up of our own parts is no change, and parts never count twice.

import type { Amounts } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { addFen, type Fen, wanText } from '../values/money.ts';

export interface AmountChange {
  columnKey: string;
  before: string;
  after: string;
}

/** Returns the merged figures and what changed; `keys` are the columns that the sheet has. */
export function mergeAmounts(
  before: Amounts,
  incoming: Amounts,
  keys: ReadonlySet<string>,
  reference: Pick<ReferenceData, 'fundSources'>,
  eraseBlanks: boolean,
): { amounts: Amounts; changes: AmountChange[] } {
  const changes: AmountChange[] = [];
  const tree = treeOf(reference.fundSources);
  const amounts: Amounts = {
    total: before.total,
    bySource: { ...before.bySource },
    byYear: { ...before.byYear },
    cells: { ...before.cells },
  };
  const note = (columnKey: string, old: Fen | undefined | null, now: Fen | undefined | null): void => {
    changes.push({ columnKey, before: show(old), after: show(now) });
  };
  if (keys.has('total') && incoming.total !== before.total && (incoming.total !== null || eraseBlanks)) {
    note('total', before.total, incoming.total);
    amounts.total = incoming.total;
  }
  for (const key of keys) {
    const [kind, id = ''] = splitKey(key);
    if (kind === 'source') mergeSource(id);
    else if (kind === 'year') mergePlain(amounts.byYear, incoming.byYear, key, id);
    else if (kind === 'cell') mergePlain(amounts.cells, incoming.cells, key, id);
  }
  return { amounts, changes };

  function mergePlain(target: Record<string, Fen>, source: Record<string, Fen>, key: string, id: string): void {
    const now = source[id];
    if (now === target[id] || (now === undefined && !eraseBlanks)) return;
    note(key, target[id], now);
    if (now === undefined) delete target[id];
    else target[id] = now;
  }

  function mergeSource(id: string): void {
    const now = incoming.bySource[id];
    if (now === undefined && !eraseBlanks) return;
    const parent = tree.parents.get(id) ?? null;
    // Parts of ours that the sheet has no columns for are inside its whole.
    const parts =
      parent === null
        ? (tree.parts.get(id) ?? []).filter((part) => part in amounts.bySource && !keys.has(`source:${part}`))
        : [];
    const own = amounts.bySource[id];
    const old =
      parts.length === 0
        ? own
        : addFen(...(own === undefined ? [] : [own]), ...parts.map((part) => amounts.bySource[part] as Fen));
    if (now !== old) {
      note(`source:${id}`, old, now);
      for (const part of parts) delete amounts.bySource[part];
      if (now === undefined) delete amounts.bySource[id];
      else amounts.bySource[id] = now;
    }
    // Our whole gives way to the sheet's parts.
    if (
      parent !== null &&
      now !== undefined &&
      !keys.has(`source:${parent}`) &&
      amounts.bySource[parent] !== undefined
    ) {
      note(`source:${parent}`, amounts.bySource[parent], undefined);
      delete amounts.bySource[parent];
    }
  }
}

interface SourceTree {
  parents: Map<string, string | null>;
  parts: Map<string, string[]>;
}

const trees = new WeakMap<ReferenceData['fundSources'], SourceTree>();

/** The source tree as maps, made once per reference: a large import asks for it at every cell. */
function treeOf(sources: ReferenceData['fundSources']): SourceTree {
  const known = trees.get(sources);
  if (known) return known;
  const parts = new Map<string, string[]>();
  for (const { id, parent } of sources) if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), id]);
  const tree = { parents: new Map(sources.map(({ id, parent }) => [id, parent])), parts };
  trees.set(sources, tree);
  return tree;
}

function splitKey(key: string): [string, string?] {
  const at = key.indexOf(':');
  return at < 0 ? [key] : [key.slice(0, at), key.slice(at + 1)];
}

function show(fen: Fen | undefined | null): string {
  return fen === undefined || fen === null ? '' : wanText(fen);
}
