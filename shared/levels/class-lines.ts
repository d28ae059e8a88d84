// One line for each class of the city: what the county files under it, what the mapping lifts out or brings in, and why
// the rest differs.
import { placesOf, schemeOf } from '#shared/checks/published-own.ts';
import { fenOf } from '#shared/checks/published-wording.ts';
import { suspectOf } from '#shared/checks/suspects.ts';
import { judge } from '#shared/checks/tolerance.ts';
import { categoryTree } from '#shared/domain/categories.ts';
import { isNamed } from '#shared/domain/named.ts';
import type { PublishedGrid } from '#shared/domain/published-table.ts';
import type { Category } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeCategoryResolver, topCategoryOf } from '#shared/tables/crosswalk.ts';
import { addFen, type Fen, roundWan, subtractFen, wanText, ZERO } from '#shared/values/money.ts';
import type { LeafFigure } from './county-figures.ts';

/** Why a city's figure differs from the county's: not at all, by rounding, for want of a class, or because it was changed. */
export type LineReason = 'equal' | 'rounding' | 'missing' | 'changed';

export interface ClassMove {
  label: string;
  /** Positive: brought in from another class of the county; negative: lifted out. */
  fen: Fen;
}

export interface ClassLine {
  name: string;
  /** What the county files under the class of this name. */
  own: Fen;
  moves: ClassMove[];
  /** own and moves: the county's figure in the city's terms. */
  mapped: Fen;
  city: Fen;
  /** city - mapped. */
  difference: Fen;
  reason: LineReason;
  /** The reason in plain Chinese; '' for equal figures. */
  text: string;
}

/** Compares a printed figure with ours: rounding to the printed places explains a difference, or a unit of the last. */
export function judgeDifference(city: Fen, county: Fen, places: number): { difference: Fen; reason: LineReason } {
  const difference = subtractFen(city, county);
  if (difference === 0) return { difference, reason: 'equal' };
  const isRounded =
    city === roundWan(county, Math.min(places, 6)) ||
    judge(city, county, { declared: places, addends: places, count: 1 }) === 'rounding';
  return { difference, reason: isRounded ? 'rounding' : county === 0 && city !== 0 ? 'missing' : 'changed' };
}

interface Placed extends LeafFigure {
  /** City class of the county's heading above it, and the one it really counts under. */
  heading: string | null;
  target: string | null;
}

function place(data: PlanData, leaves: readonly LeafFigure[], scheme: string): Placed[] {
  const resolve = makeCategoryResolver(data.reference, scheme);
  const byId = new Map(data.reference.categories.map((category) => [category.id, category]));
  const topId = (category: Category | null | undefined): string | null =>
    category ? topCategoryOf(data.reference, category).id : null;
  return leaves.map((leaf) => {
    const category = leaf.categoryId === null ? undefined : byId.get(leaf.categoryId);
    const heading = category ? topCategoryOf(data.reference, category) : undefined;
    return { ...leaf, heading: topId(resolve(heading?.id ?? null)), target: topId(resolve(leaf.categoryId)) };
  });
}

function sumOf(leaves: readonly LeafFigure[]): Fen {
  return addFen(ZERO, ...leaves.map(({ total }) => total));
}

/** The lines of a crosstab's column in its order; classes of the county that the crosstab has not come last. */
export function classLines(
  data: PlanData,
  leaves: readonly LeafFigure[],
  grid: PublishedGrid,
  column: number,
): ClassLine[] {
  const scheme = schemeOf(grid, data);
  if (scheme === undefined) return [];
  const placed = place(data, leaves, scheme);
  const places = placesOf(grid.rows.map((row) => row.figures[column] ?? null));
  const tops = categoryTree(data.reference, scheme).map((node) => node.category);
  const rows = grid.rows.map((row) => ({ row, category: tops.find((top) => isNamed(top, row.label)) }));
  const lines = rows.map(({ row, category }) => {
    const figure = row.figures[column];
    return makeLine(category?.name ?? row.label, category?.id, placed, figure ? fenOf(figure) : ZERO, places);
  });
  const unprinted = tops.filter(({ id }) => !rows.some(({ category }) => category?.id === id));
  const others = unprinted.map(({ id, name }) => makeLine(name, id, placed, ZERO, places));
  return [...lines, ...others.filter(({ mapped, own }) => mapped !== 0 || own !== 0)];
}

function makeLine(
  name: string,
  id: string | undefined,
  placed: readonly Placed[],
  city: Fen,
  places: number,
): ClassLine {
  const own = placed.filter(({ heading }) => heading !== null && heading === id);
  const counted = placed.filter(({ target }) => target !== null && target === id);
  const out = own.filter((leaf) => !counted.includes(leaf));
  const brought = counted.filter((leaf) => !own.includes(leaf));
  const mapped = sumOf(counted);
  const { difference, reason } = judgeDifference(city, mapped, places);
  const moves = [
    ...out.map(({ label, total }) => ({ label, fen: subtractFen(ZERO, total) })),
    ...brought.map(({ label, total }) => ({ label, fen: total })),
  ];
  const line = { name, own: sumOf(own), moves, mapped, city, difference, reason };
  return { ...line, text: explain(line, counted, places) };
}

function explain(line: Omit<ClassLine, 'text'>, leaves: readonly LeafFigure[], places: number): string {
  const unit = places === 0 ? '整数' : `${places} 位小数`;
  switch (line.reason) {
    case 'equal':
      return '';
    case 'rounding':
      return `市级取整到${unit}`;
    case 'missing':
      return '市级单列，县级没有归入这一类的项目';
    default: {
      const suspect = suspectOf(
        line.city,
        line.mapped,
        leaves.map(({ label, total }) => ({ label, fen: total })),
      );
      const what = suspect ? `，${suspect.text}` : '';
      return `金额不同，${line.difference > 0 ? '市级多' : '市级少'} ${wanText(Math.abs(line.difference) as Fen)} 万元${what}，应是版本或口径有调整`;
    }
  }
}
