// What a row of a project list or summary is, told from its words: 合计, 小计, heading, note, project.
// Handbook 2.5 and 8.1: numbering styles, totals first or last, headings in 序号 or in the name, notes at the end.

import type { CellRange, SheetCell } from '../sheet/sheet.ts';
import { cellText, type SheetRow, type SheetView } from '../sheet/sheet-view.ts';
import { blankMark, compactText, foldText } from '../values/fold-text.ts';
import type { RowColumn } from './column-uses.ts';
import { leadingOrdinal, type Ordinal, wholeOrdinal } from './ordinals.ts';

/**
 * part: 其中： rows, which split up the row above; example: a row that shows how to fill in the table.
 */
export type RowKind = 'project' | 'heading' | 'subtotal' | 'total' | 'part' | 'example' | 'note' | 'blank' | 'unnamed';

export interface RowWords {
  row: SheetRow;
  /** Text of the 序号 column; that of a vertical merge on its further rows too. */
  serial: string;
  name: string;
  /** First text of the row, wherever it stands. */
  first: string;
  /** First text outside the 序号 column. */
  firstWord: string;
  /** Words of a project proper: place, nature, content, code. */
  hasStrongDetail: boolean;
  /** All its words of a project are those of its place. */
  isPlaceOnly: boolean;
  /** Words that headings carry now and then: unit, person, department, period. */
  hasWeakDetail: boolean;
  hasAmount: boolean;
  /** At least one amount is not 0: rows prepared with formulas show zeros. */
  hasFigure: boolean;
  /** `60个` in a cell of words. */
  count: { value: number; column: number } | null;
  filled: number;
}

