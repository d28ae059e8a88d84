// xianjie restore: lists backups, restores one as a copy or in place, saves what can be saved of a damaged workbook.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupRow } from '#shared/domain/backup-row.ts';
import { shortChainHead } from '#shared/domain/state-code.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, type CommandResult, operand, UsageError } from './command.ts';

export const RESTORE: Command = {
  name: 'restore',
  operands: 'BACKUP [OUT]',
  count: [1, 2],
  summary: '恢复：从备份另存一份核对过的工作簿；也可以列出备份、恢复到原位置、把损坏的工作簿整理到副本',
  details: [
    'xianjie restore BACKUP OUT               从备份另存为副本，前后都核对；OUT 不能已存在',
    'xianjie restore BACKUP WORKBOOK --in-place  恢复到原位置：原来的文件和它的日志先改名放在一边',
    'xianjie restore DAMAGED OUT --salvage    把损坏的工作簿里能读的内容整理到副本，逐项说明恢复和丢失了什么',
    'xianjie restore WORKBOOK --list          列出这个工作簿的备份和此后的变化；有损坏的备份时退出状态为 1',
  ],
  options: {
    list: { type: 'boolean', help: '列出工作簿的备份：时间、原因、项目个数、总投资、此后的变化、是否完好' },
    'in-place': { type: 'boolean', help: '恢复到 OUT 这个位置，原来的文件改名放在旁边' },
    salvage: { type: 'boolean', help: '从损坏的文件整理；有丢失时退出状态为 1' },
  },
  async run(context) {
    const { args } = context;
    const ways = ['list', 'in-place', 'salvage'].filter((name) => args.flag(name));
    if (ways.length > 1) throw new UsageError(`选项 --${ways.join(' 和 --')} 不能一起用。`);
    if (args.flag('list')) {
      if (args.positionals.length > 1) throw new UsageError('--list 只要工作簿一个参数。');
      return list(context);
    }
    const out = args.positionals[1];
    if (out === undefined) throw new UsageError('缺少参数：恢复成哪个文件。');
    if (args.flag('in-place')) return inPlace(context, out);
    if (existsSync(out)) {
      throw new AppError(
        'cannot-write',
        `“${out}”已经存在，没有覆盖它。请换一个文件名；要恢复到原位置请加 --in-place。`,
      );
    }
    return args.flag('salvage') ? salvage(context, out) : copy(context, out);
  },
};

async function copy({ args, backend, say }: CommandContext, out: string): Promise<CommandResult> {
  const from = { token: backend.grant(operand({ args }, 0)).token };
  const { head } = await backend.call('restore.copy', { from, token: backend.grant(out).token });
  say(`已恢复到 ${out}，校验码 ${shortChainHead(head)}`);
  return { status: 0, value: { file: out, head } };
}

async function inPlace({ args, backend, say }: CommandContext, out: string): Promise<CommandResult> {
  const from = { token: backend.grant(operand({ args }, 0)).token };
  const { head, aside } = await backend.call('restore.inPlace', { from, token: backend.grant(out).token });
  const kept = aside === null ? null : join(aside.folder, aside.name);
  say(`已恢复到 ${out}，校验码 ${shortChainHead(head)}`);
  if (kept !== null) say(`原来的文件放在 ${kept}`);
  return { status: 0, value: { file: out, head, aside: kept } };
}

async function salvage({ args, backend, print, say }: CommandContext, out: string): Promise<CommandResult> {
  const from = { token: backend.grant(operand({ args }, 0)).token };
  const { report } = await backend.call('restore.salvage', { from, token: backend.grant(out).token });
  const { way, projects, totalFen, items, notes } = report;
  for (const { message } of items) print(message);
  for (const note of notes) say(note);
  const totalWan = wanText(toFen(totalFen));
  say(`已整理到 ${out}：${projects} 个项目，总投资 ${totalWan} 万元。`);
  const isLossy = items.some(({ outcome }) => outcome !== 'restored');
  return { status: isLossy ? 1 : 0, value: { file: out, way, projects, totalWan, items, notes } };
}

async function list({ args, backend, print, say }: CommandContext): Promise<CommandResult> {
  const path = operand({ args }, 0);
  if (!existsSync(path)) throw new AppError('file-missing', `找不到文件“${path}”。请检查文件名和路径。`);
  const { rows, store } = await backend.call('restore.list', { token: backend.grant(path).token, isOwnOnly: true });
  for (const row of rows) print(lineOf(row));
  say(rows.length === 0 ? `没有找到备份。自动备份放在 ${store}` : `${rows.length} 份备份。自动备份放在 ${store}`);
  const value = {
    store,
    backups: rows.map(({ id: _, folder, name, totalFen, ...row }) => ({
      file: join(folder, name),
      ...row,
      totalWan: totalFen === null ? null : wanText(toFen(totalFen)),
    })),
  };
  return { status: rows.some(({ state }) => state === 'damaged') ? 1 : 0, value };
}

function lineOf({ at, reason, projects, totalFen, since, state, problems, folder, name }: BackupRow): string {
  const content = projects === null || totalFen === null ? '' : `${projects} 个项目 ${wanText(toFen(totalFen))} 万元`;
  const changes = since === null ? '' : `此后新增 ${since.added}、删除 ${since.removed}、改动 ${since.changed}`;
  const soundness = { sound: '完好', locked: '有密码', damaged: `有损坏：${problems[0] ?? ''}` }[state];
  return [localMinute(at), reason, content, changes, soundness, join(folder, name)]
    .filter((part) => part !== '')
    .join('  ');
}
