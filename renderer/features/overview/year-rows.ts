// The years of 总览, as 表5-1 has them: with what is in no year, so that they add up to 合计.

import type { TableResult, TableRow } from '#shared/tables/table.ts';
import { ZERO } from '#shared/values/money.ts';
import type { FiguresRow } from './figures-table.tsx';

/** Its first count and amount are 项目个数 and 总投资; 其中 of the total is left out, 减：多出部分 is not. */
export function yearRows(table: TableResult | undefined): FiguresRow[] {
  const rows = (table?.rows ?? []).filter(({ role, key }) => role !== 'total' && !/\?open(?:\||$)/.test(key));
  return rows.map((row) => ({ key: row.key, name: nameOf(row), ...figuresOf(row) }));
}

function nameOf({ cells }: TableRow): string {
  const [first] = cells;
  return first?.kind === 'text' ? first.text : '';
}

function figuresOf({ cells }: TableRow): Pick<FiguresRow, 'count' | 'fen'> {
  const count = cells.find((cell) => cell.kind === 'count');
  const amount = cells.find((cell) => cell.kind === 'amount');
  return { count: count?.value ?? 0, fen: amount?.fen ?? ZERO };
}
