// Drafts for tests from lines and rows: `<` in a cell continues the one to its left, `^` the one above it.
import type { Draft, DraftBlock, DraftCell, DraftTable, ParagraphRole } from '#shared/draft/draft.ts';

export type DraftPart = string | { rows: readonly (readonly string[])[]; headRows?: number };

/** The role of a line by its words, as a reader of a file would tell it from the style. */
function roleOf(line: string): ParagraphRole {
  if (/^[图表]\s?\d/.test(line)) return 'caption';
  const isHeading =
    line.length < 40 && /^(?:第.+[章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(line);
  return isHeading && !/[。；]/.test(line) ? 'heading' : 'text';
}

export function makeTable(rows: readonly (readonly string[])[], headRows = 0, at = 0): DraftTable {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const cells: DraftCell[] = [];
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      if (text === '<' || text === '^') continue;
      let [columnSpan, rowSpan] = [1, 1];
      while (texts[column + columnSpan] === '<') columnSpan += 1;
      while (rows[row + rowSpan]?.[column] === '^') rowSpan += 1;
      cells.push({ row, column, rowSpan, columnSpan, text, at: at + cells.length });
    }
  }
  return { kind: 'table', rowCount: rows.length, columnCount, headRows, cells };
}

/** A draft of paragraphs and tables in their order. */
export function makeDraft(parts: readonly DraftPart[]): Draft {
  let at = 0;
  const blocks = parts.map((part): DraftBlock => {
    if (typeof part === 'string') {
      const role = roleOf(part);
      at += 1;
      return { kind: 'paragraph', role, level: role === 'heading' ? 1 : null, text: part, at: at - 1 };
    }
    const table = makeTable(part.rows, part.headRows ?? 0, at);
    at += table.cells.length;
    return table;
  });
  return { format: 'docx', blocks, remarks: [] };
}
