// The drop-down of a column header: sorting, a condition, and the list of values to tick, as in Excel.
import { Button, Checkbox, Input, type InputRef, Popover, Select } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Project } from '#shared/domain/project.ts';
import type { DisplayUnit } from '#shared/values/money.ts';
import { fitBelow } from '../layout/fit-below.ts';
import { type Draft, draftOf, fieldsOf, readDraft, testsOf } from './condition.ts';
import type { Filter } from './filter.ts';
import type { SortKey } from './sorting.ts';
import type { Subject } from './subjects.ts';
import { ValueChecklist } from './value-checklist.tsx';
import { checkedValues, listValues, searchValues, valuesFilter } from './value-list.ts';

/** Pixels that the menu takes at most. */
const HEIGHT = 490;

export interface ColumnMenuProps {
  subject: Subject;
  unit: DisplayUnit;
  /** The projects that pass the other filters. */
  projects: readonly Project[];
  filter: Filter | undefined;
  /** Where the header's button is. */
  at: { left: number; bottom: number };
  sorted: SortKey['direction'] | null;
  /** Whether other columns are sorted by already. */
  hasSorting: boolean;
  /** null: this subject cannot be sorted by. */
  onSort: ((direction: SortKey['direction'] | null, more: boolean) => void) | null;
  onFilter: (filter: Filter | null) => void;
  /** Further buttons: freezing, hiding. */
  children?: ReactNode;
  close: () => void;
}

export function ColumnMenu(props: ColumnMenuProps) {
  const { at, close } = props;
  return (
    <Popover
      open
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      classNames={{ root: 'xj-column-menu' }}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      content={<MenuContent {...props} />}
    >
      <span style={{ position: 'fixed', left: at.left, top: fitBelow(at.bottom, HEIGHT), width: 1, height: 1 }} />
    </Popover>
  );
}

function MenuContent(props: ColumnMenuProps) {
  const { subject, unit, projects, filter, sorted, hasSorting, onSort, onFilter, children, close } = props;
  const items = useMemo(() => listValues(subject, projects), [subject, projects]);
  const [checked, setChecked] = useState(() => checkedValues(filter, items));
  const [typed, setTyped] = useState('');
  const [isAdding, setAdding] = useState(false);
  const [draft, setDraft] = useState<Draft>(() => draftOf(filter, subject));
  const [problem, setProblem] = useState('');
  const search = useRef<InputRef>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      // Whoever was faster than this timer and opened the list of conditions keeps it.
      const field = search.current?.input;
      if (!field?.closest('[role="dialog"]')?.contains(document.activeElement)) field?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, []);
  const found = useMemo(() => searchValues(items, typed), [items, typed]);
  const tests = Object.entries(testsOf(subject));

  const startSearch = (text: string): void => {
    setTyped(text);
    // A search means its hits: they are ticked, as in Excel.
    setChecked(
      text.trim() === '' ? checkedValues(filter, items) : new Set(searchValues(items, text).map(({ value }) => value)),
    );
  };
  const apply = (): void => {
    if (draft.test !== '') {
      const read = readDraft(draft, subject, unit);
      if (typeof read === 'string') {
        setProblem(read);
        return;
      }
      onFilter(read);
    } else {
      const isSearch = typed.trim() !== '';
      const earlier = isSearch && isAdding ? checkedValues(filter, filter?.kind === 'values' ? items : []) : null;
      onFilter(valuesFilter(items, isSearch ? found : items, checked, earlier));
    }
    close();
  };
  const isNothing = draft.test === '' && !found.some(({ value }) => checked.has(value));

  return (
    <div
      role="dialog"
      aria-label={`${subject.label}：排序和筛选`}
      className="xj-column-menu-body"
      data-testid="column-menu"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const isButton = event.target instanceof HTMLButtonElement;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && !isButton && !isNothing) apply();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <strong className="xj-column-menu-title">{subject.label}</strong>
      {onSort && <SortButtons {...{ subject, sorted, hasSorting, onSort, close }} />}
      {children}
      {tests.length > 0 && (
        <div className="xj-condition">
          <Select
            size="small"
            value={draft.test}
            aria-label="条件"
            data-testid="filter-test"
            options={[
              { value: '', label: subject.kind === 'text' ? '文本筛选…' : '数字筛选…' },
              ...tests.map(([value, label]) => ({ value, label })),
            ]}
            onChange={(test) => {
              setDraft({
                ...draft,
                test: test as Draft['test'],
                a: test === 'top' || test === 'bottom' ? '10' : draft.a,
              });
              setProblem('');
            }}
          />
          {(['a', 'b'] as const).slice(0, fieldsOf(draft.test)).map((name) => (
            <Input
              key={name}
              size="small"
              value={draft[name]}
              autoFocus={name === 'a'}
              aria-label={name === 'a' ? '条件的值' : '条件的第二个值'}
              data-testid={`filter-${name}`}
              suffix={subject.kind === 'amount' && draft.test !== 'top' && draft.test !== 'bottom' ? unit : undefined}
              onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
            />
          ))}
          {problem !== '' && (
            <div role="alert" className="xj-condition-problem">
              {problem}
            </div>
          )}
        </div>
      )}
      {draft.test === '' && (
        <>
          <Input
            ref={search}
            size="small"
            allowClear
            placeholder="搜索"
            aria-label={`搜索${subject.label}的值`}
            data-testid="filter-search"
            value={typed}
            onChange={(event) => startSearch(event.target.value)}
          />
          <ValueChecklist label={subject.label} items={found} checked={checked} change={setChecked} />
          {typed.trim() !== '' && filter?.kind === 'values' && (
            <Checkbox checked={isAdding} onChange={(event) => setAdding(event.target.checked)}>
              添加到已选的值
            </Checkbox>
          )}
        </>
      )}
      <div className="xj-column-menu-foot">
        <Button
          size="small"
          type="link"
          disabled={!filter}
          data-testid="filter-clear"
          onClick={() => {
            onFilter(null);
            close();
          }}
        >
          清除本列筛选
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
        <Button size="small" type="primary" disabled={isNothing} data-testid="filter-apply" onClick={apply}>
          确定
        </Button>
      </div>
    </div>
  );
}

function SortButtons(
  props: Pick<ColumnMenuProps, 'subject' | 'sorted' | 'hasSorting' | 'close'> & {
    onSort: NonNullable<ColumnMenuProps['onSort']>;
  },
) {
  const { subject, sorted, hasSorting, onSort, close } = props;
  const isNumber = subject.kind === 'amount' || subject.kind === 'integer';
  const isLater = hasSorting && sorted === null;
  const button = (direction: SortKey['direction'], more: boolean, label: string) => (
    <Button
      size="small"
      type={!more && sorted === direction ? 'primary' : 'default'}
      data-testid={`sort-${direction}${more ? '-more' : ''}`}
      onClick={() => {
        // A second press takes the sorting back.
        onSort(!more && sorted === direction ? null : direction, more || sorted !== null);
        close();
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="xj-sort-buttons">
      {button('asc', false, isNumber ? '升序（小到大）' : '升序')}
      {button('desc', false, isNumber ? '降序（大到小）' : '降序')}
      {isLater && button('asc', true, '再按本列升序')}
      {isLater && button('desc', true, '再按本列降序')}
    </div>
  );
}
