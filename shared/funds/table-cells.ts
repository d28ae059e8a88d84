// Cells of the lists on money: what is not known is blank, a rate without a whole is ——, never 0 (SPECS §3 rule 11).
import type { TableCell } from '../tables/table.ts';
import type { Fen } from '../values/money.ts';

export function textCell(text: string): TableCell {
  return text === '' ? { kind: 'blank' } : { kind: 'text', text };
}

export function amountCell(fen: Fen | null): TableCell {
  return fen === null ? { kind: 'blank' } : { kind: 'amount', fen };
}

/** A rate as `rateOf` gives it. */
export function rateCell(rate: string | null): TableCell {
  return rate === null ? { kind: 'text', text: '——' } : { kind: 'share', percent: Number(rate) };
}
