// How a project stands in the lines of 增减汇总 by year and by source: its money in several, itself where it is counted.
import { withMargins } from '../domain/margins.ts';
import { yearLabel } from '../domain/outside-years.ts';
import { type Project, startYear } from '../domain/project.ts';
import { topSourceOf } from '../domain/reference.ts';
import { addFen, type Fen, subtractFen, ZERO } from '../values/money.ts';
import type { VersionSide } from './compare.ts';

export type SharedGroup = 'year' | 'source';

/** Projects and 总投资 of one line. */
export interface Share {
  count: number;
  fen: Fen;
}

const OPEN: Readonly<Record<SharedGroup, string>> = { year: '未分年度', source: '未分来源' };

/** By year a project counts where it starts, by source in each that pays for it; what is not broken down has its own line. */
export function sharesOf(projects: readonly Project[], side: VersionSide, by: SharedGroup): Map<string, Share> {
  const shares = new Map<string, Share>();
  const add = (group: string, count: number, fen: Fen): void => {
    const share = shares.get(group) ?? { count: 0, fen: ZERO };
    shares.set(group, { count: share.count + count, fen: addFen(share.fen, fen) });
  };
  for (const project of projects) {
    const { total, byYear, bySource } = withMargins(project.amounts);
    const parts = Object.entries(by === 'year' ? byYear : bySource).filter(([, fen]) => fen !== 0);
    const rest = subtractFen(total ?? ZERO, addFen(ZERO, ...parts.map(([, fen]) => fen)));
    // Of what has no 总投资 nothing is added up: its parts stand in no sum either.
    if (total === null) parts.length = 0;
    const named = new Map<string, Fen>();
    for (const [key, fen] of parts) {
      const group = by === 'year' ? yearLabel(key) : (topSourceOf(side.reference, key)?.name ?? key);
      named.set(group, addFen(named.get(group) ?? ZERO, fen));
    }
    if (total !== null && rest !== 0) named.set(OPEN[by], rest);
    for (const [group, fen] of named) add(group, by === 'source' ? 1 : 0, fen);
    const start = startYear(project);
    if (by === 'year') add(start === null ? OPEN.year : yearLabel(String(start)), 1, ZERO);
    else if (named.size === 0) add(OPEN.source, 1, ZERO);
  }
  return shares;
}

/** After less before, line by line. */
export function shareChange(before: Map<string, Share>, after: Map<string, Share>): Map<string, Share> {
  const groups = new Set([...before.keys(), ...after.keys()]);
  return new Map(
    [...groups].map((group) => {
      const [old, fresh] = [before.get(group), after.get(group)];
      const count = (fresh?.count ?? 0) - (old?.count ?? 0);
      return [group, { count, fen: subtractFen(fresh?.fen ?? ZERO, old?.fen ?? ZERO) }];
    }),
  );
}

/** Lines in the order of years, or of the plan's sources; what is not broken down last. */
export function orderLines<L>(lines: Map<string, L>, { reference }: VersionSide, by: SharedGroup): Map<string, L> {
  const names = reference.fundSources.map(({ name }) => name);
  const rank = (group: string): number =>
    group === OPEN[by]
      ? Number.MAX_SAFE_INTEGER
      : by === 'year'
        ? Number(/\d{4}/.exec(group)?.[0] ?? 0)
        : names.indexOf(group);
  return new Map([...lines].sort(([a], [b]) => rank(a) - rank(b)));
}
