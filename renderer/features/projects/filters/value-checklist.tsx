// The values of a column to tick, each with its number of projects. Only the visible lines are drawn.
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { toggleValue, type ValueItem } from './value-list.ts';

const LINE = 24;
const HEIGHT = 9 * LINE;
const PAGE = 8;

export function ValueChecklist(props: {
  label: string;
  /** The values that the search left. */
  items: readonly ValueItem[];
  checked: ReadonlySet<string>;
  change: (checked: ReadonlySet<string>) => void;
}) {
  const { label, items, checked, change } = props;
  const [top, setTop] = useState(0);
  /** 0 is 全选, n the item n - 1. */
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const on = useMemo(() => items.filter(({ value }) => checked.has(value)).length, [items, checked]);
  const first = Math.max(0, Math.floor(top / LINE) - 2);
  const lines = items.length + 1;
  const at = Math.min(active, lines - 1);

  const toggle = (line: number): void => {
    if (line > 0) {
      change(toggleValue(checked, items, line - 1));
      return;
    }
    const next = new Set(checked);
    for (const { value } of items) {
      if (on < items.length) next.add(value);
      else next.delete(value);
    }
    change(next);
  };
  const go = (line: number): void => {
    const next = Math.max(0, Math.min(lines - 1, line));
    setActive(next);
    const list = box.current;
    if (!list) return;
    if (next * LINE < list.scrollTop) list.scrollTop = next * LINE;
    else if ((next + 1) * LINE > list.scrollTop + HEIGHT) list.scrollTop = (next + 1) * LINE - HEIGHT;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
      Home: 0,
      End: lines - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) go(to);
    else if (event.key === ' ') toggle(at);
    else return;
    event.preventDefault();
  };
  const line = (index: number, state: boolean | 'mixed', name: string, depth: number, count?: number) => (
    <div
      key={index}
      id={`xj-value-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === at}
      aria-checked={state}
      className={`xj-value${index === at ? ' is-active' : ''}`}
      style={{ top: index * LINE, paddingLeft: 6 + depth * 16 }}
      onMouseDown={(event) => {
        event.preventDefault();
        box.current?.focus();
        setActive(index);
        toggle(index);
      }}
    >
      <span className={`xj-tick${state === 'mixed' ? ' is-mixed' : state ? ' is-on' : ''}`} />
      <span className="xj-value-name" title={name}>
        {name}
      </span>
      {count !== undefined && <span className="xj-value-count">{count}</span>}
    </div>
  );
  return (
    <div
      ref={box}
      className="xj-values"
      role="listbox"
      aria-multiselectable
      aria-label={`${label}的值`}
      aria-activedescendant={`xj-value-${at}`}
      tabIndex={0}
      style={{ height: HEIGHT }}
      data-testid="filter-values"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: lines * LINE }} />
      {line(0, on === items.length ? on > 0 : on > 0 ? 'mixed' : false, '（全选）', 0)}
      {items
        .slice(first, first + HEIGHT / LINE + 5)
        .map((item, index) => line(first + index + 1, checked.has(item.value), item.label, item.depth, item.count))}
      {items.length === 0 && <div className="xj-values-none">没有符合的值</div>}
    </div>
  );
}
