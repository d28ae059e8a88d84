// The 合计 row of a monthly sheet is a claim: what it says of a column is held against the rows above it.
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';
import { cellProblem, type SheetColumns, type SheetLine, unitOf } from './sheet-rows.ts';

const WHOLE = /^(?:总计|合计|共计)$/;

/** Tells where a sheet's only 合计 differs from its rows. */
export function checkTotals<Key extends string>(
  reading: TableReading,
  { of }: SheetColumns<Key>,
  keys: readonly Key[],
  { lines, sumWord }: { lines: readonly SheetLine<Key>[]; sumWord: (row: number) => string },
  chosen: AmountUnit | null,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const view = viewSheet(reading.source);
  const totals = reading.keptRows.filter((row) => WHOLE.test(sumWord(row)));
  const [row] = totals;
  if (row === undefined || totals.length > 1) return problems;
  for (const key of keys) {
    const column = of[key];
    if (!column) continue;
    const unit = unitOf(reading, column, chosen);
    const text = view.seenText(row, column.column);
    const said = parseAmount(text, unit);
    if (said.kind !== 'amount') continue;
    let sum = 0;
    for (const line of lines) {
      const read = line.amount(column, unit);
      if (read.kind === 'amount' || (read.kind === 'shared' && read.isFirst)) sum += read.fen;
    }
    const difference = said.fen - sum;
    if (difference === 0) continue;
    const cell = cellAddress(row, column.column);
    const message = `合计的“${column.header}”${formatWanFull(said.fen)} 万元，各行相加 ${formatWanFull(toFen(sum))} 万元，差 ${formatWanFull(toFen(difference))} 万元；按各行读入，请核对是否漏了行`;
    problems.push(cellProblem(reading, 'warning', 'total-differs', cell, text, message));
  }
  return problems;
}
