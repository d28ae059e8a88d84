// Whether the sheet itself speaks against the sum of its sources or years as 总投资: a column that nobody knows is larger row
// by row, or a 合计 row states more than its parts add up to.
import { isOtherFigure } from '../domain/fund-words.ts';
import { toFen, wanText } from '../values/money.ts';
import type { ColumnSums } from './column-sums.ts';
import { isBlocked } from './column-words.ts';
import { headerWord } from './header-words.ts';
import type { ReadColumn, TableReading } from './reading.ts';

/** This part of the rows has to be as large as the sum at least: a whole is never less than its parts. */
const SHARE = 0.8;

/** What speaks against it, as a sentence; '' where nothing does. */
export function doubtSum(
  columns: readonly ReadColumn[],
  sums: ColumnSums,
  claims: TableReading['claims'],
  part: 'source' | 'year',
): string {
  const parts = columns.filter(({ key }) => key?.startsWith(`${part}:`));
  const values = parts.map((column) => sums.values(column));
  const sumOf = (item: number): number => values.reduce((sum, own) => sum + (own[item] ?? 0), 0);
  for (const column of columns) {
    const leaf = headerWord(column.path.at(-1) ?? '').word;
    const isOpen = (column.key === null || column.key === 'sum') && column.isNumeric && leaf !== '';
    if (!isOpen || isBlocked(leaf) || isOtherFigure(leaf)) continue;
    const own = sums.values(column);
    const filled = [...own.keys()].filter((item) => own[item] !== 0);
    const larger = filled.filter((item) => (own[item] ?? 0) > sumOf(item));
    const asLarge = filled.filter((item) => (own[item] ?? 0) >= sumOf(item));
    const [first] = larger;
    if (first === undefined || asLarge.length < filled.length * SHARE) continue;
    const [whole, sum] = [toFen(own[first] ?? 0), toFen(sumOf(first))].map(wanText);
    return `但 ${column.letter} 列“${column.header}”有 ${larger.length} 个项目大于各项之和（如 ${whole} 万元对 ${sum} 万元），它可能就是总投资，或者有一种资金没有认出来。`;
  }
  return doubtByTotal(parts, claims);
}

/** 合计 rows with a figure for the whole beside those of the parts. */
function doubtByTotal(parts: readonly ReadColumn[], claims: TableReading['claims']): string {
  const keys = new Set(parts.map(({ key }) => key));
  for (const { row, sheetRow, figures } of claims) {
    const total = figures.find(({ column }) => column === 'total');
    const own = figures.filter(({ column }) => keys.has(column));
    if (!total || own.length === 0) continue;
    const sum = own.reduce((all, { value }) => all + value, 0);
    if (total.value > sum)
      return `但第 ${sheetRow} 行“${row}”写的合计 ${wanText(toFen(total.value))} 万元大于各项之和 ${wanText(toFen(sum))} 万元。`;
  }
  return '';
}
