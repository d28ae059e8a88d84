// One project of the earlier version that became several, or several that became one: proposed where the money is the same
// to the 分 and they lie in the same village (SPECS G3). What is not exact stays 取消 and 新增.
import type { Project } from '../domain/project.ts';
import { addFen, type Fen, ZERO } from '../values/money.ts';

export interface Split {
  before: readonly Project[];
  after: readonly Project[];
}

/** More projects than this in one village are not tried in all ways. */
const MOST_PARTS = 14;

/** Splits and merges among projects that are in one version only; no project is in two. */
export function findSplits(gone: readonly Project[], come: readonly Project[]): Split[] {
  const byPlace = Map.groupBy([...gone, ...come].filter(hasPlace), placeKey);
  const used = new Set<Project>();
  const isGone = new Set(gone);
  const splits: Split[] = [];
  for (const here of byPlace.values()) {
    const [left, right] = [here.filter((one) => isGone.has(one)), here.filter((one) => !isGone.has(one))];
    if (left.length === 0 || right.length === 0) continue;
    const take = (whole: Project, others: readonly Project[]): Project[] | null => {
      const free = others.filter((one) => !used.has(one));
      return partsOf(whole.amounts.total, free);
    };
    for (const one of left) {
      const parts = take(one, right);
      if (parts === null) continue;
      splits.push({ before: [one], after: parts });
      for (const each of [one, ...parts]) used.add(each);
    }
    for (const one of right) {
      if (used.has(one)) continue;
      const parts = take(one, left);
      if (parts === null) continue;
      splits.push({ before: parts, after: [one] });
      for (const each of [one, ...parts]) used.add(each);
    }
  }
  return splits;
}

/** Blank places, blank classes are not the same ones. */
function hasPlace({ village, categoryId }: Project): boolean {
  return (village ?? '').trim() !== '' && categoryId !== null;
}

/** Village and class: a road does not become a fish pond of the same price. */
function placeKey({ regionCode, town, village, categoryId }: Project): string {
  return [regionCode, town?.trim() ?? '', village?.trim() ?? '', categoryId ?? ''].join('|');
}

/**
 * At least two projects that make up an amount exactly: all of them where they do, else the only way there is; null where
 * there is none or there are several.
 */
function partsOf(total: Fen | null, projects: readonly Project[]): Project[] | null {
  if (total === null || total <= 0) return null;
  const withMoney = projects.filter(({ amounts }) => amounts.total !== null && amounts.total > 0);
  if (withMoney.length < 2) return null;
  if (addFen(ZERO, ...withMoney.map(({ amounts }) => amounts.total ?? ZERO)) === total) return withMoney;
  if (withMoney.length > MOST_PARTS) return null;
  const ways: Project[][] = [];
  const search = (from: number, left: number, chosen: Project[]): void => {
    if (ways.length > 1) return;
    if (left === 0 && chosen.length >= 2) ways.push(chosen);
    if (left <= 0) return;
    for (let at = from; at < withMoney.length; at += 1) {
      const one = withMoney[at] as Project;
      search(at + 1, left - (one.amounts.total ?? 0), [...chosen, one]);
    }
  };
  search(0, total, []);
  return ways.length === 1 ? (ways[0] ?? null) : null;
}
