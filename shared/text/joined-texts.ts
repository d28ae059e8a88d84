// Several texts read as one, and the way back from a place in it.

export interface JoinedTexts {
  text: string;
  /** Which of the texts a place stands in, and where in it. */
  find(at: number): { index: number; at: number };
}

/** The texts in order, each on lines of its own. */
export function joinTexts(texts: readonly string[]): JoinedTexts {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    text: texts.join('\n'),
    find: (at) => {
      const index = starts.findLastIndex((start) => start <= at);
      return { index, at: at - (starts[index] ?? 0) };
    },
  };
}
