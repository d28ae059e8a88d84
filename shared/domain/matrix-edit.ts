// Changing cells of the year x fund-source matrix: what becomes of the margins. The window shows it while somebody types,
// the backend writes it.
import { addFen, type Fen, ZERO } from '../values/money.ts';
import { type Amounts, splitCellKey } from './project.ts';
import { matrixOf } from './rollup.ts';

/**
 * The figures with some cells set (null: blank). A project without cells of its own starts from what its margins
 * determine, so that typing one cell does not lose the others. With followMargins a project whose margins agree with its
 * matrix keeps agreeing: margins and 总投资 become the sums. Where they did not agree before, they stay as declared.
 */
export function withCells(
  amounts: Amounts,
  changes: Readonly<Record<string, Fen | null>>,
  followMargins: boolean,
): Amounts {
  const cells = { ...matrixOf(amounts) };
  for (const [key, fen] of Object.entries(changes)) {
    if (fen === null) delete cells[key];
    else cells[key] = fen;
  }
  return followMargins && isConsistent(amounts) ? sumMatrix(cells) : { ...amounts, cells };
}

/** Whether 总投资 and all margins are just what the matrix adds up to. */
function isConsistent(amounts: Amounts): boolean {
  const sums = sumMatrix(matrixOf(amounts));
  const same = (a: Record<string, Fen>, b: Record<string, Fen>): boolean =>
    [...Object.keys(a), ...Object.keys(b)].every((key) => (a[key] ?? ZERO) === (b[key] ?? ZERO));
  return (
    (amounts.total ?? ZERO) === (sums.total ?? ZERO) &&
    same(amounts.bySource, sums.bySource) &&
    same(amounts.byYear, sums.byYear)
  );
}

function sumMatrix(cells: Record<string, Fen>): Amounts {
  const amounts: Amounts = { total: ZERO, bySource: {}, byYear: {}, cells };
  for (const [key, fen] of Object.entries(cells)) {
    const { year, source } = splitCellKey(key);
    amounts.total = addFen(amounts.total ?? ZERO, fen);
    amounts.byYear[year] = addFen(amounts.byYear[year] ?? ZERO, fen);
    amounts.bySource[source] = addFen(amounts.bySource[source] ?? ZERO, fen);
  }
  if (Object.keys(cells).length === 0) amounts.total = null;
  return amounts;
}
