// 定稿前检查: whether a plan may be handed up. 强制 must be put right, 提示 put right or explained (handbook 6.2).
import { isOpen } from './explanation.ts';
import { countFindings, type Finding, type FindingCounts } from './finding.ts';

export interface Verdict {
  /** A plan without a project has nothing to hand up, however little there is to find fault with. */
  isEmpty: boolean;
  /** 可以上报: there are projects, nothing of level 强制, no 提示 without a valid 属实说明. */
  isReady: boolean;
  /** Findings that are not explained. */
  open: FindingCounts;
  /** 提示 with a valid 属实说明. */
  explained: number;
  /** Open 提示 whose 属实说明 no longer holds, because the figures changed. */
  voided: number;
}

/** `projects`: how many the plan has. */
export function verdictOf(findings: readonly Finding[], projects: number): Verdict {
  const open = countFindings(findings.filter(isOpen));
  const explained = findings.length - open.error - open.warning - open.rounding - open.info;
  const voided = findings.reduce((sum, { explanation }) => sum + (explanation?.state === 'void' ? 1 : 0), 0);
  const isEmpty = projects === 0;
  return { isEmpty, isReady: !isEmpty && open.error === 0 && open.warning === 0, open, explained, voided };
}
