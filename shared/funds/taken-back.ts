// 收回: papers that take money back, beside the batches that they take it from. What of a batch may be given out is what
// came less what was taken back.
import type { FundBatch } from '../domain/execution.ts';
import { documentKey } from '../values/document-number.ts';

type Batch = FundBatch;

const numbersOf = ({ ownNumber, upperNumber }: Batch): string[] =>
  [ownNumber, upperNumber].map(documentKey).filter((key) => key !== '');

/**
 * The batch that a 收回 takes from: of the same number; named in its words; the only one of its year, fund and direction.
 * null: not told.
 */
function sourceOf(back: Batch, batches: readonly Batch[]): Batch | null {
  const given = batches.filter(({ amountFen }) => amountFen >= 0);
  const alike = given.filter(({ fundSourceId, sourceText }) =>
    back.fundSourceId === null ? sourceText === back.sourceText : fundSourceId === back.fundSourceId,
  );
  const own = new Set(numbersOf(back));
  const words = documentKey([back.note, back.use, back.sourceText].join(' '));
  const ofNumber = (list: readonly Batch[]): Batch[] =>
    list.filter((one) => numbersOf(one).some((key) => own.has(key)));
  const named = given.filter((one) => numbersOf(one).some((key) => words.includes(key)));
  const ofYear = alike.filter(({ year, direction }) => year === back.year && direction === back.direction);
  for (const found of [ofNumber(alike), ofNumber(given), named, ofYear])
    if (found.length === 1) return found[0] ?? null;
  return null;
}

/** By batch, the papers that take money back from it. */
export function takenBackOf(batches: readonly Batch[]): ReadonlyMap<string, readonly Batch[]> {
  const found = new Map<string, Batch[]>();
  for (const back of batches) {
    if (back.amountFen >= 0) continue;
    const source = sourceOf(back, batches);
    if (source) found.set(source.id, [...(found.get(source.id) ?? []), back]);
  }
  return found;
}
