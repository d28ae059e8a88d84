// xianjie tables: the plan's tables, on screen or as a file.
import { extname } from 'node:path';
import { footLines, tableCellText, tableTitle, unitLine } from '#shared/format/table-text.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { type Command, operand, requireEnding } from './command.ts';
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
      if (extname(out).toLowerCase() === '.pdf') {
        const job = { what: 'tables' as const, ...chosen };
        for (const note of (await backend.call('print.preview', { job, to: 0 })).notes) say(note);
        await backend.call('print.pdf', { token, job });
      } else await backend.call('export.tables', { token, ...chosen });
      say(`已写出 ${tables.length} 张表：${out}`);
    }
    return { status: 0, value: { tables: tables.map(tableJson), ...(out === undefined ? {} : { file: out }) } };
  },
};
