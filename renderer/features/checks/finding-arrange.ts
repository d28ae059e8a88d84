// The list of findings as it is drawn: filtered, grouped, heavy ones first.
import { isOpen } from '#shared/checks/explanation.ts';
import { countFindings, type Finding, type FindingCounts, type FindingLevel } from '#shared/checks/finding.ts';
import { RULES } from '#shared/checks/rules.ts';
import type { FindingFilter, Grouping, Listing, StateChoice } from './finding-view.ts';

export interface GroupRow {
  kind: 'group';
  key: string;
  label: string;
  counts: FindingCounts;
  members: readonly Finding[];
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

/** Names of the town and the class that a finding belongs to; null where it belongs to none. */
export type PlaceOf = (finding: Finding) => { town: string | null; category: string | null };

const ORDER: Record<FindingLevel, number> = { error: 0, warning: 1, rounding: 2, info: 3 };
const ELSEWHERE = '不属于某个项目';

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

/** The findings that fit, the heavy ones first; equal ones keep their order. */
export function filterFindings(findings: readonly Finding[], { level, rule, text, state }: FindingFilter): Finding[] {
  const wanted = fold(text.trim());
  const byLevel: Finding[][] = [[], [], [], []];
  for (const finding of findings) {
    if (level !== 'all' && finding.level !== level) continue;
    if (rule !== null && finding.rule !== rule) continue;
    if (!isInState(finding, state)) continue;
    if (wanted !== '' && !searchText(finding).includes(wanted)) continue;
    byLevel[ORDER[finding.level]]?.push(finding);
  }
  return byLevel.flat();
}

/** 'T01 总投资＝各资金来源之和'; the id alone for a rule without a title. */
export function ruleLabel(id: string): string {
  const title = RULES.find((rule) => rule.id === id)?.title;
  return title === undefined ? id : `${id} ${title}`;
}

function groupLabel(finding: Finding, groupBy: Grouping, placeOf: PlaceOf): string {
  if (groupBy === 'rule') return finding.rule;
  if (groupBy === 'table') {
    return finding.printed ? `${finding.table}（印发稿：${finding.printed.document}）` : finding.table;
  }
  const place = placeOf(finding);
  return (groupBy === 'town' ? place.town : place.category) ?? ELSEWHERE;
}

/** Towns: where most is to be done first. Rules by id. Tables and classes as they come in the plan. */
function sortGroups(groups: [label: string, findings: Finding[]][], groupBy: Grouping): void {
  const isLast = ([label]: [string, unknown]): number => (label === ELSEWHERE ? 1 : 0);
  if (groupBy === 'rule') groups.sort(([a], [b]) => a.localeCompare(b));
  if (groupBy === 'town') groups.sort((a, b) => isLast(a) - isLast(b) || b[1].length - a[1].length);
  if (groupBy === 'category') groups.sort((a, b) => isLast(a) - isLast(b));
}

/** Filters and groups. Cheap enough for each edit: one pass over the findings, no text is built. */
export function arrangeFindings(all: readonly Finding[], view: Listing, placeOf: PlaceOf): Arranged {
  const findings = filterFindings(all, view);
  const toRow = (finding: Finding): FindingRow => ({ kind: 'finding', finding });
  if (view.groupBy === 'none') return { rows: findings.map(toRow), findings };
  // By class the groups come in the order of the plan, so they are made from the unsorted list.
  const labels = new Map<string, Finding[]>();
  if (view.groupBy === 'category' || view.groupBy === 'table') {
    const kept = new Set(findings);
    for (const finding of all) if (kept.has(finding)) labels.set(groupLabel(finding, view.groupBy, placeOf), []);
  }
  for (const finding of findings) {
    const label = groupLabel(finding, view.groupBy, placeOf);
    const group = labels.get(label);
    if (group) group.push(finding);
    else labels.set(label, [finding]);
  }
  const groups = [...labels];
  sortGroups(groups, view.groupBy);
  return {
    rows: groups.flatMap(([label, members]) => {
      const key = `${view.groupBy}:${label}`;
      const isCollapsed = view.collapsed.has(key);
      const shown = view.groupBy === 'rule' ? ruleLabel(label) : label;
      const counts = countFindings(members);
      const head: GroupRow = { kind: 'group', key, label: shown, counts, members, isCollapsed };
      return [head, ...(isCollapsed ? [] : members.map(toRow))];
    }),
    findings: groups.flatMap(([, members]) => members),
  };
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
