// The list of findings as it is drawn: filtered, grouped, heavy ones first.
import { isOpen } from '#shared/checks/explanation.ts';
import { countFindings, type Finding, type FindingCounts } from '#shared/checks/finding.ts';
import { type FindingGroup, groupFindings, type PlaceOf } from '#shared/checks/finding-groups.ts';
import type { FindingFilter, Listing, StateChoice } from '../../state/finding-view.ts';

export interface GroupRow extends FindingGroup {
  kind: 'group';
  counts: FindingCounts;
  isCollapsed: boolean;
}

export interface FindingRow {
  kind: 'finding';
  finding: Finding;
}

export interface Arranged {
  /** What is drawn, line by line. */
  rows: (GroupRow | FindingRow)[];
  /** All findings that fit, in the order of the list; also those in folded groups. */
  findings: Finding[];
}

/** Makes text comparable: width and case do not count. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Folding tens of thousands of sentences costs more than searching them: remembered per finding. */
const folded = new WeakMap<Finding, string>();

function searchText(finding: Finding): string {
  let text = folded.get(finding);
  if (text === undefined) {
    const { table, row, column, message, suspect, explanation } = finding;
    text = fold(`${table} ${row} ${column} ${message} ${suspect} ${explanation?.text ?? ''}`);
    folded.set(finding, text);
  }
  return text;
}

function isInState(finding: Finding, state: StateChoice): boolean {
  if (state === 'all') return true;
  if (state === 'void') return finding.explanation?.state === 'void';
  return isOpen(finding) === (state === 'open');
}

/** The findings that fit, in their order. */
export function filterFindings(
  findings: readonly Finding[],
  { level, rule, text, state }: FindingFilter,
): readonly Finding[] {
  const wanted = fold(text.trim());
  if (level === 'all' && rule === null && wanted === '' && state === 'all') return findings;
  return findings.filter(
    (finding) =>
      (level === 'all' || finding.level === level) &&
      (rule === null || finding.rule === rule) &&
      isInState(finding, state) &&
      (wanted === '' || searchText(finding).includes(wanted)),
  );
}

/** Filters and groups. Cheap enough for each edit: one pass over the findings, no text is built. */
export function arrangeFindings(all: readonly Finding[], view: Listing, placeOf: PlaceOf): Arranged {
  const groups = groupFindings(filterFindings(all, view), view.groupBy, placeOf);
  const rows: Arranged['rows'] = [];
  const findings: Finding[] = [];
  for (const group of groups) {
    const { key, members } = group;
    const isCollapsed = view.collapsed.has(key);
    if (view.groupBy !== 'none') rows.push({ kind: 'group', ...group, counts: countFindings(members), isCollapsed });
    for (const finding of members) {
      findings.push(finding);
      if (!isCollapsed) rows.push({ kind: 'finding', finding });
    }
  }
  return { rows, findings };
}

/**
 * The place in the list of the finding before or after the current one, round the ends; -1 where there is none. Where
 * the current one has left the list — it was put right, or explained — the list goes on where it stood (`at`).
 */
export function stepFinding(
  findings: readonly Finding[],
  { current, at }: { current: string | null; at: number | null },
  step: 1 | -1,
): number {
  if (findings.length === 0) return -1;
  const now = findings.findIndex((finding) => finding.key === current);
  const from = now >= 0 ? now : step === 1 ? (at ?? 0) - 1 : (at ?? findings.length);
  return (from + step + findings.length) % findings.length;
}
