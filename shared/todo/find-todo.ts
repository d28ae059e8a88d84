// All that is due in a workbook at a day, the most urgent first.
import type { Execution } from '../domain/execution.ts';
import type { PostingFacts } from '../postings/facts.ts';
import { recordsOf } from '../records/records.ts';
import { DUE_SETTINGS_ID } from '../records/todo-settings.ts';
import { deadlineTodo } from './deadline-todo.ts';
import { noticeTodo } from './notice-todo.ts';
import { hasExecution, inOrder, type TodoItem } from './todo.ts';
import { workTodo } from './work-todo.ts';
import { todoSettingsOf } from './year-days.ts';

export function findTodo(facts: PostingFacts, execution: Execution): TodoItem[] {
  const { data, asOf } = facts;
  const settings = todoSettingsOf(recordsOf(data.records, 'todo-settings').get(DUE_SETTINGS_ID));
  const items = noticeTodo(facts);
  if (hasExecution(execution)) {
    items.push(...deadlineTodo(data, execution, asOf, settings), ...workTodo(data, execution, asOf));
  }
  return inOrder(items);
}
