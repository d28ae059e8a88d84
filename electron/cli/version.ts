// xianjie version: keeps states of the plan under a name, lists them, goes back to one.
import { VERSION_KINDS } from '#shared/domain/version.ts';
import { localMinute } from '#shared/values/local-time.ts';
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, type CommandContext, type CommandResult, choose, operand, UsageError } from './command.ts';

const ACTIONS = ['list', 'save', 'restore'] as const;

export const VERSION_COMMAND: Command = {
  name: 'version',
  operands: 'WORKBOOK [list|save NAME|restore NAME]',
  count: [1, 3],
  summary: '版本：把现在的项目表存成一个版本、列出版本、恢复到某个版本',
  details: [
    'list 列出：名称、类型、保存时间、文号、项目数、总投资（万元）。',
    'save 保存现在的项目表和规划设置，不影响以后修改；印发稿不能删除。',
    'restore 把项目表恢复成那个版本时的样子，是一步新的修改，可以撤销；规划设置不变。',
  ],
  options: {
    kind: { type: 'string', value: 'K', help: `类型：${VERSION_KINDS.join('、')}；默认“备份”` },
    doc: { type: 'string', value: 'N', help: '文号' },
    note: { type: 'string', value: 'TEXT', help: '说明' },
  },
  async run(context) {
    const { args } = context;
    const action = choose(args.positionals[1], ACTIONS, '动作', 'list');
    if (action === 'list') return list(context);
    const name = args.positionals[2];
    if (name === undefined) throw new UsageError('缺少版本的名称。');
    return action === 'save' ? save(context, name) : restore(context, name);
  },
};

async function list(context: CommandContext): Promise<CommandResult> {
  const { backend, print, say } = context;
  await backend.open(operand(context, 0), 'read');
  const { versions } = await backend.call('versions.list', {});
  const value = versions.map(({ name, kind, at, documentNumber, note, projectCount, totalFen }) => ({
    name,
    kind,
    at,
    documentNumber,
    note,
    projects: projectCount,
    totalWan: wanText(toFen(totalFen)),
  }));
  for (const { name, kind, at, documentNumber, projects, totalWan } of value)
    print([name, kind, localMinute(at), documentNumber, `${projects} 个`, totalWan].join('\t'));
  say(
    versions.length === 0
      ? '还没有保存过版本。用 xianjie version WORKBOOK save 名称 保存。'
      : `${versions.length} 个版本。`,
  );
  return { status: 0, value: { versions: value } };
}

async function save(context: CommandContext, name: string): Promise<CommandResult> {
  const { args, backend, say } = context;
  const kind = choose(args.text('kind'), VERSION_KINDS, 'kind', '备份');
  await backend.open(operand(context, 0), 'change');
  const { version } = await backend.call('versions.save', {
    name,
    kind,
    documentNumber: args.text('doc') ?? '',
    note: args.text('note') ?? '',
  });
  const totalWan = wanText(toFen(version.totalFen));
  say(`已保存版本“${version.name}”（${kind}）：${version.projectCount} 个项目，总投资 ${totalWan} 万元。`);
  const { at, documentNumber, projectCount: projects } = version;
  return { status: 0, value: { versions: [{ name: version.name, kind, at, documentNumber, projects, totalWan }] } };
}

async function restore(context: CommandContext, name: string): Promise<CommandResult> {
  const { backend, say } = context;
  await backend.open(operand(context, 0), 'change');
  const { added, removed, changed, notes } = await backend.call('versions.restore', { version: name });
  for (const note of notes) say(note);
  const isSame = added + removed + changed === 0;
  say(
    isSame
      ? `项目表与版本“${name}”一样，没有改动。`
      : `已恢复到版本“${name}”：加回 ${added}，去掉 ${removed}，改回 ${changed} 个项目。可以用 xianjie undo 撤销。`,
  );
  return { status: 0, value: { added, removed, changed, notes } };
}
