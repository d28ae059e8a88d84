// Which findings the 勾稽审核 page shows.
import type { Finding, FindingLevel } from '#shared/checks/finding.ts';

export type LevelChoice = FindingLevel | 'all';

const ORDER: Record<FindingLevel, number> = { error: 0, warning: 1, rounding: 2, info: 3 };

/** The findings that fit, the heavy ones first; equal ones keep their order. */
export function filterFindings(
  findings: readonly Finding[],
  level: LevelChoice,
  rule: string | null,
  text: string,
): Finding[] {
  const wanted = text.trim().normalize('NFKC').toLowerCase();
  return findings
    .filter(
      (finding) =>
        (level === 'all' || finding.level === level) &&
        (rule === null || finding.rule === rule) &&
        (wanted === '' ||
          `${finding.table} ${finding.row} ${finding.column} ${finding.message} ${finding.suspect}`
            .normalize('NFKC')
            .toLowerCase()
            .includes(wanted)),
    )
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}
