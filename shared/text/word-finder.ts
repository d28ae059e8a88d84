// Finds the words of a dictionary in a text, at each place the longest: in time of the text, however many words there are.

export interface FoundWord {
  start: number;
  end: number;
  word: string;
}

/** Words of at least two characters by their first two, the longest first. */
export type WordFinder = (text: string) => FoundWord[];

/** A word of two characters (就业, 产业) names a class only right before a figure; else it is a word like any other. */
const BEFORE_FIGURE = /^(?:项目|资金|投资|建设|类)?\s*[\d０-９]/;
const NEAR = 8;

/** A finder of words; they do not overlap, and the one that begins first is taken. */
export function makeWordFinder(words: Iterable<string>): WordFinder {
  const byStart = new Map<string, string[]>();
  for (const word of words) {
    const start = word.slice(0, 2);
    const known = byStart.get(start);
    if (known) known.push(word);
    else byStart.set(start, [word]);
  }
  for (const known of byStart.values()) known.sort((a, b) => b.length - a.length);
  return (text) => {
    const found: FoundWord[] = [];
    for (let at = 0; at + 1 < text.length; at += 1) {
      const word = byStart
        .get(text.slice(at, at + 2))
        ?.find(
          (one) =>
            text.startsWith(one, at) && (one.length > 2 || BEFORE_FIGURE.test(text.slice(at + 2, at + 2 + NEAR))),
        );
      if (word === undefined) continue;
      found.push({ start: at, end: at + word.length, word });
      at += word.length - 1;
    }
    return found;
  };
}
