// The edits of a preview as a table: one line a project, one column a column, with the reason where a cell is refused.
import type { CellEdit, RejectedEdit } from '#shared/contract/methods.ts';
import type { GridColumn } from '../grid-columns.ts';
import type { Overflow } from './plan-paste.ts';

export interface ReviewLine {
  /** Project id, or added:0 … for a line that becomes a project. */
  id: string;
  /** Texts by column key; a cell that is left as it is has none. */
  texts: Readonly<Record<string, string>>;
  /** Reasons by column key. */
  refused: Readonly<Record<string, string>>;
}

export interface ReviewTable {
  columns: GridColumn[];
  /** In the order of the paste. */
  lines: ReviewLine[];
  /** Cells that can be written: in rows of the table, and in added projects. */
  writable: { existing: number; added: number };
}

export function reviewTable(
  { edits, overflow }: { edits: readonly CellEdit[]; overflow: Overflow },
  rejected: readonly RejectedEdit[],
  columns: readonly GridColumn[],
): ReviewTable {
  const lines = new Map<string, { texts: Record<string, string>; refused: Record<string, string> }>();
  const lineOf = (id: string) => {
    const line = lines.get(id) ?? { texts: {}, refused: {} };
    lines.set(id, line);
    return line;
  };
  for (const { id, column, text } of edits) lineOf(id).texts[column] = text;
  overflow.lines.forEach((cells, index) => {
    const line = lineOf(`added:${index}`);
    for (const { column, text } of cells) line.texts[column] = text;
  });
  for (const { id, column, text, message } of rejected) {
    const line = lineOf(id);
    line.texts[column] ??= text;
    line.refused[column] = message;
  }
  const used = new Set([...lines.values()].flatMap((line) => Object.keys(line.texts)));
  const count = (isAdded: boolean): number =>
    [...lines].reduce((sum, [id, { texts, refused }]) => {
      if (id.startsWith('added:') !== isAdded) return sum;
      return sum + Object.keys(texts).filter((key) => refused[key] === undefined).length;
    }, 0);
  return {
    columns: columns.filter((column) => used.has(column.key)),
    lines: [...lines].map(([id, line]) => ({ id, ...line })),
    writable: { existing: count(false), added: count(true) },
  };
}
