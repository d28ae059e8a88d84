// Fills an office's own .xlsx: their title, header, styles, widths, formulas and notes stay, our rows go under the header.

import { readFile } from 'node:fs/promises';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { replaceFile } from '#electron/files/replace-file.ts';
import { yearLabel } from '#shared/domain/outside-years.ts';
import { topSources } from '#shared/domain/reference.ts';
import { rollUp } from '#shared/domain/rollup.ts';
import { type AnnexRow, annexRows } from '#shared/format/annex-rows.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { columnLetters, type WorkbookData } from '#shared/sheet/sheet.ts';
import { AppError } from '#shared/values/app-error.ts';
import { addFen, subtractFen, wanText, ZERO } from '#shared/values/money.ts';
import { fitCell } from './cell-text.ts';
import { findBody, type TemplateBody } from './find-body.ts';
import { askForCalculation, copyRow, openRoom, spreadSharedFormulas } from './patch/insert-rows.ts';
import { type OfficePackage, openPackage } from './patch/package.ts';
import { type WorkbookParts, workbookParts } from './patch/parts.ts';
import {
  cellAt,
  columnWidths,
  formulaXml,
  type NewValue,
  parseSheet,
  putValue,
  type RowXml,
  renderSheet,
  rowAt,
  type SheetXml,
} from './patch/sheet-xml.ts';
import { editStyles } from './patch/styles-xml.ts';
import { findElement, tagsOf } from './patch/xml.ts';
import { type CutText, cutNotes } from './put-text.ts';
import { heightFor } from './row-height.ts';
import { makeTemplateReader, type TemplateReader } from './template-values.ts';

/**
 * Writes the filled copy to `target` and returns remarks in Chinese. Throws AppError `unsupported-file` for a template
 * that is no .xlsx, `no-table-found` without a header we know, `cannot-write`; ReadError for a file that cannot be read.
 */
export async function fillTemplate(templatePath: string, target: string, data: PlanData): Promise<string[]> {
  const book = await readWorkbookFile(templatePath);
  if (book.format !== 'xlsx') {
    throw new AppError('unsupported-file', '表样要是 .xlsx 文件。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再用。');
  }
  const { bytes, notes } = fillBytes(await readFile(templatePath), book, data);
  await replaceFile(target, bytes);
  return notes;
}

/** The same on bytes: the template and its content as read. */
export function fillBytes(bytes: Buffer, book: WorkbookData, data: PlanData): { bytes: Buffer; notes: string[] } {
  const pkg = openPackage(bytes);
  const parts = workbookParts(pkg);
  const sheets = new Map<string, { part: string; sheet: SheetXml }>();
  const load = (name: string): { part: string; sheet: SheetXml } => {
    const known = sheets.get(name);
    if (known) return known;
    const part = parts.sheets.find((candidate) => candidate.name === name)?.part;
    if (part === undefined) throw new AppError('unsupported-file', `表样中的工作表“${name}”找不到。`);
    const loaded = { part, sheet: parseSheet(pkg.text(part)) };
    sheets.set(name, loaded);
    return loaded;
  };
  const body = findBody(book, data, (name) => load(name).sheet.rows.at(-1)?.row ?? 0);
  const { part, sheet } = load(body.sheet);
  const rows = rowsFor(body, data);
  const keys = new Set(body.columns.map((column) => column.key));
  const read = makeTemplateReader(data, keys);
  spreadSharedFormulas(sheet);
  dropBodyMerges(sheet, body);
  makeRoom(pkg, parts, part, sheet, body, rows.length);
  const cuts = writeRows(sheet, body, rows, read);
  writeTotal(sheet, body, rows.length, data, read);
  pkg.set(part, renderSheet(sheet));
  askForCalculation(pkg, parts);
  const notes = [...missingMoney(body, data), ...cutNotes(cuts), ...remarks(body, sheet, rows.length)];
  return { bytes: pkg.toBytes(), notes };
}

/** A list with headings where the template's name column is one of 项目类别及名称, else projects only. */
function rowsFor(body: TemplateBody, data: PlanData): AnnexRow[] {
  const name = body.columns.find((column) => column.key === 'name');
  const hasCategory = body.columns.some((column) => column.key === 'categoryId');
  const rows = annexRows(data, { totalPosition: 'none', numbering: 'continuous' });
  const withHeadings = !hasCategory && (name?.header.includes('类别') ?? false);
  return withHeadings ? rows : rows.filter((row) => row.kind === 'project');
}

