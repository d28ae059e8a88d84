// xianjie tables: the plan's tables, on screen or as a file.
import { extname } from 'node:path';
import { tableCellText, tableTitle } from '#shared/format/table-text.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { type Command, operand, requireEnding } from './command.ts';

export const TABLES: Command = {
  name: 'tables',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '算出规划的汇总表，可写成 .xlsx、.docx 或 .pdf',
  options: {
    table: { type: 'string', multiple: true, value: 'ID', help: '只要这张表，如 表5-1；可写几次' },
    out: { type: 'string', value: 'FILE', help: '写到文件，按扩展名 .xlsx、.docx 或 .pdf' },
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, ['.xlsx', '.docx', '.pdf']);
    await backend.open(operand(context, 0), 'read');
    const ids = args.texts('table');
    const chosen = ids.length > 0 ? { ids } : {};
    const { tables } = await backend.call('tables.get', chosen);
    if (out === undefined) {
      for (const table of tables) {
        print(`${tableTitle(table)}（单位：${table.unit}）`);
        print(
          table.columns.map((column) => (column.group ? `${column.group}/${column.label}` : column.label)).join('\t'),
        );
        for (const row of table.rows) print(table.columns.map((_, at) => tableCellText(row.cells[at])).join('\t'));
        for (const note of table.notes) print(`注：${note}`);
        print('');
      }
    } else {
      const { token } = backend.grant(out);
      if (extname(out).toLowerCase() === '.pdf')
        await backend.call('print.pdf', { token, what: 'tables', paper: 'A4', ...chosen });
      else await backend.call('export.tables', { token, ...chosen });
      say(`已写出 ${tables.length} 张表：${out}`);
    }
    return { status: 0, value: { tables: tables.map(tableJson), ...(out === undefined ? {} : { file: out }) } };
  },
};
