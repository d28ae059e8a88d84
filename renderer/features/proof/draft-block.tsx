// One block of a draft with its marks: a heading, a paragraph, a table with its spans.
import { memo } from 'react';
import type { DraftBlock, DraftTable } from '#shared/draft/draft.ts';
import { cellMark, cutMarks, type DraftMark, placeKey } from './draft-marks.ts';

interface BlockProps {
  block: DraftBlock;
  index: number;
  marks: readonly DraftMark[];
}

export const DraftBlockView = memo(function DraftBlockView({ block, index, marks }: BlockProps) {
  if (block.kind === 'table') return <TableView table={block} index={index} marks={marks} />;
  const role = block.role === 'heading' ? `is-heading is-level-${Math.min(4, block.level ?? 1)}` : `is-${block.role}`;
  return (
    <p className={`xj-proof-block ${role}`}>
      <MarkedText text={block.text} marks={marks} />
    </p>
  );
});

function MarkedText({ text, marks }: { text: string; marks: readonly DraftMark[] }) {
  if (marks.length === 0) return text;
  let at = 0;
  return cutMarks(text, marks).map((segment) => {
    const key = at;
    at += segment.text.length;
    if (segment.tone === null) return <span key={key}>{segment.text}</span>;
    return (
      <mark
        key={key}
        className={`xj-proof-mark is-${segment.tone}`}
        title={segment.message}
        data-at={segment.keys === '' ? undefined : segment.keys}
      >
        {segment.text}
      </mark>
    );
  });
}

function TableView({ table, index, marks }: { table: DraftTable; index: number; marks: readonly DraftMark[] }) {
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  return (
    <div className="xj-proof-block is-table">
      <table>
        <tbody>
          {Array.from({ length: table.rowCount }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a draft never move
            <tr key={row} className={row < table.headRows ? 'is-head' : ''}>
              {(rows.get(row) ?? []).map(({ column, rowSpan, columnSpan, text }) => {
                const mark = cellMark(marks, row, column);
                return (
                  <td
                    key={column}
                    rowSpan={rowSpan}
                    colSpan={columnSpan}
                    className={cellClass(text, mark)}
                    title={mark?.message}
                    data-at={placeKey({ kind: 'table', block: index, row, column })}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass(text: string, mark: DraftMark | undefined): string {
  const align = /^[-+−]?[\d,，.．%％\s]+$/.test(text) ? 'is-number' : '';
  return mark ? `${align} xj-proof-mark is-${mark.tone}` : align;
}