/** Inserts copies of the first row of the body where it has too few; below everything moves down. */
function makeRoom(
  pkg: OfficePackage,
  parts: WorkbookParts,
  part: string,
  sheet: SheetXml,
  body: TemplateBody,
  needed: number,
): void {
  const missing = needed - (body.last - body.first + 1);
  if (missing <= 0) return;
  const isEmpty = body.last < body.first;
  const pattern = isEmpty ? headerPattern(pkg, parts, sheet, body) : rowAt(sheet, body.first);
  openRoom(
    pkg,
    parts,
    { name: body.sheet, part, sheet },
    { first: body.first, after: body.last, count: missing, grows: !isEmpty },
  );
  const index = sheet.rows.findIndex((row) => row.row > body.last);
  const copies = Array.from({ length: missing }, (_, n) => copyRow(sheet, pattern, body.last + 1 + n));
  sheet.rows.splice(index === -1 ? sheet.rows.length : index, 0, ...copies);
  copyRowMerges(sheet, body, missing);
}

/** A template that ends with its header: rows take the header's borders without its bold type and colour. */
function headerPattern(pkg: OfficePackage, parts: WorkbookParts, sheet: SheetXml, body: TemplateBody): RowXml {
  const styles = editStyles(pkg.text(parts.styles));
  const header = rowAt(sheet, body.headerBottom);
  const cells = body.columns.map(({ column }) => {
    const style = Number(cellAt(header, column).attributes.get('s') ?? 0);
    return { column, attributes: new Map([['s', String(styles.plain(style))]]), inner: '' };
  });
  pkg.set(parts.styles, styles.toXml());
  return { row: body.headerBottom, attributes: new Map(), cells };
}

const MERGE = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/;

function mergesOf(
  sheet: SheetXml,
): { start: number; end: number; left: string; right: string; top: number; bottom: number }[] {
  return [...tagsOf(sheet.tail)].flatMap((tag) => {
    const match = tag.name === 'mergeCell' ? MERGE.exec(/ref="([^"]*)"/.exec(tag.rest)?.[1] ?? '') : null;
    if (!match) return [];
    const [, left = '', top = '', right = '', bottom = ''] = match;
    return [{ start: tag.start, end: tag.end, left, right, top: Number(top), bottom: Number(bottom) }];
  });
}

/** Merges over several rows of the body would hide our values. */
function dropBodyMerges(sheet: SheetXml, body: TemplateBody): void {
  const dropped = mergesOf(sheet).filter(
    (merge) => merge.bottom > merge.top && merge.top >= body.first && merge.bottom <= body.last,
  );
  for (const merge of dropped.reverse()) sheet.tail = sheet.tail.slice(0, merge.start) + sheet.tail.slice(merge.end);
  dropEmptyMergeList(sheet);
}

function dropEmptyMergeList(sheet: SheetXml): void {
  const list = findElement(sheet.tail, 'mergeCells');
  if (list && mergesOf(sheet).length === 0)
    sheet.tail = sheet.tail.slice(0, list.tag.start) + sheet.tail.slice(list.end);
  else sheet.tail = sheet.tail.replace(/(<(?:\w+:)?mergeCells)\s+count="\d+"/, '$1');
}

/** Cells merged side by side in the first row of the body are merged in the added rows too. */
function copyRowMerges(sheet: SheetXml, body: TemplateBody, missing: number): void {
  const own = mergesOf(sheet).filter((merge) => merge.top === body.first && merge.bottom === body.first);
  const last = mergesOf(sheet).at(-1);
  if (own.length === 0 || !last || body.last < body.first) return;
  const pieces = Array.from({ length: missing }, (_, n) => {
    const row = body.last + 1 + n;
    return own.map(({ left, right }) => `<${sheet.prefix}mergeCell ref="${left}${row}:${right}${row}"/>`).join('');
  });
  sheet.tail = sheet.tail.slice(0, last.end) + pieces.join('') + sheet.tail.slice(last.end);
}

