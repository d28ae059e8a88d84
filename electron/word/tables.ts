// Computed tables alone as a Word document, to be taken over into the plan's text.
import type { TableResult } from '#shared/tables/table.ts';
import { writeWordDocument } from './document.ts';

/** Writes the tables, with a 校验码 at their foot, to `target` or leaves it as it was. Throws AppError `cannot-write` or `disk-full`. */
export async function writeTablesDocument(target: string, tables: readonly TableResult[], code = ''): Promise<void> {
  const blocks = tables.map((table) => {
    const { id, number, title } = table;
    return { kind: 'table' as const, id, number, title, table };
  });
  await writeWordDocument(target, blocks, { title: [], look: 'report', numbering: 'plain', contents: false, code });
}
