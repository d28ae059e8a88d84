// The margins of a project (分年度, 资金来源) as tables and texts read them: declared ones, or what the matrix says where
// nothing at all is declared.
import type { Fen } from '../values/money.ts';
import { type Amounts, type Project, splitCellKey } from './project.ts';

const known = new WeakMap<Amounts, Amounts>();

/** The figures with a direction that is blank throughout filled from the cells; the same object where there is none. */
export function withMargins(amounts: Amounts): Amounts {
  let filled = known.get(amounts);
  if (!filled) {
    filled = fill(amounts);
    known.set(amounts, filled);
  }
  return filled;
}

/** A project with such figures; itself where nothing is to be filled. */
export function readMargins(project: Project): Project {
  const amounts = withMargins(project.amounts);
  return amounts === project.amounts ? project : { ...project, amounts };
}

function fill(amounts: Amounts): Amounts {
  const { bySource, byYear, cells } = amounts;
  if (isBlank(cells) || !(isBlank(bySource) || isBlank(byYear))) return amounts;
  return {
    ...amounts,
    bySource: isBlank(bySource) ? sumCells(cells, 'source') : bySource,
    byYear: isBlank(byYear) ? sumCells(cells, 'year') : byYear,
  };
}

function isBlank(record: Readonly<Record<string, Fen>>): boolean {
  for (const _ in record) return false;
  return true;
}

/** What the cells of a matrix add up to by year, or by source. */
export function sumCells(cells: Readonly<Record<string, Fen>>, side: 'year' | 'source'): Record<string, Fen> {
  const sums: Record<string, Fen> = {};
  for (const [key, fen] of Object.entries(cells)) {
    const at = splitCellKey(key)[side];
    sums[at] = ((sums[at] ?? 0) + fen) as Fen;
  }
  return sums;
}
