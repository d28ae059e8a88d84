// Tasks by the units that answer for them, by the names of today: what 扶贫办 had is 农业农村局's now (SPECS K1, K2).
import { agencyReader } from '../domain/agencies.ts';
import type { Day } from '../domain/execution.ts';
import type { Task } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import type { TableCell, TableResult } from '../tables/table.ts';
import { bareText } from '../values/fold-text.ts';
import { dueDay } from './due.ts';

/** Whether the time limit of a task is over and nobody says that it is done. */
export function isOverdue({ due, state }: Pick<Task, 'due' | 'state'>, day: Day): boolean {
  const last = dueDay(due);
  return state !== '已完成' && last !== null && last < day;
}

/** The units of a cell by the names of today, without 等. */
export function unitsNow(data: Pick<PlanData, 'plan' | 'reference'>, cell: string): string[] {
  const canonical = agencyReader(data).canonical(cell);
  return canonical
    .split(/[、，,；;／/\n]+/)
    .map((one) => one.trim().replace(/等$/, ''))
    .filter((one) => one !== '');
}

/** The tasks that a unit leads or works along in, under any of its names. */
export function tasksOfUnit<T extends Pick<Task, 'lead' | 'partners'>>(
  data: Pick<PlanData, 'plan' | 'reference'>,
  tasks: readonly (readonly [id: string, task: T])[],
  unit: string,
): (readonly [id: string, task: T])[] {
  const { bare } = agencyReader(data);
  const keyOf = (name: string): string => bareText(bare(name));
  const wanted = new Set(unitsNow(data, unit).map(keyOf));
  return tasks.filter(([, { lead, partners }]) =>
    [...unitsNow(data, lead), ...unitsNow(data, partners)].some((name) => wanted.has(keyOf(name))),
  );
}

interface Load {
  name: string;
  leads: number;
  partners: number;
  done: number;
  overdue: number;
}

/** 责任单位任务统计表. */
export function unitTasksTable(data: PlanData, tasks: readonly Task[], day: Day): TableResult {
  const { bare } = agencyReader(data);
  const loads = new Map<string, Load>();
  const loadOf = (name: string): Load => {
    const key = bareText(bare(name));
    const known = loads.get(key) ?? { name, leads: 0, partners: 0, done: 0, overdue: 0 };
    loads.set(key, known);
    return known;
  };
  for (const task of tasks) {
    for (const name of unitsNow(data, task.lead)) {
      const load = loadOf(name);
      load.leads += 1;
      if (task.state === '已完成') load.done += 1;
      if (isOverdue(task, day)) load.overdue += 1;
    }
    for (const name of unitsNow(data, task.partners)) loadOf(name).partners += 1;
  }
  const none = tasks.filter(({ lead }) => unitsNow(data, lead).length === 0).length;
  const count = (value: number): TableCell => ({ kind: 'count', value });
  return {
    ...{ id: 'task-units', number: '', title: `${data.plan.regionName}责任单位任务统计表`, unit: '万元' },
    columns: [
      { key: 'number', label: '序号', kind: 'text', isNarrow: true },
      { key: 'unit', label: '责任单位', kind: 'text' },
      { key: 'leads', label: '牵头', kind: 'count', counts: '项' },
      { key: 'done', label: '其中已完成', kind: 'count', counts: '项' },
      { key: 'overdue', label: '逾期未完成', kind: 'count', counts: '项' },
      { key: 'partners', label: '配合', kind: 'count', counts: '项' },
    ],
    rows: [...loads.values()]
      .sort((a, b) => b.leads - a.leads || b.partners - a.partners)
      .map(({ name, leads, done, overdue, partners }, index) => ({
        ...{ key: name, role: 'item', depth: 0 },
        cells: [
          { kind: 'text', text: String(index + 1) },
          { kind: 'text', text: name },
          ...[leads, done, overdue, partners].map(count),
        ],
      })),
    notes: [
      `截至 ${day}，共 ${tasks.length} 项任务；一项任务有几个单位的，各计一次。${none > 0 ? `其中 ${none} 项没有写牵头单位。` : ''}单位改名、合并的，按现在的名称合计。`,
    ],
    ...{ source: '', charts: [] },
  };
}
