// The page of written figures line by line: a line over each source, its figures beneath.
import type { ClaimGroup, ClaimLine } from '#shared/checks/claim-lines.ts';
import type { ClaimTarget } from '../../session.ts';

export type ClaimRow = { kind: 'group'; group: ClaimGroup } | { kind: 'line'; group: ClaimGroup; line: ClaimLine };

export type ClaimFilter = 'all' | 'differing' | ClaimLine['verdict'];

export const VERDICT_LABELS: Readonly<Record<ClaimLine['verdict'], string>> = {
  equal: '相符',
  rounding: '尾差',
  different: '差错',
  unknown: '不可比',
};

function fits({ verdict }: ClaimLine, filter: ClaimFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'differing' ? verdict === 'different' || verdict === 'rounding' : verdict === filter;
}

/** The lines that fit; a source without any is left out, unless all are asked for. */
export function claimRows(groups: readonly ClaimGroup[], filter: ClaimFilter): ClaimRow[] {
  return groups.flatMap((group): ClaimRow[] => {
    const lines = group.lines.filter((line) => fits(line, filter));
    if (lines.length === 0 && filter !== 'all') return [];
    return [{ kind: 'group', group }, ...lines.map((line): ClaimRow => ({ kind: 'line', group, line }))];
  });
}

/** '相符 20，尾差 1，差错 3' of some figures. */
export function verdictCounts(lines: readonly ClaimLine[]): string {
  return (Object.keys(VERDICT_LABELS) as ClaimLine['verdict'][])
    .map((verdict) => ({ verdict, count: lines.filter((line) => line.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${VERDICT_LABELS[verdict]} ${count}`)
    .join('，');
}

/** The place of a figure that a finding sent for; -1 where it is not in the list. */
export function findTarget(rows: readonly ClaimRow[], target: ClaimTarget): number {
  const { claimId, printed, table, row, column } = target;
  const plain = (text: string): string => text.replaceAll(/\s/g, '');
  const isAt = (line: ClaimLine): boolean => plain(line.row) === plain(row) && line.table === table;
  // The text beside a table names its column together with itself: 第四章正文总投资.
  const inColumn = (line: ClaimLine): boolean => column.endsWith(line.column);
  const isHit = (candidate: ClaimRow, strict: boolean): boolean => {
    if (candidate.kind !== 'line') return false;
    const { line, group } = candidate;
    if (claimId !== undefined) return line.claimId === claimId && (!strict || inColumn(line));
    return (
      printed !== undefined && group.label.startsWith(printed.document) && isAt(line) && (!strict || inColumn(line))
    );
  };
  const exact = rows.findIndex((candidate) => isHit(candidate, true));
  return exact >= 0 ? exact : rows.findIndex((candidate) => isHit(candidate, false));
}
