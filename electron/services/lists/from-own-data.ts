// What the workbook knows already: tasks of the rows of 表1, and the indicator that counts villages.
import { randomUUID } from 'node:crypto';
import { proposeTasks } from '#shared/lists/propose-tasks.ts';
import { countIncome, newestVillageYear, villagesOf } from '#shared/lists/villages.ts';
import type { Task } from '#shared/records/lists.ts';
import { recordKey } from '#shared/records/records.ts';
import { AppError } from '#shared/values/app-error.ts';
import { setValues } from '../indicators/edit-indicators.ts';
import type { Session } from '../session.ts';

/** What 表1 would give as tasks; with `take` they are registered, as one undo step. */
export function tasksFromIndicators(session: Session, take: boolean): Task[] {
  const tasks = proposeTasks(session.planData());
  if (!take || tasks.length === 0) return tasks;
  session.change('tasks.propose', `按指标拟定任务 ${tasks.length} 项`, (tx) => {
    for (const value of tasks) {
      const id = randomUUID();
      tx.put('record', recordKey('task', id), { kind: 'task', id, value });
    }
  });
  return tasks;
}

export interface CountedIndicator {
  year: number;
  /** The indicator of each village, by number and name; null: 表1 has none. */
  indicator: { id: string; number: number; name: string } | null;
  reached: number;
  counted: number;
  unknown: number;
  /** 89/104; null while some villages are not known. */
  text: string | null;
}

/**
 * How many villages reach what 表1 asks of each; with `take` the indicator of the year is filled in. Errors (AppError):
 * invalid-input while there is nothing to count, or nowhere to write it.
 */
export function countVillages(session: Session, wanted: number | null, take: boolean): CountedIndicator {
  const data = session.planData();
  const year = wanted ?? newestVillageYear(data);
  const villages = year === null ? [] : villagesOf(data, year).map(([, village]) => village);
  if (year === null || villages.length === 0)
    throw new AppError('invalid-input', `${year === null ? '' : `${year} 年`}还没有村情。请先导入村情表。`);
  const { indicator, reached, counted, unknown, text } = countIncome(data, villages);
  if (take) {
    if (!indicator)
      throw new AppError('invalid-input', '指标表里没有“每个村集体经营性收入达到多少万元”的指标，没有地方填写。');
    if (text === null)
      throw new AppError('invalid-input', `${unknown} 个村没有写集体经营性收入，还不能填指标。请先补齐村情表。`);
    const of = { indicatorId: indicator.id, year, state: '初步' as const, date: null, note: '' };
    setValues(session, [{ ...of, text, source: '村情表' }]);
  }
  const about = indicator && { id: indicator.id, number: indicator.number, name: indicator.name };
  return { year, indicator: about, reached, counted, unknown, text };
}
