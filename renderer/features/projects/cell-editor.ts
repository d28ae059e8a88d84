// The one text field under the cursor. It always has the focus while the 项目表 is used: keys move the cursor, typing
// (the first key of an input method too) begins an edit in it, copy and paste are its own clipboard events.

import type { Store } from '../../ui/store.ts';
import type { Clipboard } from './clipboard/clipboard.ts';
import { planClear, planEditAll } from './clipboard/plan-paste.ts';
import { createCursor } from './cursor.ts';
import type { EditSender } from './edits.ts';
import type { GridState } from './grid-state.ts';
import type { Direction } from './moves.ts';
import { isClosedList, narrowOptions, optionsFor } from './options.ts';
import { isSingle } from './selection.ts';
import { today } from './today.ts';

export interface ListState {
  typed: string;
  /** Index into the narrowed options; -1: nothing is highlighted. */
  highlighted: number;
  open: boolean;
}

export interface EditorActions {
  openMenu(): void;
}

export interface CellEditor {
  begin(mode: 'enter' | 'edit', initial: string | null): boolean;
  /** Takes the typed text over; with `picked` the chosen option instead. */
  commit(picked?: string): void;
  cancel(): void;
  clear(): void;
  dispose(): void;
}

export function createCellEditor(
  input: HTMLTextAreaElement,
  grid: GridState,
  sender: EditSender,
  clipboard: Clipboard,
  list: Store<ListState>,
  actions: EditorActions,
): CellEditor {
  let composing = false;
  const cursor = createCursor(grid);

  const options = () => {
    const { editing } = grid.ui.get();
    const column = editing?.column.column;
    const row = editing ? grid.row(editing.cell.row) : undefined;
    if (!column) return [];
    const all = optionsFor(column, row?.kind === 'project' ? row.project : null, grid.data());
    return narrowOptions(all, list.get().typed);
  };

  const begin = (mode: 'enter' | 'edit', initial: string | null): boolean => {
    const active = grid.active();
    if (!active) return false;
    const { row, column, cell } = active;
    const reason = grid.lockedReason(row, column);
    if (reason !== null) {
      grid.say(row, column, reason, false);
      // Taking the letters away under a running composition would leave it without an end.
      if (!composing) input.value = '';
      return false;
    }
    grid.show(cell);
    const plain = grid.data().reader.plain(row, column);
    if (initial !== null) {
      input.value = initial;
      input.setSelectionRange(initial.length, initial.length);
    }
    list.set({ typed: mode === 'edit' ? '' : input.value, highlighted: -1, open: true });
    grid.ui.set({
      editing: { cell, rowId: row.id, column, mode, initial: plain },
      bubble: null,
      copied: [],
    });
    const { unit } = grid.data().reader;
    // Planners think in 万元; any other unit is told while they type.
    if (column.kind === 'amount' && unit !== '万元') grid.say(row, column, `按${unit}填写`, false);
    return true;
  };

  const end = (): void => {
    input.value = '';
    list.set({ typed: '', highlighted: -1, open: false });
    grid.ui.set({ editing: null, bubble: null });
  };

  /** What the editor holds: the picked or highlighted option, the first match of a closed list, or the typed text. */
  const read = (picked?: string): { text: string; isTouched: boolean } => {
    const { editing } = grid.ui.get();
    const column = editing?.column.column;
    const highlighted = options()[list.get().highlighted];
    // A closed list takes the first match of what was typed, so that two letters and Enter are enough.
    const first =
      column && isClosedList(column) && list.get().typed.trim() !== ''
        ? firstMatch(options(), list.get().typed)
        : undefined;
    const text = picked ?? highlighted?.value ?? first ?? input.value;
    const isTouched = input.value !== editing?.initial || picked !== undefined || highlighted !== undefined;
    return { text, isTouched };
  };

  const commit = (picked?: string): void => {
    const { editing } = grid.ui.get();
    if (!editing) return;
    const { text, isTouched } = read(picked);
    end();
    if (!isTouched) return;
    void sender.send([{ id: editing.rowId, column: editing.column.key, text }], { action: 'edit', title: '正在保存' });
  };

  /** Ctrl+Enter: the typed text into all selected cells. */
  const commitToAll = (): void => {
    const { selection } = grid.ui.get();
    const { text } = read();
    end();
    const { rows, columns } = grid.data();
    if (selection) void sender.send(planEditAll(rows, columns, selection, text), { action: 'edit', title: '正在保存' });
  };

  const moveHighlight = (by: 1 | -1): void => {
    const shown = options();
    let next = list.get().highlighted;
    for (let tries = 0; tries < shown.length; tries += 1) {
      next = (next + by + shown.length) % shown.length;
      if (!shown[next]?.disabled) break;
    }
    list.set({ highlighted: next, open: true });
  };

  const onEditingKey = (event: KeyboardEvent, mode: 'enter' | 'edit'): void => {
    const hasList = list.get().open && options().length > 0;
    if (event.key === 'Escape') {
      end();
    } else if (event.key === 'Enter' && event.altKey) {
      input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end');
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      commitToAll();
    } else if (event.key === 'F2') {
      const { editing } = grid.ui.get();
      if (editing) grid.ui.set({ editing: { ...editing, mode: editing.mode === 'enter' ? 'edit' : 'enter' } });
    } else if ((event.ctrlKey || event.metaKey) && (event.key === ';' || event.key === '；')) {
      input.setRangeText(today(), input.selectionStart, input.selectionEnd, 'end');
      list.set({ typed: input.value });
    } else if (event.key === 'Enter') {
      commit();
      cursor.enter(event.shiftKey);
    } else if (event.key === 'Tab') {
      commit();
      cursor.tab(event.shiftKey);
    } else if (hasList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      moveHighlight(event.key === 'ArrowDown' ? 1 : -1);
    } else if (mode === 'enter' && event.key.startsWith('Arrow') && !event.shiftKey) {
      commit();
      cursor.step(event.key.slice(5).toLowerCase() as Direction);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** F2 and Backspace: with the present text, or empty. */
  const startEdit = (keep: boolean): void => {
    const active = grid.active();
    begin('edit', keep && active ? grid.data().reader.plain(active.row, active.column) : '');
  };

  const startWith = (text: string): void => {
    begin('enter', text);
  };

  const clear = (): void => {
    const { selection } = grid.ui.get();
    const active = grid.active();
    if (!selection || !active) return;
    const reason = grid.lockedReason(active.row, active.column);
    if (isSingle(selection) && reason !== null) {
      grid.say(active.row, active.column, reason, false);
      return;
    }
    const { rows, columns, reader } = grid.data();
    void sender.send(planClear(rows, columns, selection, reader), { action: 'clear', title: '正在清除' });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys that belong to an input method are its own (keyCode 229, or isComposing on a Mac).
    if (composing || event.isComposing || event.keyCode === 229) return;
    const { editing } = grid.ui.get();
    if (editing) onEditingKey(event, editing.mode);
    else cursor.onKey(event, { startEdit, startWith, clear, openMenu: actions.openMenu });
  };
  const onInput = (): void => {
    if (!grid.ui.get().editing && (composing || input.value === '' || !begin('enter', null))) return;
    list.set({ typed: input.value, highlighted: -1, open: true });
  };
  const onCompositionStart = (): void => {
    composing = true;
    if (!grid.ui.get().editing) begin('enter', null);
  };
  const onCompositionEnd = (): void => {
    composing = false;
    if (!grid.ui.get().editing) input.value = '';
    else list.set({ typed: input.value, highlighted: -1, open: true });
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (grid.ui.get().editing || !event.clipboardData) return;
    event.preventDefault();
    const copied = clipboard.copy(false);
    if (!copied) return;
    event.clipboardData.setData('text/plain', copied.text);
    event.clipboardData.setData('text/html', copied.html);
    if (event.type === 'cut') clear();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (grid.ui.get().editing) return;
    event.preventDefault();
    const get = (type: string): string => event.clipboardData?.getData(type) ?? '';
    clipboard.paste({ text: get('text/plain'), html: get('text/html') });
  };
  const onBlur = (): void => {
    // Leaving for another part of the window keeps what was typed, as Excel does.
    if (grid.ui.get().editing && !composing) commit();
  };

  const listeners: [string, EventListener][] = [
    ['keydown', onKeyDown as EventListener],
    ['input', onInput],
    ['compositionstart', onCompositionStart],
    ['compositionend', onCompositionEnd],
    ['copy', onCopy as EventListener],
    ['cut', onCopy as EventListener],
    ['paste', onPaste as EventListener],
    ['blur', onBlur],
  ];
  for (const [type, listener] of listeners) input.addEventListener(type, listener);

  return {
    begin,
    commit,
    cancel: end,
    clear,
    dispose: () => {
      for (const [type, listener] of listeners) input.removeEventListener(type, listener);
    },
  };
}

function firstMatch(options: ReturnType<typeof narrowOptions>, typed: string): string | undefined {
  const wanted = typed.trim().normalize('NFKC').toLowerCase();
  return options.find((option) => option.label.normalize('NFKC').toLowerCase().includes(wanted))?.value;
}
