// 是否指…: the word that was probably meant by one that is not known.

/** Letters to insert, delete or replace to make one word the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** The nearest of the candidates, the earlier of equal ones; undefined where none is near. */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const most = Math.max(word.length, candidate.length);
    if (Math.abs(word.length - candidate.length) >= least) continue;
    const size = distance(word, candidate);
    const isNear = size <= most / 2 || (word.length > 1 && candidate.includes(word) && size <= 4);
    if (isNear && size < least) {
      least = size;
      best = candidate;
    }
  }
  return best;
}
