// The annex (附表) as a document for printing (handbook 5.2).
import { type Column, columnsOf } from '../domain/fields.ts';
import { type AnnexRow, annexLayout, annexRows, subtotalFen } from '../format/annex-rows.ts';
import { type CellContent, type ContentReader, makeContentReader } from '../format/cell-content.ts';
import { filterPlan } from '../format/project-filter.ts';
import { type AmountShowing, showAmount } from '../format/shown-amount.ts';
import type { PlanData } from '../records/plan-data.ts';
import { type Fen, ZERO } from '../values/money.ts';
import type { PrintDocument } from './print-document.ts';
import type { JobOf } from './print-job.ts';
import { headingRow, type PrintColumn, type PrintRow } from './print-table.ts';
import { roundingNote } from './rounding-note.ts';
import { signatureParts } from './signatures.ts';

const EXACT: AmountShowing = { unit: '万元', decimals: null };
/** 序号 and 项目名称 stand on every sheet where the columns are split. */
const FIXED_COLUMNS = 2;

/** The whole annex; `today` stands over it where the job names no date. */
export function annexDocument(whole: PlanData, job: JobOf<'annex'>, today: string): PrintDocument {
  const data = filterPlan(whole, job.filter);
  const columns = chosenColumns(data, job.columns);
  const title = job.title ?? data.plan.title;
  const read = makeContentReader(data.reference);
  const unit = `单位：${job.unit}`;
  const source = annexRows(data, job);
  const rows = source.map((row) => printRow(row, columns, read, job));
  const roundings = roundingNote(source, columns, read, job);
  return {
    title,
    tableFont: job.tableFont,
    firstNumber: job.firstNumber,
    sections: [
      {
        setup: job,
        before: [
          ...(job.label === '' ? [] : [{ kind: 'text', role: 'label', text: job.label } as const]),
          { kind: 'text', role: 'title', text: title },
          {
            kind: 'spread',
            role: 'line',
            parts: [`填报单位：${job.office ?? data.plan.regionName}`, job.date ?? today, unit],
          },
        ],
        table: {
          columns: [NUMBER_COLUMN, ...columns.map(printColumn)],
          rows: data.projects.length === 0 ? [] : rows,
          fixedColumns: FIXED_COLUMNS,
          fontPt: job.fontPt,
          subtotals: job.subtotals,
          subtotalRow: (label, count, sums) => [
            '',
            ...columns.map((column, at) => sumText(column, label, count, sums[at + 1], job)),
          ],
        },
        after: [
          ...(data.projects.length === 0
            ? [{ kind: 'text', role: 'note', text: '没有符合条件的项目。' } as const]
            : []),
          ...notes(job.note, roundings).map((text) => ({ kind: 'text', role: 'note', text }) as const),
          ...(job.signatures.shown
            ? [{ kind: 'spread', role: 'signatures', parts: signatureParts(job.signatures) } as const]
            : []),
        ],
        continued: { title, unit },
      },
    ],
  };
}

/** The note that was written, and the one about rounding; numbered where there are two. */
function notes(written: string, rounding: string): string[] {
  const all = [written, rounding].filter((note) => note !== '');
  return all.map((note, at) => `${at === 0 ? '注：' : '　　'}${all.length > 1 ? `${at + 1}. ` : ''}${note}`);
}

/** The columns after 序号: 名称 first, then those chosen in their order. Unknown keys are passed over. */
export function chosenColumns(data: PlanData, keys: readonly string[] | null): Column[] {
  if (keys === null) return annexLayout(data, 'none');
  const all = columnsOf(data.plan, data.reference);
  return ['name', ...keys.filter((key) => key !== 'name')].flatMap(
    (key) => all.find((column) => column.key === key) ?? [],
  );
}

function printRow(row: AnnexRow, columns: readonly Column[], read: ContentReader, job: JobOf<'annex'>): PrintRow {
  if (row.kind !== 'project') {
    const cells = columns.map((column) => subtotalText(row, column, job));
    return {
      cells: [row.kind === 'heading' ? row.ordinal : '', ...cells],
      strong: true,
      ...(row.kind === 'heading' ? headingRow(`${row.ordinal} ${row.name}`.trim(), row.depth) : {}),
      closes: row.kind === 'total' && job.totalPosition === 'last',
    };
  }
  const contents = columns.map((column) => read(row.project, column));
  return {
    cells: [String(row.number), ...contents.map((content) => contentText(content, job))],
    adds: [null, ...columns.map((column, at) => addedFen(column, contents[at]))],
  };
}

function addedFen(column: Column, content: CellContent | undefined): Fen | null {
  if (column.kind !== 'amount') return null;
  return content?.kind === 'amount' ? content.fen : ZERO;
}

function subtotalText(row: Exclude<AnnexRow, { kind: 'project' }>, column: Column, showing: AmountShowing): string {
  if (column.key === 'name') return row.kind === 'total' ? '合计' : row.name;
  if (column.key === 'content') return `${row.rollup.count}个`;
  const fen = subtotalFen(row.rollup, column);
  return fen === undefined ? '' : showAmount(fen, showing);
}

/** 本页小计 as 合计 is printed: the count in the column of 建设内容. */
function sumText(
  column: Column,
  label: string,
  count: number,
  sum: Fen | null | undefined,
  showing: AmountShowing,
): string {
  if (column.key === 'name') return label;
  if (column.key === 'content') return `${count}个`;
  return sum === null || sum === undefined ? '' : showAmount(sum, showing);
}

/** A value as printed: amounts with thousands separators, in unit and decimals as chosen. */
export function contentText(content: CellContent, showing: AmountShowing = EXACT): string {
  if (content.kind === 'blank') return '';
  if (content.kind === 'amount') return showAmount(content.fen, showing);
  return content.kind === 'integer' ? String(content.value) : content.text;
}

export const NUMBER_COLUMN: PrintColumn = { label: '序号', align: 'center', width: 6, oneLine: true, least: '0000' };

/** Short words stand in the middle of their column. */
const CENTRED_WIDTH = 10;

export function printColumn(column: Column): PrintColumn {
  const isNumber = column.kind === 'amount' || column.kind === 'integer';
  return {
    label: column.label,
    group: column.group,
    align: isNumber ? 'right' : column.width <= CENTRED_WIDTH ? 'center' : 'left',
    width: column.width,
    oneLine: isNumber,
    ...(column.kind === 'amount' ? { least: '000,000', isAmount: true } : {}),
  };
}
