// xianjie tables: the plan's tables, on screen or as a file.
import { extname } from 'node:path';
import { PLAN_MONEY_WORDS, PLAN_MONIES, type PlanMoney } from '#shared/records/plan-money.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { type Command, type CommandArgs, operand, requireEnding, UsageError } from './command.ts';
import { printTable } from './print-table.ts';
import { readShowing, SHOWING_OPTIONS } from './showing-options.ts';

export const TABLES: Command = {
  name: 'tables',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '算出规划的汇总表，可写成 .xlsx、.docx 或 .pdf',
  options: {
    table: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: '只要这张表：编号（表5-1）、代号（years）或自定义汇总表的表名；可写几次',
    },
    ...SHOWING_OPTIONS,
    money: { type: 'string', value: '规划期投资|总投资', help: '有期前、期后投资时按哪一个计，默认按工作簿中所选' },
    out: { type: 'string', value: 'FILE', help: '写到文件，按扩展名 .xlsx、.docx 或 .pdf' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, ['.xlsx', '.docx', '.pdf']);
    const showing = readShowing(args);
    const money = readMoney(args);
    if (money !== undefined && out !== undefined && extname(out).toLowerCase() === '.pdf')
      throw new UsageError('写成 PDF 时按工作簿中所选的金额口径，不能用 --money。');
    await backend.open(operand(context, 0), 'read');
    const ids = args.texts('table');
    const chosen = { ...(ids.length > 0 ? { ids } : {}), showings: { '*': showing } };
    const measured = { ...chosen, ...(money === undefined ? {} : { money }) };
    const { tables } = await backend.call('tables.get', measured);
    if (out === undefined) {
      for (const table of tables) printTable(print, table);
    } else {
      const { token } = backend.grant(out);
      if (extname(out).toLowerCase() === '.pdf') {
        const job = { what: 'tables' as const, ...chosen };
        for (const note of (await backend.call('print.preview', { job, to: 0 })).notes) say(note);
        for (const note of (await backend.call('print.pdf', { token, job })).notes) say(note);
      } else {
        for (const note of (await backend.call('export.tables', { token, ...measured })).notes) say(note);
      }
      say(`已写出 ${tables.length} 张表：${out}`);
    }
    return { status: 0, value: { tables: tables.map(tableJson), ...(out === undefined ? {} : { file: out }) } };
  },
};

function readMoney(args: CommandArgs): PlanMoney | undefined {
  const text = args.text('money');
  if (text === undefined) return undefined;
  const money = PLAN_MONIES.find((one) => PLAN_MONEY_WORDS[one] === text);
  if (!money) throw new UsageError(`选项 --money 应为 规划期投资 或 总投资，不能是“${text}”。`);
  return money;
}
