// What is selected, how keys and mouse change it, and where the cursor goes.
import { describe, expect, it } from 'vitest';
import { keyAction } from '#renderer/features/projects/key-actions.ts';
import { clampCell, type Direction, moveCell, moveToEdge } from '#renderer/features/projects/moves.ts';
import {
  addSelection,
  type CellAt,
  extendTo,
  isSelected,
  isSingle,
  rangeOf,
  rangesOf,
  type Selection,
  selectAll,
  selectCell,
  selectSpan,
  selectWhole,
  TOTAL_ROW,
  walkInside,
  widen,
} from '#renderer/features/projects/selection.ts';
import { today } from '#renderer/features/projects/today.ts';

const EXTENT = { rows: 10, cols: 5, firstCol: 1 };
const at = (row: number, col: number): CellAt => ({ row, col });

describe('selection', () => {
  it('spans the range between two cells whatever their order', () => {
    expect(rangeOf(selectSpan(at(5, 1), at(2, 3)))).toEqual({ top: 2, bottom: 5, left: 1, right: 3 });
  });

  it('extends the last range from where it began', () => {
    const twice = extendTo(extendTo(selectCell(at(4, 2)), at(6, 3)), at(1, 2));
    expect(rangeOf(twice)).toEqual({ top: 1, bottom: 4, left: 2, right: 2 });
    expect(twice.active).toEqual(at(4, 2));
  });

  it('keeps several ranges with Ctrl; the new one is active and is the one that is extended', () => {
    const two = addSelection(selectSpan(at(0, 1), at(1, 1)), selectCell(at(5, 3)));
    expect(two.active).toEqual(at(5, 3));
    const wider = extendTo(two, at(6, 4));
    expect(rangesOf(wider)).toEqual([
      { top: 0, bottom: 1, left: 1, right: 1 },
      { top: 5, bottom: 6, left: 3, right: 4 },
    ]);
    expect(isSelected(wider, 1, 1)).toBe(true);
    expect(isSelected(wider, 3, 1)).toBe(false);
    expect(isSingle(two)).toBe(false);
  });

  it('keeps whole rows and columns whole while they are extended', () => {
    const rows = extendTo(selectWhole('rows', 2, 2, EXTENT), at(4, 1));
    expect(rangeOf(rows)).toEqual({ top: 2, bottom: 4, left: 1, right: 4 });
    const columns = extendTo(selectWhole('columns', 3, 3, EXTENT), at(7, 1));
    expect(rangeOf(columns)).toEqual({ top: 0, bottom: 9, left: 1, right: 3 });
  });

  it('leaves 序号 out of rows and of everything', () => {
    expect(rangeOf(selectAll(EXTENT))).toEqual({ top: 0, bottom: 9, left: 1, right: 4 });
  });

  it('widens to whole rows or columns and leaves the active cell where it was', () => {
    const wide = widen(selectSpan(at(3, 2), at(4, 3)), 'columns', EXTENT);
    expect(rangeOf(wide)).toEqual({ top: 0, bottom: 9, left: 2, right: 3 });
    expect(wide.active).toEqual(at(3, 2));
    expect(rangeOf(widen(wide, 'rows', EXTENT)).right).toBe(4);
  });
});

describe('walkInside', () => {
  const walk = (selection: Selection, way: 'down' | 'right', back: boolean, steps: number): CellAt[] => {
    const cells: CellAt[] = [];
    let now: Selection | null = selection;
    for (let step = 0; step < steps && now; step += 1) {
      now = walkInside(now, way, back);
      if (now) cells.push(now.active);
    }
    return cells;
  };

  it('goes down the columns with Enter and begins again at the end', () => {
    const steps = walk(selectSpan(at(0, 1), at(1, 2)), 'down', false, 4);
    expect(steps).toEqual([at(1, 1), at(0, 2), at(1, 2), at(0, 1)]);
  });

  it('goes along the rows with Tab, backwards with Shift', () => {
    expect(walk(selectSpan(at(0, 1), at(1, 2)), 'right', false, 2)).toEqual([at(0, 2), at(1, 1)]);
    expect(walk(selectSpan(at(0, 1), at(1, 2)), 'right', true, 2)).toEqual([at(1, 2), at(1, 1)]);
  });

  it('goes on into the next range', () => {
    const two = addSelection(selectCell(at(0, 1)), selectSpan(at(5, 2), at(6, 2)));
    expect(walk(two, 'down', false, 3)).toEqual([at(6, 2), at(0, 1), at(5, 2)]);
  });

  it('leaves a single cell to the ordinary keys', () =>
    expect(walkInside(selectCell(at(1, 1)), 'down', false)).toBeNull());
});

