// A tree that is edited by keys and buttons: names are changed in place, things added, moved, merged and taken out.
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Item, type Step, type TreeRow, treeRows } from './tree-rows.ts';

export interface TreeActions {
  rename(id: string, name: string): void;
  step(id: string, step: Step): void;
  add(id: string | null, where: 'beside' | 'beneath'): void;
  remove(id: string): void;
}

interface Props {
  label: string;
  items: readonly Item[];
  selected: string | null;
  onSelect: (id: string | null) => void;
  actions: TreeActions;
  disabled: boolean;
  /** Before the name: its number. */
  mark?: (item: Item) => string;
  /** Behind the name: how many projects. */
  note: (item: Item) => ReactNode;
  openFirst: 'all' | readonly string[];
}

/** More lines than these are not drawn; a search finds the rest. */
const MOST = 600;
const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

export function TreePane(props: Props) {
  const { label, items, selected, onSelect, actions, disabled } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(props.openFirst === 'all' ? [] : props.openFirst));
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = new Set(
    items
      .map((item) => ('code' in item ? item.code : item.id))
      .filter((id) => (props.openFirst === 'all' ? !closed.has(id) : opened.has(id))),
  );
  const rows = treeRows(items, open, search);
  const toggle = (id: string): void => {
    const flip = (set: ReadonlySet<string>): ReadonlySet<string> => {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      return next;
    };
    if (props.openFirst === 'all') setClosed(flip(closed));
    else setOpened(flip(opened));
  };
  useEffect(() => {
    if (selected === null) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const onKey = (event: KeyboardEvent): void => {
    if (editing !== null || event.nativeEvent.isComposing) return;
    const at = rows.findIndex((row) => row.id === selected);
    const row = rows[at];
    const step = STEPS[event.key];
    let done = true;
    if (step && event.altKey) {
      if (row && !disabled) actions.step(row.id, step);
    } else if (event.key === 'ArrowDown') onSelect(rows[Math.min(rows.length - 1, at + 1)]?.id ?? null);
    else if (event.key === 'ArrowUp') onSelect(rows[Math.max(0, at - 1)]?.id ?? null);
    else if (event.key === 'ArrowRight' && row?.hasChildren && !row.isOpen) toggle(row.id);
    else if (event.key === 'ArrowLeft' && row?.hasChildren && row.isOpen) toggle(row.id);
    else if ((event.key === 'F2' || event.key === 'Enter') && row && !disabled) setEditing(row.id);
    else if (event.key === 'Insert' && !disabled) actions.add(row?.id ?? null, 'beside');
    else if (event.key === 'Delete' && row && !disabled) actions.remove(row.id);
    else done = false;
    if (done) event.preventDefault();
  };

  return (
    <div className="xj-set-tree">
      <Input.Search
        allowClear
        size="small"
        placeholder={`查找${label}（名称或别名）`}
        aria-label={`查找${label}`}
        onChange={({ target }) => setSearch(target.value)}
        data-testid="tree-search"
      />
      <div
        ref={list}
        className="xj-set-rows"
        role="tree"
        aria-label={label}
        tabIndex={0}
        onKeyDown={onKey}
        data-testid="tree"
      >
        {rows.slice(0, MOST).map((row) => (
          <Row
            key={row.id}
            row={row}
            isSelected={row.id === selected}
            isEditing={row.id === editing}
            mark={props.mark?.(row.item) ?? ''}
            note={props.note(row.item)}
            onSelect={() => onSelect(row.id)}
            onToggle={() => toggle(row.id)}
            onEdit={() => !disabled && setEditing(row.id)}
            onDone={(name) => {
              setEditing(null);
              list.current?.focus();
              if (name !== null && name.trim() !== row.item.name) actions.rename(row.id, name);
            }}
          />
        ))}
        {rows.length > MOST && <p className="xj-faint">还有 {rows.length - MOST} 行没有列出，请用查找。</p>}
        {rows.length === 0 && <p className="xj-faint">没有找到。</p>}
      </div>
    </div>
  );
}

interface RowProps {
  row: TreeRow;
  isSelected: boolean;
  isEditing: boolean;
  mark: string;
  note: ReactNode;
  onSelect: () => void;
  onToggle: () => void;
  onEdit: () => void;
  onDone: (name: string | null) => void;
}

function Row({ row, isSelected, isEditing, mark, note, onSelect, onToggle, onEdit, onDone }: RowProps) {
  const { item, depth } = row;
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      aria-level={depth + 1}
      aria-selected={isSelected}
      {...(row.hasChildren ? { 'aria-expanded': row.isOpen } : {})}
      className={`xj-set-row${isSelected ? ' is-selected' : ''}`}
      style={{ paddingLeft: 6 + depth * 20 }}
      data-testid="tree-row"
      onMouseDown={onSelect}
      onDoubleClick={onEdit}
    >
      {row.hasChildren ? (
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          aria-label={row.isOpen ? '收起' : '展开'}
          onClick={onToggle}
          icon={row.isOpen ? <CaretDownOutlined /> : <CaretRightOutlined />}
        />
      ) : (
        <span className="xj-set-leaf" />
      )}
      {mark !== '' && <span className="xj-set-mark">{mark}</span>}
      {isEditing ? <NameField name={item.name} onDone={onDone} /> : <span className="xj-set-name">{item.name}</span>}
      <span className="xj-faint">{note}</span>
    </div>
  );
}

function NameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const [text, setText] = useState(name);
  const field = useRef<InputRef>(null);
  const isDone = useRef(false);
  useEffect(() => field.current?.focus({ cursor: 'all' }), []);
  const finish = (value: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(value);
  };
  return (
    <Input
      ref={field}
      size="small"
      value={text}
      aria-label="名称"
      data-testid="tree-name"
      onChange={({ target }) => setText(target.value)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') finish(text);
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
}
