// xianjie board: states of the list with counts and amounts.

import type { BoardRow } from '#shared/life/board.ts';
import { unrecordedWords } from '#shared/life/board-table.ts';
import { wanText } from '#shared/values/money.ts';
import { type Command, choose, operand, requireEnding } from './command.ts';
import { AS_OF, asOfOption, isoToday } from './fund-options.ts';
import { REPORT_ENDINGS, REPORT_OUT, writeReport } from './report-out.ts';

export const BOARD: Command = {
  name: 'board',
  operands: 'WORKBOOK',
  count: [1, 1],
  summary: '项目状态：储备、开工、在建、竣工的个数和总投资',
  details: ['项目总数＝未入库＋储备＋在建＋累计竣工＋清理出库；本年开工、本年竣工是当年发生的，日期不详的不计。'],
  options: {
    by: { type: 'string', value: 'DIM', help: '按什么分：class（类别，默认）、town（乡镇）' },
    'as-of': AS_OF,
    out: REPORT_OUT,
  },
  async run(context) {
    const { args, backend, print, say } = context;
    const by = choose(args.text('by'), ['class', 'town'] as const, 'by', 'class');
    const out = args.text('out');
    if (out !== undefined) requireEnding(out, REPORT_ENDINGS);
    await backend.open(operand(context, 0), 'read');
    const input = { by, asOf: asOfOption(args) ?? isoToday(context) };
    const { asOf, states, summary, rows, unrecorded } = await backend.call('life.board', input);
    for (const { name, stage, count, totalFen } of states)
      if (count > 0) print([name, stage, count, wanText(totalFen)].join('\t'));
    for (const row of rows) {
      const { total, open, stored, building, finished, dropped } = row;
      print([row.name, ...[total, open, stored, building, finished, dropped].map(({ count }) => count)].join('\t'));
    }
    if (out !== undefined) await writeReport(context, out, { kind: 'board', ...input });
    const words = summaryOf(summary);
    say(
      `截至 ${asOf}：共 ${words.total} 个，未入库 ${words.未入库}，储备 ${words.储备}，在建 ${words.在建}，累计竣工 ${words.累计竣工}，清理出库 ${words.清理出库}；本年开工 ${words.本年开工}，本年竣工 ${words.本年竣工}。`,
    );
    if (unrecorded > 0) say(`提示：${unrecordedWords(unrecorded)}。`);
    return {
      status: 0,
      value: {
        asOf,
        states: states.map(({ id, name, stage, count, totalFen }) => ({
          id,
          state: name,
          stage4: stage,
          count,
          totalWan: wanText(totalFen),
        })),
        summary: words,
        unrecorded,
        rows: rows.map((row) => ({ key: row.key, name: row.name, ...summaryOf(row) })),
      },
    };
  },
};

function summaryOf(row: BoardRow) {
  return {
    total: row.total.count,
    totalWan: wanText(row.total.totalFen),
    未入库: row.open.count,
    储备: row.stored.count,
    在建: row.building.count,
    累计竣工: row.finished.count,
    清理出库: row.dropped.count,
    暂缓: row.paused.count,
    本年开工: row.startedThisYear.count,
    本年竣工: row.finishedThisYear.count,
  };
}
