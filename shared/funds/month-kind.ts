// Whether a sheet lists single payments or what was paid until a day, and what a 上月累计 beside 本月 makes together.
import { headerOf } from '../import/header-words.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { bareText } from '../values/fold-text.ts';
import type { MonthKey } from './month-columns.ts';
import { cellProblem, type SheetColumns } from './sheet-rows.ts';

/** A day and an amount in each row; with a running 累计 beside them only where projects stand in several rows. */
export function looksLikeJournal(reading: TableReading, { of }: SheetColumns<MonthKey>): boolean {
  if (of.date === undefined || of.each === undefined) return false;
  if (of.paid === undefined) return true;
  const view = viewSheet(reading.source);
  const naming = (['code', 'name', 'town', 'village', 'place'] as const).flatMap((key) => of[key]?.column ?? []);
  const seen = new Set<string>();
  return reading.keptRows.some((row) => {
    const key = naming.map((column) => bareText(view.seenText(row, column))).join('|');
    if (key.replaceAll('|', '') === '') return false;
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain;
  });
}

const PAYING = /支付|付款|拨付|拨款|报账|兑付|兑现|支出/;

/** Whether an amount is what was paid: by its own words, or, a mere 金额, by those of the sheet. */
export function saysPaid({ title, sheet }: TableReading, column: ReadColumn): boolean {
  return PAYING.test(headerOf(column)) || PAYING.test(`${title}\n${sheet}`);
}

/** 上月（上年）累计 is not what was paid until the day: with 本月 it is; alone it is refused. */
export function addPast(reading: TableReading, columns: SheetColumns<MonthKey>): ImportProblem[] {
  const { of } = columns;
  const { paid, monthPaid } = of;
  if (!paid) return [];
  if (!monthPaid) {
    const message = `只有 ${paid.letter} 列“${paid.header}”，没有到截至日的累计支付，没有读入；请补上累计支付或本月支付的列`;
    return [cellProblem(reading, 'error', 'column-past', '', paid.header, message)];
  }
  columns.parts.set(paid, [paid, monthPaid]);
  const message = `没有到截至日的累计列，累计支付取 ${paid.letter} 列“${paid.header}”与 ${monthPaid.letter} 列“${monthPaid.header}”相加`;
  return [cellProblem(reading, 'info', 'column-chosen', '', paid.header, message)];
}
