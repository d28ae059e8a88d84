// xianjie undo and redo: take the last change back, or do it again. The log keeps both.
import { type Command, operand } from './command.ts';

function historyCommand(name: 'undo' | 'redo', summary: string, done: string): Command {
  return {
    name,
    operands: 'WORKBOOK',
    count: [1, 1],
    summary,
    options: {},
    async run(context) {
      const { backend, say } = context;
      const before = await backend.open(operand(context, 0), 'change');
      const label = before[name]?.label ?? '';
      const after = await backend.call(`history.${name}`, {});
      say(`${done}：${label}。现有 ${after.projectCount} 个项目。`);
      return { status: 0, value: { label, projects: after.projectCount, undo: after.undo, redo: after.redo } };
    },
  };
}

export const UNDO = historyCommand('undo', '撤销最后一次修改', '已撤销');
export const REDO = historyCommand('redo', '重做刚撤销的修改', '已重做');
