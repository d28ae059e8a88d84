// xianjie designs: own tables (自定义汇总表) of a workbook, their designs written to a file or taken from one.
import { type Command, operand, UsageError } from './command.ts';

export const DESIGNS: Command = {
  name: 'designs',
  operands: 'export|import WORKBOOK FILE',
  count: [3, 3],
  summary: '自定义汇总表的表样：导出到文件、从文件装入；装入时同一张表以文件为准',
  options: {},
  async run(context) {
    const { backend, say } = context;
    const action = operand(context, 0);
    if (action !== 'export' && action !== 'import')
      throw new UsageError(`designs 后面应写 export 或 import，不能是“${action}”。`);
    await backend.open(operand(context, 1), action === 'import' ? 'change' : 'read');
    const { token } = backend.grant(operand(context, 2));
    if (action === 'export') {
      const { name, folder, tables } = await backend.call('designs.export', { token });
      say(`已把 ${tables} 张表的表样写到 ${name}（${folder}）。`);
      return { status: 0, value: { file: name, folder, tables } };
    }
    const result = await backend.call('designs.import', { token });
    say(`新增 ${result.added.length} 张表，改动 ${result.changed.length} 张，原样已有 ${result.known} 张。`);
    return { status: 0, value: result };
  },
};
