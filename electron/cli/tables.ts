// xianjie tables: the plan's tables, on screen or as a file.
import { extname } from 'node:path';
import { footLines, tableCellText, tableTitle, unitLine } from '#shared/format/table-text.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { mostDecimals, TABLE_UNITS, type TableShowing } from '#shared/tables/table-unit.ts';
import { type Command, type CommandArgs, choose, operand, requireEnding, UsageError } from './command.ts';

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
    unit: { type: 'string', value: '元|万元|亿元', help: '金额单位，默认万元' },
    decimals: { type: 'string', value: 'N', help: '保留几位小数；不写则原样，不取整' },
    balance: { type: 'boolean', help: '舍位平衡：取整后各行各列仍相加等于合计' },
    out: { type: 'string', value: 'FILE', help: '写到文件，按扩展名 .xlsx、.docx 或 .pdf' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, ['.xlsx', '.docx', '.pdf']);
    const showing = readShowing(args);
    await backend.open(operand(context, 0), 'read');
    const ids = args.texts('table');
    const chosen = { ...(ids.length > 0 ? { ids } : {}), showings: { '*': showing } };
    const { tables } = await backend.call('tables.get', chosen);
    if (out === undefined) {
      for (const table of tables) {
        print([tableTitle(table), unitLine(table)].join('　').trim());
        print(
          table.columns.map((column) => (column.group ? `${column.group}/${column.label}` : column.label)).join('\t'),
        );
        for (const row of table.rows) print(table.columns.map((_, at) => tableCellText(row.cells[at])).join('\t'));
        for (const line of footLines(table)) print(line);
        print('');
      }
    } else {
      const { token } = backend.grant(out);
      if (extname(out).toLowerCase() === '.pdf')
        await backend.call('print.pdf', { token, job: { what: 'tables', ...chosen } });
      else await backend.call('export.tables', { token, ...chosen });
      say(`已写出 ${tables.length} 张表：${out}`);
    }
    return { status: 0, value: { tables: tables.map(tableJson), ...(out === undefined ? {} : { file: out }) } };
  },
};

/** 舍位平衡 without --decimals keeps two. */
function readShowing(args: CommandArgs): TableShowing {
  const unit = choose(args.text('unit'), TABLE_UNITS, 'unit', '万元');
  const text = args.text('decimals');
  const balance = args.flag('balance');
  if (text === undefined) return { unit, decimals: balance ? 2 : null, balance };
  const most = Math.min(8, mostDecimals(unit));
  if (!/^\d$/.test(text) || Number(text) > most) {
    throw new UsageError(`选项 --decimals 应为 0 到 ${most} 的整数（单位${unit}），不能是“${text}”。`);
  }
  return { unit, decimals: Number(text), balance };
}
