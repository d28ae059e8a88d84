// Writes a notice of projects (项目公示) as .xlsx: its words over and under the table, personal data hidden as on paper.
import type { Cell } from 'exceljs';
import type { Notice } from '#shared/notice/notice.ts';
import { noticeText } from '#shared/print/notice-document.ts';
import { formatWanFull } from '#shared/values/money.ts';
import { putContent } from './annex.ts';
import { type Book, writeBook } from './book.ts';
import { wordWidth } from './column-width.ts';
import { fitHeight } from './row-height.ts';
import { bodyStyle } from './styles.ts';
import { headerRange, writeFrame, writeLines } from './table-frame.ts';

const NUMBER_WIDTH = 6;

/**
 * Writes the notice to `target` or leaves it as it was; `code` is the 校验码 at the foot of the pages. Returns what could
 * not be written whole, in Chinese. Throws AppError `cannot-write` or `disk-full`.
 */
export async function writeNotice(target: string, notice: Notice, code = ''): Promise<string[]> {
  const fill = (book: Book): void => {
    const header = [{ label: '序号' }, ...notice.columns];
    const widths = [
      NUMBER_WIDTH,
      ...notice.columns.map(({ key, width }, at) => {
        const total = key === 'total' ? [formatWanFull(notice.total)] : [];
        return wordWidth(width, [...notice.rows.map((row) => noticeText(row[at] ?? null)), ...total]);
      }),
    ];
    const width = widths.reduce((sum, own) => sum + own, 0);
    const titleRows = headerRange(header, notice.paragraphs.length);
    const sheet = book.addSheet({
      name: '项目公示',
      paper: { size: 'A4', orientation: 'landscape' },
      widths,
      frozen: { columns: 2, rows: titleRows[1] },
      titleRows,
    });
    const first = writeFrame(sheet, {
      title: notice.title,
      unitLine: '',
      columns: header,
      intro: { lines: notice.paragraphs, width },
    });
    notice.rows.forEach((values, index) => {
      const row = sheet.getRow(first + index);
      putContent(row.getCell(1), { kind: 'integer', value: index + 1 }, 'center');
      values.forEach((value, at) => {
        putValue(row.getCell(at + 2), value);
      });
      fitHeight(
        row,
        notice.columns.flatMap((column, at) => {
          const value = values[at];
          return typeof value === 'string' ? [{ text: value, width: widths[at + 1] ?? column.width }] : [];
        }),
      );
      row.commit();
    });
    const totalRow = sheet.getRow(first + notice.rows.length);
    header.forEach((_, at) => {
      totalRow.getCell(at + 1).style = bodyStyle('left', true);
    });
    totalRow.getCell(2).value = '合计';
    const at = notice.columns.findIndex((column) => column.key === 'total');
    if (at >= 0) putContent(totalRow.getCell(at + 2), { kind: 'amount', fen: notice.total }, 'right');
    totalRow.commit();
    writeLines(sheet, first + notice.rows.length + 1, [...notice.foot, ...notice.closing], header.length, width);
    sheet.commit();
  };
  return writeBook(target, fill, code);
}

function putValue(cell: Cell, value: Notice['rows'][number][number]): void {
  if (value === null || value === '') putContent(cell, { kind: 'blank' }, 'left');
  else if (typeof value === 'string') putContent(cell, { kind: 'text', text: value }, 'left');
  else if (typeof value === 'number') putContent(cell, { kind: 'integer', value }, 'right');
  else putContent(cell, { kind: 'amount', fen: value.fen }, 'right');
}
