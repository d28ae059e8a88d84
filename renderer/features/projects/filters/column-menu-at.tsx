// The drop-down of one column, with what it needs of the table.
import { Button } from 'antd';
import { useMemo } from 'react';
import type { LookActions } from '../../../state/grid-handle.ts';
import type { GridData } from '../grid-state.ts';
import { ColumnMenu } from './column-menu.tsx';
import { type Filters, withFilter } from './filter.ts';
import { type Asked, keepProjects } from './match.ts';
import { type Sorting, withSort } from './sorting.ts';

export interface OpenMenu {
  key: string;
  at: { left: number; bottom: number };
}

export function ColumnMenuAt(props: {
  menu: OpenMenu;
  data: GridData;
  asked: Asked;
  sorting: Sorting;
  setFilters: (change: (filters: Filters) => Filters) => void;
  setSorting: (change: (sorting: Sorting) => Sorting) => void;
  actions: LookActions;
  fitColumn: (key: string) => void;
  close: () => void;
}) {
  const { menu, data, asked, sorting, setFilters, setSorting, actions, fitColumn, close } = props;
  const { key } = menu;
  const { subjects, projects } = data;
  const subject = subjects.get(key);
  const others = useMemo(() => keepProjects(projects, asked, subjects, key), [projects, asked, subjects, key]);
  if (!subject) return null;
  const isColumn = data.columns.some((column) => column.key === key);
  const act = (run: () => void): void => {
    run();
    close();
  };
  return (
    <ColumnMenu
      subject={subject}
      unit={data.reader.unit}
      projects={others}
      filter={asked.filters[key]}
      at={menu.at}
      sorted={sorting.find((sort) => sort.key === key)?.direction ?? null}
      hasSorting={sorting.length > 0}
      onSort={
        key.startsWith('@') ? null : (direction, more) => setSorting((before) => withSort(before, key, direction, more))
      }
      onFilter={(filter) => setFilters((before) => withFilter(before, key, filter))}
      close={close}
    >
      {isColumn && (
        <div className="xj-sort-buttons">
          <Button size="small" data-testid="column-freeze" onClick={() => act(() => actions.freeze(key))}>
            {data.columns.findLast((column) => column.pinned)?.key === key && key !== 'name'
              ? '取消冻结'
              : '冻结到本列'}
          </Button>
          <Button size="small" data-testid="column-fit" onClick={() => act(() => fitColumn(key))}>
            最适合的列宽
          </Button>
          {key !== 'name' && (
            <Button size="small" data-testid="column-hide" onClick={() => act(() => actions.hideColumn(key))}>
              隐藏本列
            </Button>
          )}
        </div>
      )}
    </ColumnMenu>
  );
}
