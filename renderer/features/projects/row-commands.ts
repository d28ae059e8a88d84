// Commands on the rows of the 项目表: order, outline, filters, the project card.

import { type Command, command } from '../../commands/command.ts';
import { inGrid, inGridWritable } from '../../commands/when.ts';
import type { GridHandle } from '../../state/grid-handle.ts';

function rows(
  id: string,
  label: string,
  key: string | undefined,
  when: Command['when'],
  run: (grid: GridHandle) => unknown,
): Command {
  const onGrid: Command['run'] = ({ session }) => {
    if (session.grid.current) run(session.grid.current);
  };
  return { ...command('项目表', id, label, key, when, onGrid), yieldsToText: true };
}

export const ROW_COMMANDS: readonly Command[] = [
  rows('grid.addAbove', '在上面插入项目', 'CmdOrCtrl+Shift+Plus', inGridWritable, (grid) => grid.rows.add('above')),
  rows('grid.duplicate', '复制为新项目', 'CmdOrCtrl+Shift+D', inGridWritable, (grid) => grid.rows.duplicate()),
  rows('grid.up', '上移', 'Alt+Shift+Up', inGridWritable, (grid) => grid.rows.move('up')),
  rows('grid.down', '下移', 'Alt+Shift+Down', inGridWritable, (grid) => grid.rows.move('down')),
  rows('grid.moveTo', '移到其他标题…', 'CmdOrCtrl+Shift+M', inGridWritable, (grid) => grid.rows.moveToCategory()),
  rows('grid.fillColumn', '批量填写…', 'CmdOrCtrl+Shift+B', inGridWritable, (grid) => grid.rows.fillColumn()),
  rows('grid.arrange', '按现在的排序重排次序', undefined, inGridWritable, (grid) => grid.rows.arrange()),
  rows('grid.card', '项目卡片', 'CmdOrCtrl+Shift+E', inGrid, (grid) => grid.rows.openCard()),
  rows('grid.filter', '筛选本列…', 'CmdOrCtrl+Shift+L', inGrid, (grid) => grid.look.filterColumn()),
  rows('grid.filterValue', '按所选的值筛选', undefined, inGrid, (grid) => grid.look.filterByValue()),
  rows('grid.clearFilters', '清除全部筛选', undefined, inGrid, (grid) => grid.look.clearFilters()),
  rows('grid.sortUp', '按本列升序', undefined, inGrid, (grid) => grid.look.sort('asc')),
  rows('grid.sortDown', '按本列降序', undefined, inGrid, (grid) => grid.look.sort('desc')),
  rows('grid.unsort', '恢复规划次序', undefined, inGrid, (grid) => grid.look.unsort()),
  rows('grid.fold', '折叠本标题', 'Alt+Shift+Left', inGrid, (grid) => grid.look.fold(true)),
  rows('grid.unfold', '展开本标题', 'Alt+Shift+Right', inGrid, (grid) => grid.look.fold(false)),
  rows('grid.level1', '只看一级标题', 'Alt+Shift+1', inGrid, (grid) => grid.look.foldToLevel(1)),
  rows('grid.level2', '只看一、二级标题', 'Alt+Shift+2', inGrid, (grid) => grid.look.foldToLevel(2)),
  rows('grid.level3', '显示全部项目', 'Alt+Shift+3', inGrid, (grid) => grid.look.foldToLevel(3)),
  rows('grid.empty', '显示或隐藏空类别', undefined, inGrid, (grid) => grid.look.toggleEmpty()),
  rows('grid.wrap', '长文字换行显示', undefined, inGrid, (grid) => grid.look.toggleWrap()),
  rows('grid.freeze', '冻结到本列', undefined, inGrid, (grid) => grid.look.freeze()),
  rows('grid.hideColumn', '隐藏本列', undefined, inGrid, (grid) => grid.look.hideColumn()),
];
