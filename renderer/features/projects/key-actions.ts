// What the keys mean in the 项目表 while no cell is being edited: the habits of Excel. The page of shortcuts is made from
// this list too.
import { isKey } from '../../commands/command.ts';
import type { Direction } from './moves.ts';

export type KeyAction =
  | { type: 'move'; direction: Direction; by: number | 'edge'; extend: boolean }
  | { type: 'home' | 'end'; extend: boolean; corner: boolean }
  | { type: 'edit'; keep: boolean }
  | { type: 'enter' | 'tab'; back: boolean }
  | { type: 'selectWhole'; whole: 'rows' | 'columns' }
  | { type: 'clear' | 'selectAll' | 'selectActive' | 'showActive' | 'openList' | 'today' | 'escape' | 'menu' };

export interface GridKey {
  /** As commands write them; all of them do the same, arrows in their direction. */
  keys: readonly string[];
  /** In the planners' words. */
  does: string;
  /** `key` is the one of `keys` that was pressed. */
  action: (key: string, pageRows: number) => KeyAction;
}

const ARROWS = ['Up', 'Down', 'Left', 'Right'] as const;
const withArrows = (modifiers: string): string[] => ARROWS.map((arrow) => `${modifiers}${arrow}`);

const arrows =
  (by: 1 | 'edge', extend: boolean): GridKey['action'] =>
  (key) => ({ type: 'move', direction: (key.split('+').at(-1) ?? '').toLowerCase() as Direction, by, extend });
const page =
  (extend: boolean): GridKey['action'] =>
  (key, pageRows) => ({ type: 'move', direction: key.endsWith('Up') ? 'up' : 'down', by: pageRows, extend });
const does =
  (action: KeyAction): GridKey['action'] =>
  () =>
    action;

export const GRID_KEYS: readonly GridKey[] = [
  { keys: withArrows(''), does: '移到相邻的单元格', action: arrows(1, false) },
  { keys: withArrows('Shift+'), does: '扩大或缩小选区', action: arrows(1, true) },
  { keys: withArrows('CmdOrCtrl+'), does: '跳到有内容区域的边缘', action: arrows('edge', false) },
  { keys: withArrows('CmdOrCtrl+Shift+'), does: '选到有内容区域的边缘', action: arrows('edge', true) },
  { keys: ['PageUp', 'PageDown'], does: '翻页', action: page(false) },
  { keys: ['Shift+PageUp', 'Shift+PageDown'], does: '按页扩大选区', action: page(true) },
  { keys: ['Home'], does: '到行首', action: does({ type: 'home', extend: false, corner: false }) },
  { keys: ['End'], does: '到行尾', action: does({ type: 'end', extend: false, corner: false }) },
  { keys: ['CmdOrCtrl+Home'], does: '到表首', action: does({ type: 'home', extend: false, corner: true }) },
  { keys: ['CmdOrCtrl+End'], does: '到表尾', action: does({ type: 'end', extend: false, corner: true }) },
  { keys: ['Shift+Home'], does: '选到行首', action: does({ type: 'home', extend: true, corner: false }) },
  { keys: ['Shift+End'], does: '选到行尾', action: does({ type: 'end', extend: true, corner: false }) },
  { keys: ['CmdOrCtrl+Shift+Home'], does: '选到表首', action: does({ type: 'home', extend: true, corner: true }) },
  { keys: ['CmdOrCtrl+Shift+End'], does: '选到表尾', action: does({ type: 'end', extend: true, corner: true }) },
  { keys: ['Enter'], does: '往下一格；在选区内依次往下', action: does({ type: 'enter', back: false }) },
  { keys: ['Shift+Enter'], does: '往上一格', action: does({ type: 'enter', back: true }) },
  { keys: ['Tab'], does: '往右一格；在选区内依次往右', action: does({ type: 'tab', back: false }) },
  { keys: ['Shift+Tab'], does: '往左一格', action: does({ type: 'tab', back: true }) },
  { keys: ['F2'], does: '修改单元格，保留原内容', action: does({ type: 'edit', keep: true }) },
  { keys: ['Backspace'], does: '清空后重新输入', action: does({ type: 'edit', keep: false }) },
  { keys: ['Delete'], does: '清除所选内容', action: does({ type: 'clear' }) },
  { keys: ['Alt+Down'], does: '打开选项列表', action: does({ type: 'openList' }) },
  { keys: ['CmdOrCtrl+;', 'CmdOrCtrl+；'], does: '填入今天的日期', action: does({ type: 'today' }) },
  {
    keys: ['CmdOrCtrl+A', 'CmdOrCtrl+Shift+Space'],
    does: '全选',
    action: does({ type: 'selectAll' }),
  },
  { keys: ['Shift+Space'], does: '选中整行', action: does({ type: 'selectWhole', whole: 'rows' }) },
  { keys: ['CmdOrCtrl+Space'], does: '选中整列', action: does({ type: 'selectWhole', whole: 'columns' }) },
  { keys: ['Shift+Backspace'], does: '只选当前单元格', action: does({ type: 'selectActive' }) },
  { keys: ['CmdOrCtrl+Backspace'], does: '回到当前单元格', action: does({ type: 'showActive' }) },
  { keys: ['Escape'], does: '关闭提示、取消复制的虚线框', action: does({ type: 'escape' }) },
  { keys: ['Shift+F10', 'ContextMenu'], does: '打开右键菜单', action: does({ type: 'menu' }) },
];

/** What is done otherwise than by a key of the list above: while a cell is edited, and with the mouse. */
export const GRID_HABITS: readonly { keys: string; does: string }[] = [
  { keys: '直接输入', does: '替换单元格内容' },
  { keys: 'Enter、Tab（修改时）', does: '写入并移到下一格' },
  { keys: 'Ctrl+Enter（修改时）', does: '写入所选的全部单元格' },
  { keys: 'Alt+Enter（修改时）', does: '在单元格内换行' },
  { keys: 'Esc（修改时）', does: '放弃修改' },
  { keys: '拖动；Shift+单击', does: '选中一片单元格' },
  { keys: 'Ctrl+单击、Ctrl+拖动', does: '再选一片，不取消原来的选区' },
  { keys: '单击序号、列标题', does: '选中整行、整列' },
  { keys: '拖动选中的列标题', does: '改变列的次序' },
  { keys: '拖动序号左边的点', does: '移动项目' },
  { keys: '拖动选区右下角；双击', does: '填充；填充到末尾' },
  { keys: '双击单元格', does: '修改内容' },
  { keys: '双击序号', does: '打开项目卡片' },
  { keys: '双击标题行', does: '折叠或展开' },
];

/** The action of a key press; undefined leaves it to the commands and to typing. */
export function keyAction(event: Parameters<typeof isKey>[1], pageRows: number): KeyAction | undefined {
  for (const { keys, action } of GRID_KEYS) {
    const key = keys.find((candidate) => isKey(candidate, event));
    if (key !== undefined) return action(key, pageRows);
  }
  return undefined;
}
