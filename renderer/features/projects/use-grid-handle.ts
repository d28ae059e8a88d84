// Makes the 项目表 answer to the commands of menus, toolbar and shortcuts.
import { type RefObject, useEffect } from 'react';
import { useSession } from '../../session.ts';
import type { CellEditor } from './cell-editor.ts';
import { copyText } from './clipboard-actions.ts';
import type { Filler } from './fill/filler.ts';
import type { GridHandle, LookActions, RowActions } from './grid-handle.ts';
import type { GridState } from './grid-state.ts';
import { selectAll } from './selection.ts';

export function useGridHandle(props: {
  grid: GridState;
  filler: Filler;
  editorRef: RefObject<CellEditor | null>;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  look: LookActions;
  rows: RowActions;
  setFindOpen: (open: boolean) => void;
}): void {
  const session = useSession();
  const { grid, filler, editorRef, inputRef, look, rows, setFindOpen } = props;
  useEffect(() => {
    const { messenger } = session;
    const handle: GridHandle = {
      commit: () => editorRef.current?.commit(),
      copy: (cut) => {
        inputRef.current?.focus({ preventScroll: true });
        const { selection } = grid.ui.get();
        // The event of execCommand runs our own copy handler; where it is not allowed the clipboard service is asked.
        if (document.execCommand(cut ? 'cut' : 'copy') || !selection) return;
        void navigator.clipboard.writeText(copyText(grid, selection));
        if (cut) editorRef.current?.clear();
      },
      paste: () => {
        inputRef.current?.focus({ preventScroll: true });
        navigator.clipboard
          .readText()
          .then((text) => editorRef.current?.paste(text))
          .catch(() => messenger.current.warn('浏览器不允许从菜单读取剪贴板，请按 Ctrl+V 粘贴。'));
      },
      clear: () => editorRef.current?.clear(),
      fill: (what) => filler[what](),
      selectAll: () => grid.setSelection(selectAll(grid.extent())),
      find: () => setFindOpen(true),
      rows,
      look,
      current: () => {
        const active = grid.active();
        return {
          projectId: active?.row.kind === 'project' ? active.row.id : null,
          columnKey: active?.column.key ?? null,
        };
      },
      focus: () => inputRef.current?.focus({ preventScroll: true }),
    };

    session.grid.current = handle;
    return () => {
      if (session.grid.current === handle) session.grid.current = null;
    };
  }, [session, grid, filler, editorRef, inputRef, look, rows, setFindOpen]);
}
