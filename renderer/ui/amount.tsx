// An amount in 万元 with two decimals; one that has more is marked and tells its exact figure where the mouse rests.

import { exactText, hidesDecimals, showAmount } from '#shared/format/shown-amount.ts';
import type { Fen } from '#shared/values/money.ts';

export function Amount({ fen }: { fen: Fen }) {
  if (!hidesDecimals(fen)) return showAmount(fen);
  return (
    <span className="xj-rounded" title={exactText(fen)}>
      {showAmount(fen)}
    </span>
  );
}
