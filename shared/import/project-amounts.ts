// Putting an amount into a project's figures by the key of its column, and taking it out again.

import type { Amounts } from '../domain/project.ts';
import { addFen, type Fen } from '../values/money.ts';

export function emptyAmounts(): Amounts {
  return { total: null, bySource: {}, byYear: {}, cells: {} };
}

/** Adds an amount under 'total', 'source:…', 'year:…' or 'cell:year|source'; parts of one source add up. */
export function addAmount(amounts: Amounts, key: string, fen: Fen): void {
  if (key === 'total') {
    amounts.total = fen;
    return;
  }
  const at = key.indexOf(':');
  const id = key.slice(at + 1);
  const record = recordOf(amounts, key.slice(0, at));
  const before = record?.[id];
  if (record) record[id] = before === undefined ? fen : addFen(before, fen);
}

function recordOf(amounts: Amounts, kind: string): Record<string, Fen> | undefined {
  if (kind === 'source') return amounts.bySource;
  if (kind === 'year') return amounts.byYear;
  return kind === 'cell' ? amounts.cells : undefined;
}
