// xianjie verify: looks at the workbook file from the inside, and says which of its states a 校验码 on paper belongs to.
import { shortChainHead } from '#shared/domain/state-code.ts';
import { stateWords } from '#shared/format/state-words.ts';
import { type Command, operand } from './command.ts';

export const VERIFY: Command = {
  name: 'verify',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '检查工作簿文件是否完好，并给出校验码；有问题时退出状态为 1',
  details: [
    '打印稿和导出文件的页脚印有校验码；--code 说明它是这个工作簿哪一步以后的内容，或这个文件从来没有过（退出状态 1）。',
  ],
  options: { code: { type: 'string', value: 'CODE', help: '纸上或文件页脚的校验码，空格可有可无' } },
  async run(context) {
    const { args, backend, print, say } = context;
    const code = args.text('code');
    const { token } = backend.grant(operand(context, 0));
    const { state, ...result } = await backend.call('workbook.verifyFile', { token, code });
    for (const problem of result.problems) print(problem);
    for (const note of result.notes) say(note);
    if (result.head !== '') print(`校验码 ${shortChainHead(result.head)}`);
    const words = code === undefined ? null : stateWords(state);
    if (words) print(`${code?.trim()}：${words.text}`);
    say(
      result.ok
        ? '工作簿完好。'
        : `工作簿有 ${result.problems.length} 处问题，请用最近的备份，或用 xianjie restore --salvage 整理到副本。`,
    );
    const isHeld = words === null || words.verdict === 'same' || words.verdict === 'older';
    return { status: result.ok && isHeld ? 0 : 1, value: { ...result, ...(code === undefined ? {} : { state }) } };
  },
};
