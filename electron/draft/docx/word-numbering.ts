// The numbers that Word computes in front of paragraphs: 第一章, （一）, 1.2.
import { numberWords } from './number-words.ts';
import { type ListLevel, readLists, type WordList } from './word-lists.ts';

export interface Numbering {
  /** The next number of a paragraph with these settings; '' for a bullet, or where there is no such list. */
  next(id: string, depth: number): string;
  /** Which level of a list belongs to a style; null where none does. */
  depthOfStyle(id: string, style: string): number | null;
}

/** Counts as Word does; paragraphs must come in the order of the document. */
export function createNumbering(xml: string): Numbering {
  const lists = readLists(xml);
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next(id, depth) {
      const list = lists.get(id);
      const level = list?.levels.get(depth);
      if (!list || !level) return '';
      const counter = counters.get(list.pattern) ?? new Map<number, number>();
      counters.set(list.pattern, counter);
      const before = counter.get(depth);
      const own = begun.has(`${id} ${depth}`) ? undefined : list.starts.get(depth);
      begun.add(`${id} ${depth}`);
      counter.set(depth, own ?? (before === undefined ? level.start : before + 1));
      for (const below of [...counter.keys()]) {
        const restart = list.levels.get(below)?.restart ?? null;
        if (below > depth && (restart === null || depth < restart)) counter.delete(below);
      }
      return render(list, level, counter);
    },
    depthOfStyle(id, style) {
      for (const [depth, level] of lists.get(id)?.levels ?? []) if (level.style === style) return depth;
      return null;
    },
  };
}

function render(list: WordList, level: ListLevel, counter: ReadonlyMap<number, number>): string {
  if (level.format === 'bullet') return '';
  return level.text.replace(/%([1-9])/g, (_, place: string) => {
    const depth = Number(place) - 1;
    const named = list.levels.get(depth);
    const format = level.isPlain ? 'decimal' : (named?.format ?? 'decimal');
    return numberWords(counter.get(depth) ?? named?.start ?? 1, format);
  });
}
