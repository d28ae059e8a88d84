// Writes the sheets of a plan's frame as .xlsx: plain tables of texts with a note over each.
import type { FrameSheet } from '#shared/frame/sheets/frame-sheet.ts';
import { type Book, writeBook } from './book.ts';
import { putText } from './put-text.ts';
import { bodyStyle, HEADER_STYLE, REMARK_STYLE } from './styles.ts';

const HEADER_ROW = 2;

/**
 * Writes all sheets to `target` or leaves it as it was; `code` is the 校验码 at the foot of the pages. Returns what could not be written whole, in Chinese. Throws
 * AppError `cannot-write` or `disk-full`.
 */
export async function writeFrameBook(target: string, sheets: readonly FrameSheet[], code: string): Promise<string[]> {
  const fill = (book: Book): void => {
    for (const { name, columns, rows, note } of sheets) {
      const sheet = book.addSheet({
        name,
        paper: { size: 'A4', orientation: 'landscape' },
        widths: columns.map(({ width }) => width),
        frozen: { columns: 0, rows: HEADER_ROW },
        titleRows: [HEADER_ROW, HEADER_ROW],
      });
      sheet.getRow(1).getCell(1).value = note;
      sheet.getRow(1).getCell(1).style = { ...REMARK_STYLE, alignment: { wrapText: false } };
      sheet.getRow(1).commit();
      const header = sheet.getRow(HEADER_ROW);
      columns.forEach(({ label }, index) => {
        header.getCell(index + 1).value = label;
        header.getCell(index + 1).style = HEADER_STYLE;
      });
      header.commit();
      rows.forEach((texts, index) => {
        const row = sheet.getRow(HEADER_ROW + 1 + index);
        texts.forEach((text, at) => {
          const cell = row.getCell(at + 1);
          if (text !== '') putText(cell, text);
          // Codes and years stay the texts that they are.
          cell.style = bodyStyle('left', false, '@');
        });
        row.commit();
      });
      sheet.commit();
    }
  };
  return writeBook(target, fill, code);
}
