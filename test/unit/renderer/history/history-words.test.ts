import { expect, test } from 'vitest';
import {
  dayText,
  groupByDay,
  kindWord,
  laterSteps,
  timeText,
  undoneIds,
} from '#renderer/features/history/history-words.ts';
import type { ChangeSetInfo } from '#shared/contract/methods.ts';

const at = (day: number, hour = 9): string => new Date(2026, 10, day, hour, 5, 3).toISOString();
const item = (id: number, command: string, undoes: number | null = null, time = at(22)): ChangeSetInfo => ({
  id,
  at: time,
  command,
  label: '',
  author: '',
  projects: 1,
  undoes,
});
const NOW = new Date(2026, 10, 22, 0, 30);

test('days are named as people say them', () => {
  expect(dayText(at(22, 0), NOW)).toBe('今天　2026年11月22日 星期日');
  expect(dayText(at(21, 23), NOW)).toBe('昨天　2026年11月21日 星期六');
  expect(dayText(at(20), NOW)).toBe('2026年11月20日 星期五');
  expect(timeText(at(22))).toBe('09:05:03');
});

test('the log is cut into days without changing its order', () => {
  const days = groupByDay([item(3, 'x'), item(2, 'x'), item(1, 'x', null, at(21))], NOW);
  expect(days.map(({ items }) => items.map(({ id }) => id))).toEqual([[3, 2], [1]]);
});

test.each([
  ['projects.edit', '修改'],
  ['projects.remove', '删除'],
  ['import', '导入'],
  ['history.undo', '撤销'],
  ['something.new', '修改'],
])('%s is called %s', (command, word) => expect(kindWord(command)).toBe(word));

test('an entry counts as taken back until it is done again', () => {
  const undone = [item(3, 'history.undo', 2), item(2, 'projects.edit'), item(1, 'projects.edit')];
  expect([...undoneIds(undone)]).toEqual([2]);
  expect([...undoneIds([item(4, 'history.redo', 2), ...undone])]).toEqual([]);
  expect([...undoneIds([item(5, 'history.undo', 2), item(4, 'history.redo', 2), ...undone])]).toEqual([2]);
});

test('撤销到此 counts the steps that still stand', () => {
  const items = [
    item(7, 'projects.edit'),
    item(6, 'history.undo', 5),
    item(5, 'projects.edit'),
    item(4, 'projects.edit'),
    item(1, 'workbook.create'),
  ];
  expect(laterSteps(items, 7)).toBe(0);
  expect(laterSteps(items, 4)).toBe(1);
  expect([5, 6, 1, 99].map((id) => laterSteps(items, id))).toEqual([null, null, null, null]);
});
