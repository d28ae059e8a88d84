// Finds where an office's template wants its rows: the header that matches best, the rows under it that are there to be
// filled, a 合计 row among them, and the notes after them, which stay.

import { explainSheets } from '#shared/import/explain-header.ts';
import { findTables } from '#shared/import/find-tables.ts';
import { matchHeader } from '#shared/import/match-header.ts';
import { tableContext } from '#shared/import/read-workbook.ts';
import type { FoundTable, ReadColumn } from '#shared/import/reading.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { cellText, type SheetView, viewSheet } from '#shared/sheet/sheet-view.ts';
import { AppError } from '#shared/values/app-error.ts';
import { compactText } from '#shared/values/fold-text.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';

export interface TemplateColumn {
  /** One-based. */
  column: number;
  key: string;
  header: string;
  unit: AmountUnit;
}

export interface TemplateBody {
  sheet: string;
  columns: TemplateColumn[];
  /** Headers that no field of ours belongs to. */
  unmatched: string[];
  headerBottom: number;
  /** Rows to fill; empty where `last` is `first - 1`. */
  first: number;
  last: number;
  /** A 合计 row directly above or below the rows to fill. */
  totalRow: number | null;
  /** Rows to fill that hold something already, which is replaced. */
  filledRows: number;
}

const TOTAL = /^(?:合计|总计|共计|小计)(?:[:：(（].*)?$/;
const AFTER =
  /^(?:备注|注|说明|填表说明|附注)[:：\d]|^(?:单位负责人|填表人|填报人|审核人|复核|制表|填报单位|编制单位|经办人|负责人|签字|盖章|填报日期|填表日期|监督电话|联系电话|联系人)/;

/** The best matching table of the visible sheets; throws `no-table-found` with what was looked for and found. */
export function findBody(book: WorkbookData, data: PlanData, lastXmlRow: (sheet: string) => number): TemplateBody {
  const context = tableContext(data.plan, data.reference);
  let best: { body: TemplateBody; score: number } | null = null;
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    const view = viewSheet(sheet);
    for (const table of findTables(view, context.vocabulary)) {
      const columns = matchHeader(view, table, context.words).columns;
      const score = columns.filter((column) => column.key !== null).length;
      if (!columns.some((column) => column.key === 'name') || score < 3) continue;
      if (best === null || score > best.score) {
        best = { score, body: bodyOf(sheet.name, view, table, columns, lastXmlRow(sheet.name)) };
      }
    }
  }
  if (best) return best.body;
  const seen = explainSheets(
    book.sheets.filter((sheet) => !sheet.hidden),
    context.words,
  );
  throw new AppError(
    'no-table-found',
    `模板里没有找到可以填的表头：至少要有“项目名称”和另外两列。${seen === '' ? '表中没有认识的表头字样' : seen}。`,
  );
}

function bodyOf(
  sheet: string,
  view: SheetView,
  table: FoundTable,
  columns: readonly ReadColumn[],
  lastXmlRow: number,
): TemplateBody {
  const matched = columns.flatMap((column): TemplateColumn[] =>
    column.key === null || column.key === 'sum'
      ? []
      : [{ column: column.column, key: column.key, header: column.header, unit: column.unit ?? table.unit ?? '万元' }],
  );
  const firstText = (row: number): string =>
    compactText(cellText(view.rowAt(row)?.cells.find((cell) => cellText(cell).trim() !== '')));
  const isTotal = (row: number): boolean => {
    const texts = (view.rowAt(row)?.cells ?? [])
      .map((cell) => compactText(cellText(cell)))
      .filter((text) => text !== '');
    return texts.slice(0, 2).some((text) => TOTAL.test(text));
  };
  let first = table.headerBottom + 1;
  let totalRow: number | null = null;
  if (isTotal(first)) {
    totalRow = first;
    first += 1;
  }
  let last = first - 1;
  let filledRows = 0;
  for (let row = first; row <= lastXmlRow; row += 1) {
    if (isTotal(row) && totalRow === null && !isTotal(row + 1)) {
      const restIsNotes = firstText(row + 1) === '' || AFTER.test(firstText(row + 1));
      if (restIsNotes || row >= table.lastRow) {
        totalRow = row;
        break;
      }
    }
    if (AFTER.test(firstText(row))) break;
    last = row;
    if (hasContent(view, row, matched)) filledRows += 1;
  }
  return {
    sheet,
    columns: matched,
    unmatched: columns.filter((column) => column.key === null && column.header !== '').map((column) => column.header),
    headerBottom: table.headerBottom,
    first,
    last,
    totalRow,
    filledRows,
  };
}

/** Words or numbers in the matched columns other than 序号. */
function hasContent(view: SheetView, row: number, columns: readonly TemplateColumn[]): boolean {
  return columns.some(({ column, key }) => {
    const cell = view.cellAt(row, column);
    return key !== 'serial' && cell?.formula === undefined && cellText(cell).trim() !== '';
  });
}
