// Rows between a header and its first project that say how to fill in the columns: 自动编号 50个字以内 下拉选择, names of
// data fields, kinds of data (文本 数字 日期), 必填 选填. They are no project; they are told as set aside.

import { cellText, looksNumeric, type SheetRow } from '../sheet/sheet-view.ts';
import { blankMark, compactText } from '../values/fold-text.ts';
import { stripInstructions, TELLS } from './header-instructions.ts';

const KINDS =
  /^(?:文本|文字|数字|数值|数值型|整数|小数|字符|字符串|字符型|文本型|数字型|日期型|布尔|枚举|字典|必填|选填|非必填|可选|可空|必录|必选|必填项|选填项|下拉|下拉框|单选|多选|手填|手工|自动|自动编号|自动生成|自动计算|系统生成|系统自动|VARCHAR2?|NVARCHAR2?|CHAR|TEXT|STRING|NUMBER|NUMERIC|DECIMAL|INT|INTEGER|DOUBLE|FLOAT|DATE|DATETIME|[YN])(?:\([\d,、-]+\))?$/i;
const PHRASES =
  /[^\d]字(?:以内|内|左右)?$|字以内|位小数|下拉|全称|年-|[-—]完工|写明|写清|注明|填到|精确到|单位[:：]|^(?:例|如|示例|例如|如)[:：]|\+|阿拉伯数字|YYYY|\/.*\//i;
/** What statistical forms call their columns by: 甲 乙 1 2, A B C, ①, (3), 栏次, 5=6+7, and a dash where it has none. */
const LABEL =
  /^(?:[甲乙丙丁戊己庚辛壬癸]|[A-Z]|[(（]?\d{1,2}[)）]?|[①-⑳]|[-—–/]+|栏次|列次|行次|[=＝(（]*(?:\d{1,2}|[A-Z]|[①-⑳])[)）]?(?:[=＝+＋\-－×÷*/][(（]?(?:\d{1,2}|[A-Z]|[①-⑳])[)）]?)+)$/i;
/** In their order. */
const SERIES: readonly (readonly string[])[] = [
  [...'甲乙丙丁戊己庚辛壬癸'],
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'],
  Array.from({ length: 99 }, (_, index) => String(index + 1)),
];
const CODE = /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/i;
/** A guide says something for this part of its cells at least. */
const SHARE = 0.6;
const FEWEST = 3;

/** True for a row of instructions, field names or kinds of data right under a header. */
export function isGuideRow(row: SheetRow): boolean {
  if (isLabelRow(row)) return true;
  const texts: string[] = [];
  let figures = 0;
  for (const cell of row.cells) {
    // A heading that carries its instructions is a heading.
    const text = compactText(stripInstructions(cellText(cell)));
    if (text === '' || blankMark(text) !== undefined) continue;
    if (looksNumeric(cell) || cell.value?.kind === 'date') figures += 1;
    else texts.push(text);
  }
  if (figures > 0) return texts.length >= FEWEST && tellingOf(texts) >= (texts.length + figures) * SHARE;
  if (texts.length < 2) return false;
  if (texts.every((text) => /^[(（〔[].{2,}[)）〕\]]$/.test(text))) return true;
  if (texts.length < FEWEST) return false;
  if (texts.every((text) => CODE.test(text))) return true;
  return tellingOf(texts) >= texts.length * SHARE;
}

/**
 * Every cell is the label of its column: 甲 乙 丙 1 2, A B C, ① ②, each the next of its kind, or computed from others.
 * Plain numbers and dashes prove nothing: they stand in rows of projects too.
 */
function isLabelRow({ cells }: SheetRow): boolean {
  const last = new Map<string, number>();
  let filled = 0;
  let isComputed = false;
  for (const cell of cells) {
    const text = compactText(cellText(cell)).toUpperCase();
    if (text === '') continue;
    filled += 1;
    if (!LABEL.test(text)) return false;
    if (/^.次$|[=＝]/.test(text)) isComputed = true;
    const series = SERIES.find((labels) => labels.includes(bareLabel(text)));
    if (series === undefined) continue;
    const at = series.indexOf(bareLabel(text));
    if (at !== (last.get(series[0] as string) ?? -1) + 1) return false;
    last.set(series[0] as string, at);
  }
  const ofWords = [...last].some(([first, at]) => first !== '1' && at > 0);
  return filled >= FEWEST && (isComputed || ofWords);
}

function bareLabel(text: string): string {
  return text.replace(/^[(（]|[)）]$/g, '');
}

function tellingOf(texts: readonly string[]): number {
  return texts.filter((text) => KINDS.test(text) || TELLS.test(text) || PHRASES.test(text)).length;
}
