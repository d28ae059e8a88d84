// 调整变更 (SPECS G4): a change of the plan after it was printed, with the reason, who asked for it and the paper that allows
// it. Until it is approved its later images are proposals and touch nothing. Kind, sums and state are computed from it.
import type { Day, FundLine } from './execution.ts';
import type { Project } from './project.ts';

export const CHANGE_REASONS = [
  '项目无法实施',
  '选址变化',
  '用地受限',
  '群众意愿',
  '资金调整',
  '结余再安排',
  '灾毁',
  '政策变化',
  '重复',
  '其他',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** One line of an order: mostly one project on both sides; 1:N a split, N:1 a merger; an empty side 新增 or 取消. */
export interface ChangeItem {
  /** As they were when the change was asked for. A project that stays has one id on both sides. */
  before: readonly Project[];
  after: readonly Project[];
  /** Its own reason where the paper gives one to each; '' : that of the order. */
  text: string;
}

/** How an order ended that was not approved. */
export const CLOSINGS = ['撤回', '不予批准'] as const;

export interface ChangeOrder {
  id: string;
  items: readonly ChangeItem[];
  reason: ChangeReason | null;
  text: string;
  applicant: string;
  applyDate: Day | null;
  approver: string;
  documentNumber: string;
  approvedAt: Day | null;
  /** ISO time at which it took effect in the workbook; null: it has not. */
  appliedAt: string | null;
  closed: { as: (typeof CLOSINGS)[number]; date: Day; text: string } | null;
  /** What of batches is given to projects, or taken from them, with the approval. */
  fundLines: readonly FundLine[];
  note: string;
}

export type OrderState = '申请中' | '已批复' | (typeof CLOSINGS)[number];

export function orderState({ appliedAt, closed }: Pick<ChangeOrder, 'appliedAt' | 'closed'>): OrderState {
  if (appliedAt !== null) return '已批复';
  return closed?.as ?? '申请中';
}

/** The ids of all projects of an order, each once. */
export function projectIdsOf({ items }: Pick<ChangeOrder, 'items'>): string[] {
  return [...new Set(items.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id)))];
}

/** Why it is asked for, in one text: 用地受限：……; '' where nothing is said. */
export function reasonText({ reason, text }: Pick<ChangeOrder, 'reason' | 'text'>, item?: ChangeItem): string {
  const own = item?.text.trim() || text.trim();
  if (reason === null || reason === '其他') return own || (reason ?? '');
  return own === '' || own.startsWith(reason) ? own || reason : `${reason}：${own}`;
}
