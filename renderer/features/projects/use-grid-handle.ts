// Makes the 项目表 answer to the commands of menus, toolbar and shortcuts.
import { type RefObject, useEffect } from 'react';
import { isFocusFree } from '../../commands/focus.ts';
import { useSession } from '../../session.ts';
import type { GridHandle, LookActions, RowActions } from '../../state/grid-handle.ts';
import type { CellEditor } from './cell-editor.ts';
import type { ClipData } from './clipboard/clip-table.ts';
import type { Clipboard } from './clipboard/clipboard.ts';
import type { Filler } from './fill/filler.ts';
import type { FindMode } from './find/find-bar.tsx';
import type { GridState } from './grid-state.ts';
import type { GridRow } from './rows.ts';
import { selectAll } from './selection.ts';

export function useGridHandle(props: {
  grid: GridState;
  clipboard: Clipboard;
  filler: Filler;
  editorRef: RefObject<CellEditor | null>;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  look: LookActions;
  rows: RowActions;
  setFindMode: (mode: FindMode) => void;
}): void {
  const session = useSession();
  const { grid, clipboard, filler, editorRef, inputRef, look, rows, setFindMode } = props;
  useEffect(() => {
    const { messenger } = session;
    const handle: GridHandle = {
      commit: () => editorRef.current?.commit(),
      copy: (cut) => {
        inputRef.current?.focus({ preventScroll: true });
        // The event of execCommand runs our own copy handler; where it is not allowed the clipboard service is asked.
        if (document.execCommand(cut ? 'cut' : 'copy')) return;
        writeClipboard(clipboard.copy(false));
        if (cut) editorRef.current?.clear();
      },
      copyWithHeaders: () => writeClipboard(clipboard.copy(true)),
      paste: (way) => {
        inputRef.current?.focus({ preventScroll: true });
        const { paste, pasteSpecial, pasteAsNew } = clipboard;
        readClipboardService()
          .then({ plain: paste, special: pasteSpecial, asNew: pasteAsNew }[way])
          .catch(() => messenger.current.warn('浏览器不允许从菜单读取剪贴板，请按 Ctrl+V 粘贴。'));
      },
      clear: () => editorRef.current?.clear(),
      fill: (what) => filler[what](),
      selectAll: () => grid.setSelection(selectAll(grid.extent())),
      find: setFindMode,
      rows,
      look,
      current: () => {
        const active = grid.active();
        return {
          projectId: active?.row.kind === 'project' ? active.row.id : null,
          figureRow: active ? figureRow(active.row) : null,
          columnKey: active?.column.key ?? null,
        };
      },
      focus: () => inputRef.current?.focus({ preventScroll: true }),
      refocus: () => {
        if (isFocusFree()) inputRef.current?.focus({ preventScroll: true });
      },
    };

    session.grid.current = handle;
    return () => {
      if (session.grid.current === handle) session.grid.current = null;
    };
  }, [session, grid, clipboard, filler, editorRef, inputRef, look, rows, setFindMode]);
}

function writeClipboard(data: ClipData | null): void {
  if (!data) return;
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  const item = new ClipboardItem({
    'text/plain': blob('text/plain', data.text),
    'text/html': blob('text/html', data.html),
  });
  void navigator.clipboard.write([item]);
}

async function readClipboardService(): Promise<ClipData> {
  const data: ClipData = { text: '', html: '' };
  for (const item of await navigator.clipboard.read()) {
    const read = async (type: string): Promise<string> =>
      item.types.includes(type) ? (await item.getType(type)).text() : '';
    data.text ||= await read('text/plain');
    data.html ||= await read('text/html');
  }
  return data;
}

/** Headings and 合计 stand for a figure of our own; projects do not. */
function figureRow(row: GridRow): string | null {
  if (row.kind === 'total') return 'total';
  return row.kind === 'heading' ? `category:${row.categoryId ?? '?'}` : null;
}
