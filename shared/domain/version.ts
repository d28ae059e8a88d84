// 版本: a state of the plan that got a name, as it was printed, sent or approved (SPECS G1).
import type { Fen } from '../values/money.ts';

export const VERSION_KINDS = ['征求意见稿', '送审稿', '报批稿', '印发稿', '年度调整', '中期调整', '备份'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** What of a version is told in lists. */
export interface VersionHead {
  id: string;
  name: string;
  kind: VersionKind;
  /** ISO time at which it was kept. */
  at: string;
  documentNumber: string;
  approver: string;
  note: string;
  /** The change set after which it stands. */
  step: number;
  projectCount: number;
  totalFen: Fen;
}

export interface PlanVersion extends VersionHead {
  /** The plan as it was: JSON, packed (electron/services/versions/content.ts). */
  content: string;
}
