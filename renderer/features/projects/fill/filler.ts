// Filling as the hands do it: the handle dragged or double-clicked, Ctrl+D, Ctrl+R, 按序列填充. Each is one undo step.
import type { CellEdit } from '#shared/contract/methods.ts';
import { followDrag } from '../drag.ts';
import type { EditSender } from '../edits.ts';
import type { GridState } from '../grid-state.ts';
import { type Range, rangeOf, rangesOf, selectSpan } from '../selection.ts';
import {
  type FillGoal,
  filledRange,
  fillGoal,
  goalToEnd,
  planFill,
  planFillDown,
  planFillRight,
  planFillSeries,
} from './fill.ts';
import type { FillWay } from './series.ts';

export interface Filler {
  down(): void;
  right(): void;
  series(): void;
  /** The handle was pressed; Ctrl while it is released changes between copying and counting on. */
  dragHandle(host: HTMLElement, start: MouseEvent): void;
  toEnd(): void;
}

export function createFiller(grid: GridState, sender: EditSender): Filler {
  const send = (edits: CellEdit[]): void => void sender.send(edits, { action: 'fill', title: '正在填充' });
  const ofEachRange = (plan: (range: Range) => CellEdit[]) => (): void => {
    const { selection } = grid.ui.get();
    if (selection) send(rangesOf(selection).flatMap(plan));
  };
  /** With Ctrl Excel copies what would count on, and counts on what would be copied. */
  const otherWay = (source: Range, goal: FillGoal): FillWay => {
    const texts = (way: FillWay): string => JSON.stringify(planFill(grid.data(), source, goal, way));
    return texts('auto') === texts('copy') ? 'series' : 'copy';
  };
  const fill = (source: Range, goal: FillGoal, way: FillWay): void => {
    const { top, bottom, left, right } = filledRange(source, goal);
    const edits = planFill(grid.data(), source, goal, way);
    grid.setSelection(selectSpan({ row: top, col: left }, { row: bottom, col: right }));
    send(edits);
  };

  return {
    down: ofEachRange((range) => planFillDown(grid.data(), range)),
    right: ofEachRange((range) => planFillRight(grid.data(), range)),
    series: ofEachRange((range) => planFillSeries(grid.data(), range)),
    dragHandle: (host, start) => {
      const { selection } = grid.ui.get();
      if (!selection) return;
      const source = rangeOf(selection);
      let goal: FillGoal | null = null;
      followDrag(host, grid, start, {
        from: { row: source.bottom, col: source.right },
        over: (cell) => {
          goal = fillGoal(source, cell);
          grid.ui.set({ filling: goal ? { area: filledRange(source, goal) } : null });
        },
        drop: (event) => {
          grid.ui.set({ filling: null });
          if (goal) fill(source, goal, event.ctrlKey || event.metaKey ? otherWay(source, goal) : 'auto');
        },
      });
    },
    toEnd: () => {
      const { selection } = grid.ui.get();
      const source = selection ? rangeOf(selection) : null;
      const goal = source ? goalToEnd(source, grid.data()) : null;
      if (source && goal) fill(source, goal, 'auto');
    },
  };
}
