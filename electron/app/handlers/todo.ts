// 待办.
import { readTodo } from '#electron/services/todo.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../dispatch.ts';

export function todoHandlers(context: AppContext): Pick<Handlers, 'todo.list'> {
  return { 'todo.list': ({ asOf }) => ({ items: readTodo(context.session(), asOf) }) };
}
