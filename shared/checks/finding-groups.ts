// Findings in groups — by rule, table, town or class — heavy ones first: the same on the screen and in the 差错清单.
import type { Project } from '#shared/domain/project.ts';
import type { ReferenceData } from '#shared/domain/reference.ts';
import type { Finding, FindingLevel } from './finding.ts';
import { RULE_BY_ID } from './rules.ts';

export const GROUPINGS = ['rule', 'table', 'town', 'category', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** In the words of the screen and the command line's help. */
export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  rule: '按规则分组',
  table: '按表分组',
  town: '按乡镇分组',
  category: '按类别分组',
  none: '不分组',
};

export interface FindingGroup {
  /** The same as long as the group is the same. */
  key: string;
  label: string;
  members: Finding[];
}

/** Names of the town and the class that a finding belongs to; null where it belongs to none. */
export type PlaceOf = (finding: Finding) => { town: string | null; category: string | null };

const ORDER: Record<FindingLevel, number> = { error: 0, warning: 1, rounding: 2, info: 3 };
const ELSEWHERE = '不属于某个项目';
const UNCLASSIFIED = '未分类';
const NO_TOWN = '未填乡镇';

/** Makes the function that places findings: by their project, or by the heading they stand at. */
export function makePlaceOf(
  projects: ReadonlyMap<string, Project>,
  reference: Pick<ReferenceData, 'categories'>,
): PlaceOf {
  const categories = new Map(reference.categories.map((category) => [category.id, category]));
  const topName = (id: string | null): string => {
    let category = id === null ? undefined : categories.get(id);
    while (category?.parent) category = categories.get(category.parent);
    return category?.name ?? UNCLASSIFIED;
  };
  return ({ projectId, categoryId }) => {
    const project = projectId === undefined ? undefined : projects.get(projectId);
    if (project) return { town: project.town?.trim() || NO_TOWN, category: topName(project.categoryId) };
    return { town: null, category: categoryId === undefined ? null : topName(categoryId) };
  };
}

/** Heavy findings first; equal ones keep their order. */
function byWeight(findings: readonly Finding[]): Finding[] {
  const levels: Finding[][] = [[], [], [], []];
  for (const finding of findings) levels[ORDER[finding.level]]?.push(finding);
  return levels.flat();
}

/** The order of the gravest level among findings. */
function heaviest(findings: readonly Finding[]): number {
  return findings.reduce((least, { level }) => Math.min(least, ORDER[level]), ORDER.info);
}

/** 'T01 总投资＝各资金来源之和'; the id alone for a rule without a title. */
export function ruleLabel({ rule, ruleTitle }: Pick<Finding, 'rule' | 'ruleTitle'>): string {
  const title = ruleTitle ?? RULE_BY_ID.get(rule)?.title;
  return title === undefined ? rule : `${rule} ${title}`;
}

function labelOf(finding: Finding, groupBy: Grouping, placeOf: PlaceOf): string {
  switch (groupBy) {
    case 'rule':
      return finding.rule;
    case 'table':
      return finding.printed ? `${finding.table}（印发稿：${finding.printed.document}）` : finding.table;
    case 'town':
      return placeOf(finding).town ?? ELSEWHERE;
    case 'category':
      return placeOf(finding).category ?? ELSEWHERE;
    case 'none':
      return '';
  }
}

/**
 * The groups in their order: rules that report 强制 first, then by id; towns with most to do first; tables and classes as the findings bring them,
 * which is the order of the plan. Within a group heavy ones come first. 'none' is one group without a label.
 */
export function groupFindings(findings: readonly Finding[], groupBy: Grouping, placeOf: PlaceOf): FindingGroup[] {
  const groups = [...Map.groupBy(findings, (finding) => labelOf(finding, groupBy, placeOf))];
  const isLast = ([label]: [string, unknown]): number => (label === ELSEWHERE ? 1 : 0);
  if (groupBy === 'rule') groups.sort((a, b) => heaviest(a[1]) - heaviest(b[1]) || a[0].localeCompare(b[0]));
  if (groupBy === 'town') groups.sort((a, b) => isLast(a) - isLast(b) || b[1].length - a[1].length);
  if (groupBy === 'category') groups.sort((a, b) => isLast(a) - isLast(b));
  return groups.map(([label, members]) => ({
    key: `${groupBy}:${label}`,
    label: groupBy === 'rule' ? ruleLabel(members[0] ?? { rule: label }) : label,
    members: byWeight(members),
  }));
}
