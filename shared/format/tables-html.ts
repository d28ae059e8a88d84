// The computed tables of the plan as one document for printing, each with its charts.
import type { PlanInfo } from '../domain/reference.ts';
import type { TableColumn, TableResult } from '../tables/table.ts';
import { chartSvg } from './chart-svg.ts';
import { type Fit, type FitColumn, fitColumns } from './fit-columns.ts';
import { escapeHtml, htmlDocument, type PageSetup, printableWidth } from './html-document.ts';
import { type PrintColumn, type PrintRow, tableHtml, tableWidth } from './html-table.ts';
import { tableCellText, tablePaper, tableTitle } from './table-text.ts';

/** All given tables, one after another; a table starts on a new page unless it and its neighbours are short. */
export function tablesHtml(plan: PlanInfo, tables: readonly TableResult[], options: { paper: 'A3' | 'A4' }): string {
  const widest = Math.max(1, ...tables.map((table) => table.columns.length));
  const setup: PageSetup = { paper: options.paper, orientation: tablePaper(widest).orientation };
  const available = printableWidth(setup);
  const body = tables.map((table, index) => tableSection(table, index, available)).join('');
  const title = `${plan.regionName}规划汇总表`;
  return htmlDocument({ title, setup, running: { title: '', unit: '' }, body });
}

function tableSection(table: TableResult, index: number, available: number): string {
  const rows: PrintRow[] = table.rows.map((row) => ({
    cells: table.columns.map((_, at) => tableCellText(row.cells[at])),
    strong: row.role !== 'item',
    keepWithNext: row.role === 'heading',
  }));
  const columns = table.columns.map((column, at) => printColumn(column, at, rows));
  const fit: Fit = fitColumns(columns, available);
  const width = `style="width:${tableWidth(fit)}"`;
  const notes = table.notes.map((note) => `<div>注：${escapeHtml(note)}</div>`).join('');
  const charts = table.charts
    .map(
      (chart) =>
        `<figure>${chartSvg(chart)}<figcaption>${escapeHtml(`${chart.id}  ${chart.title}`)}</figcaption></figure>`,
    )
    .join('');
  return [
    `<section${index > 0 ? ' class="part"' : ''}><h2>${escapeHtml(tableTitle(table))}</h2>`,
    `<div class="line" ${width}><span></span><span>单位：${table.unit}</span></div>`,
    `${tableHtml(columns, rows, fit)}${notes === '' ? '' : `<div class="notes" ${width}>${notes}</div>`}${charts}</section>`,
  ].join('');
}

/** Numbers get room for ordinary figures even where all of a table are short. */
const LEAST = { text: '', count: '000,000', amount: '0,000,000.00' } as const;

function printColumn(column: TableColumn, index: number, rows: readonly PrintRow[]): PrintColumn & FitColumn {
  const isNumber = column.kind !== 'text';
  return {
    label: column.label,
    group: column.group,
    align: isNumber ? 'right' : 'left',
    width: index === 0 ? 34 : 18,
    oneLine: isNumber,
    texts: [...rows.map((row) => row.cells[index] ?? ''), LEAST[column.kind]],
  };
}
