// xianjie backup: a verified copy of the workbook.

import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '#shared/values/app-error.ts';
import { localSecond } from '#shared/values/local-time.ts';
import { type Command, operand } from './command.ts';

export const BACKUP: Command = {
  name: 'backup',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '备份工作簿：写一份核对过的副本',
  options: { out: { type: 'string', value: 'FILE', help: '副本的文件名；默认在同一文件夹，名字加上时间' } },
  async run(context) {
    const { args, backend, say, today } = context;
    const path = operand(context, 0);
    const named = args.text('out');
    const target = named ?? timedName(path, today());
    await backend.open(path, 'read');
    if (existsSync(target)) {
      throw new AppError('cannot-write', `“${target}”已经存在，没有覆盖它。请用 --out 换一个文件名。`);
    }
    await backend.call('workbook.backup', { token: backend.grant(target).token });
    say(`已备份到 ${target}`);
    return { status: 0, value: { file: target } };
  },
};

/** '规划.xianjie' -> '规划-备份20250301-093005.xianjie' */
function timedName(path: string, at: Date): string {
  const [day, time] = localSecond(at).replaceAll(/[-:]/g, '').split(' ');
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)}-备份${day}-${time}${ending || '.xianjie'}`);
}
