// The bar over the 项目表 while it is filtered or sorted: each filter as a chip that can be changed or taken away, how
// many projects are left, what the sorting does to the headings.
import { Button, Segmented, Tag } from 'antd';
import { useSession } from '../../../session.ts';
import { useStore } from '../../../ui/store.ts';
import type { GridData } from '../grid-state.ts';
import type { Filters } from './filter.ts';
import { filterWords } from './filter-words.ts';
import type { Sorting, SortMode } from './sorting.ts';

export interface FilterBarProps {
  data: GridData;
  filters: Filters;
  sorting: Sorting;
  sortMode: SortMode;
  open: (key: string, at: DOMRect) => void;
  drop: (key: string) => void;
  clear: () => void;
  setSortMode: (mode: SortMode) => void;
  unsort: (key: string | null) => void;
  /** Makes the sorted order the plan's; null: the workbook cannot be changed. */
  arrange: (() => void) | null;
}

export function FilterBar(props: FilterBarProps) {
  const { data, filters, sorting, open, drop, clear } = props;
  const { nav } = useSession();
  const only = useStore(nav, (state) => state.only);
  const search = useStore(nav, (state) => state.search);
  const { total } = data.rows;
  const set = Object.entries(filters);
  const isFiltered = set.length > 0 || only !== null || search.trim() !== '';
  if (!isFiltered && sorting.length === 0) return null;
  return (
    <div className="xj-notices" data-testid="filter-bar">
      {isFiltered && (
        <span className="xj-chips" data-testid="filter-note">
          <span>
            显示 <b>{total.rollup.count}</b> / {total.of ?? total.rollup.count} 个项目
          </span>
          {only && <Chip text={only.title} testId="only" close={() => nav.set({ only: null })} />}
          {search.trim() !== '' && (
            <Chip text={`搜索“${search.trim()}”`} testId="search" close={() => nav.set({ search: '' })} />
          )}
          {set.map(([key, filter]) => {
            const subject = data.subjects.get(key);
            if (!subject) return null;
            const text = filterWords(filter, subject, data.reader.unit);
            return <Chip key={key} testId={key} text={text} open={(at) => open(key, at)} close={() => drop(key)} />;
          })}
          <Button type="link" size="small" onClick={clear} data-testid="clear-filters">
            清除全部筛选
          </Button>
        </span>
      )}
      {sorting.length > 0 && <SortNote {...props} />}
    </div>
  );
}

function Chip(props: { text: string; testId: string; open?: (at: DOMRect) => void; close: () => void }) {
  const { text, testId, open, close } = props;
  return (
    <Tag closable className="xj-chip" data-testid={`chip-${testId}`} onClose={close}>
      {open ? (
        <button
          type="button"
          className="xj-link"
          title="修改这个筛选"
          onClick={(event) => open(event.currentTarget.getBoundingClientRect())}
        >
          {text}
        </button>
      ) : (
        text
      )}
    </Tag>
  );
}

function SortNote({ data, sorting, sortMode, setSortMode, unsort, arrange }: FilterBarProps) {
  return (
    <span className="xj-chips" data-testid="sort-note">
      <span>排序：</span>
      {sorting.map(({ key, direction }, index) => (
        <Chip
          key={key}
          testId={`sort-${key}`}
          text={`${sorting.length > 1 ? `${index + 1}. ` : ''}${data.subjects.get(key)?.label ?? key} ${direction === 'asc' ? '↑' : '↓'}`}
          close={() => unsort(key)}
        />
      ))}
      <Segmented
        size="small"
        value={sortMode}
        data-testid="sort-mode"
        options={[
          { value: 'whole', label: '整表（不显示标题行）' },
          { value: 'within', label: '各标题内' },
        ]}
        onChange={setSortMode}
      />
      <span className="xj-faint">序号仍是规划次序的序号</span>
      {arrange && (
        <Button
          type="link"
          size="small"
          title="把各标题内的项目按现在的排序重新编号；一步可以撤销"
          onClick={arrange}
          data-testid="arrange"
        >
          就按此次序重排
        </Button>
      )}
      <Button type="link" size="small" onClick={() => unsort(null)} data-testid="clear-sort">
        恢复规划次序
      </Button>
    </span>
  );
}
