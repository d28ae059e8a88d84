// xianjie verify: looks at the workbook file from the inside.
import { shortChainHead } from '#shared/domain/file-health.ts';
import { type Command, operand } from './command.ts';

export const VERIFY: Command = {
  name: 'verify',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '检查工作簿文件是否完好，并给出校验码；有问题时退出状态为 1',
  options: {},
  async run(context) {
    const { backend, print, say } = context;
    await backend.open(operand(context, 0), 'read');
    const result = await backend.call('workbook.verify', {});
    for (const problem of result.problems) print(problem);
    if (result.head !== '') print(`校验码 ${shortChainHead(result.head)}`);
    say(
      result.ok
        ? '工作簿完好。'
        : `工作簿有 ${result.problems.length} 处问题，请用最近的备份，或用 xianjie restore --salvage 整理到副本。`,
    );
    return { status: result.ok ? 0 : 1, value: result };
  },
};
