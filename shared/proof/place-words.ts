// Names places of a draft as people do: the headings above, the paragraph; the number of a table with row and column.
import type { Draft } from '../draft/draft.ts';
import type { ProofPlace } from './finding.ts';
import type { Axis } from './tables/axis.ts';
import { draftTables } from './tables/draft-tables.ts';
import type { ReadTable } from './tables/read-table.ts';

export interface PlaceWords {
  kind: 'text' | 'table';
  /** Headings above it, outermost first. */
  headings: readonly string[];
  /** The how-manyth paragraph outside of tables, from 1; null in a table. */
  paragraph: number | null;
  /** The how-manyth table, from 1; null in the text. */
  table: number | null;
  /** The line over the table; '' for none. */
  caption: string;
  /** The words of the row's and the column's heads; 第3行 where they have none. */
  row: string;
  column: string;
  /** All of it in one line. */
  words: string;
  /** The same for somebody who is in the same table or under the same heading. */
  brief: string;
}

interface BlockWords {
  headings: readonly string[];
  paragraph: number;
  table: number;
}

/** Longer captions are cut in the one line. */
const LONGEST_CAPTION = 24;

export function placeNamer(draft: Draft): (place: ProofPlace) => PlaceWords {
  const blocks = countBlocks(draft);
  const { tables, rows } = tablesByBlock(draft);
  return (place) => {
    const own = blocks[place.block] ?? { headings: [], paragraph: 0, table: 0 };
    const { headings } = own;
    const path = headings.map((heading) => `${heading} › `).join('');
    if (place.kind === 'text') {
      const { paragraph } = own;
      const brief = `第${paragraph}段`;
      const words = `${path}${brief}`;
      return { kind: 'text', headings, paragraph, table: null, caption: '', row: '', column: '', words, brief };
    }
    const table = tables.get(place.block);
    const rowAxis = rows.get(`${place.block}/${place.row}`);
    const columnAxis = table?.columns.find(({ index }) => index === place.column);
    const row = rowAxis?.name || `第${place.row + 1}行`;
    const column = columnAxis?.name ? [...columnAxis.above, columnAxis.name].join('·') : `第${place.column + 1}列`;
    const caption = table?.caption ?? '';
    const name = caption === '' ? `第${own.table}张表` : shorten(caption);
    const brief = `“${row}”行“${column}”列`;
    const words = `${path}${name}：${brief}`;
    return { kind: 'table', headings, paragraph: null, table: own.table, caption, row, column, words, brief };
  };
}

/** A table that goes on over a page stands in several blocks, each with rows of its own. */
function tablesByBlock(draft: Draft): { tables: Map<number, ReadTable>; rows: Map<string, Axis> } {
  const tables = new Map<number, ReadTable>();
  const rows = new Map<string, Axis>();
  for (const table of draftTables(draft)) {
    for (const axis of table.rows) {
      const place = table.placeOf(axis.index, 0);
      tables.set(place.block, table);
      if (place.kind === 'table') rows.set(`${place.block}/${place.row}`, axis);
    }
  }
  return { tables, rows };
}

function countBlocks({ blocks }: Draft): BlockWords[] {
  const open: { level: number; text: string }[] = [];
  let paragraph = 0;
  let table = 0;
  return blocks.map((block) => {
    if (block.kind === 'table') table += 1;
    else paragraph += 1;
    if (block.kind === 'paragraph' && block.role === 'heading') {
      const level = block.level ?? 1;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push({ level, text: shorten(block.text.replaceAll(/\s+/g, ' ')) });
    }
    return { headings: open.map(({ text }) => text), paragraph, table };
  });
}

function shorten(text: string): string {
  return text.length > LONGEST_CAPTION ? `${text.slice(0, LONGEST_CAPTION)}…` : text;
}
