// The rows of one page as a table: header, widths and heights as they were computed.
import { escapeHtml } from '../values/escape-html.ts';
import type { LaidPart, LaidRow, LaidTable } from './lay-table.ts';
import { shrunkPt } from './text-lines.ts';

const CLASS = { left: '', center: ' class="c"', right: ' class="n"' } as const;

export function tableHtml(table: LaidTable, part: LaidPart, rows: readonly LaidRow[]): string {
  const cols = part.widths.map((width) => `<col style="width:${width}px">`).join('');
  const style = `width:${part.width}px;font-size:${table.fontPt}pt;line-height:${table.lineHeight}px`;
  const body = rows.map((row) => rowHtml(row, table, part)).join('\n');
  return `<table style="${style}"><colgroup>${cols}</colgroup><thead>${headHtml(table, part)}</thead><tbody>\n${body}\n</tbody></table>`;
}

function headHtml(table: LaidTable, part: LaidPart): string {
  return table.headHeights
    .map((height, row) => {
      const cells = part.header
        .filter((cell) => cell.row === row)
        .map((cell) => {
          const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
          const columns = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '';
          return `<th${rows}${columns}>${sized(cell.text, table, cell.scale)}</th>`;
        });
      return `<tr style="height:${height}px">${cells.join('')}</tr>`;
    })
    .join('');
}

/** A text at its part of the table's size; its lines keep their height. */
function sized(text: string, table: LaidTable, scale: number): string {
  if (scale === 1) return escapeHtml(text);
  return `<span style="font-size:${shrunkPt(table.fontPt, scale)}pt">${escapeHtml(text)}</span>`;
}

function rowHtml({ cells, height, row, shrunk }: LaidRow, table: LaidTable, part: LaidPart): string {
  const own = part.columns.map((index) => {
    const align = table.table.columns[index]?.align ?? 'left';
    return `<td${CLASS[align]}>${sized(cells[index] ?? '', table, shrunk.get(index) ?? 1)}</td>`;
  });
  return `<tr${row.strong ? ' class="s"' : ''} style="height:${height}px">${own.join('')}</tr>`;
}
