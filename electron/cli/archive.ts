// xianjie archive: moves the content of long past steps of the log into an archive file beside the workbook.
import { type Command, operand, UsageError } from './command.ts';

const KEEP = 500;

export const ARCHIVE: Command = {
  name: 'archive',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '归档操作记录：较早各步的内容移到工作簿旁边的档案文件，工作簿变小',
  details: [
    '档案是归档时工作簿的一份完整副本（只读）。移动、拷贝工作簿时请一并带上；不在旁边时工作簿照常使用，只是看不到较早各步改了什么。',
  ],
  options: { keep: { type: 'string', value: 'N', help: `最近几步留在工作簿里可以撤销，默认 ${KEEP}` } },
  async run(context) {
    const { args, backend, say } = context;
    const keep = args.text('keep') ?? String(KEEP);
    if (!/^\d{1,8}$/.test(keep)) throw new UsageError('--keep 后面应是 0 或正整数。');
    await backend.open(operand(context, 0), 'change');
    const done = await backend.call('history.archive', { keep: Number(keep) });
    say(
      `第 ${done.first}—${done.last} 步已归档到“${done.file}”，工作簿由 ${megabytes(done.before)} 变为 ${megabytes(done.after)}。`,
    );
    say('移动、拷贝工作簿时请把档案一并带上；以前的步骤不能再撤销，仍可在档案里查看。');
    return { status: 0, value: done };
  },
};

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
