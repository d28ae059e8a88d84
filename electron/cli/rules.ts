// xianjie rules: own rules (自定义审核) of a workbook, listed, written to a file or taken from one.
import { tryOwnRule } from '#shared/checks/own/check-own.ts';
import { LEVEL_NAMES } from '#shared/format/finding-rows.ts';
import type { OwnRule } from '#shared/records/own-rule.ts';
import { type Command, type CommandContext, type CommandResult, operand, UsageError } from './command.ts';

const ACTIONS = ['list', 'export', 'import'] as const;

export const RULES: Command = {
  name: 'rules',
  operands: 'list|export|import WORKBOOK [FILE]',
  count: [2, 3],
  summary: '自定义审核规则：列出、导出到文件、从文件导入；list 同时说明每条规则有几个不符合',
  options: {},
  async run(context) {
    const word = operand(context, 0);
    const action = ACTIONS.find((known) => known === word);
    if (!action) throw new UsageError(`rules 后面应写 ${ACTIONS.join('、')}，不能是“${word}”。`);
    const file = context.args.positionals[2];
    if (action === 'list' && file !== undefined) throw new UsageError(`多余的参数：${file}`);
    if (action !== 'list' && file === undefined) throw new UsageError('缺少规则文件的名字。');
    await context.backend.open(operand(context, 1), action === 'import' ? 'change' : 'read');
    if (action === 'list') return list(context);
    const { token } = context.backend.grant(file as string);
    return action === 'export' ? exportTo(context, token) : importFrom(context, token);
  },
};

async function list({ backend, print, say }: CommandContext): Promise<CommandResult> {
  const { records } = await backend.call('records.list', { kinds: ['own-rule'] });
  const { projects } = await backend.call('projects.list', {});
  const { plan, reference } = await backend.call('reference.get', {});
  const rules = records.map(({ id, value }) => {
    const rule = value as OwnRule;
    const result = tryOwnRule(id, rule, { plan, reference, projects, claims: [], records: {} });
    return 'message' in result
      ? { id, ...rule, problem: result.message }
      : { id, ...rule, checked: result.checked, broken: result.broken, skipped: result.skipped };
  });
  for (const rule of rules) {
    const state = rule.on ? LEVEL_NAMES[rule.level] : '停用';
    const found =
      'problem' in rule ? `公式看不懂：${rule.problem}` : `审核 ${rule.checked} 个，不符合 ${rule.broken} 个`;
    print([rule.id, state, rule.name, rule.formula, found].join('\t'));
  }
  say(`共 ${rules.length} 条自定义规则。`);
  return { status: 0, value: { rules } };
}

async function exportTo({ backend, say }: CommandContext, token: string): Promise<CommandResult> {
  const { name, folder, rules } = await backend.call('rules.export', { token });
  say(`已把 ${rules} 条规则写到 ${name}（${folder}）。`);
  return { status: 0, value: { file: name, folder, rules } };
}

async function importFrom({ backend, say }: CommandContext, token: string): Promise<CommandResult> {
  const result = await backend.call('rules.import', { token });
  say(`新增 ${result.added.length} 条规则；已有同样公式的 ${result.known.length} 条没有重复导入。`);
  for (const { name, reason } of result.unclear) say(`“${name}”在本规划中看不懂，已停用：${reason}`);
  return { status: 0, value: result };
}
