// xianjie verify: looks at the workbook file from the inside.
import { type Command, operand } from './command.ts';

export const VERIFY: Command = {
  name: 'verify',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '检查工作簿文件是否完好；有问题时退出状态为 1',
  options: {},
  async run(context) {
    const { backend, print, say } = context;
    await backend.open(operand(context, 0), 'read');
    const result = await backend.call('workbook.verify', {});
    for (const problem of result.problems) print(problem);
    say(result.ok ? '工作簿完好。' : `工作簿有 ${result.problems.length} 处问题，请用最近的备份。`);
    return { status: result.ok ? 0 : 1, value: result };
  },
};
