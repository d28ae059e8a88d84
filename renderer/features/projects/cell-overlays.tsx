// What floats at a cell: the list of choices and the sentence that says why a value was not taken.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Store, useStore } from '../../ui/store.ts';
import type { CellEditor, ListState } from './cell-editor.ts';
import type { GridState } from './grid-state.ts';
import { narrowOptions, optionsFor } from './options.ts';
import type { CellAt } from './selection.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a cell is inside the frame, measured anew after each scroll; null while it is out of sight. */
export function useCellBox(frame: RefObject<HTMLDivElement | null>, grid: GridState, cell: CellAt | null): Box | null {
  const layout = useStore(grid.ui, (state) => state.layout);
  const [box, setBox] = useState<Box | null>(null);
  const row = cell?.row ?? null;
  const col = cell?.col ?? null;
  useLayoutEffect(() => {
    // `layout` counts what moves cells: each count measures again.
    void layout;
    const measure = (): boolean => {
      const key = col === null ? undefined : grid.column(col)?.key;
      const element = row === null || key === undefined ? null : grid.view()?.cellElement(row, key);
      const outer = frame.current?.getBoundingClientRect();
      const inner = element?.getBoundingClientRect();
      if (!outer || !inner) return false;
      const next = {
        left: inner.left - outer.left,
        top: inner.top - outer.top,
        width: inner.width,
        height: inner.height,
      };
      setBox((before) => (before && isSameBox(before, next) ? before : next));
      return true;
    };
    if (measure()) return;
    // A cell that was just scrolled to is drawn in one of the next frames.
    const timer = requestAnimationFrame(() => {
      if (!measure()) setBox(null);
    });
    return () => cancelAnimationFrame(timer);
  }, [frame, grid, row, col, layout]);
  return box;
}

function isSameBox(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

export function OptionList(props: {
  frame: RefObject<HTMLDivElement | null>;
  grid: GridState;
  list: Store<ListState>;
  editorRef: RefObject<CellEditor | null>;
}) {
  const { frame, grid, list, editorRef } = props;
  const editing = useStore(grid.ui, (state) => state.editing);
  const state = useStore(list, (value) => value);
  const box = useCellBox(frame, grid, editing?.cell ?? null);
  const active = useRef<HTMLDivElement>(null);
  const highlighted = state.highlighted;
  useEffect(() => {
    if (highlighted >= 0) active.current?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  const column = editing?.column.column;
  if (!editing || !column || !box || !state.open) return null;
  const row = grid.row(editing.cell.row);
  const all = optionsFor(column, row?.kind === 'project' ? row.project : null, grid.data());
  if (all.length === 0) return null;
  const options = narrowOptions(all, state.typed);
  const below = (frame.current?.clientHeight ?? 0) - box.top - box.height;
  const isUp = below < 200 && box.top > below;
  const place = isUp ? { bottom: (frame.current?.clientHeight ?? 0) - box.top } : { top: box.top + box.height };
  return (
    <div
      className="xj-options"
      role="listbox"
      tabIndex={-1}
      aria-label={editing.column.label}
      data-testid="cell-options"
      style={{
        left: box.left,
        minWidth: Math.max(box.width, 160),
        maxHeight: Math.max(120, isUp ? box.top : below) - 8,
        ...place,
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.length === 0 && <div className="xj-option-empty">没有匹配的选项</div>}
      {options.map((option, index) => (
        <div
          key={option.value}
          ref={index === highlighted ? active : null}
          role="option"
          tabIndex={-1}
          aria-selected={index === highlighted}
          className={`xj-option${index === highlighted ? ' is-active' : ''}`}
          style={{ paddingLeft: 8 + option.depth * 16 }}
          onMouseDown={() => editorRef.current?.commit(option.value)}
        >
          {option.label}
          {option.hint && <span className="xj-option-hint">{option.hint}</span>}
        </div>
      ))}
    </div>
  );
}

export function CellBubble({ frame, grid }: { frame: RefObject<HTMLDivElement | null>; grid: GridState }) {
  const bubble = useStore(grid.ui, (state) => state.bubble);
  const cell = bubble ? { row: grid.indexOfRow(bubble.rowId), col: grid.indexOfColumn(bubble.columnKey) } : null;
  const box = useCellBox(frame, grid, cell);
  if (!bubble || !box) return null;
  const width = frame.current?.clientWidth ?? 0;
  return (
    <div
      role="alert"
      className={`xj-bubble${bubble.isError ? ' is-error' : ''}`}
      data-testid="cell-message"
      style={{ left: Math.max(4, Math.min(box.left, width - 340)), top: box.top + box.height + 4 }}
    >
      {bubble.text}
    </div>
  );
}
