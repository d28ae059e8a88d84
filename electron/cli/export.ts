// xianjie export: the 项目表 as a spreadsheet.
import { type Command, choose, operand, requireEnding, UsageError } from './command.ts';

export const EXPORT: Command = {
  name: 'export',
  operands: 'WORKBOOK OUT.xlsx',
  count: [2, 2],
  summary: '把项目表导出为 .xlsx',
  options: {
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
    choose(args.text('layout'), ['annex'], 'layout', 'annex');
    const totalPosition = choose(args.text('total'), ['first', 'last'], 'total', 'first');
    const numbering = choose(args.text('numbering'), ['continuous', 'restart'], 'numbering', 'continuous');
    const template = args.text('template');
    if (template !== undefined && args.text('layout') !== undefined) {
      throw new UsageError('--template 和 --layout 只能用一个。');
    }
    const status = await backend.open(operand(context, 0), 'read');
    const { token } = backend.grant(out);
    let notes: string[] = [];
    if (args.flag('empty')) {
      if (template !== undefined) throw new UsageError('--template 和 --empty 只能用一个。');
      await backend.call('export.template', { token });
      say(`已导出空表：${out}`);
      return { status: 0, value: { file: out, projects: 0, notes } };
    }
    if (template === undefined) {
      await backend.call('export.projects', { token, totalPosition, numbering, formulas: !args.flag('values') });
    } else {
      const templateToken = backend.grant(template).token;
      ({ notes } = await backend.call('export.fill', { templateToken, token }));
    }
    for (const note of notes) say(note);
    say(`已导出 ${status.projectCount} 个项目：${out}`);
    return { status: 0, value: { file: out, projects: status.projectCount, notes } };
  },
};
