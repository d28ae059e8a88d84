// The directory of an OLE2 container: a tree of storages (folders) and streams (files), stored as one flat table.
import { damaged } from './read-error.ts';

export interface DirectoryEntry {
  name: string;
  kind: 'root' | 'storage' | 'stream' | 'unused';
  start: number;
  size: number;
  /** Indexes in the table: the binary tree of the siblings, and where that of the entries inside begins. */
  left: number;
  right: number;
  child: number;
}

const KINDS: Record<number, DirectoryEntry['kind']> = { 1: 'storage', 2: 'stream', 5: 'root' };

/** The table; entries refer to each other by their places in it. */
export function readDirectory(content: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + 128 <= content.length; at += 128) {
    const nameLength = Math.min(64, content.readUInt16LE(at + 64));
    entries.push({
      name: content.toString('utf16le', at, at + Math.max(0, nameLength - 2)),
      kind: KINDS[content[at + 66] as number] ?? 'unused',
      left: content.readUInt32LE(at + 68),
      right: content.readUInt32LE(at + 72),
      child: content.readUInt32LE(at + 76),
      start: content.readUInt32LE(at + 116),
      size: content.readUInt32LE(at + 120),
    });
  }
  if (entries.length === 0) throw damaged('目录是空的');
  return entries;
}

/**
 * The entries that lie in the root itself, first those that its tree reaches. Where links of that tree are broken,
 * streams that no other storage claims follow: what belongs to an embedded object is never among them.
 */
export function entriesOfRoot(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  const claimed = new Set<number>([0]);
  const own = childrenOf(entries, 0, claimed);
  for (const [i, entry] of entries.entries()) if (entry.kind === 'storage') childrenOf(entries, i, claimed);
  const strays = entries.filter((entry, i) => entry.kind === 'stream' && !claimed.has(i));
  return [...own, ...strays];
}

/** Walks the tree below `parent`; links that lead out of the table, to unused entries or in a circle end there. */
function childrenOf(entries: readonly DirectoryEntry[], parent: number, claimed: Set<number>): DirectoryEntry[] {
  const found: DirectoryEntry[] = [];
  const open = [entries[parent]?.child ?? -1];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entry = entries[next];
    if (!entry || entry.kind === 'unused' || entry.kind === 'root' || claimed.has(next)) continue;
    claimed.add(next);
    found.push(entry);
    open.push(entry.right, entry.left);
  }
  return found;
}
