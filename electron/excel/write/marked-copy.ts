// Writes a copy of the sender's own workbook with the problem cells coloured and commented, to be sent back.
import { readFile } from 'node:fs/promises';
import { replaceFile } from '#electron/files/replace-file.ts';
import { columnLetters, type SheetCell, type WorkbookData } from '#shared/sheet/sheet.ts';
import { renderBook } from './book.ts';
import { cellText } from './cell-text.ts';
import { addNotes } from './patch/notes.ts';
import { type OfficePackage, openPackage } from './patch/package.ts';
import {
  addContentType,
  addRelation,
  appendInside,
  MAIN,
  RELATIONS,
  relationsOf,
  removePart,
  replaceContentType,
  type WorkbookParts,
  workbookParts,
} from './patch/parts.ts';
import { cellAt, parseSheet, renderSheet, rowAt, splitAddress } from './patch/sheet-xml.ts';
import { editStyles, type StyleEditor } from './patch/styles-xml.ts';
import { escapeXml } from './patch/xml.ts';

export type MarkLevel = 'error' | 'warning' | 'info';

export interface Mark {
  sheet: string;
  /** 'H12'; '' where the problem concerns the whole sheet. */
  cell: string;
  level: MarkLevel;
  message: string;
}

const COLOURS: Record<MarkLevel, string> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', info: 'FFDDEBF7' };
const LEVELS: Record<MarkLevel, string> = { error: '错误', warning: '提示', info: '信息' };
const RANK: readonly MarkLevel[] = ['error', 'warning', 'info'];
const LIST_NAME = '问题清单';

/**
 * Writes the copy to `target`. An .xlsx or .xlsm keeps everything but gains colours, comments and a sheet 问题清单;
 * of other formats (`book`, as read) the values and merges are carried into a new .xlsx. Returns what could not be
 * written as it was, in Chinese.
 */
export async function writeMarkedCopy(
  sourcePath: string,
  target: string,
  marks: readonly Mark[],
  book: WorkbookData,
): Promise<string[]> {
  const isPatched = book.format === 'xlsx';
  const { bytes, notes } = isPatched
    ? { bytes: markPackage(await readFile(sourcePath), marks, target.toLowerCase().endsWith('.xlsm')), notes: [] }
    : await rebuild(book, marks);
  await replaceFile(target, bytes);
  return notes;
}

/** The marks of one sheet by cell, with the gravest level and all messages. */
function byCell(marks: readonly Mark[], sheet: string): Map<string, { level: MarkLevel; text: string }> {
  const cells = new Map<string, { level: MarkLevel; text: string }>();
  for (const { cell, level, message } of marks.filter((mark) => mark.sheet === sheet && mark.cell !== '')) {
    const known = cells.get(cell);
    const line = `【${LEVELS[level]}】${message}`;
    if (!known) cells.set(cell, { level, text: line });
    else
      cells.set(cell, {
        level: RANK.indexOf(level) < RANK.indexOf(known.level) ? level : known.level,
        text: `${known.text}\n${line}`,
      });
  }
  return cells;
}

/** Patches the parts of an .xlsx in place; `keepMacros` for a copy that stays an .xlsm. */
export function markPackage(bytes: Buffer, marks: readonly Mark[], keepMacros: boolean): Buffer {
  const pkg = openPackage(bytes);
  const parts = workbookParts(pkg);
  const styles = editStyles(pkg.text(parts.styles));
  for (const { name, part } of parts.sheets) markSheet(pkg, part, byCell(marks, name), styles);
  pkg.set(parts.styles, styles.toXml());
  if (marks.length > 0) addListSheet(pkg, parts, marks);
  if (!keepMacros) dropMacros(pkg, parts.workbook);
  return pkg.toBytes();
}

function markSheet(
  pkg: OfficePackage,
  part: string,
  cells: ReadonlyMap<string, { level: MarkLevel; text: string }>,
  styles: StyleEditor,
): void {
  if (cells.size === 0) return;
  const sheet = parseSheet(pkg.text(part));
  const notes = [];
  for (const [address, { level, text }] of cells) {
    const place = splitAddress(address);
    if (!place) continue;
    const cell = cellAt(rowAt(sheet, place.row), place.column);
    cell.attributes.set('s', String(styles.filled(Number(cell.attributes.get('s') ?? 0), COLOURS[level])));
    notes.push({ cell: address, text });
  }
  addNotes(pkg, part, sheet, notes);
  pkg.set(part, renderSheet(sheet));
}

