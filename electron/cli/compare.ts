// xianjie compare: a county's figures against the city's for the same county (县级与市级核对).
import { levelsJson, levelsText } from '#shared/levels/levels-text.ts';
import { type Command, operand } from './command.ts';

export const COMPARE: Command = {
  name: 'compare',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '县级与市级核对：同一个县的类别、资金来源和总投资逐项对比，并给出两边总数的调节表',
  options: {
    county: { type: 'string', value: 'CODE', help: '哪个县（市、区），代码或名称；默认为本工作簿的县' },
    published: { type: 'string', multiple: true, value: 'FILE', help: '市级（或县级）印发的表，可写几次' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    await backend.open(operand(context, 0), 'read');
    const publishedTokens = args.texts('published').map((file) => backend.grant(file).token);
    const county = args.text('county') ?? null;
    const { comparison } = await backend.call('levels.compare', { county, publishedTokens });
    if (!comparison) {
      say('没有可以核对的市级数：请用 --published 给出市级的“类别×县”或“县×资金来源”表，或先把它们导入工作簿。');
      return { status: 0, value: { comparison: null } };
    }
    for (const line of levelsText(comparison)) print(line);
    return { status: 0, value: levelsJson(comparison) };
  },
};
