// A draft in lines, as tests compare it: role and level before each paragraph, a line for each row of a table.
import type { Draft, DraftTable } from '#shared/draft/draft.ts';

/** 'h2 分类安排', 'text …', '| 类别 2x1 | 项目 1x2 |': spans stand behind the text, as rows x columns. */
export function showDraft(draft: Draft): string[] {
  return draft.blocks.flatMap((block) => {
    if (block.kind === 'table') return showTable(block);
    const text = block.text.replaceAll('\n', '⏎');
    return [block.role === 'heading' ? `h${block.level} ${text}` : `${block.role} ${text}`];
  });
}

function showTable({ rowCount, columnCount, headRows, cells }: DraftTable): string[] {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ text, rowSpan, columnSpan }) => {
        const span = rowSpan > 1 || columnSpan > 1 ? ` ${rowSpan}x${columnSpan}` : '';
        return `${text.replaceAll('\n', '⏎')}${span}`;
      })
      .join(' | '),
  );
  return [`table ${rowCount}x${columnCount} heads ${headRows}`, ...rows.map((row) => `| ${row}`)];
}
