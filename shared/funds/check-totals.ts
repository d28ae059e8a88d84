// The 合计 and 小计 rows of a money sheet are claims: what they say of a column is held against the rows that they add up.
import type { ImportProblem } from '../import/preview.ts';
import type { ReadColumn, TableReading } from '../import/reading.ts';
import { cellAddress } from '../sheet/sheet.ts';
import { viewSheet } from '../sheet/sheet-view.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import { type AmountUnit, parseAmount } from '../values/parse-amount.ts';
import { cellProblem, type SheetColumns, type SheetLine, unitOf } from './sheet-rows.ts';

interface Row {
  row: number;
  /** '' for a row of its own. */
  word: string;
  fen: number;
}

const isPart = (word: string): boolean => /小计$|页小计/.test(word);

/**
 * What a row of sums may mean, the likeliest first: all rows; those since the row of sums before it; since the one of the
 * same word; those up to the next row of sums beneath it; all above.
 */
function possibleSums(rows: readonly Row[], at: number): number[] {
  const sumOf = (from: number, to: number): number =>
    rows.slice(Math.max(0, from), to).reduce((sum, { word, fen }) => (word === '' ? sum + fen : sum), 0);
  const word = rows[at]?.word ?? '';
  const before = rows.findLastIndex((one, index) => index < at && one.word !== '');
  const same = rows.findLastIndex((one, index) => index < at && one.word === word);
  const after = rows.findIndex((one, index) => index > at && one.word !== '');
  const whole = sumOf(0, rows.length);
  const group = sumOf(before + 1, at);
  const others = [
    sumOf(same + 1, at),
    sumOf(at + 1, after < 0 ? rows.length : after),
    sumOf(0, at),
    sumOf(at + 1, rows.length),
  ];
  return isPart(word) ? [group, whole, ...others] : [whole, group, ...others];
}

/** Tells where a row of sums fits none of the rows that it may stand for. */
export function checkTotals<Key extends string>(
  reading: TableReading,
  { parts }: SheetColumns<Key>,
  summed: readonly (ReadColumn | undefined)[],
  { lines, sumWord }: { lines: readonly SheetLine<Key>[]; sumWord: (row: number) => string },
  chosen: AmountUnit | null,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  const view = viewSheet(reading.source);
  const byRow = new Map(lines.map((line) => [line.row, line]));
  const sums = reading.keptRows.filter((row) => !byRow.has(row) && sumWord(row) !== '');
  if (sums.length === 0) return problems;
  for (const column of new Set(summed)) {
    if (!column) continue;
    const unit = unitOf(reading, column, chosen);
    const statedIn = (row: number): number | null => {
      const read = (parts.get(column) ?? [column]).map((part) =>
        parseAmount(view.seenText(row, part.column), part.unit ?? unit),
      );
      const amounts = read.flatMap((one) => (one.kind === 'amount' ? [one.fen as number] : []));
      return amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0);
    };
    const rows = reading.keptRows.flatMap((row): Row[] => {
      const line = byRow.get(row);
      if (line) {
        const read = line.amount(column, unit);
        const counts = read.kind === 'amount' || (read.kind === 'shared' && read.isFirst);
        return [{ row, word: '', fen: counts ? read.fen : 0 }];
      }
      const said = statedIn(row);
      return sumWord(row) === '' || said === null ? [] : [{ row, word: sumWord(row), fen: said }];
    });
    for (const [at, { row, word, fen }] of rows.entries()) {
      if (word === '') continue;
      const possible = possibleSums(rows, at);
      const [right = 0] = possible;
      if (possible.includes(fen)) continue;
      const message = `${word}的“${column.header}”${formatWanFull(toFen(fen))} 万元，各行相加 ${formatWanFull(toFen(right))} 万元，差 ${formatWanFull(toFen(fen - right))} 万元；按各行读入，请核对是否漏了行`;
      const cell = cellAddress(row, column.column);
      problems.push(cellProblem(reading, 'warning', 'total-differs', cell, view.seenText(row, column.column), message));
    }
  }
  return problems;
}
