// The state of a search: what is looked for and where, its hits, and going from one to the next.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { runAtOnce, runInSlices } from '../../../ui/slices.ts';
import { useStore } from '../../../ui/store.ts';
import type { GridData, GridState } from '../grid-state.ts';
import { hitKey } from '../paint.ts';
import { type CellAt, isSingle, type Range, rangesOf, type Selection } from '../selection.ts';
import { findCells, nextHit } from './find-cells.ts';
import { compilePattern, type FindOptions, type Pattern } from './pattern.ts';

export type FindScope = 'all' | 'columns' | 'selection';

export interface Find {
  text: string;
  setText(text: string): void;
  options: FindOptions;
  setOptions(options: FindOptions): void;
  scope: FindScope;
  /** The columns or cells that are selected at the moment are searched. */
  setScope(scope: FindScope): void;
  pattern: Pattern | null;
  hits: readonly CellAt[];
  /** Place of the active cell among the hits; -1 where it is none. */
  at: number;
  go(by: 1 | -1): void;
}

/** Milliseconds without a key before the table is searched. */
const PAUSE = 120;

export function useFind(grid: GridState, data: GridData): Find {
  const [text, setText] = useState('');
  const [options, setOptions] = useState<FindOptions>({ wholeCell: false, exact: false });
  // Where several cells are selected, Excel looks in them only.
  const [where, setWhere] = useState<{ scope: FindScope; ranges: readonly Range[] }>(() => {
    const { selection } = grid.ui.get();
    return selection && !isSingle(selection)
      ? { scope: 'selection', ranges: rangesOf(selection) }
      : { scope: 'all', ranges: [] };
  });
  const [hits, setHits] = useState<readonly CellAt[]>([]);
  const pattern = useMemo(() => compilePattern(text, options), [text, options]);
  const active = useStore(grid.ui, (state) => state.selection?.active);
  const found = useRef<{ pattern: Pattern | null; data: GridData } | null>(null);

  const search = useMemo(() => {
    const all: Range = { top: 0, bottom: data.rows.rows.length - 1, left: 0, right: data.columns.length - 1 };
    const ranges =
      where.scope === 'all'
        ? [all]
        : where.scope === 'columns'
          ? where.ranges.map(({ left, right }) => ({ ...all, left, right }))
          : where.ranges;
    return pattern && ranges.length > 0 ? () => findCells(data, pattern, ranges) : null;
  }, [data, pattern, where]);

  const take = useCallback(
    (next: readonly CellAt[]): void => {
      found.current = { pattern, data };
      setHits(next);
      grid.ui.set({ hits: new Set(next.map(({ row, col }) => hitKey(row, col))) });
    },
    [grid, pattern, data],
  );
  useEffect(() => {
    let stop = (): void => {};
    const timer = setTimeout(() => {
      if (search) stop = runInSlices(search(), take);
      else take([]);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [search, take]);
  useEffect(() => () => grid.ui.set({ hits: new Set() }), [grid]);

  const go = (by: 1 | -1): void => {
    let list = hits;
    // Enter comes before the pause is over.
    if (found.current?.pattern !== pattern || found.current.data !== data) {
      list = search ? runAtOnce(search()) : [];
      take(list);
    }
    const hit = list[nextHit(list, grid.ui.get().selection?.active, by)];
    if (hit) grid.select(hit);
  };
  const setScope = (scope: FindScope): void => {
    const selection: Selection | null = grid.ui.get().selection;
    setWhere({ scope, ranges: selection ? rangesOf(selection) : [] });
  };
  const at = active ? hits.findIndex((hit) => hit.row === active.row && hit.col === active.col) : -1;
  return { text, setText, options, setOptions, scope: where.scope, setScope, pattern, hits, at, go };
}
