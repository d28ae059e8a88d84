// Columns that lists show only where they are used: 期前, 期后, and the fund sources that the plan's settings say so of.
import { OUTSIDE_YEARS } from './outside-years.ts';
import { type Project, splitCellKey } from './project.ts';
import { type ReferenceData, topSourceOf, topSources } from './reference.ts';

/**
 * Keys of such columns that a list uses ('year:before', 'source:integrated'). A column of 有数时 is used where any project
 * states an amount, 0 too; one of 不显示 only where an amount other than 0 would not be seen.
 */
export function usedKeys(
  projects: readonly Project[],
  reference: Pick<ReferenceData, 'fundSources'>,
): ReadonlySet<string> {
  const used = new Set<string>();
  const asked = new Map(topSources(reference).flatMap(({ id, shown }) => (shown === 'always' ? [] : [[id, shown]])));
  const topOf = new Map(
    asked.size === 0 ? [] : reference.fundSources.map(({ id }) => [id, topSourceOf(reference, id)?.id ?? id]),
  );
  const note = (source: string, fen: number): void => {
    const top = topOf.get(source) ?? source;
    const shown = asked.get(top);
    if (shown === 'filled' || (shown === 'hidden' && fen !== 0)) used.add(`source:${top}`);
  };
  const most = OUTSIDE_YEARS.length + asked.size;
  for (const { amounts } of projects) {
    for (const key of OUTSIDE_YEARS) if (amounts.byYear[key] !== undefined) used.add(`year:${key}`);
    if (asked.size > 0) {
      for (const [source, fen] of Object.entries(amounts.bySource)) note(source, fen);
      for (const [key, fen] of Object.entries(amounts.cells)) note(splitCellKey(key).source, fen);
    }
    if (used.size === most) break;
  }
  return used;
}
