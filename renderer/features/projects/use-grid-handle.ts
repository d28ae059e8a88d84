// Makes the 项目表 answer to the commands of menus, toolbar and shortcuts.
import { type RefObject, useEffect } from 'react';
import { useSession } from '../../session.ts';
import type { CellEditor } from './cell-editor.ts';
import { copyText } from './clipboard-actions.ts';
import type { Filler } from './fill/filler.ts';
import type { GridHandle, LookActions } from './grid-handle.ts';
import type { GridData, GridState } from './grid-state.ts';
import type { ProjectRow } from './rows.ts';
import { selectAll, selectedRows } from './selection.ts';

export function useGridHandle(props: {
  grid: GridState;
  filler: Filler;
  editorRef: RefObject<CellEditor | null>;
  inputRef: RefObject<HTMLTextAreaElement | null>;
  dataRef: RefObject<GridData>;
  look: LookActions;
  setFindOpen: (open: boolean) => void;
}): void {
  const session = useSession();
  const { grid, filler, editorRef, inputRef, dataRef, look, setFindOpen } = props;
  useEffect(() => {
    const { messenger, nav } = session;
    const selectedProjects = (): ProjectRow[] => {
      const { selection } = grid.ui.get();
      if (!selection) return [];
      return selectedRows(dataRef.current.rows, selection).filter((row) => row.kind === 'project');
    };
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
      addRow: () => void addRow(),
      removeRows: () => void removeRows(),
      moveRows: (direction) => void moveRows(direction),
      openCard: () => {
        const [row] = selectedProjects();
        if (row) nav.set({ cardId: row.id });
        else messenger.current.warn('请先选中一个项目。');
      },
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

    const addRow = (): Promise<void> | undefined => {
      const row = grid.active()?.row;
      const place =
        row?.kind === 'project' ? { afterId: row.id } : { categoryId: row?.kind === 'heading' ? row.categoryId : null };
      return session
        .attempt('正在添加项目', () => session.write('projects.add', { ...place, count: 1 }))
        .then((added) => {
          const id = added?.ids[0];
          if (id !== undefined) nav.set({ target: { rowId: id, columnKey: 'name', at: Date.now() } });
        });
    };
    const removeRows = async (): Promise<void> => {
      const rows = selectedProjects();
      const [first] = rows;
      if (!first) return messenger.current.warn('请先选中要删除的项目。');
      const more = rows.length > 1 ? `等 ${rows.length} 个项目` : '';
      const isSure = await messenger.current.confirm({
        title: `删除 ${rows.length} 个项目？`,
        content: `“${first.project.name || '（未命名）'}”${more}将从项目表中删除，可以用“撤销”恢复。`,
        okText: `删除 ${rows.length} 个项目`,
        danger: true,
      });
      if (!isSure) return;
      await session.attempt('正在删除', () => session.write('projects.remove', { ids: rows.map((row) => row.id) }));
    };
    const moveRows = async (direction: 'up' | 'down'): Promise<void> => {
      const rows = selectedProjects();
      const [first] = rows;
      const last = rows.at(-1);
      if (!first || !last) return messenger.current.warn('请先选中要移动的项目。');
      if (!dataRef.current.isInPlanOrder) {
        return messenger.current.warn('筛选或排序时不能移动项目，请先清除筛选、恢复规划次序。');
      }
      const siblings = dataRef.current.projects.filter((project) => project.categoryId === first.project.categoryId);
      const from = siblings.findIndex((project) => project.id === first.id);
      const to = siblings.findIndex((project) => project.id === last.id);
      if (direction === 'up' ? from <= 0 : to === -1 || to >= siblings.length - 1) {
        return messenger.current.warn(
          `已经在本标题的${direction === 'up' ? '最上面' : '最下面'}；换标题请改“规划类别”。`,
        );
      }
      const afterId = direction === 'up' ? (siblings[from - 2]?.id ?? null) : (siblings[to + 1]?.id ?? null);
      await session.attempt('正在移动', () =>
        session.write('projects.move', { ids: rows.map((row) => row.id), afterId }),
      );
    };

    session.grid.current = handle;
    return () => {
      if (session.grid.current === handle) session.grid.current = null;
    };
  }, [session, grid, filler, editorRef, inputRef, dataRef, look, setFindOpen]);
}
