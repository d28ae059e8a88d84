// xianjie city: the tables of an upper plan on its counties.
import { REPORT_NAMES, type ReportChoice } from '#shared/reports/report.ts';
import { tableJson } from '#shared/tables/table-json.ts';
import { type Command, choose, operand, requireEnding } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';
import { printTable } from './print-table.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

const WHAT = ['reported', 'levels', 'month', 'quality'] as const;

export const CITY: Command = {
  name: 'city',
  operands: 'WORKBOOK [reported|levels|month|quality]',
  count: [1, 2],
  summary: '市级汇总：各县报送情况、市县核对总表、调度表、审核通报',
  details: [
    'reported（默认）谁报了、谁没报；levels 县报、市采用、差额和原因；month 市级调度表；quality 审核通报，每县一张。',
    '县里的表和工作簿用 xianjie import 收进来。',
  ],
  options: {
    county: { type: 'string', value: 'CODE', help: '审核通报只要这个县（市、区）的' },
    'as-of': AS_OF,
    out: REPORT_OUT,
  },
  async run(context) {
    const { args, backend, print } = context;
    const what = choose(args.positionals[1], WHAT, 'city', 'reported');
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
    await backend.open(operand(context, 0), 'read');
    const asOf = asOfOption(args) ?? isoToday(context);
    const report: ReportChoice =
      what === 'quality'
        ? { kind: 'city-quality', county: args.text('county') ?? null, asOf }
        : { kind: `city-${what}`, asOf };
    const { tables } = await backend.call('report.tables', { report });
    if (out === undefined) for (const table of tables) printTable(print, table);
    else await writeReport(context, out, report);
    return { status: 0, value: { report: REPORT_NAMES[report.kind], asOf, tables: tables.map(tableJson) } };
  },
};
