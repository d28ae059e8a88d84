// All findings on carrying the plan out at a day: money (B), the library and the life of projects (P01, P09, L).
import type { Finding } from '../checks/finding.ts';
import { ruleSettings, withChosenLevels } from '../checks/rule-settings.ts';
import { RULE_BY_ID } from '../checks/rules.ts';
import type { Day, Execution } from '../domain/execution.ts';
import { progressFigures } from '../funds/figures.ts';
import type { PlanData } from '../records/plan-data.ts';
import { checkBatches } from './batch-checks.ts';
import { checkDeadlines } from './deadline-checks.ts';
import { checkLives } from './life-checks.ts';
import { checkPayments } from './payment-checks.ts';

/** Findings at the levels that the planner chose; none where nothing of execution is recorded. */
export function checkExecution(data: PlanData, execution: Execution, asOf: Day): Finding[] {
  if (Object.values(execution).every((facts: readonly unknown[]) => facts.length === 0)) return [];
  const settings = ruleSettings(data.records);
  const view = { data, execution, figures: progressFigures(data, execution, asOf), settings, asOf };
  const findings = [...checkBatches(view), ...checkPayments(view), ...checkDeadlines(view), ...checkLives(view)];
  return withChosenLevels(findings, settings, RULE_BY_ID);
}
