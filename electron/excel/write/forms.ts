// Writes forms, one a sheet: labels and values in boxes that span columns and rows.
import type { FormCell, FormSheet } from '#shared/goals/form-sheet.ts';
import { type Book, writeBook } from './book.ts';
import { putText } from './put-text.ts';
import { bodyStyle, HEADER_STYLE, REMARK_STYLE, TITLE_STYLE } from './styles.ts';

const TITLE_PT = 52;
const LINE_PT = 16;

/** Writes the forms to `target` or leaves it as it was; gives what could not be written whole. Throws AppError `cannot-write` or `disk-full`. */
export async function writeForms(target: string, forms: readonly FormSheet[], code: string): Promise<string[]> {
  const fill = (book: Book): void => {
    for (const form of forms) addForm(book, form);
  };
  return writeBook(target, fill, code);
}

function addForm(book: Book, { name, widths, title, rows, notes }: FormSheet): void {
  const sheet = book.addSheet({
    name,
    paper: { size: 'A4', orientation: widths.length > 8 ? 'landscape' : 'portrait' },
    widths,
    frozen: { columns: 0, rows: 0 },
    titleRows: null,
  });
  const merges: [number, number, number, number][] = [[1, 1, 1, widths.length]];
  const head = sheet.getRow(1);
  putText(head.getCell(1), title);
  head.getCell(1).style = TITLE_STYLE;
  head.height = TITLE_PT;
  /** Columns that a cell of a row above still covers, by the last row that it covers. */
  const covered = widths.map(() => 0);
  rows.forEach((cells, index) => {
    const at = index + 2;
    const row = sheet.getRow(at);
    let column = 1;
    let lines = 1;
    for (const cell of cells) {
      while ((covered[column - 1] ?? 0) >= at) column += 1;
      const { across = 1, down = 1 } = cell;
      put(row.getCell(column), cell);
      for (let turn = 0; turn < across; turn += 1) {
        if (turn > 0) row.getCell(column + turn).style = bodyStyle('left');
        covered[column + turn - 1] = at + down - 1;
      }
      if (across > 1 || down > 1) merges.push([at, column, at + down - 1, column + across - 1]);
      const width = widths.slice(column - 1, column - 1 + across).reduce((sum, own) => sum + own, 0);
      if (down === 1) lines = Math.max(lines, Math.ceil((cell.text.length * 2) / width));
      column += across;
    }
    row.height = LINE_PT * Math.min(lines, 12) + 6;
  });
  notes.forEach((note, index) => {
    const at = rows.length + 2 + index;
    const row = sheet.getRow(at);
    putText(row.getCell(1), note);
    row.getCell(1).style = REMARK_STYLE;
    merges.push([at, 1, at, widths.length]);
  });
  // A row that was committed can be covered by no cell above: they go out together.
  for (const merge of merges) sheet.mergeCells(...merge);
  sheet.commit();
}

function put(target: Parameters<typeof putText>[0], { text, isLabel }: FormCell): void {
  if (text !== '') putText(target, text);
  target.style = isLabel ? HEADER_STYLE : bodyStyle('left', false, '@');
}
