// The computed tables of the plan as one document for printing, each with its charts on the paper that suits it.

import { drawChart } from '../charts/chart-svg.ts';
import type { PlanInfo } from '../domain/reference.ts';
import { footLines, tableCellText, tablePaper, tableTitle, unitLine } from '../format/table-text.ts';
import {
  type ChartSpec,
  chartTitle,
  filledCharts,
  isSumRow,
  type TableColumn,
  type TableResult,
  type TableRow,
} from '../tables/table.ts';
import type { PageSetup } from './paper.ts';
import type { Block, PrintDocument, PrintSection } from './print-document.ts';
import type { JobOf } from './print-job.ts';
import { headingRow, type PrintColumn, type PrintRow } from './print-table.ts';
import { tableRoundingNote } from './rounding-note.ts';

/** All given tables, each on a new page. */
export function tablesDocument(
  plan: Pick<PlanInfo, 'regionName'>,
  tables: readonly TableResult[],
  job: JobOf<'tables'>,
): PrintDocument {
  return {
    title: `${plan.regionName}规划汇总表`,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    sections:
      tables.length > 0 ? tables.map((table) => tableSection(table, job)) : [nothingSection({ ...job, ...UPRIGHT })],
  };
}

const UPRIGHT = { orientation: 'portrait' } as const;

/** A page that says why nothing stands on it: no file is without pages. */
export function nothingSection(setup: PageSetup): PrintSection {
  const text = '规划还没有列入项目，没有可以印的表。';
  return { setup, before: [{ kind: 'text', role: 'body', text }], table: null, after: [], continued: NO_WORDS };
}

const NO_WORDS = { title: '', unit: '' };

/** What of a job decides how one table is set. */
export type TableSetting = Omit<JobOf<'tables'>, 'what' | 'ids' | 'showings'>;

function setupOf(table: TableResult, job: TableSetting): PageSetup {
  const { paper, orientation } = job.papers[table.id] ?? job;
  const suits = tablePaper(table.columns.length).orientation;
  return { ...job, paper, orientation: orientation === 'auto' ? suits : orientation };
}

/** One table on pages of its own. */
export function tableSection(table: TableResult, job: TableSetting): PrintSection {
  const unit = unitLine(table);
  const rounding = tableRoundingNote(table);
  const noted = rounding === '' ? table : { ...table, notes: [...table.notes, rounding] };
  const foot = footLines(noted).map((text): Block => ({ kind: 'text', role: 'note', text }));
  return {
    setup: setupOf(table, job),
    before: [
      { kind: 'text', role: 'caption', text: tableTitle(table) },
      { kind: 'spread', role: 'line', parts: ['', unit] },
    ],
    table: {
      columns: table.columns.map(printColumn),
      rows: table.rows.map((row, at) => ({
        cells: table.columns.map((_, column) => tableCellText(row.cells[column])),
        strong: isSumRow(row),
        ...(row.role === 'heading' ? headingOf(row, table.rows[at + 1]) : {}),
      })),
      fixedColumns: 1,
      fontPt: job.fontPt,
      subtotals: 'none',
      subtotalRow: () => [],
    },
    after: [...foot, ...(job.charts ? filledCharts(table).map(figure) : [])],
    continued: { title: tableTitle(table), unit },
  };
}

/** A heading with nothing beneath it may be the last line of a page. */
function headingOf(row: TableRow, next: TableRow | undefined): Pick<PrintRow, 'keepWithNext' | 'bookmark'> {
  return { ...headingRow(tableCellText(row.cells[0]), row.depth), keepWithNext: (next?.depth ?? 0) > row.depth };
}

function figure(chart: ChartSpec): Block {
  return { kind: 'figure', chart: drawChart(chart), caption: chartTitle(chart) };
}

/** Numbers get room for ordinary figures even where all of a table are short. */
const LEAST = { text: '', count: '000,000', amount: '0,000,000.00', share: '000.00' } as const;

export function printColumn(column: TableColumn): PrintColumn {
  const isNumber = column.kind !== 'text';
  return {
    label: column.label,
    group: column.group,
    align: isNumber ? 'right' : column.isNarrow ? 'center' : 'left',
    width: column.isNarrow ? 10 : isNumber ? 18 : 34,
    oneLine: isNumber,
    isAmount: column.kind === 'amount',
    least: LEAST[column.kind],
  };
}
