// 审核 of 任务分解及责任表 (rules K01 to K04).
import type { Finding } from '../checks/finding.ts';
import { plainFinding } from '../checks/wording.ts';
import { agencyReader, agencyYears } from '../domain/agencies.ts';
import type { Day } from '../domain/execution.ts';
import { readValue } from '../indicators/read-value.ts';
import type { Task } from '../records/lists.ts';
import type { PlanData } from '../records/plan-data.ts';
import { recordsOf } from '../records/records.ts';
import { indicatorsOf, type PlanIndicator } from '../tables/indicators.ts';
import { decimalText } from '../values/decimal.ts';
import { bareText } from '../values/fold-text.ts';
import { goalText } from './task-goal.ts';
import { isOverdue } from './unit-tasks.ts';

const TABLE = '任务分解及责任表';

export function checkTasks(data: PlanData, asOf: Day): Finding[] {
  const tasks = [...recordsOf(data.records, 'task')];
  if (tasks.length === 0) return [];
  const indicators = indicatorsOf(data);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  const byName = new Map(indicators.map((one) => [bareText(one.name), one]));
  return tasks.flatMap(([id, task], index) => {
    const said = `${TABLE}第 ${index + 1} 项“${task.text.slice(0, 30)}”`;
    const place = (column: string) => ({ table: TABLE, row: task.text.slice(0, 30), column });
    const found: Finding[] = [];
    if (task.lead.trim() === '')
      found.push(plainFinding('K01', 'warning', place('牵头单位'), `${said}没有写牵头单位。请填写。`, { aspect: id }));
    if (isOverdue(task, asOf)) {
      const words = `${said}应在 ${task.due} 完成，状态${task.state === null ? '没有填' : `是“${task.state}”`}。请填写进展，完成了的改为“已完成”。`;
      found.push(
        plainFinding('K02', 'warning', place('完成时限'), words, {
          left: task.state ?? '',
          right: task.due,
          aspect: id,
        }),
      );
    }
    const indicator = byId.get(task.indicatorId ?? '') ?? byName.get(bareText(task.measure || task.text));
    if (indicator && differs(task, indicator)) {
      const words = `${said}的目标 ${goalText(task)} 与指标表第 ${indicator.number} 个指标“${indicator.name}”的目标值 ${indicator.targetValue ?? ''} 不同。请核对后改成一致。`;
      found.push(
        plainFinding('K03', 'warning', place('目标'), words, {
          left: task.goal,
          right: indicator.targetValue ?? '',
          aspect: id,
        }),
      );
    }
    return [...found, ...oldUnits(data, task, asOf, said, id)];
  });
}

/** Both are numbers of one unit and not the same; a text is compared with nothing. */
function differs({ goal, unit }: Task, { targetValue, unit: own }: PlanIndicator): boolean {
  const [left, right] = [readValue(`${goal}${unit}`), readValue(targetValue)];
  if (left.kind !== 'number' || right.kind !== 'number') return false;
  const isSameUnit = left.unit === (right.unit || (own ?? '').split('、').at(-1));
  return isSameUnit && decimalText(left.value) !== decimalText(right.value);
}

/** Units that are no more, of a task that is not done. */
function oldUnits(
  data: PlanData,
  { lead, partners, state, text }: Task,
  asOf: Day,
  said: string,
  id: string,
): Finding[] {
  if (state === '已完成' || data.reference.agencies.length === 0) return [];
  const reader = agencyReader(data);
  const year = Number(asOf.slice(0, 4));
  return [lead, partners].flatMap((cell) =>
    reader.read(cell).units.flatMap(({ text: name, agency }) => {
      const now = agency && reader.inYear(agency, year);
      if (!agency || !now || now === agency) return [];
      const words = `${said}写的“${name}”（${agencyYears(agency)}）职能已划入“${now.name}”。没有完成的任务请改为“${now.name}”；统计已按现在的名称合计。`;
      const place = { table: TABLE, row: text.slice(0, 30), column: '牵头单位' };
      return [plainFinding('K04', 'info', place, words, { left: name, right: now.name, aspect: `${id}|${name}` })];
    }),
  );
}
