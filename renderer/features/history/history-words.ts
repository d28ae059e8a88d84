// The log in words: what kind of change, on which day, at what time.

import type { ChangeSetInfo } from '#shared/contract/methods.ts';
import { localSecond } from '#shared/values/local-time.ts';

/** Words of the toolbar for each command that writes; a command that is not listed is a change. */
const KINDS: Readonly<Record<string, string>> = {
  'log.archive': '归档',
  'workbook.create': '新建',
  'projects.add': '添加',
  'projects.remove': '删除',
  'projects.move': '移动',
  'projects.duplicate': '复制',
  'projects.arrange': '重排',
  import: '导入',
  'history.undo': '撤销',
  'history.revert': '撤回',
  'history.redo': '重做',
};

export function kindWord(command: string): string {
  return KINDS[command] ?? '修改';
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** '2026年11月22日 星期日' in the planner's own time; '今天' and '昨天' before it. */
export function dayText(at: string, now: Date): string {
  const date = new Date(at);
  const text = `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日 星期${WEEKDAYS[date.getDay()] ?? ''}`;
  const dayOf = (day: Date): number => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  const ago = Math.round((dayOf(now) - dayOf(date)) / 86_400_000);
  return ago === 0 ? `今天　${text}` : ago === 1 ? `昨天　${text}` : text;
}

/** '07:41:09' */
export function timeText(at: string): string {
  return localSecond(at).slice(11);
}

export interface HistoryDay {
  day: string;
  items: ChangeSetInfo[];
}

/** The log cut into days; the order stays. */
export function groupByDay(items: readonly ChangeSetInfo[], now: Date): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const item of items) {
    const day = dayText(item.at, now);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

/** How many steps 撤销到此 would take back besides the step itself; null where it cannot be undone in order any more. */
export function laterSteps(items: readonly ChangeSetInfo[], id: number): number | null {
  const at = items.findIndex((item) => item.id === id);
  const step = items[at];
  if (!step || step.undoes !== null || step.command === 'workbook.create' || undoneIds(items).has(id)) return null;
  const undone = undoneIds(items);
  return items.slice(0, at).filter((item) => item.undoes === null && !undone.has(item.id)).length;
}

/** Ids of change sets that a later one in the list took back, and that were not done again. */
export function undoneIds(items: readonly ChangeSetInfo[]): Set<number> {
  const undone = new Set<number>();
  // Oldest first: a redo after the undo takes the mark away.
  for (const item of items.toReversed()) {
    if (item.undoes === null) continue;
    if (item.command === 'history.undo') undone.add(item.undoes);
    else if (item.command === 'history.redo') undone.delete(item.undoes);
  }
  return undone;
}
