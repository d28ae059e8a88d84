// 待办: what is due, each a click away from the list that it speaks of; nothing is drawn where nothing is due.
import { Button } from 'antd';
import { useState } from 'react';
import type { TodoItem } from '#shared/todo/todo.ts';
import { localDay } from '#shared/values/local-time.ts';
import { useTodo } from '../../api/queries.ts';
import { type Session, useSession } from '../../session.ts';
import { TodoDays } from './todo-days.tsx';

const FIRST = 8;

function go({ nav }: Session, { target }: TodoItem): void {
  if (target.page === 'notices') nav.set({ page: 'notices', noticesFilter: target.filter });
  else if (target.page === 'funds') nav.set({ page: 'funds' });
  else nav.set({ page: 'projects', only: { ids: target.ids, title: target.title } });
}

export function TodoList() {
  const session = useSession();
  const items = useTodo(localDay(new Date())).data?.items ?? [];
  const [isWhole, setWhole] = useState(false);
  const [isSetting, setSetting] = useState(false);
  if (items.length === 0) return null;
  const shown = isWhole ? items : items.slice(0, FIRST);
  return (
    <section className="xj-todo" data-testid="todo">
      <h2>
        待办 {items.length} 项
        <Button type="link" size="small" onClick={() => setSetting(true)} data-testid="todo-settings">
          设置日期…
        </Button>
      </h2>
      <ul>
        {shown.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={item.isLate ? 'is-late' : ''}
              onClick={() => go(session, item)}
              data-testid={`todo-${item.id}`}
            >
              {item.text}
            </button>
          </li>
        ))}
      </ul>
      {items.length > FIRST && (
        <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? '收起' : `其余 ${items.length - FIRST} 项`}
        </Button>
      )}
      {isSetting && <TodoDays close={() => setSetting(false)} />}
    </section>
  );
}
