// The rows and cells of one sheet part, taken apart and put together again; everything around them is kept as it is.
import { damaged } from '#electron/excel/read/read-error.ts';
import { columnLetters } from '#shared/sheet/sheet.ts';
import { cellText } from '../cell-text.ts';
import { attributesOf, attributeText, elementAt, escapeXml, findElement, prefixOf, tagsOf } from './xml.ts';

export interface CellXml {
  column: number;
  /** As written, without `r`. */
  attributes: Map<string, string>;
  /** <f>, <v>, <is> as written. */
  inner: string;
}

export interface RowXml {
  row: number;
  /** As written, without `r` and `spans`. */
  attributes: Map<string, string>;
  /** In column order. */
  cells: CellXml[];
}

export interface SheetXml {
  /** Prefix of the part's elements: '' or 'x:'. */
  prefix: string;
  /** Up to and including <sheetData>, and from </sheetData> on. */
  head: string;
  tail: string;
  rows: RowXml[];
}

/** One-based column number of 'AB'. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Splits 'AB12'; undefined for anything else. */
export function splitAddress(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address);
  return match ? { column: columnNumber(match[1] ?? ''), row: Number(match[2]) } : undefined;
}

export function parseSheet(xml: string): SheetXml {
  const data = findElement(xml, 'sheetData');
  if (!data) throw damaged('工作表没有数据部分');
  const prefix = prefixOf(data.tag);
  const open = `<${data.tag.qualified}${data.tag.rest}>`;
  const head = xml.slice(0, data.tag.start) + open;
  const tail = `</${data.tag.qualified}>${xml.slice(data.end)}`;
  const rows: RowXml[] = [];
  let row: RowXml | null = null;
  let skipTo = 0;
  for (const tag of tagsOf(data.inner)) {
    if (tag.start < skipTo || tag.kind === 'close') continue;
    if (tag.name === 'row') {
      const attributes = attributesOf(tag.rest);
      const number = Number(attributes.get('r') ?? (rows.at(-1)?.row ?? 0) + 1);
      attributes.delete('r');
      attributes.delete('spans');
      row = { row: number, attributes, cells: [] };
      rows.push(row);
    } else if (tag.name === 'c' && row) {
      const attributes = attributesOf(tag.rest);
      const place = splitAddress(attributes.get('r') ?? '');
      attributes.delete('r');
      const element = elementAt(data.inner, tag);
      skipTo = element.end;
      row.cells.push({
        column: place?.column ?? (row.cells.at(-1)?.column ?? 0) + 1,
        attributes,
        inner: element.inner,
      });
    }
  }
  return { prefix, head, tail, rows };
}

export function renderSheet(sheet: SheetXml): string {
  const { prefix } = sheet;
  const rows = sheet.rows.map(({ row, attributes, cells }) => {
    const inner = cells.map((cell) => {
      const start = `<${prefix}c r="${columnLetters(cell.column)}${row}"${attributeText(cell.attributes)}`;
      return cell.inner === '' ? `${start}/>` : `${start}>${cell.inner}</${prefix}c>`;
    });
    return `<${prefix}row r="${row}"${attributeText(attributes)}>${inner.join('')}</${prefix}row>`;
  });
  return sheet.head + rows.join('') + sheet.tail;
}

/** The row with a number, made where it is missing. */
export function rowAt(sheet: SheetXml, number: number): RowXml {
  let low = 0;
  for (let high = sheet.rows.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sheet.rows[middle]?.row ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  const found = sheet.rows[low];
  if (found?.row === number) return found;
  const row: RowXml = { row: number, attributes: new Map(), cells: [] };
  sheet.rows.splice(low, 0, row);
  return row;
}

const DEFAULT_WIDTH = 8.43;

/** The widths of the columns in characters. */
export function columnWidths(sheet: SheetXml): (column: number) => number {
  const spans = [...tagsOf(sheet.head)].flatMap((tag) => {
    if (tag.name !== 'col' || tag.kind === 'close') return [];
    const attributes = attributesOf(tag.rest);
    const [from, to] = [Number(attributes.get('min')), Number(attributes.get('max'))];
    return [{ from, to, width: Number(attributes.get('width') ?? DEFAULT_WIDTH) }];
  });
  return (column) => spans.find((span) => column >= span.from && column <= span.to)?.width ?? DEFAULT_WIDTH;
}

/** The cell of a row in a column, made where it is missing. */
export function cellAt(row: RowXml, column: number): CellXml {
  const index = row.cells.findIndex((cell) => cell.column >= column);
  const found = row.cells[index];
  if (found?.column === column) return found;
  const cell: CellXml = { column, attributes: new Map(), inner: '' };
  row.cells.splice(index === -1 ? row.cells.length : index, 0, cell);
  return cell;
}

export type NewValue = { kind: 'number'; text: string } | { kind: 'text'; text: string } | { kind: 'blank' };

/** Puts a value into a cell; its style stays. A formula stays too and carries the value as its result. */
export function putValue(sheet: SheetXml, cell: CellXml, value: NewValue): void {
  const p = sheet.prefix;
  const formula = formulaXml(cell);
  cell.attributes.delete('t');
  cell.attributes.delete('cm');
  cell.attributes.delete('vm');
  if (value.kind === 'blank') {
    cell.inner = formula;
  } else if (value.kind === 'number') {
    cell.inner = `${formula}<${p}v>${value.text}</${p}v>`;
  } else if (formula !== '') {
    cell.attributes.set('t', 'str');
    cell.inner = `${formula}<${p}v>${escapeXml(cellText(value.text))}</${p}v>`;
  } else {
    cell.attributes.set('t', 'inlineStr');
    cell.inner = `<${p}is><${p}t xml:space="preserve">${escapeXml(cellText(value.text))}</${p}t></${p}is>`;
  }
}

/** The <f> element of a cell as written; '' where it has none. */
export function formulaXml(cell: CellXml): string {
  const element = findElement(cell.inner, 'f');
  return element ? cell.inner.slice(element.tag.start, element.end) : '';
}

/** Elements that may follow in a worksheet behind what is inserted; the schema fixes their order. */
export function insertInTail(sheet: SheetXml, piece: string, before: readonly string[]): void {
  let depth = 0;
  let skippedClose = false;
  for (const tag of tagsOf(sheet.tail)) {
    if (!skippedClose) {
      // The first tag closes <sheetData>.
      skippedClose = true;
      continue;
    }
    const endsSheet = tag.kind === 'close' && depth === 0;
    if (endsSheet || (depth === 0 && before.includes(tag.name))) {
      sheet.tail = sheet.tail.slice(0, tag.start) + piece + sheet.tail.slice(tag.start);
      return;
    }
    if (tag.kind === 'open') depth += 1;
    if (tag.kind === 'close') depth -= 1;
  }
  throw damaged('工作表不完整');
}
