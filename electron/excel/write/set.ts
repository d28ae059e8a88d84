// Writes 一套附表 as .xlsx: a cover, a list that leads to every sheet, one sheet a table, the 项目表 last.
import type { Worksheet } from 'exceljs';
import { tableTitle } from '#shared/format/table-text.ts';
import { coverWords } from '#shared/print/cover-words.ts';
import type { JobOf } from '#shared/print/print-job.ts';
import { annexLabel } from '#shared/print/set-document.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { TableResult } from '#shared/tables/table.ts';
import { addAnnex } from './annex.ts';
import { type Book, writeBook } from './book.ts';
import { putText } from './put-text.ts';
import { fitHeight } from './row-height.ts';
import { LINK_STYLE, TITLE_STYLE } from './styles.ts';
import { addTables } from './tables.ts';

export interface SetContent {
  data: PlanData;
  tables: readonly TableResult[];
  job: JobOf<'set'>;
  /** The day on which it is made, as printed. */
  today: string;
  /** The 校验码 at the foot of the pages; '' for none. */
  code: string;
}

const WIDTH = 84;

/** Returns what could not be written whole, in Chinese. Throws AppError `cannot-write` or `disk-full`. */
export async function writeSet(target: string, content: SetContent): Promise<string[]> {
  return writeBook(target, (book) => fill(book, content), content.code);
}

function fill(book: Book, { data, tables, job, today }: SetContent): void {
  const addFront = (name: string): Worksheet =>
    book.addSheet({
      name,
      paper: { size: 'A4', orientation: 'portrait' },
      widths: [WIDTH],
      frozen: { columns: 0, rows: 0 },
      titleRows: null,
    });
  if (job.cover.shown) writeCover(addFront('封面'), coverWords(data.plan, job.cover, today));
  // Its place is before the sheets, its links need their names.
  const contents = job.contents ? addFront('目录') : null;
  const names = addTables(book, tables, { formulas: true });
  const { annex } = job;
  const listed = tables.map((table, at) => ({ title: tableTitle(table), sheet: names[at] ?? '' }));
  if (annex.shown) {
    const { totalPosition, numbering } = annex;
    const sheet = addAnnex(book, data, { formulas: true, totalPosition, numbering, extraColumns: 'used' });
    listed.push({ title: `${annexLabel(job, tables)}  ${annex.title ?? data.plan.title}`, sheet });
  }
  if (contents) writeContents(contents, listed);
}

function writeCover(sheet: Worksheet, { title, subtitle, office, date }: ReturnType<typeof coverWords>): void {
  const lines = [title, subtitle, office, date];
  const rows = [6, 9, 20, 21];
  lines.forEach((line, at) => {
    const row = sheet.getRow(rows[at] ?? 1);
    putText(row.getCell(1), line);
    row.getCell(1).style = TITLE_STYLE;
    // 20 pt letters take more than twice the room of those of the body.
    fitHeight(row, [{ text: line, width: WIDTH / 2.4 }]);
    row.height = Math.max(36, (row.height ?? 0) * 2.2);
    row.commit();
  });
  sheet.commit();
}

function writeContents(sheet: Worksheet, listed: readonly { title: string; sheet: string }[]): void {
  const head = sheet.getRow(1);
  putText(head.getCell(1), '目　录');
  head.getCell(1).style = TITLE_STYLE;
  head.height = 48;
  head.commit();
  listed.forEach(({ title, sheet: name }, index) => {
    const row = sheet.getRow(index + 2);
    // A name in a reference doubles its own quotes; names of sheets hold none.
    row.getCell(1).value = { text: title.replaceAll('\n', ''), hyperlink: `#'${name}'!A1` };
    row.getCell(1).style = LINK_STYLE;
    fitHeight(row, [{ text: title, width: WIDTH }]);
    row.commit();
  });
  sheet.commit();
}
