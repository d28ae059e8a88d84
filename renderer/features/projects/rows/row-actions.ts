// What menus and keys do to the rows of the 项目表. Each is one undo step; the selection goes along.
import type { Place } from '#shared/contract/methods.ts';
import { NAMELESS, type Project } from '#shared/domain/project.ts';
import type { Session } from '../../../session.ts';
import type { RowActions } from '../../../state/grid-handle.ts';
import { headingId } from '../../../state/heading-id.ts';
import type { Store } from '../../../ui/store.ts';
import type { GridState } from '../grid-state.ts';
import { headingsAbove } from '../layout/outline.ts';
import type { ProjectRow } from '../rows.ts';
import { selectedRows } from '../selection.ts';
import type { RowDialogState } from './row-dialogs.tsx';
import { meantProjects, stepPlace } from './row-places.ts';

/** More rows at once come from a paste or an import. */
const MOST_ADDED = 500;

export function makeRowActions(session: Session, grid: GridState, dialog: Store<RowDialogState>): RowActions {
  const { messenger, nav } = session;
  const warn = (text: string): void => messenger.current.warn(text);

  const rowsHere = () => {
    const { selection } = grid.ui.get();
    return selection ? selectedRows(grid.data().rows, selection) : [];
  };
  const selected = (): Project[] =>
    rowsHere()
      .filter((row): row is ProjectRow => row.kind === 'project')
      .map((row) => row.project);
  /** With headings: all the projects beneath them. */
  const meant = (): Project[] => {
    const { projects, tree } = grid.data();
    return meantProjects(rowsHere(), projects, (categoryId) => headingsAbove(tree, headingId(categoryId)));
  };
  /** Selects rows once they are in the table. */
  const follow = (ids: readonly string[] | undefined, columnKey: string | null): void => {
    const [first] = ids ?? [];
    const last = ids?.at(-1);
    if (first === undefined || last === undefined) return;
    const more = last === first ? {} : { toRowId: last };
    nav.set({ target: { rowId: first, ...more, columnKey, isCalm: true, at: Date.now() } });
  };
  const columnHere = (): string | null => grid.active()?.column.key ?? null;
  const canMove = (): boolean => {
    if (grid.data().isInPlanOrder) return true;
    warn('筛选或排序时看不到完整的次序，不能移动项目；请先清除筛选、恢复规划次序，或用“移到其他标题”。');
    return false;
  };
  const move = async (projects: readonly Project[], place: Place): Promise<void> => {
    const ids = projects.map(({ id }) => id);
    const done = await session.attempt('正在移动', () => session.write('projects.move', { ids, place }));
    if (done && done.moved > 0) follow(ids, columnHere());
  };

  return {
    add: async (where) => {
      const rows = rowsHere();
      const projects = selected();
      const heading = rows[0]?.kind === 'heading' ? rows[0] : null;
      const beside = where === 'above' ? projects[0] : projects.at(-1);
      const place: Place = beside
        ? where === 'above'
          ? { beforeId: beside.id }
          : { afterId: beside.id }
        : { endOf: heading?.categoryId ?? null };
      // As many as are selected, as Excel inserts rows.
      const count = Math.max(1, Math.min(projects.length, MOST_ADDED));
      const added = await session.attempt('正在添加项目', () => session.write('projects.add', { place, count }));
      follow(added?.ids, 'name');
    },
    duplicate: async () => {
      const ids = selected().map(({ id }) => id);
      if (ids.length === 0) return warn('请先选中要复制的项目。');
      const added = await session.attempt('正在复制', () => session.write('projects.duplicate', { ids }));
      follow(added?.ids, columnHere());
    },
    remove: async () => {
      const projects = selected();
      const [first] = projects;
      if (!first) return warn('请先选中要删除的项目。');
      const more = projects.length > 1 ? `等 ${projects.length} 个项目` : '';
      const isSure = await messenger.current.confirm({
        title: `删除 ${projects.length} 个项目？`,
        content: `“${first.name || NAMELESS}”${more}将从项目表中删除，可以用“撤销”恢复。`,
        okText: `删除 ${projects.length} 个项目`,
        danger: true,
      });
      if (!isSure) return;
      await session.attempt('正在删除', () => session.write('projects.remove', { ids: projects.map(({ id }) => id) }));
    },
    move: async (way) => {
      const projects = selected();
      const [first] = projects;
      if (!first) return warn('请先选中要移动的项目。');
      if (!canMove()) return;
      if (projects.some(({ categoryId }) => categoryId !== first.categoryId)) {
        return warn('所选项目分属几个标题，不能一起上下移动；请用“移到其他标题”。');
      }
      const siblings = grid.data().projects.filter(({ categoryId }) => categoryId === first.categoryId);
      const place = stepPlace(siblings, new Set(projects.map(({ id }) => id)), way);
      if (!place) {
        return warn(`已经在本标题的${way === 'up' ? '最上面' : '最下面'}；要换标题请用“移到其他标题”。`);
      }
      await move(projects, place);
    },
    moveBeside: async (ids, place) => {
      if (!canMove()) return;
      const wanted = new Set(ids);
      await move(
        grid.data().projects.filter(({ id }) => wanted.has(id)),
        place,
      );
    },
    moveToCategory: () => {
      const projects = meant();
      if (projects.length === 0) return warn('请先选中要移动的项目，或选中一个标题行来移动它下面的全部项目。');
      dialog.set({ open: 'move', projects });
    },
    fillColumn: () => {
      const projects = meant();
      if (projects.length === 0) return warn('请先选中要填写的项目，或选中一个标题行来填写它下面的全部项目。');
      dialog.set({ open: 'fill', projects, columnKey: columnHere() });
    },
    arrange: async () => {
      const ids = grid.data().rows.rows.flatMap((row) => (row.kind === 'project' ? [row.id] : []));
      const done = await session.attempt('正在重排', () => session.write('projects.arrange', { ids }));
      if (!done) return;
      if (done.moved === 0) warn('次序没有变化。');
      else messenger.current.success(`已按现在的排序重排 ${done.moved} 个项目的规划次序，可以撤销。`);
    },
    openCard: () => {
      const [first] = selected();
      if (first) nav.set({ cardId: first.id });
      else warn('请先选中一个项目。');
    },
  };
}
