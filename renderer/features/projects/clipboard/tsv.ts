// Tab-separated text as Excel and WPS exchange it, with quotes around cells that hold line breaks.

/** Cells of a clipboard text as Excel writes it; the line break that ends the last row makes no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign === '\r' && text[at + 1] === '\n' ? '' : sign;
    } else if (sign === '"' && cell === '' && closesCell(text, at)) quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  const last = rows.at(-1);
  if (cell !== '' || (last && last.length > 0) || rows.length === 1) endCell();
  else rows.pop();
  return rows;
}

/** Whether the quote at `at` opens a quoted cell: its partner stands before a tab, a line end or the end. */
function closesCell(text: string, at: number): boolean {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] !== '"') continue;
    if (text[end + 1] === '"') end += 1;
    else return end + 1 === text.length || /[\t\r\n]/.test(text[end + 1] ?? '');
  }
  return false;
}

/** The text that Excel takes back cell by cell. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\r\n');
}
