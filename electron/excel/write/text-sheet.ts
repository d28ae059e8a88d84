// The paragraphs of the plan on a sheet of their own, beside its tables.
import { textEm } from '#shared/print/text-lines.ts';
import type { Book } from './book.ts';
import { putText } from './put-text.ts';

export interface TextLine {
  text: string;
  isHeading: boolean;
}

const WIDTH = 78;
const LINE_PT = 18;
const EM_PER_LINE = WIDTH / 2 - 2;

/** Adds the sheet 文稿; one line of the list a row. */
export function writeTextSheet(book: Book, lines: readonly TextLine[]): void {
  const sheet = book.addSheet({
    name: '文稿',
    paper: { size: 'A4', orientation: 'portrait' },
    widths: [WIDTH],
    frozen: { columns: 0, rows: 0 },
    titleRows: null,
  });
  lines.forEach(({ text, isHeading }, index) => {
    const row = sheet.getRow(index + 1);
    const cell = row.getCell(1);
    putText(cell, text);
    cell.style = {
      font: { name: isHeading ? '黑体' : '宋体', size: isHeading ? 12 : 11 },
      alignment: { wrapText: true, vertical: 'top' },
      numFmt: '@',
    };
    row.height = LINE_PT * Math.max(1, Math.ceil(textEm(text) / EM_PER_LINE));
    row.commit();
  });
  sheet.commit();
}