/** Returns the texts that a cell could not hold whole. */
function writeRows(sheet: SheetXml, body: TemplateBody, rows: readonly AnnexRow[], read: TemplateReader): CutText[] {
  const cuts: CutText[] = [];
  const end = Math.max(body.last, body.first + rows.length - 1);
  const pattern = sheet.rows.find((row) => row.row === body.first);
  const widthOf = columnWidths(sheet);
  const styles = new Map(pattern?.cells.map((cell) => [cell.column, cell.attributes.get('s')]) ?? []);
  for (let number = body.first; number <= end; number += 1) {
    const row = rows[number - body.first];
    const target = rowAt(sheet, number);
    target.attributes.delete('hidden');
    const texts: { text: string; width: number }[] = [];
    for (const { column, key, unit } of body.columns) {
      const cell = cellAt(target, column);
      const style = styles.get(column);
      if (!cell.attributes.has('s') && style !== undefined) cell.attributes.set('s', style);
      const value: NewValue = row ? read(row, key, unit) : { kind: 'blank' };
      putValue(sheet, cell, value);
      if (value.kind !== 'text') continue;
      texts.push({ text: value.text, width: widthOf(column) });
      const { length, lost } = fitCell(value.text);
      if (lost > 0) cuts.push({ sheet: body.sheet, cell: `${columnLetters(column)}${number}`, length, lost });
    }
    raiseRow(target, texts);
  }
  return cuts;
}

/** A row too low for its text gets higher; one that is high enough keeps the template's height. */
function raiseRow(row: RowXml, texts: readonly { text: string; width: number }[]): void {
  const height = heightFor(texts);
  if (height === undefined || height <= Number(row.attributes.get('ht') ?? 0)) return;
  row.attributes.set('ht', String(height));
  row.attributes.set('customHeight', '1');
}

/** Their 合计 row: formulas stay and carry our sums, empty cells get them. */
function writeTotal(sheet: SheetXml, body: TemplateBody, written: number, data: PlanData, read: TemplateReader): void {
  if (body.totalRow === null) return;
  const moved = Math.max(0, written - (body.last - body.first + 1));
  const row = rowAt(sheet, body.totalRow > body.last ? body.totalRow + moved : body.totalRow);
  const total = annexRows(data, { totalPosition: 'first', numbering: 'continuous' })[0];
  if (total?.kind !== 'total') return;
  for (const { column, key, unit } of body.columns) {
    const value = read(total, key, unit);
    const cell = cellAt(row, column);
    // A figure of the template's own that we have no sum for would be taken for ours.
    const isStale = /^(?:total$|source:|sum:|year:|cell:)/.test(key) && formulaXml(cell) === '';
    if (value.kind === 'number' || isStale) putValue(sheet, cell, value);
  }
}

/** Money that the template has no column for: said, because its 总投资 will not be explained by its other columns. */
function missingMoney(body: TemplateBody, data: PlanData): string[] {
  const keys = new Set(body.columns.map((column) => column.key));
  const { bySource, byYear } = rollUp(data.projects, data.reference);
  const missing: string[] = [];
  if ([...keys].some((key) => /^(?:source|sum):/.test(key))) {
    for (const source of topSources(data.reference)) {
      if (keys.has(`source:${source.id}`) || keys.has(`sum:${source.id}`)) continue;
      const parts = data.reference.fundSources.filter(
        (part) => part.parent === source.id && keys.has(`source:${part.id}`),
      );
      const shown = data.projects.flatMap((project) =>
        parts.flatMap((part) => project.amounts.bySource[part.id] ?? []),
      );
      const rest = subtractFen(bySource[source.id] ?? ZERO, addFen(ZERO, ...shown));
      if (rest !== 0) missing.push(`${source.name} ${wanText(rest)} 万元`);
    }
  }
  if ([...keys].some((key) => key.startsWith('year:'))) {
    for (const [year, fen] of Object.entries(byYear)) {
      if (fen !== 0 && !keys.has(`year:${year}`)) missing.push(`${yearLabel(year)} ${wanText(fen)} 万元`);
    }
  }
  return missing.length === 0 ? [] : [`表样没有下列金额的栏目，没有填入：${missing.join('、')}。`];
}

function remarks(body: TemplateBody, sheet: SheetXml, written: number): string[] {
  const notes: string[] = [];
  if (body.unmatched.length > 0) notes.push(`表样中这些列没有对应的内容，留空未填：${body.unmatched.join('、')}。`);
  if (body.filledRows > 0) notes.push(`表样中原有的 ${body.filledRows} 行内容已换成工作簿中的项目。`);
  const first = sheet.rows.find((row) => row.row === body.first);
  const computed = body.columns.filter(({ column }) => {
    const cell = first?.cells.find((candidate) => candidate.column === column);
    return cell !== undefined && formulaXml(cell) !== '';
  });
  if (computed.length > 0 && written > 0) {
    notes.push(`这些列保留了表样的公式，打开后按公式计算：${computed.map((column) => column.header).join('、')}。`);
  }
  return notes;
}
