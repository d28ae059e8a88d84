// How texts go into a hash.
import type { Hash } from 'node:crypto';

/** Adds texts to a hash so that no two lists of texts give the same bytes. */
export function feed(hash: Hash, ...texts: (string | number | null)[]): void {
  for (const text of texts) {
    const written = text === null ? null : String(text);
    hash.update(written === null ? '-;' : `${written.length}:${written};`);
  }
}
