// What a check (勾稽审核) reports. The shape is that of the command line's contract.

/** error 强制性, warning 提示性, rounding 尾差, info 提示信息. */
export type FindingLevel = 'error' | 'warning' | 'rounding' | 'info';

/** One of the values that make up a sum: a row, a fund source, a year. */
export interface FindingPart {
  label: string;
  /** Exact decimal text (万元 for amounts). */
  value: string;
  /** The one that explains the difference (疑漏计, 疑重复计). */
  isSuspect?: true;
}

export interface Finding {
  /** Stable over runs as long as the same thing is wrong: rule + place. */
  key: string;
  /** Rule id of handbook 6.2, e.g. T01. */
  rule: string;
  /** The name of an own rule, which stands in no catalogue. */
  ruleTitle?: string;
  level: FindingLevel;
  /** 表名 行名 列名 */
  table: string;
  row: string;
  column: string;
  /** Both values as exact decimal texts (万元 for amounts), and left - right. */
  left: string;
  right: string;
  difference: string;
  /** What the right value is: 资金来源合计. */
  rightName?: string;
  /** 疑点: what probably happened, in words; '' where nothing is to be said. */
  suspect: string;
  /** The whole sentence in plain Chinese: what, where, both values, difference, what to do. */
  message: string;
  /** For 定位: the project and the column key in the grid. */
  projectId?: string;
  /** A finding about a subtotal: the heading it stands at. */
  categoryId?: string;
  columnKey?: string;
  /** For 查看来源. */
  source?: { file: string; sheet: string; row: number };
  /** What the right value is made of (构成). Left out of long lists; the method `checks.parts` gives it. */
  parts?: readonly FindingPart[];
  /** The figure of our own that it speaks of, by row and column keys of the 汇总表 (shared/tables/composition.ts). */
  figure?: { row: string; column: string };
  /** The printed table that it speaks of. */
  printed?: { document: string; table: string };
  /** The paragraph of 文稿 that it speaks of. */
  paragraphId?: string;
  /** The claim (声明数) that it speaks of. */
  claimId?: string;
  /** The asset that it speaks of. */
  assetId?: string;
  /** Its 属实说明, valid or not. */
  explanation?: FindingExplanation;
}

/** A 属实说明 as it stands beside its finding. `void`: the figures it was written about have changed since. */
export interface FindingExplanation {
  state: 'valid' | 'void';
  text: string;
  /** Both values when it was written. */
  left: string;
  right: string;
}

export interface FindingCounts {
  error: number;
  warning: number;
  rounding: number;
  info: number;
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, rounding: 0, info: 0 };
  for (const finding of findings) counts[finding.level] += 1;
  return counts;
}