/** A sheet at the end that lists all problems, also those that no single cell stands for. */
function addListSheet(pkg: OfficePackage, parts: WorkbookParts, marks: readonly Mark[]): void {
  const used = new Set(parts.sheets.map((sheet) => sheet.name));
  let name = LIST_NAME;
  for (let n = 2; used.has(name); n += 1) name = `${LIST_NAME}${n}`;
  let file = 1;
  while (pkg.has(`xl/worksheets/sheet${file}.xml`)) file += 1;
  const part = `xl/worksheets/sheet${file}.xml`;
  pkg.set(part, listSheetXml(marks));
  addContentType(pkg, part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml');
  const id = addRelation(pkg, parts.workbook, `${RELATIONS}/worksheet`, part);
  const workbook = pkg.text(parts.workbook);
  const sheetId = 1 + Math.max(0, ...[...workbook.matchAll(/sheetId="(\d+)"/g)].map((match) => Number(match[1])));
  const entry = `<sheet xmlns:xjr="${RELATIONS}" name="${name}" sheetId="${sheetId}" xjr:id="${id}"/>`;
  pkg.set(parts.workbook, appendInside(workbook, 'sheets', entry));
}

function listSheetXml(marks: readonly Mark[]): string {
  const lines = [
    ['级别', '工作表', '单元格', '说明'],
    ...marks.map((mark) => [LEVELS[mark.level], mark.sheet, mark.cell, mark.message]),
  ];
  const rows = lines.map((cells, index) => {
    const inner = cells.map(
      (text, at) =>
        `<c r="${columnLetters(at + 1)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`,
    );
    return `<row r="${index + 1}">${inner.join('')}</row>`;
  });
  const widths = [8, 20, 10, 100].map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** A copy named .xlsx must not hold macros: Excel refuses to open it. */
function dropMacros(pkg: OfficePackage, workbook: string): void {
  const macros = relationsOf(pkg, workbook).filter((relation) => relation.type.endsWith('/vbaProject'));
  for (const { target } of macros) removePart(pkg, target, workbook);
  replaceContentType(pkg, workbook, (type) =>
    type.replace(
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    ),
  );
}

/** A new workbook with the values, merges and marks of a file that is not .xlsx. */
async function rebuild(book: WorkbookData, marks: readonly Mark[]): ReturnType<typeof renderBook> {
  return renderBook((out) => {
    for (const data of book.sheets) {
      const cells = byCell(marks, data.name);
      const width = data.rows.reduce((most, row) => Math.max(most, row.cells.at(-1)?.column ?? 1), 1);
      const sheet = out.addSheet({
        name: data.name,
        paper: { size: 'A3', orientation: 'landscape' },
        widths: Array.from({ length: width }, () => 14),
        frozen: { columns: 0, rows: 0 },
        titleRows: null,
        hidden: data.hidden,
      });
      const rows = new Map(data.rows.map((row) => [row.row, row.cells]));
      const marked = Map.groupBy(cells, ([address]) => splitAddress(address)?.row ?? 1);
      const last = Math.max(data.rows.at(-1)?.row ?? 1, ...marked.keys());
      for (const merge of data.merges) sheet.mergeCells(merge.top, merge.left, merge.bottom, merge.right);
      for (let number = 1; number <= last; number += 1) {
        const row = sheet.getRow(number);
        for (const cell of rows.get(number) ?? []) row.getCell(cell.column).value = plainValue(cell);
        for (const [address, { level, text }] of marked.get(number) ?? []) {
          const cell = row.getCell(splitAddress(address)?.column ?? 1);
          cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[level] } };
          cell.note = cellText(text);
          // A row without values is only written where it has a height.
          row.height = 15;
        }
        row.commit();
      }
      sheet.commit();
    }
    if (marks.length > 0) addRebuiltList(out, marks);
  });
}

function addRebuiltList(out: Parameters<Parameters<typeof renderBook>[0]>[0], marks: readonly Mark[]): void {
  const sheet = out.addSheet({
    name: LIST_NAME,
    paper: { size: 'A4', orientation: 'landscape' },
    widths: [8, 20, 10, 100],
    frozen: { columns: 0, rows: 1 },
    titleRows: null,
  });
  sheet.addRow(['级别', '工作表', '单元格', '说明']).commit();
  for (const mark of marks) {
    sheet.addRow([LEVELS[mark.level], cellText(mark.sheet), mark.cell, cellText(mark.message)]).commit();
  }
  sheet.commit();
}

/** Numbers stay numbers, but for codes of more digits than those keep; all else is written as the text one saw. */
function plainValue({ value }: SheetCell): string | number | null {
  if (value === null) return null;
  const isNumber = value.kind === 'number' && !/\d{16}/.test(value.text);
  return isNumber ? Number(value.text) : cellText(value.text);
}
