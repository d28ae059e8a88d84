// xianjie pay: payments and progress from a monthly sheet or a journal.
import { toFen, wanText } from '#shared/values/money.ts';
import { type Command, operand, UsageError } from './command.ts';
import {
  AS_OF,
  asOfOption,
  COLUMN,
  columnOption,
  DRY_RUN,
  isoToday,
  sayProblems,
  statusOf,
  UNIT,
  unitOption,
} from './fund-options.ts';
import { problemsOf } from './funds.ts';

export const PAY: Command = {
  name: 'pay',
  operands: 'WORKBOOK import FILE',
  count: [2, 3],
  summary: '读入月报（进度表）或支付明细，记下支付和进度',
  details: [
    '月报的已支付（拨付、报账）是累计数：与截至日前已记的相减，只记差额；同一张表再读一次不会多记。',
    '支付明细（有日期和金额的列）一行记一笔；已有的不重复。',
    '截至日取自表题（截至2026年11月30日），没有写的按今天，也可用 --as-of 指定。',
    '完成投资、形象进度、存在问题一并记下；项目状态、开工、完工、验收时间和结算价补录为办理；支付率只用来核对。计划表的数不受影响。',
  ],
  options: {
    'as-of': AS_OF,
    unit: UNIT,
    column: COLUMN,
    'take-falls': { type: 'boolean', help: '累计数比已记的少时，按退回记一笔负数（默认不读入这一格）' },
    'dry-run': DRY_RUN,
  },
  async run(context) {
    const { args, backend, print, say } = context;
    if (args.positionals[1] !== 'import') throw new UsageError('工作簿后面应写 import 和文件名。');
    const file = args.positionals[2];
    if (file === undefined) throw new UsageError('缺少电子表格文件的名字。');
    const dryRun = args.flag('dry-run');
    await backend.open(operand(context, 0), dryRun ? 'read' : 'change');
    const input = {
      token: backend.grant(file).token,
      asOf: asOfOption(args) ?? null,
      today: isoToday(context),
      unit: unitOption(args),
      columns: columnOption(args),
      takesFalls: args.flag('take-falls'),
    };
    try {
      const result = await backend.call(dryRun ? 'pay.inspect' : 'pay.import', input);
      sayProblems(say, result.problems);
      if (result.problems.some(({ code }) => code === 'paid-fell')) say('按退回记：加选项 --take-falls。');
      for (const { row, project, name, differenceFen, percent } of result.rows)
        print([row, project?.name ?? name, project ? wanText(toFen(differenceFen)) : '', percent ?? ''].join('\t'));
      const amountWan = wanText(toFen(result.amountFen));
      say(
        `${dryRun ? '试看，没有写入：' : ''}截至 ${result.asOf}（${result.asOfReason}），支付 ${result.payments} 笔 ${amountWan} 万元，进度 ${result.notes} 条${result.steps > 0 ? `，补录办理 ${result.steps} 步` : ''}。`,
      );
      const { asOf, payments, notes, steps, problems } = result;
      return { status: statusOf(problems), value: { asOf, payments, amountWan, notes, steps, problems } };
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === null) throw error;
      sayProblems(say, problems);
      say('没有读入任何内容。');
      return { status: 1, value: { payments: 0, amountWan: '0', notes: 0, problems } };
    }
  },
};
