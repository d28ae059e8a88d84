// A project whose 总投资 becomes another one while nothing is said of its sources and years: where all of the money stood in
// one place it still does; where it stood in several, nobody can tell.
import { keysOf } from '../compare/fact.ts';
import type { Amounts } from '../domain/project.ts';
import type { Fen } from '../values/money.ts';

export interface Followed {
  amounts: Amounts;
  /** Sources or years whose sum is still the old one: 资金来源, 分年度投资. */
  open: string[];
}

const SIDES = [
  ['bySource', '资金来源'],
  ['byYear', '分年度投资'],
  ['cells', '年度资金明细'],
] as const;

export function followTotal(amounts: Amounts, total: Fen): Followed {
  const result: Followed = { amounts: { ...amounts, total }, open: [] };
  if (amounts.total === total) return result;
  for (const [side, label] of SIDES) {
    const filled = keysOf(amounts[side]).filter((key) => amounts[side][key] !== 0);
    const [only] = filled;
    if (filled.length === 1 && only !== undefined && amounts[side][only] === amounts.total)
      result.amounts[side] = { ...amounts[side], [only]: total };
    else if (filled.length > 0) result.open.push(label);
  }
  return result;
}

/** What a part of a split project begins with: nothing of the money but where it comes from and when it is spent. */
export function partAmounts(whole: Amounts, total: Fen | null): Followed {
  if (total === null) return { amounts: { total: null, bySource: {}, byYear: {}, cells: {} }, open: [] };
  const { amounts, open } = followTotal({ ...whole, total: whole.total }, total);
  const kept = (side: (typeof SIDES)[number][0], label: string) => (open.includes(label) ? {} : amounts[side]);
  return {
    amounts: {
      total,
      bySource: kept('bySource', '资金来源'),
      byYear: kept('byYear', '分年度投资'),
      cells: kept('cells', '年度资金明细'),
    },
    open,
  };
}
