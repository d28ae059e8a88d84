// The year x fund-source matrix of the card with its two margins: what is declared, what the cells add up to.
import { withCells } from '#shared/domain/matrix-edit.ts';
import { isOutsideYear, type OutsideYear, yearNumber } from '#shared/domain/outside-years.ts';
import { type Amounts, cellKey, splitCellKey } from '#shared/domain/project.ts';
import { type PlanInfo, planYears, type ReferenceData, topSourceOf, topSources } from '#shared/domain/reference.ts';
import { matrixOf } from '#shared/domain/rollup.ts';
import { workOutTyped } from '#shared/import/typed-arithmetic.ts';
import { addFen, type DisplayUnit, type Fen, subtractFen, ZERO } from '#shared/values/money.ts';
import { parseAmount } from '#shared/values/parse-amount.ts';

export interface Margin {
  /** As the sheet or the user stated it; null: nothing was stated. */
  declared: Fen | null;
  /** What the cells add up to. */
  sum: Fen;
  /** declared - sum where both are there and differ; else null. */
  difference: Fen | null;
}

export interface MatrixView {
  years: { year: number | OutsideYear; margin: Margin }[];
  sources: { id: string; name: string; margin: Margin }[];
  total: Margin;
  cells: Readonly<Record<string, Fen>>;
  /** The cells follow from the margins; nobody stated them one by one. */
  isDerived: boolean;
  /** Neither stated nor to be derived: 未分解. */
  isOpen: boolean;
}

/** Rows and columns of the plan, and further ones where the project has figures in them. */
export function matrixView(amounts: Amounts, plan: PlanInfo, reference: ReferenceData): MatrixView {
  const cells = matrixOf(amounts);
  const keys = Object.keys(cells).map(splitCellKey);
  const years = withExtra<number | OutsideYear>(
    planYears(plan),
    [...Object.keys(amounts.byYear), ...keys.map((key) => key.year)].map((key) =>
      isOutsideYear(key) ? key : Number(key),
    ),
  ).sort((a, b) => yearNumber(a) - yearNumber(b));
  const used = [...Object.keys(amounts.bySource), ...keys.map((key) => key.source)];
  // A source that is split up (中央, 省级) is shown by its parts, as the project states them.
  const sourceIds = withExtra(
    topSources(reference)
      .map((source) => source.id)
      .filter(
        (id) => used.includes(id) || !used.some((part) => part !== id && topSourceOf(reference, part)?.id === id),
      ),
    used,
  );
  const names = new Map(reference.fundSources.map((source) => [source.id, source.name]));
  const sum = (belongs: (key: { year: string; source: string }) => boolean): Fen =>
    addFen(ZERO, ...Object.entries(cells).flatMap(([key, fen]) => (belongs(splitCellKey(key)) ? [fen] : [])));
  const hasCells = keys.length > 0;
  return {
    years: years.map((year) => ({
      year,
      margin: margin(
        amounts.byYear[year] ?? null,
        sum((key) => key.year === String(year)),
        hasCells,
      ),
    })),
    sources: sourceIds.map((id) => ({
      id,
      name: names.get(id) ?? id,
      margin: margin(
        amounts.bySource[id] ?? null,
        sum((key) => key.source === id),
        hasCells,
      ),
    })),
    total: margin(
      amounts.total,
      sum(() => true),
      hasCells,
    ),
    cells,
    isDerived: hasCells && Object.keys(amounts.cells).length === 0,
    isOpen: !hasCells && (amounts.total ?? ZERO) !== ZERO,
  };
}

function margin(declared: Fen | null, sum: Fen, hasCells: boolean): Margin {
  const differs = hasCells && (declared ?? ZERO) !== sum;
  return { declared, sum, difference: differs ? subtractFen(declared ?? ZERO, sum) : null };
}

function withExtra<T>(first: readonly T[], more: readonly T[]): T[] {
  return [...new Set([...first, ...more])];
}

export function cellOf(view: MatrixView, year: number | OutsideYear, source: string): Fen | null {
  return view.cells[cellKey(year, source)] ?? null;
}

/** What is being typed at the moment: a cell of the matrix or a declared margin. */
export type Draft =
  | { kind: 'cell'; year: number | OutsideYear; source: string; text: string }
  | { kind: 'margin'; column: string; text: string };

/** The figures as they would be with the draft taken; unreadable text changes nothing. */
export function withDraft(amounts: Amounts, draft: Draft, followMargins: boolean, unit: DisplayUnit): Amounts {
  const reading = parseAmount(workOutTyped(draft.text), unit);
  if (reading.kind === 'unreadable') return amounts;
  const fen = reading.kind === 'blank' ? null : reading.fen;
  if (draft.kind === 'cell') return withCells(amounts, { [cellKey(draft.year, draft.source)]: fen }, followMargins);
  const [axis, key = ''] = draft.column.split(':');
  if (axis === 'total') return { ...amounts, total: fen };
  const field = axis === 'year' ? 'byYear' : 'bySource';
  const { [key]: _, ...others } = amounts[field];
  return { ...amounts, [field]: fen === null ? others : { ...others, [key]: fen } };
}
