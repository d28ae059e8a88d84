// Commands on the rows of the 项目表: order, outline, filters, the project card.
import type { GridHandle } from '../features/projects/grid-handle.ts';
import { type Command, command } from './command.ts';
import { inGrid, inGridWritable } from './when.ts';

function rows(
  id: string,
  label: string,
  key: string | undefined,
  when: Command['when'],
  run: (grid: GridHandle) => void,
): Command {
  const onGrid: Command['run'] = ({ session }) => {
    if (session.grid.current) run(session.grid.current);
  };
  return { ...command('项目表', id, label, key, when, onGrid), yieldsToText: true };
}

export const ROW_COMMANDS: readonly Command[] = [
  rows('grid.up', '上移', 'Alt+Shift+Up', inGridWritable, (grid) => grid.moveRows('up')),
  rows('grid.down', '下移', 'Alt+Shift+Down', inGridWritable, (grid) => grid.moveRows('down')),
  rows('grid.card', '项目卡片', 'CmdOrCtrl+Shift+E', inGrid, (grid) => grid.openCard()),
  rows('grid.filter', '筛选', 'CmdOrCtrl+Shift+L', inGrid, (grid) => grid.toggleFilter()),
  rows('grid.collapse', '折叠全部标题', undefined, inGrid, (grid) => grid.setCollapsed(true)),
  rows('grid.expand', '展开全部标题', undefined, inGrid, (grid) => grid.setCollapsed(false)),
  rows('grid.empty', '显示或隐藏空类别', undefined, inGrid, (grid) => grid.toggleEmpty()),
];
