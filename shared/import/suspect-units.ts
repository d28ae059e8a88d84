// Rule T08: a figure ten thousand times larger or smaller than its neighbours was probably written in another unit.
import { type Fen, toFen, wanText } from '../domain/money.ts';
import type { ColumnSums } from './column-sums.ts';
import type { ImportProblem } from './preview.ts';
import type { ReadColumn } from './reading.ts';
import { cellAddress } from './sheet.ts';

const FACTOR = 10_000;

/** Warnings for amounts of one table; `rowOf` gives the sheet row of an item, `groupOf` the heading it stands under. */
export function findSuspectUnits(
  sheet: string,
  columns: readonly ReadColumn[],
  sums: ColumnSums,
  rowOf: (item: number) => number,
): Omit<ImportProblem, 'sheet'>[] {
  const problems: Omit<ImportProblem, 'sheet'>[] = [];
  for (const column of columns) {
    if (column.key === null || !/^(?:total$|source:|year:|cell:)/.test(column.key)) continue;
    const values = sums.values(column);
    const written = Array.from(values).filter((value) => value > 0);
    if (written.length < 3) continue;
    const median = medianOf(written);
    values.forEach((value, item) => {
      if (value <= 0) return;
      const isLarge = value >= median * FACTOR;
      if (!isLarge && value * FACTOR > median) return;
      const cell = cellAddress(rowOf(item), column.column);
      const proposed = isLarge ? Math.round(value / FACTOR) : value * FACTOR;
      const times = isLarge ? '一万倍以上' : '万分之一以下';
      problems.push({
        level: 'warning',
        code: 'unit-suspect',
        cell,
        raw: wanText(value as Fen),
        message: `疑似单位错误：“${sheet}”第 ${rowOf(item)} 行“${column.header}”（${cell}）是 ${wanText(value as Fen)} 万元，是同列中间值 ${wanText(toFen(Math.round(median)))} 万元的${times}。已按原数导入，请核实是否把元写成了万元。`,
        proposal: proposed < 2 ** 51 ? `${wanText(toFen(proposed))} 万元` : '',
      });
    });
  }
  return problems;
}

function medianOf(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
