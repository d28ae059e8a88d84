// xianjie check: all findings (勾稽审核).
import type { Finding } from '#shared/checks/finding.ts';
import { countsText, LEVEL_NAMES, verdictText } from '#shared/format/finding-rows.ts';
import { type Command, operand, UsageError } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';

export const CHECK: Command = {
  name: 'check',
  operands: 'WORKBOOK',
  count: [1, Number.POSITIVE_INFINITY],
  summary: '勾稽审核：列出全部差错；有强制性差错时退出状态为 1',
  details: ['--published 后面可以跟几个文件，也可以写几次。'],
  options: {
    published: { type: 'string', multiple: true, value: 'FILE...', help: '同时核对这些印发的表（.json 或电子表格）' },
    base: { type: 'string', value: 'FILE', help: '与上一版工作簿（备份、上报稿）相比，列出改动的项目和金额' },
    'as-of': AS_OF,
    step: { type: 'string', value: 'N', help: '与操作记录第 N 步时相比（编号见 xianjie log）' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const named = args.texts('published');
    const files = named.length > 0 ? [...named, ...args.positionals.slice(1)] : [];
    if (named.length === 0 && args.positionals.length > 1) {
      throw new UsageError(`多余的参数：${args.positionals.slice(1).join(' ')}`);
    }
    await backend.open(operand(context, 0), 'read');
    const publishedTokens = files.map((file) => backend.grant(file).token);
    const baseline = baselineOf(args.text('base'), args.text('step'), (file) => backend.grant(file).token);
    const { findings, counts, verdict } = await backend.call('checks.run', {
      publishedTokens,
      asOf: asOfOption(args) ?? isoToday(context),
      ...baseline,
    });
    for (const finding of findings) print(findingLine(finding));
    say(`审核完毕：${countsText(counts)}。定稿前检查：${verdictText(verdict)}。`);
    return { status: counts.error > 0 ? 1 : 0, value: { findings: findings.map(findingEntry), counts, verdict } };
  },
};

function baselineOf(file: string | undefined, step: string | undefined, grant: (file: string) => string) {
  if (file !== undefined && step !== undefined) throw new UsageError('--base 与 --step 只能用一个。');
  if (file !== undefined) return { baseline: { token: grant(file) } };
  if (step === undefined) return {};
  if (!/^\d+$/.test(step)) throw new UsageError(`--step 后面应是步骤编号，不能是“${step}”。`);
  return { baseline: { step: Number(step) } };
}

function findingLine({ level, rule, message, explanation }: Finding): string {
  const said = explanation
    ? `（${explanation.state === 'valid' ? '属实说明' : '说明已失效'}：${explanation.text}）`
    : '';
  return `【${LEVEL_NAMES[level]}】${rule} ${message}${said}`;
}

/** A finding of the contract's shape. */
function findingEntry({ projectId, columnKey, key, ...finding }: Finding) {
  return {
    ...finding,
    key,
    ...(projectId === undefined ? {} : { project: projectId }),
    ...(columnKey === undefined ? {} : { columnKey }),
  };
}
