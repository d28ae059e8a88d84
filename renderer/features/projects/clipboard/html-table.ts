// Reads the table out of clipboard HTML as Excel, WPS, LibreOffice and Word write it: merged cells, line breaks, and the
// exact number behind a rounded one. A small scanner: 5,000 × 20 cells are some 10 MB of tags.

/** One cell of the clipboard. */
export interface ClipCell {
  text: string;
  /** The number as it is stored, where the program tells it; `text` is how it is shown. */
  exact?: string;
  /** Belongs to a merged cell whose value stands further up or to the left. */
  isCovered?: true;
}

const TAG =
  /<(?:!--(?:(?!<!--)[\s\S])*?-->|!\[[^\]<]*\]>|(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>|[!?][^<>]*>)/gi;
const SILENT = new Set(['style', 'script', 'head', 'title', 'xml']);

/** The cells of the first table; null where there is none. */
export function parseHtmlTable(html: string): ClipCell[][] | null {
  const start = html.search(/<table[\s>]/i);
  if (start === -1) return null;
  const body = html.slice(start);
  const grid = new TableGrid();
  let text: string[] | null = null;
  let silent: string | null = null;
  let depth = 0;
  let at = 0;
  const closeCell = (): void => {
    if (text) grid.endCell(cellText(text));
    text = null;
  };
  for (const match of body.matchAll(TAG)) {
    if (text && silent === null) text.push(decode(body.slice(at, match.index)));
    at = match.index + match[0].length;
    const [, slash, rawName, attributes = ''] = match;
    if (rawName === undefined) continue;
    const name = rawName.toLowerCase();
    const isEnd = slash === '/';
    if (silent !== null) {
      if (isEnd && name === silent) silent = null;
      continue;
    }
    if (SILENT.has(name)) silent = isEnd ? null : name;
    else if (name === 'table') {
      depth += isEnd ? -1 : 1;
      if (depth > 0) continue;
      closeCell();
      break;
    } else if (depth > 1) {
      // A table inside a cell gives its words to the cell.
    } else if (name === 'tr' || name === 'td' || name === 'th') {
      // End tags may be missing: whatever begins a cell or a row ends the cell before it.
      closeCell();
      if (isEnd) continue;
      if (name === 'tr') grid.startRow(isHidden(attributes));
      else {
        text = [];
        grid.startCell(attributes);
      }
    } else if (text && (name === 'br' || (name === 'p' && isEnd) || (name === 'div' && isEnd))) text.push('\n');
  }
  return grid.finish();
}

/** Puts cells at their places: rows and columns that a merged cell covers are stepped over. */
class TableGrid {
  private readonly rows: ClipCell[][] = [];
  private row = -1;
  private isSkipped = true;
  private open: { exact: string | undefined; rows: number; columns: number; isHidden: boolean } | null = null;

  startRow(isHiddenRow: boolean): void {
    this.isSkipped = isHiddenRow;
    if (isHiddenRow) return;
    this.row += 1;
    this.rows[this.row] ??= [];
  }

  startCell(attributes: string): void {
    this.open = {
      exact: numberOf(attributes),
      rows: span(attributes, 'rowspan'),
      columns: span(attributes, 'colspan'),
      isHidden: isHidden(attributes),
    };
  }

  endCell(text: string): void {
    const { open } = this;
    this.open = null;
    const row = this.rows[this.row];
    if (!open || !row || this.isSkipped || open.isHidden) return;
    let left = 0;
    while (row[left] !== undefined) left += 1;
    for (let down = 0; down < open.rows; down += 1) {
      const line = this.rows[this.row + down] ?? [];
      this.rows[this.row + down] = line;
      for (let right = 0; right < open.columns; right += 1) {
        const isFirst = down === 0 && right === 0;
        line[left + right] = {
          text,
          ...(open.exact === undefined ? {} : { exact: open.exact }),
          ...(isFirst ? {} : { isCovered: true as const }),
        };
      }
    }
  }

  finish(): ClipCell[][] | null {
    const rows = this.rows.slice(0, this.row + 1);
    if (rows.every((row) => row.length === 0)) return null;
    return rows.map((row) => Array.from(row, (cell) => cell ?? { text: '' }));
  }
}

/** x:num of Excel and WPS, sdval of LibreOffice. A number in scientific notation is left to the shown text. */
function numberOf(attributes: string): string | undefined {
  const value = attribute(attributes, 'x:num') ?? attribute(attributes, 'sdval');
  return value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? value : undefined;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

const MOST_SPAN = 20_000;

function span(attributes: string, name: string): number {
  const value = Number(attribute(attributes, name) ?? '1');
  return Number.isInteger(value) && value > 0 ? Math.min(value, MOST_SPAN) : 1;
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none/i.test(attributes);
}

/** White space as a browser would show it: source line breaks are blanks, <br> are line breaks. */
function cellText(parts: readonly string[]): string {
  return parts
    .map((part) => (part === '\n' ? part : part.replace(/[ \t\r\n]+/g, ' ')))
    .join('')
    .replace(/(?:(?<! ) +)?\n */g, '\n')
    .replaceAll('\u00a0', ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: '\u3000',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  yen: '¥',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