describe('moves', () => {
  it.each([
    ['down', 1, at(3, 2)],
    ['up', 20, at(0, 2)],
    ['left', 5, at(2, 1)],
    ['right', 9, at(2, 4)],
  ] as const)('%s by %s', (direction, by, expected) => {
    expect(moveCell(at(2, 2), direction, EXTENT, by)).toEqual(expected);
  });

  it('stays on 合计 in an empty table', () => {
    expect(clampCell(at(5, 9), { rows: 0, cols: 4, firstCol: 1 })).toEqual(at(TOTAL_ROW, 3));
  });

  // One column: filled rows are 1, 2, 3 and 6.
  const filled = new Set([1, 2, 3, 6]);
  const isBlank = ({ row }: CellAt): boolean => !filled.has(row);
  it.each([
    ['the end of the block', 1, 'down', 3],
    ['the next filled cell', 3, 'down', 6],
    ['the next filled cell from a blank one', 4, 'down', 6],
    ['the edge where nothing follows', 6, 'down', 9],
    ['upwards', 6, 'up', 3],
    ['the top where nothing is above', 1, 'up', 0],
    ['nowhere from the edge', 9, 'down', 9],
  ] as const)('goes to %s', (_, row, direction: Direction, expected) => {
    expect(moveToEdge(at(row, 2), direction, EXTENT, isBlank).row).toBe(expected);
  });
});

it('writes the day as Ctrl+; does', () => expect(today(new Date(2026, 2, 9))).toBe('2026-03-09'));

describe('keyAction', () => {
  const press = (key: string, flags: Partial<Record<'ctrl' | 'shift' | 'alt', boolean>> = {}) =>
    keyAction(
      { key, ctrlKey: flags.ctrl ?? false, metaKey: false, shiftKey: flags.shift ?? false, altKey: flags.alt ?? false },
      20,
    );
  it.each([
    ['ArrowDown', {}, { type: 'move', direction: 'down', by: 1, extend: false }],
    ['ArrowRight', { ctrl: true, shift: true }, { type: 'move', direction: 'right', by: 'edge', extend: true }],
    ['PageDown', {}, { type: 'move', direction: 'down', by: 20, extend: false }],
    ['ArrowDown', { alt: true }, { type: 'openList' }],
    ['Enter', { shift: true }, { type: 'enter', back: true }],
    ['Tab', {}, { type: 'tab', back: false }],
    ['F2', {}, { type: 'edit', keep: true }],
    ['Backspace', {}, { type: 'edit', keep: false }],
    ['Delete', {}, { type: 'clear' }],
    ['a', { ctrl: true }, { type: 'selectAll' }],
    ['a', {}, undefined],
    ['Enter', { ctrl: true }, undefined],
    ['ArrowUp', { alt: true, shift: true }, undefined],
    ['ArrowDown', { alt: true, shift: true }, undefined],
    [' ', { ctrl: true }, { type: 'selectWhole', whole: 'columns' }],
    [' ', { shift: true }, { type: 'selectWhole', whole: 'rows' }],
    [' ', {}, undefined],
    ['Backspace', { ctrl: true }, { type: 'showActive' }],
    ['Backspace', { shift: true }, { type: 'selectActive' }],
    [';', { ctrl: true }, { type: 'today' }],
    [';', {}, undefined],
  ] as const)('%s %o', (key, flags, expected) => {
    expect(press(key, flags)).toEqual(expected);
  });
});
