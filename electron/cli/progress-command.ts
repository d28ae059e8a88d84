// xianjie progress: plan, released, paid and done, side by side.
import { rateOf } from '#shared/funds/figures.ts';
import { PROGRESS_DIMENSIONS, type ProgressRow } from '#shared/funds/group-progress.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, choose, operand, requireEnding } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

export const PROGRESS: Command = {
  name: 'progress',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '计划、下达、支付、完成对照，按项目、批次、乡镇、单位、类别等',
  details: [
    '各列：名称、计划、下达、已支付、支付率（%）、完成投资（万元）、状态。',
    '按哪一种分，下达和支付的合计都相同；一个项目用了几个批次的钱时，计划数列在第一个批次。',
    '支付没有注明批次的，按项目各批次的先后自动对应。',
  ],
  options: {
    by: { type: 'string', value: 'DIM', help: `按什么分：${PROGRESS_DIMENSIONS.join('、')}（默认 project）` },
    'as-of': AS_OF,
    out: REPORT_OUT,
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const by = choose(args.text('by'), PROGRESS_DIMENSIONS, 'by', 'project');
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
    await backend.open(operand(context, 0), 'read');
    const input = { by, asOf: asOfOption(args) ?? isoToday(context) };
    const { asOf, rows, total } = await backend.call('progress.read', input);
    const entries = rows.map(entryOf);
    const whole = entryOf(total);
    for (const one of [...entries, whole])
      print(
        [one.name, one.planWan, one.releasedWan, one.paidWan, one.paidRate ?? '——', one.doneWan, one.state].join('\t'),
      );
    if (out !== undefined) await writeReport(context, out, { kind: 'progress', ...input });
    say(
      `截至 ${asOf}：下达 ${whole.releasedWan} 万元，支付 ${whole.paidWan} 万元，支付率 ${whole.paidRate ?? '——'}${whole.paidRate === null ? '' : '%'}。`,
    );
    return { status: 0, value: { asOf, by, rows: entries, total: whole } };
  },
};

function entryOf({
  key,
  name,
  projects,
  started,
  finished,
  planFen,
  releasedFen,
  paidFen,
  doneFen,
  state,
  percent,
}: ProgressRow) {
  return {
    key,
    name,
    projects,
    started,
    finished,
    planWan: wanText(planFen),
    releasedWan: wanText(releasedFen),
    paidWan: wanText(paidFen),
    paidRate: rateOf(paidFen, releasedFen),
    doneWan: wanText(doneFen),
    percent,
    state,
  };
}
