// The annex (附表) as a document for printing (handbook 5.2).
import type { Column } from '../domain/fields.ts';
import { formatWanFull } from '../domain/money.ts';
import type { PlanData } from '../domain/plan-data.ts';
import { type AnnexOptions, type AnnexRow, annexLayout, annexRows, subtotalFen } from './annex-rows.ts';
import { type CellContent, makeContentReader } from './cell-content.ts';
import { type FitColumn, fitColumns, splitColumns } from './fit-columns.ts';
import { escapeHtml, htmlDocument, printableWidth } from './html-document.ts';
import { type PrintColumn, type PrintRow, tableHtml, tableWidth } from './html-table.ts';

export interface AnnexPrint extends AnnexOptions {
  paper: 'A3' | 'A4';
  /** 填表日期 as printed: '2025年3月1日'. */
  date: string;
}

const SIGNATURES = ['单位负责人：', '审核人：', '填表人：', '联系电话：', '填报日期：'];
/** 序号 and 项目名称 stand on every part when a narrow sheet splits the columns. */
const FIXED_COLUMNS = 2;

/** The whole annex. On paper too narrow for all columns it comes in parts, none of which loses a column. */
export function annexHtml(data: PlanData, options: AnnexPrint): string {
  const columns = annexLayout(data, 'none');
  const rows = printRows(data, columns, options);
  const setup = { paper: options.paper, orientation: 'landscape' as const };
  const printed = printColumns(columns, rows);
  const available = printableWidth(setup);
  const parts = splitColumns(printed, FIXED_COLUMNS, available);
  const sections = parts.map((indexes, part) => {
    const own = indexes.flatMap((index) => printed[index] ?? []);
    const fit = fitColumns(own, available);
    const table = tableHtml(
      own,
      rows.map((row) => ({ ...row, cells: indexes.map((index) => row.cells[index] ?? '') })),
      fit,
    );
    const suffix = parts.length > 1 ? `（${part + 1}/${parts.length}）` : '';
    const width = `style="width:${tableWidth(fit)}"`;
    return [
      `<section${part > 0 ? ' class="part"' : ''}><h1>${escapeHtml(data.plan.title + suffix)}</h1>`,
      `<div class="line" ${width}><span>填报单位：${escapeHtml(data.plan.regionName)}</span>`,
      `<span>${escapeHtml(options.date)}</span><span>单位：万元</span></div>${table}`,
      `<div class="signatures" ${width}>${SIGNATURES.map((label) => `<span>${label}</span>`).join('')}<span></span></div></section>`,
    ].join('');
  });
  const running = { title: data.plan.title, unit: '单位：万元' };
  return htmlDocument({ title: data.plan.title, setup, running, body: sections.join('') });
}

function printRows(data: PlanData, columns: readonly Column[], options: AnnexOptions): PrintRow[] {
  const read = makeContentReader(data.reference);
  return annexRows(data, options).map((row) => {
    const cells = columns.map((column) =>
      row.kind === 'project' ? contentText(read(row.project, column)) : subtotalText(row, column),
    );
    return { cells: [firstCell(row), ...cells], strong: row.kind !== 'project', keepWithNext: row.kind === 'heading' };
  });
}

function firstCell(row: AnnexRow): string {
  if (row.kind === 'project') return String(row.number);
  return row.kind === 'heading' ? row.ordinal : '';
}

function subtotalText(row: Exclude<AnnexRow, { kind: 'project' }>, column: Column): string {
  if (column.key === 'name') return row.kind === 'total' ? '合计' : row.name;
  if (column.key === 'content') return `${row.rollup.count}个`;
  const fen = subtotalFen(row.rollup, column);
  return fen === undefined ? '' : formatWanFull(fen);
}

/** A value as printed: amounts with thousands separators and all their decimals. */
export function contentText(content: CellContent): string {
  if (content.kind === 'blank') return '';
  if (content.kind === 'amount') return formatWanFull(content.fen);
  return content.kind === 'integer' ? String(content.value) : content.text;
}

/** Short words stand in the middle of their column. */
const CENTRED_WIDTH = 10;

function printColumns(columns: readonly Column[], rows: readonly PrintRow[]): (PrintColumn & FitColumn)[] {
  const texts = (index: number): string[] => rows.map((row) => row.cells[index] ?? '');
  return [
    { label: '序号', align: 'center', width: 6, oneLine: true, texts: texts(0) },
    ...columns.map((column, index): PrintColumn & FitColumn => {
      const isNumber = column.kind === 'amount' || column.kind === 'integer';
      return {
        label: column.label,
        group: column.group,
        align: isNumber ? 'right' : column.width <= CENTRED_WIDTH ? 'center' : 'left',
        width: column.width,
        oneLine: isNumber,
        texts: [...texts(index + 1), column.kind === 'amount' ? '000,000' : ''],
      };
    }),
  ];
}
