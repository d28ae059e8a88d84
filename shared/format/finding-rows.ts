// The 差错清单 as rows of words: the same columns, groups and counts on paper and in the spreadsheet.
import { countFindings, type Finding, type FindingCounts, type FindingLevel } from '../checks/finding.ts';
import type { FindingGroup } from '../checks/finding-groups.ts';
import { type Verdict, verdictOf } from '../checks/verdict.ts';

/** Levels in the words of report software, gravest first. */
export const LEVEL_NAMES: Readonly<Record<FindingLevel, string>> = {
  error: '强制',
  warning: '提示',
  rounding: '尾差',
  info: '信息',
};

export interface FindingColumn {
  label: string;
  group?: string;
  /** Width in characters. */
  width: number;
  kind: 'text' | 'number';
  /** `number` counts through the list from 1. */
  value(finding: Finding, number: number): string;
}

export const FINDING_COLUMNS: readonly FindingColumn[] = [
  { label: '序号', width: 6, kind: 'text', value: (_, number) => String(number) },
  { label: '级别', width: 6, kind: 'text', value: (finding) => LEVEL_NAMES[finding.level] },
  { label: '规则', width: 6, kind: 'text', value: (finding) => finding.rule },
  { label: '表名', group: '位置', width: 14, kind: 'text', value: (finding) => finding.table },
  { label: '行名', group: '位置', width: 26, kind: 'text', value: (finding) => finding.row },
  { label: '列名', group: '位置', width: 14, kind: 'text', value: (finding) => finding.column },
  { label: '左值', group: '数值', width: 13, kind: 'number', value: (finding) => finding.left },
  { label: '右值', group: '数值', width: 13, kind: 'number', value: (finding) => finding.right },
  { label: '差额', group: '数值', width: 12, kind: 'number', value: (finding) => finding.difference },
  { label: '差错内容', width: 50, kind: 'text', value: (finding) => finding.message },
  { label: '疑点', width: 18, kind: 'text', value: (finding) => finding.suspect },
  { label: '来源', width: 20, kind: 'text', value: sourceText },
  { label: '状态', group: '属实说明', width: 9, kind: 'text', value: stateText },
  { label: '说明', group: '属实说明', width: 24, kind: 'text', value: ({ explanation }) => explanation?.text ?? '' },
];

/** 强制 are put right, 提示 explained; 尾差 and 信息 need neither. */
function stateText({ level, explanation }: Finding): string {
  if (level !== 'warning') return level === 'error' ? '待改正' : '';
  if (!explanation) return '未说明';
  return explanation.state === 'valid' ? '已说明' : '说明失效';
}

/** A line of the 差错清单: a heading over a group, or a finding with its number. */
export type FindingListLine = { kind: 'group'; text: string } | { kind: 'finding'; finding: Finding; number: number };

/** The findings under their groups, numbered through. */
export function findingListLines(groups: readonly FindingGroup[]): FindingListLine[] {
  let number = 0;
  return groups.flatMap(({ label, members }): FindingListLine[] => [
    ...(label === '' ? [] : [{ kind: 'group', text: `${label}（${countsText(countFindings(members))}）` } as const]),
    ...members.map((finding): FindingListLine => {
      number += 1;
      return { kind: 'finding', finding, number };
    }),
  ]);
}

/** What stands over the list: how many of each level, how many still open, and whether the plan may be handed up. */
export function findingListSummary(findings: readonly Finding[], projects: number): string {
  const verdict = verdictOf(findings, projects);
  return `共 ${findings.length} 项：${countsText(countFindings(findings))}。定稿前检查：${verdictText(verdict)}`;
}

function sourceText(finding: Finding): string {
  if (!finding.source) return '';
  const { file, sheet, row } = finding.source;
  return [file, sheet, row > 0 ? `第${row}行` : ''].filter((part) => part !== '').join(' › ');
}

/** '强制 2 项，提示 1 项' for the line over the list; '没有发现问题' for an empty one. */
export function countsText(counts: FindingCounts): string {
  const parts = (Object.keys(LEVEL_NAMES) as FindingLevel[])
    .filter((level) => counts[level] > 0)
    .map((level) => `${LEVEL_NAMES[level]} ${counts[level]} 项`);
  return parts.length === 0 ? '没有发现问题' : parts.join('，');
}

/** 定稿前检查 in words: '可以上报', '还没有项目' or '不能上报（强制 2 项未处理，提示 3 项未说明）'. */
export function verdictText({ isEmpty, isReady, open, explained, voided }: Verdict): string {
  if (isReady) return explained === 0 ? '可以上报' : `可以上报（提示 ${explained} 项已说明）`;
  const reasons = [
    ...(isEmpty ? ['还没有项目'] : []),
    ...(open.error > 0 ? [`强制 ${open.error} 项未处理`] : []),
    ...(open.warning > 0 ? [`提示 ${open.warning} 项未说明`] : []),
    ...(voided > 0 ? [`其中 ${voided} 项说明已失效`] : []),
  ];
  return `不能上报（${reasons.join('，')}）`;
}
