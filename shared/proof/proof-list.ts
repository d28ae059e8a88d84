// 核对清单: the columns of the list of findings, for the spreadsheet and for paper alike.
import type { ProofReport, ToldFinding } from './proof-report.ts';

export const PROOF_LEVELS = { error: '错误', doubt: '存疑' } as const;

export interface ProofColumn {
  label: string;
  /** In characters; one Chinese character takes two. */
  width: number;
  align: 'left' | 'center' | 'right';
  value(finding: ToldFinding, number: number): string;
}

export const PROOF_COLUMNS: readonly ProofColumn[] = [
  { label: '序号', width: 6, align: 'center', value: (_, number) => String(number) },
  { label: '级别', width: 6, align: 'center', value: ({ level }) => PROOF_LEVELS[level] },
  { label: '位置', width: 34, align: 'left', value: ({ place }) => place.words },
  { label: '原文', width: 16, align: 'right', value: ({ raw }) => raw },
  { label: '应为', width: 16, align: 'right', value: ({ expected }) => expected ?? '' },
  { label: '差额', width: 14, align: 'right', value: ({ difference }) => difference ?? '' },
  { label: '说明', width: 50, align: 'left', value: ({ message }) => message },
  { label: '可能原因', width: 24, align: 'left', value: ({ cause }) => cause ?? '' },
];

/** What was compared and what was not, in one line. */
export function proofSummary({ tables, figures, findings }: ProofReport): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const doubts = findings.length - errors;
  return `${tables} 张表；核对 ${figures.checked} 个数，一致 ${figures.agree} 个；错误 ${errors} 处，存疑 ${doubts} 处；未核对 ${figures.unlocated} 个`;
}