const COUNT_CELL = /^[(]?(?:共|计|合计|共计|总计)?:?(\d{1,6})(?:个|项|个项目|项目|个子项目)[)]?$/;
const TOTAL =
  /^(?:[合总共]计|总合计|累计|总额)(?:(?:[:：(（]|共?\d{1,6}[个项]).*)?$|^[^,，。、;；]{0,10}(?:[合总共]计)(?:(?:[(（]|共?\d{1,6}[个项]).*)?$/;
const SUBTOTAL = /^(?:[本该]页)?小计(?:$|[:：(（\d])|小计(?:[:：(（].*)?$/;
const NOTE = /^(?:备注|注|说明|填表说明|填写说明|填报说明|填报要求|填表要求|附注|注释|备注说明)(?:[:：\d]|$)/;
const SIGNATURE =
  /(?:单位负责人|填表人|填报人|审核人|复核人|复核|制表人|制表单位|制表|填报单位|编制单位|经办人|主要领导|分管领导|负责人|签字|盖章|填报日期|填表日期|日期|监督电话|举报电话|联系电话|咨询电话|联系人|电话|邮箱|E-?mail|通讯地址)\s*(?:[:：(（]|$)/i;

/** Collects the words of a row in the roles that its columns give them. */
export function rowWords(
  view: SheetView,
  row: SheetRow,
  byColumn: readonly (RowColumn | undefined)[],
  fillFrom: ColumnFill,
): RowWords {
  const found: RowWords = {
    row,
    serial: '',
    name: '',
    first: '',
    firstWord: '',
    hasStrongDetail: false,
    isPlaceOnly: false,
    hasWeakDetail: false,
    hasAmount: false,
    hasFigure: false,
    count: null,
    filled: 0,
  };
  let firstColumn = 0;
  let places = 0;
  let others = 0;
  for (const cell of row.cells) {
    const column = byColumn[cell.column];
    if (!column) continue;
    const text = cellText(cell);
    if (text === '' && cell.formula === undefined) continue;
    if (text.trim() === '' && cell.formula === undefined) continue;
    found.filled += 1;
    const { key, isLabel, isStrong } = column;
    if (column.isFigure) {
      const isWritten =
        cell.value !== null &&
        blankMark(text) === undefined &&
        /[\d０-９]/.test(text) &&
        !isSignature(text) &&
        !(isDay(cell, text) && SIGNATURE.test(foldText(found.first)));
      found.hasAmount ||= cell.formula !== undefined || isWritten;
      found.hasFigure ||= isWritten && /[1-9１-９]/.test(text);
      continue;
    }
    // Counts of households and people stand on heading rows as their subtotals do.
    if (column.isCount && /[\d０-９]/.test(text) && !isSignature(text)) continue;
    if (found.first === '') {
      found.first = text;
      firstColumn = cell.column;
    }
    if (key === 'town' || key === 'village') places += 1;
    else if (key !== 'note') others += 1;
    if (key !== 'serial' && found.firstWord === '') found.firstWord = text.trim();
    const count = key === 'count' || (isLabel && cell.column === firstColumn) ? undefined : countIn(cell);
    if (key === 'serial') found.serial = text.trim();
    else if (count !== undefined) found.count = { value: count, column: cell.column };
    else if (key === 'name') found.name = text.trim();
    else if (!isLabel) {
      if (cell.column !== firstColumn && blankMark(text) === undefined) {
        if (isStrong) found.hasStrongDetail = true;
        else found.hasWeakDetail = true;
      } else if (isStrong && !sumsUp(text) && blankMark(text) === undefined && !isWide(view, row.row, cell.column)) {
        found.hasStrongDetail = true;
      }
    }
  }
  found.isPlaceOnly = places > 0 && others === 0;
  for (const key of ['serial', 'name'] as const) if (found[key] === '') found[key] = fillFrom(row.row, key).trim();
  return found;
}

/** 18个, （共18个项目）, 18项, or a number that its format shows as 18个. */
function countIn({ value }: SheetCell): number | undefined {
  if (value?.kind === 'number') return /["!\\][个项]/.test(value.format ?? '') ? Number(value.text) : undefined;
  if (value === null || value.text.length > 14 || !/[个项]/.test(value.text)) return undefined;
  const count = COUNT_CELL.exec(compactText(value.text))?.[1];
  return count === undefined ? undefined : Number(count);
}

/** The text that a vertical merge brings down into a row for one field; '' where there is none. */
export type ColumnFill = (row: number, key: 'serial' | 'name') => string;

function isWide(view: SheetView, row: number, column: number): boolean {
  const range: CellRange | undefined = view.mergeAt(row, column);
  return range !== undefined && range.right - range.left >= 3;
}

/** 联系电话：12345678 may stand in the column of amounts. */
function isSignature(text: string): boolean {
  return text.length > 4 && /[\p{Script=Han}]/u.test(text) && SIGNATURE.test(foldText(text));
}

/** The day of signing, which stands behind the names wherever there is room. */
function isDay({ value }: SheetCell, text: string): boolean {
  return (
    value?.kind === 'date' || (value?.kind === 'text' && /^\s*20\d\d\s*[年.\-/]/.test(text) && /[月日.\-/]/.test(text))
  );
}

function sumsUp(text: string): boolean {
  const compact = compactText(text);
  return TOTAL.test(compact) || SUBTOTAL.test(compact);
}

/** A summary by years sums up in the row 2021-2025年, one by counties in 分县总投资. */
export function isSummaryTotal(words: RowWords): boolean {
  return /^20\d\d年?[-—–~至]+20\d\d年?(?:合计)?$|^[^,，。]{0,6}总投资$/.test(compactText(words.first));
}

/** True for rows whose words say that they add up others. */
export function totalKind(words: RowWords): 'total' | 'subtotal' | undefined {
  if (words.hasStrongDetail && wholeOrdinal(words.serial) === undefined && /^\d+$/.test(words.serial)) return undefined;
  for (const text of [words.first, words.name, words.serial, `${words.serial}${words.name}`]) {
    const compact = compactText(text);
    if (compact === '' || compact.length > 40) continue;
    const bare = leadingOrdinal(text)?.rest ?? compact;
    if (SUBTOTAL.test(bare)) return 'subtotal';
    if (TOTAL.test(bare) && !words.hasStrongDetail) return 'total';
  }
  return undefined;
}

/** 其中：一期, without a number of its own: its money is in the row above already. */
export function isPart(words: RowWords): boolean {
  return /^其中/.test(compactText(words.first)) || (words.serial === '' && /^其中/.test(compactText(words.name)));
}

const EXAMPLE = '(?:例|示例|样例|范例|举例|填写示例|例如)';
const EXAMPLE_ROW = new RegExp(`^[(（【[]?${EXAMPLE}\\d?[)）】\\]]?[:：]?$`);
const EXAMPLE_NAME = new RegExp(`^(?:[(（【[]${EXAMPLE}\\d?[)）】\\]]|${EXAMPLE}\\d?[:：])`);

/** 例, 示例: the sample row of a template; 例：某村道路 in its name. */
export function isExample(words: RowWords): boolean {
  return (
    EXAMPLE_ROW.test(compactText(words.serial || words.first)) ||
    EXAMPLE_NAME.test(compactText(words.name || words.first))
  );
}

/** Notes and signatures: lines of words without figures. */
export function isNote(words: RowWords): boolean {
  if (words.hasAmount) return false;
  const first = foldText(words.first).replace(/\s+/g, '');
  if (NOTE.test(first)) return true;
  if (/^(?:附件|附表|续表)[\d一二三四五六七八九十]*[:：]?$|^单位[:：]/.test(first)) return true;
  return !/^\d+$/.test(words.serial) && (SIGNATURE.test(first) || /\((?:盖章|公章|签章|签字)\)/.test(first));
}

/** A row of nothing but the words over names to be signed: 编制单位, 审核人, 制表人. */
export function isSignatureLabels({ row }: RowWords): boolean {
  const texts = row.cells.map((cell) => foldText(cellText(cell)).replace(/\s+/g, '')).filter((text) => text !== '');
  return texts.length > 1 && texts.every((text) => text.length <= 8 && SIGNATURE.test(text));
}

/** The name of a row, or its first words outside 序号 (一 | 产业发展 in the column of types); never its count. */
export function besideSerial(words: RowWords): string {
  if (words.name !== '') return words.name;
  if (words.first.trim() !== words.serial) return words.first.trim();
  return COUNT_CELL.test(compactText(words.firstWord)) ? '' : words.firstWord;
}

/** The numbering and the words of a row that may be a heading. */
export function headingOf(words: RowWords): { ordinal: Ordinal | undefined; text: string; inSerial: boolean } {
  const own = wholeOrdinal(words.serial);
  const title = besideSerial(words);
  if (own && title !== '') return { ordinal: own, text: leadingOrdinal(title)?.rest || title, inSerial: true };
  const source = words.serial !== '' && leadingOrdinal(words.serial)?.rest ? words.serial : words.first.trim() || title;
  const leading = leadingOrdinal(source);
  if (leading && leading.rest !== '') return { ordinal: leading, text: leading.rest, inSerial: false };
  const named = leadingOrdinal(title);
  if (named && named.rest !== '') return { ordinal: named, text: named.rest, inSerial: false };
  return { ordinal: own, text: title || source, inSerial: own !== undefined };
}

/** `(一)产业类项目5个,共计4197万元`: what the heading's own words declare. */
export function declaredInHeading(text: string): { count: number | null; amount: string | null } {
  const compact = compactText(text);
  const count = /(?<!\d)(\d+)(?:个|项(?!目?[一二三]))/.exec(compact)?.[1];
  const amount = /(?:共计|合计|投资|资金|计)[^\d]{0,6}(\d+(?:\.\d+)?(?:亿|万)元)/.exec(compact)?.[1];
  return { count: count === undefined ? null : Number(count), amount: amount ?? null };
}

/** True where the 序号 counts projects: 1, 2, 3 or 1、 or (1). */
export function isCountingSerial(serial: string): boolean {
  return (
    /^\d{1,6}(?:\.0+)?$/.test(foldText(serial)) ||
    (leadingOrdinal(serial)?.rest === '' && (leadingOrdinal(serial)?.level ?? 0) >= 2)
  );
}
