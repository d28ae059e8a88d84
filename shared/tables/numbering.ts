// Numbers of tables and charts (表4-2, 图5-1, 附表1) are given by the order in which a document holds them, never typed;
// texts name a table or chart by its id and get the number when they are written (shared/text/).

export type NumberedKind = 'table' | 'chart';
/** A chapter gives 表4-1; `plan` numbers through (表1, as a city does); `annex` gives 附表1. */
export type Chapter = number | 'plan' | 'annex';

export interface NumberedItem {
  /** Stable; one table and one chart never share it. */
  id: string;
  kind: NumberedKind;
  chapter: Chapter;
  /** The sum over the tables of its chapter: it carries the chapter's own number (表4). */
  isHead?: boolean;
}

const WORDS = { table: '表', chart: '图' } as const;

/** Number by id, in the order of the list; an id that comes twice keeps its first number. */
export function numberItems(items: readonly NumberedItem[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const last = new Map<string, number>();
  for (const { id, kind, chapter, isHead } of items) {
    if (numbers.has(id)) continue;
    if (isHead && typeof chapter === 'number') {
      numbers.set(id, `${WORDS[kind]}${chapter}`);
      continue;
    }
    const series = `${kind} ${chapter}`;
    const next = (last.get(series) ?? 0) + 1;
    last.set(series, next);
    if (chapter === 'annex') numbers.set(id, `附${WORDS[kind]}${next}`);
    else numbers.set(id, chapter === 'plan' ? `${WORDS[kind]}${next}` : `${WORDS[kind]}${chapter}-${next}`);
  }
  return numbers;
}
