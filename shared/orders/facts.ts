// What everything on change orders is computed from, up to a day.
import type { RuleSettings } from '../checks/rule-settings.ts';
import type { ChangeOrder } from '../domain/change-order.ts';
import type { Day, Execution } from '../domain/execution.ts';
import type { Posting } from '../domain/posting.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { Unregistered } from './unregistered.ts';

/** The list as it was printed last; null where the plan was not printed, or where nothing need be registered. */
export interface Printed {
  name: string;
  /** ISO time at which it was kept. */
  at: string;
  count: number;
  /** 总投资 in 分. */
  totalFen: number;
}

export interface OrderFacts {
  data: PlanData;
  execution: Execution;
  postings: readonly Posting[];
  settings: RuleSettings;
  orders: readonly ChangeOrder[];
  printed: Printed | null;
  unregistered: readonly Unregistered[];
  asOf: Day;
}
