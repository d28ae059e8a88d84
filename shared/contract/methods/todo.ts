// 待办: what is due. Its settings are the record of kind `todo-settings`.
import { z } from 'zod';
import type { TodoItem } from '../../todo/todo.ts';
import { typed } from '../shapes.ts';
import { query } from './define.ts';

export const DUE_METHODS = {
  'todo.list': query(
    'What is due at a day, counted from the facts, the most urgent first, each with the list that it speaks of.',
    z.object({ asOf: z.iso.date() }),
    z.object({ items: z.array(typed<TodoItem>()) }),
  ),
} as const;
