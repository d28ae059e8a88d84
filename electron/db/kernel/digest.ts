// How texts go into a hash.
import type { Hash } from 'node:crypto';

/** Adds texts to a hash so that no two lists of texts give the same bytes. */
export function feed(hash: Hash, ...texts: (string | number | null)[]): void {
  // One call for all of them: a log has a hundred thousand.
  let written = '';
  for (const text of texts) {
    const one = text === null ? null : String(text);
    written += one === null ? '-;' : `${one.length}:${one};`;
  }
  hash.update(written);
}
