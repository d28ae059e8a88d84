// Columns of shares: each figure is the one beside it in percent of the total of its column.
import { type Equation, judgeEquation } from '../equation.ts';
import type { ReadTable } from '../tables/read-table.ts';

const SHARE = /占比|比重|占.{0,8}比例|构成/;

const NEAR = 12;

/** The equations of the shares of a table: of the column of money or of projects that most of them fit. */
export function shareColumns(table: ReadTable): Equation[] {
  const total = table.rows.find(({ kind }) => kind === 'total');
  if (!total) return [];
  const isShare = new Map(table.columns.map((column) => [column, SHARE.test([...column.above, column.name].join(''))]));
  return table.columns.flatMap((column, at): Equation[] => {
    if (isShare.get(column) !== true) return [];
    // The figures that a share is of stand beside it.
    const bases = table.columns.slice(Math.max(0, at - NEAR), at + NEAR).filter((base) => isShare.get(base) !== true);
    const ways = bases.map((base): Equation[] =>
      table.rows.flatMap((row): Equation[] => {
        const whole = table.termAt(row.index, column.index, row.name);
        const [part, all] = [
          table.termAt(row.index, base.index, row.name),
          table.termAt(total.index, base.index, '合计'),
        ];
        if (
          !whole ||
          !part ||
          !all ||
          row === total ||
          all.figure.value <= 0 ||
          whole.figure.measure.dimension !== 'percent'
        )
          return [];
        if (part.figure.measure.dimension === 'percent') return [];
        const group = `${table.block} s${column.index}-${base.index}`;
        return [{ rule: 'T04', kind: 'share', whole, parts: [part, all], side: '表内数', group }];
      }),
    );
    const holding = (way: readonly Equation[]): number =>
      way.filter((one) => judgeEquation(one) !== 'different').length;
    const [best = []] = ways.sort((a, b) => holding(b) - holding(a));
    return holding(best) * 2 >= best.length && holding(best) > 1 ? best : [];
  });
}
