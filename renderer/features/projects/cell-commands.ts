// Commands on the cells of the 项目表: clipboard, filling, finding. The grid itself answers to most of their keys.

import { type Command, command } from '../../commands/command.ts';
import { inGrid, inGridWritable } from '../../commands/when.ts';
import type { GridHandle } from '../../state/grid-handle.ts';

/** A command whose key the grid itself answers to. */
function key(
  id: string,
  label: string,
  accelerator: string,
  when: Command['when'],
  run: (grid: GridHandle) => void,
): Command {
  return { ...act(id, label, accelerator, when, run), isGridKey: true };
}

function act(
  id: string,
  label: string,
  accelerator: string | undefined,
  when: Command['when'],
  run: (grid: GridHandle) => void,
): Command {
  const onGrid: Command['run'] = ({ session }) => {
    if (session.grid.current) run(session.grid.current);
  };
  return { ...command('单元格', id, label, accelerator, when, onGrid), yieldsToText: true };
}

export const CELL_COMMANDS: readonly Command[] = [
  key('grid.copy', '复制', 'CmdOrCtrl+C', inGrid, (grid) => grid.copy(false)),
  key('grid.cut', '剪切', 'CmdOrCtrl+X', inGridWritable, (grid) => grid.copy(true)),
  key('grid.paste', '粘贴', 'CmdOrCtrl+V', inGridWritable, (grid) => grid.paste('plain')),
  act('grid.copyWithHeaders', '带表头复制', 'CmdOrCtrl+Shift+C', inGrid, (grid) => grid.copyWithHeaders()),
  act('grid.pasteSpecial', '选择性粘贴…', 'CmdOrCtrl+Alt+V', inGridWritable, (grid) => grid.paste('special')),
  act('grid.pasteAsNew', '粘贴为新项目', 'CmdOrCtrl+Shift+V', inGridWritable, (grid) => grid.paste('asNew')),
  key('grid.clear', '清除内容', 'Delete', inGridWritable, (grid) => grid.clear()),
  key('grid.selectAll', '全选', 'CmdOrCtrl+A', inGrid, (grid) => grid.selectAll()),
  act('grid.fillDown', '向下填充', 'CmdOrCtrl+D', inGridWritable, (grid) => grid.fill('down')),
  act('grid.fillRight', '向右填充', 'CmdOrCtrl+R', inGridWritable, (grid) => grid.fill('right')),
  act('grid.fillSeries', '按序列填充', undefined, inGridWritable, (grid) => grid.fill('series')),
];
