// 属实说明: why a finding of level 提示 stays as it is. It holds for the figures it was written about and for no others.

import type { Explanation } from '../records/explanation.ts';
import { type Records, recordsOf } from '../records/records.ts';
import type { Finding, FindingExplanation, FindingLevel } from './finding.ts';

/** The record for a finding as it stands now. */
export function explain(finding: Pick<Finding, 'left' | 'right'>, text: string): Explanation {
  return { text, left: finding.left, right: finding.right };
}

/** Why findings of a level take no 属实说明, in the words of the screen; null for 提示, which do. */
export function refusesExplanation(level: FindingLevel): string | null {
  switch (level) {
    case 'error':
      return '强制性差错必须改正，不能用说明代替：写了说明也不能上报。';
    case 'rounding':
      return '尾差由四舍五入造成，不影响上报，不需要说明。';
    case 'info':
      return '这是供参考的信息，不需要说明。';
    case 'warning':
      return null;
  }
}

function stateOf(finding: Finding, { text, left, right }: Explanation): FindingExplanation {
  const state = finding.left === left && finding.right === right ? 'valid' : 'void';
  return { state, text, left, right };
}

/** Remembered per finding: the list is put together after each edit, an explained finding seldom changes. */
const remembered = new WeakMap<Finding, { from: Explanation; made: Finding }>();

/** The findings with what planners said about them. Those without stay the same objects. */
export function withExplanations(findings: readonly Finding[], records: Records): readonly Finding[] {
  const explanations = recordsOf(records, 'explanation');
  if (explanations.size === 0) return findings;
  return findings.map((finding) => {
    const from = finding.level === 'warning' ? explanations.get(finding.key) : undefined;
    if (!from) return finding;
    const known = remembered.get(finding);
    if (known?.from === from) return known.made;
    const made = { ...finding, explanation: stateOf(finding, from) };
    remembered.set(finding, { from, made });
    return made;
  });
}

/** True as long as nobody has said why the finding stays. */
export function isOpen({ explanation }: Pick<Finding, 'explanation'>): boolean {
  return explanation?.state !== 'valid';
}
