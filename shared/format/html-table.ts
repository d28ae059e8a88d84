// A printed table: merged header repeated on each page, rows that do not break, widths in mm.
import type { Fit } from './fit-columns.ts';
import { type HeaderColumn, headerCells, headerDepth } from './header-rows.ts';
import { escapeHtml } from './html-document.ts';

export interface PrintColumn extends HeaderColumn {
  align: 'left' | 'center' | 'right';
}

export interface PrintRow {
  /** One text a column. */
  cells: string[];
  strong: boolean;
  /** A heading that must not be the last line of a page. */
  keepWithNext: boolean;
}

const CLASS = { left: '', center: ' class="c"', right: ' class="n"' } as const;

function mm(value: number): string {
  return `${value.toFixed(2)}mm`;
}

/** The sum of the column widths, for lines above and below the table. */
export function tableWidth(fit: Fit): string {
  return mm(fit.widthsMm.reduce((sum, width) => sum + width, 0));
}

export function tableHtml(columns: readonly PrintColumn[], rows: readonly PrintRow[], fit: Fit): string {
  const cols = fit.widthsMm.map((width) => `<col style="width:${mm(width)}">`).join('');
  const style = `width:${tableWidth(fit)};font-size:${fit.fontPt}pt`;
  const body = rows.map((row) => rowHtml(row, columns)).join('\n');
  return `<table style="${style}"><colgroup>${cols}</colgroup><thead>${headHtml(columns)}</thead><tbody>\n${body}\n</tbody></table>`;
}

function headHtml(columns: readonly PrintColumn[]): string {
  const cells = headerCells(columns);
  return Array.from({ length: headerDepth(columns) }, (_, row) => {
    const own = cells
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`;
        return `<th${spans}>${escapeHtml(cell.label)}</th>`;
      });
    return `<tr>${own.join('')}</tr>`;
  }).join('');
}

function rowHtml(row: PrintRow, columns: readonly PrintColumn[]): string {
  const classes = [row.strong ? 'strong' : '', row.keepWithNext ? 'keep' : ''].filter((name) => name !== '').join(' ');
  const cells = columns.map((column, index) => `<td${CLASS[column.align]}>${escapeHtml(row.cells[index] ?? '')}</td>`);
  return `<tr${classes === '' ? '' : ` class="${classes}"`}>${cells.join('')}</tr>`;
}
