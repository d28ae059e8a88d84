// 待办 of the open workbook.
import type { Day } from '#shared/domain/execution.ts';
import { findTodo } from '#shared/todo/find-todo.ts';
import type { TodoItem } from '#shared/todo/todo.ts';
import { postingFacts } from './postings/facts.ts';
import type { Session } from './session.ts';

export function readTodo(session: Session, asOf: Day): TodoItem[] {
  return findTodo(postingFacts(session, asOf), session.execution());
}
