// What the columns of a table say about its kind, gathered once: folded header words, their keys, the naming column.

import type { SheetView } from '../../sheet/sheet-view.ts';
import { headerWord } from '../header-words.ts';
import type { FoundTable, ReadColumn } from '../reading.ts';

export interface ColumnFact {
  column: ReadColumn;
  /** Header path folded and joined: 变更前›项目名称. */
  word: string;
  /** Last header cell as written, for sentences. */
  shown: string;
}

export interface TableFacts {
  columns: readonly ColumnFact[];
  /** First column with a header that does not just count the rows. */
  label: ColumnFact | undefined;
  title: string;
  has(key: string): boolean;
  /** Columns whose key begins so. */
  count(prefix: string): number;
}

/** What a kind has to show for itself: points, and the words that gave them. */
export interface Evidence {
  points: number;
  words: string[];
}

/** The name of the sheet speaks for its first table only. */
const ROWS_ABOVE = 6;

export function tableFacts(view: SheetView, table: FoundTable, columns: readonly ReadColumn[]): TableFacts {
  const facts = columns
    .filter(({ path }) => path.length > 0)
    .map((column): ColumnFact => {
      const shown = (column.path.at(-1) ?? '').replace(/\s+/g, '');
      return { column, word: column.path.map((text) => headerWord(text).word).join('›'), shown };
    });
  const keys = new Set(columns.map(({ key }) => key));
  return {
    columns: facts,
    label: facts.find(({ column }) => column.key !== 'serial'),
    // A title may stand in the name of the sheet only: 项目进度表.
    title: view.indexOf(table.headerTop) < ROWS_ABOVE ? `${table.title}\n${view.sheet.name}` : table.title,
    has: (key) => keys.has(key),
    count: (prefix) => columns.filter(({ key }) => key?.startsWith(prefix)).length,
  };
}

/** “完成投资”“已拨付资金”: the first few, each once. */
export function quoted(words: readonly string[], most = 4): string {
  return [...new Set(words)]
    .slice(0, most)
    .map((word) => `“${word}”`)
    .join('');
}
