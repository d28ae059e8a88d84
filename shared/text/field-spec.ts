// What one field of a text is: its name, what it takes, what it gives.
import type { PlanData } from '#shared/records/plan-data.ts';
import type { FieldValue } from './field-value.ts';
import type { Subject } from './subject.ts';

/** What stands behind the colon: nothing, any subject, a class, a number of items, the id of a table or figure. */
export type FieldArguments = 'none' | 'subject' | 'category' | 'items' | 'reference';

export interface FieldSpec {
  name: string;
  group: '总数' | '分项' | '清单' | '趋势' | '受益' | '图表编号';
  summary: string;
  takes: FieldArguments;
  /** A subject must be named. */
  needsSubject?: boolean;
  /** A Chinese sentence instead of a value where the plan has none. */
  read: (data: PlanData, subject: Subject, items: number | undefined, args: readonly string[]) => FieldValue | string;
}

export const text = (value: string): FieldValue => ({ kind: 'text', text: value });
export const projects = (value: number): FieldValue => ({ kind: 'count', value, unit: '个' });
