// 待办: what is due, counted from the facts up to a day; nothing is said of what is not there (SPECS §8).
import type { Day, Execution } from '../domain/execution.ts';
import type { Fen } from '../values/money.ts';

/** The list that an item speaks of, one click away. */
export type TodoTarget =
  | { page: 'notices'; filter: 'ended' | 'open' | 'short' | 'changed' | 'all' }
  | { page: 'projects'; ids: string[]; title: string }
  | { page: 'funds' };

export interface TodoItem {
  id: string;
  /** The whole sentence: 12月10日支付截止还有 9 天：未付 37 个、1,204.50 万元. */
  text: string;
  count: number;
  amountFen: Fen | null;
  /** null: at once. */
  due: Day | null;
  isLate: boolean;
  target: TodoTarget;
}

/** Late ones first, then by day; what has no day stands before what is still to come. */
export function inOrder(items: readonly TodoItem[]): TodoItem[] {
  const rank = ({ isLate, due }: TodoItem): string => `${isLate ? 0 : 1}${due ?? ''}`;
  return items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** Whether anything of carrying the plan out is recorded; without it nothing is due. */
export function hasExecution(execution: Execution): boolean {
  return Object.values(execution).some((facts: readonly unknown[]) => facts.length > 0);
}
