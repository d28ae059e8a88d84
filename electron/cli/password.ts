// xianjie password: sets, changes or takes away the password of a workbook.
import { type Command, operand, UsageError } from './command.ts';
import { readPassword } from './read-password.ts';

export const PASSWORD: Command = {
  name: 'password',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '设置、更换或取消工作簿的密码',
  details: [
    '设了密码的工作簿整个加密（AES-256-GCM），打开时要密码；其他命令用 --password-file 给出。',
    '忘了密码，文件就再也打不开，谁也没有办法。此前的备份和副本没有加密，或仍用以前的密码。',
  ],
  options: {
    'new-password-file': { type: 'string', value: 'F', help: '第一行写着新密码的文本文件（- 表示从标准输入读）' },
    remove: { type: 'boolean', help: '取消密码' },
  },
  async run(context) {
    const { args, backend, say } = context;
    if (args.text('new-password-file') === '-' && args.texts('password-file').includes('-'))
      throw new UsageError('新旧两个密码不能都从标准输入读，请把其中一个写在文件里。');
    const password = args.flag('remove') ? null : readPassword(args.text('new-password-file'));
    if (password === undefined || (args.flag('remove') && args.text('new-password-file') !== undefined))
      throw new UsageError('用 --new-password-file 给出新密码，或用 --remove 取消密码，两者选一。');
    const before = await backend.open(operand(context, 0), 'change');
    if (password === null && !before.hasPassword) {
      say('这个工作簿没有密码，不用取消。');
      return { status: 0, value: { hasPassword: false } };
    }
    const { hasPassword } = await backend.call('workbook.setPassword', { password });
    const done = before.hasPassword ? (hasPassword ? '密码已更换' : '密码已取消') : '密码已设置';
    say(hasPassword ? `${done}。请记牢：忘了密码，文件就再也打不开。此前的备份和副本不受这个密码保护。` : `${done}。`);
    return { status: 0, value: { hasPassword } };
  },
};
