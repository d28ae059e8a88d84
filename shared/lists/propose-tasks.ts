// Tasks of the rows of 表1 that no task speaks of yet: the target is the task, its department leads.
import type { Task } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { indicatorsOf } from '../tables/indicators.ts';
import { bareText } from '../values/fold-text.ts';
import { listRows } from './lists.ts';
import { normalGoal } from './task-goal.ts';

export function proposeTasks(data: PlanData): Task[] {
  const tasks = listRows(data, 'task');
  const known = new Set(
    tasks.flatMap(({ text, measure, indicatorId }) => [indicatorId ?? '', bareText(text), bareText(measure)]),
  );
  return indicatorsOf(data)
    .filter(({ id, name }) => !known.has(id) && !known.has(bareText(name)))
    .map(({ id, name, unit, targetValue, targetYear, targets, department, inPlan }) => ({
      ...normalGoal({ measure: '', goal: targetValue ?? '', unit: unit ?? '' }),
      ...{ source: inPlan ? '主要指标' : '任务指标', text: name, targets: { ...targets } },
      ...{ lead: department, partners: '', due: /^\d{4}$/.test(targetYear) ? `${targetYear}年底` : targetYear },
      ...{ progress: '', state: null, note: '', indicatorId: id },
    }));
}
