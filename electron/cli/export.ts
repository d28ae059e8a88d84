// xianjie export: the 项目表 or the 差错清单 as a spreadsheet.
import { GROUPINGS } from '#shared/checks/finding-groups.ts';
import { type Command, choose, operand, requireEnding, UsageError } from './command.ts';

/** Options that speak of the 项目表 only. */
const PROJECT_OPTIONS = ['template', 'layout', 'total', 'numbering', 'empty', 'values'] as const;

export const EXPORT: Command = {
  name: 'export',
  operands: 'WORKBOOK OUT.xlsx',
  count: [2, 2],
  summary: '把项目表或差错清单导出为 .xlsx',
  options: {
    what: { type: 'string', value: 'projects|findings', help: '项目表（默认）或差错清单' },
    group: { type: 'string', value: GROUPINGS.join('|'), help: '差错清单按规则（默认）、表、乡镇、类别分组，或不分组' },
    template: { type: 'string', value: 'FILE.xlsx', help: '填入这个单位自己的表样，它的表头、格式、公式都保留' },
    layout: { type: 'string', value: 'annex', help: '版式，目前只有 annex（附表）' },
    total: { type: 'string', value: 'first|last', help: '合计放在首行（默认）或末行' },
    numbering: { type: 'string', value: 'continuous|restart', help: '序号连排（默认）或每个标题下重排' },
    empty: { type: 'boolean', help: '只导出带下拉列表的空表，发给各单位填报' },
    values: { type: 'boolean', help: '小计、合计写成数值，不写公式' },
  },
  async run(context) {
    const { args, backend, say } = context;
    const out = operand(context, 1);
    requireEnding(out, ['.xlsx']);
    const what = choose(args.text('what'), ['projects', 'findings'], 'what', 'projects');
    const groupBy = choose(args.text('group'), GROUPINGS, 'group', 'rule');
    if (what === 'findings') {
      const useless = PROJECT_OPTIONS.find((name) => args.flag(name));
      if (useless !== undefined) throw new UsageError(`选项 --${useless} 不能用于 --what findings。`);
      await backend.open(operand(context, 0), 'read');
      const { notes } = await backend.call('export.findings', { token: backend.grant(out).token, groupBy });
      for (const note of notes) say(note);
      say(`已导出差错清单：${out}`);
      return { status: 0, value: { file: out, what, notes } };
    }
    if (args.flag('group')) throw new UsageError('选项 --group 只能用于 --what findings。');
    choose(args.text('layout'), ['annex'], 'layout', 'annex');
    const totalPosition = choose(args.text('total'), ['first', 'last'], 'total', 'first');
    const numbering = choose(args.text('numbering'), ['continuous', 'restart'], 'numbering', 'continuous');
    const template = args.text('template');
    if (template !== undefined && args.text('layout') !== undefined) {
      throw new UsageError('--template 和 --layout 只能用一个。');
    }
    const status = await backend.open(operand(context, 0), 'read');
    const { token } = backend.grant(out);
    if (args.flag('empty')) {
      if (template !== undefined) throw new UsageError('--template 和 --empty 只能用一个。');
      const { notes } = await backend.call('export.template', { token });
      for (const note of notes) say(note);
      say(`已导出空表：${out}`);
      return { status: 0, value: { file: out, projects: 0, notes } };
    }
    const { notes } =
      template === undefined
        ? await backend.call('export.projects', { token, totalPosition, numbering, formulas: !args.flag('values') })
        : await backend.call('export.fill', { templateToken: backend.grant(template).token, token });
    for (const note of notes) say(note);
    say(`已导出 ${status.projectCount} 个项目：${out}`);
    return { status: 0, value: { file: out, projects: status.projectCount, notes } };
  },
};
