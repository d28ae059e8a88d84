// Deals the sample's money out: each class total into projects, the projects onto start years, then each year onto fund
// sources, so that the cells of 表5-1 come out exactly. Amounts are integers in 0.01 万元 here.
import type { Random } from './sample-random.ts';

/** Splits a total into `parts` uneven positive integers that add up to it. */
export function splitTotal(total: number, parts: number, random: Random): number[] {
  const weights = Array.from({ length: parts }, () => random.between(20, 100) * random.between(20, 100));
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const amounts = weights.map((weight) => Math.max(1, Math.floor((total / weightSum) * weight)));
  const rest = total - amounts.reduce((sum, amount) => sum + amount, 0);
  amounts[amounts.length - 1] = (amounts.at(-1) ?? 0) + rest;
  if (amounts.some((amount) => amount <= 0)) throw new RangeError(`cannot split ${total} into ${parts}`);
  return amounts;
}

/** Surplus of money that projects starting in each year hold over what the plan has up to that year. */
function surpluses(startIndex: readonly number[], totals: readonly number[], targets: readonly number[]): number[] {
  const sums = targets.map(() => 0);
  startIndex.forEach((year, project) => {
    sums[year] = (sums[year] ?? 0) + (totals[project] ?? 0);
  });
  let carried = 0;
  return targets.map((target, year) => {
    carried += (sums[year] ?? 0) - target;
    return carried;
  });
}

/** How far a set of surpluses is from small and never negative: money can move to later years only. */
function badness(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + (value < 0 ? -10 * value : value), 0);
}

/**
 * Start year of each project (index into `counts`): `counts[y]` projects start in year y, and the projects started
 * by a year hold at least the money planned by then, so that the surplus can run over into later years.
 */
export function dealStartYears(
  totals: readonly number[],
  counts: readonly number[],
  targets: readonly number[],
  random: Random,
): number[] {
  const years = random.shuffle(counts.flatMap((count, year) => Array.from({ length: count }, () => year)));
  let best = badness(surpluses(years, totals, targets));
  const goal = Math.round(targets.reduce((sum, target) => sum + target, 0) / 25);
  for (let tries = 0; tries < 200_000 && best > goal; tries += 1) {
    const a = random.between(0, years.length - 1);
    const b = random.between(0, years.length - 1);
    if (years[a] === years[b]) continue;
    [years[a], years[b]] = [years[b] as number, years[a] as number];
    const now = badness(surpluses(years, totals, targets));
    if (now <= best) best = now;
    else [years[a], years[b]] = [years[b] as number, years[a] as number];
  }
  if (surpluses(years, totals, targets).some((value) => value < 0)) throw new RangeError('years cannot be dealt');
  return years;
}

/** Money of each project by year: the surplus of a year runs over into the next, taken from its largest projects. */
export function spreadOverYears(
  totals: readonly number[],
  startIndex: readonly number[],
  targets: readonly number[],
): Map<number, number>[] {
  const spread = totals.map((total, project) => new Map([[startIndex[project] ?? 0, total]]));
  targets.forEach((target, year) => {
    const here = spread
      .map((years, project) => ({ project, fen: years.get(year) ?? 0 }))
      .filter(({ fen }) => fen > 0)
      .sort((a, b) => b.fen - a.fen || a.project - b.project);
    let surplus = here.reduce((sum, { fen }) => sum + fen, 0) - target;
    for (const { project, fen } of here) {
      const moved = Math.min(surplus, Math.floor(fen * 0.12));
      if (moved <= 0) continue;
      const years = spread[project];
      years?.set(year, fen - moved);
      years?.set(year + 1, (years.get(year + 1) ?? 0) + moved);
      surplus -= moved;
    }
    if (surplus !== 0) throw new RangeError(`year ${year} cannot be balanced`);
  });
  return spread;
}

/**
 * Money of each project by year and source (indexes into `targets`). In each year the sources are filled in the given
 * order of projects, so that a project at a border has two; then pairs of projects that each have one source in the same
 * year exchange a part of them.
 */
export function spreadOverSources(
  byYear: readonly ReadonlyMap<number, number>[],
  order: readonly number[],
  targets: readonly (readonly number[])[],
  exchanges: number,
  random: Random,
): Map<number, number>[][] {
  const spread = byYear.map(() => targets.map(() => new Map<number, number>()));
  targets.forEach((sources, year) => {
    const left = [...sources];
    let source = 0;
    for (const project of order) {
      let rest = byYear[project]?.get(year) ?? 0;
      while (rest > 0) {
        while ((left[source] ?? 0) === 0 && source < left.length - 1) source += 1;
        const part = Math.min(rest, left[source] ?? 0);
        if (part <= 0) throw new RangeError(`sources of year ${year} cannot be balanced`);
        spread[project]?.[year]?.set(source, part);
        left[source] = (left[source] ?? 0) - part;
        rest -= part;
      }
    }
  });
  for (let done = 0; done < exchanges; ) {
    const year = random.between(0, targets.length - 1);
    const a = spread[random.between(0, byYear.length - 1)]?.[year];
    const b = spread[random.between(0, byYear.length - 1)]?.[year];
    if (a?.size !== 1 || b?.size !== 1) continue;
    const [[sourceA, fenA]] = [...a] as [[number, number]];
    const [[sourceB, fenB]] = [...b] as [[number, number]];
    const part = Math.floor(Math.min(fenA, fenB) / 300) * 100;
    if (sourceA === sourceB || part === 0) continue;
    a.set(sourceA, fenA - part).set(sourceB, part);
    b.set(sourceB, fenB - part).set(sourceA, part);
    done += 1;
  }
  return spread;
}
