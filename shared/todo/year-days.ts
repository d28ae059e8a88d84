// The planner's year (SPECS §8): days by which something is usually done, each a setting, with where it is from.
import type { TodoSettings } from '../records/todo-settings.ts';

export interface YearDay {
  id: string;
  /** What has to be done, as 待办 says it: 12月10日支付截止. */
  what: string;
  /** 'MM-DD' */
  day: string;
  /** Where the day is from: papers of counties that named it. It is no rule for all. */
  evidence: string;
}

export const YEAR_DAYS = [
  { id: 'start', what: '开工', day: '04-01', evidence: '西藏 2023 年要求 4 月 1 日前开工率 100%' },
  {
    id: 'review',
    what: '下年度项目审核',
    day: '10-31',
    evidence: '甘孜 2025 年要求 10 月底前集中审查下一年度项目实施计划',
  },
  { id: 'finish', what: '竣工', day: '11-30', evidence: '忠县 2025 年第六批文件：11 月 30 日竣工' },
  { id: 'pay', what: '支付', day: '12-10', evidence: '忠县 2025 年第六批文件：12 月 10 日审计报账、末端支付' },
  { id: 'hand', what: '资产移交', day: '12-20', evidence: '忠县 2025 年第六批文件：12 月 20 日资产确权登记和移交' },
  { id: 'approve', what: '县审定入库', day: '12-31', evidence: '多数县 11—12 月审定下一年度项目库，如溆浦 2025-12-26' },
] as const satisfies readonly YearDay[];
export type YearDayId = (typeof YEAR_DAYS)[number]['id'];

const DEFAULT: TodoSettings = { leadDays: 30, days: {} };

/** The settings of a workbook, with what it does not say filled in. */
export function todoSettingsOf(stored: TodoSettings | undefined): TodoSettings {
  const { leadDays, days } = stored ?? DEFAULT;
  const known = YEAR_DAYS.map(({ id, day }) => [id, days[id] ?? { day, isOn: true }]);
  return { leadDays, days: Object.fromEntries(known) };
}

/** The day of a year as 'YYYY-MM-DD'; null where it is off, or no such day (2月29日). */
export function dayOfYear({ days }: TodoSettings, id: YearDayId, year: string): string | null {
  const set = days[id];
  if (!set?.isOn) return null;
  const day = `${year}-${set.day}`;
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day;
}
