// xianjie print: paged output as PDF.
import { type Command, choose, operand, requireEnding } from './command.ts';

export const PRINT: Command = {
  name: 'print',
  operands: 'WORKBOOK OUT.pdf',
  count: [2, 2],
  summary: '打印成 .pdf：项目表、汇总表或差错清单',
  options: {
    what: { type: 'string', value: 'annex|tables|findings', help: '项目表（默认）、汇总表或差错清单' },
    paper: { type: 'string', value: 'A3|A4', help: '纸张；项目表默认 A3，其余默认 A4' },
  },
  async run(context) {
    const { args, backend, say } = context;
    const out = operand(context, 1);
    requireEnding(out, ['.pdf']);
    const what = choose(args.text('what'), ['annex', 'tables', 'findings'], 'what', 'annex');
    const paper = choose(args.text('paper')?.toUpperCase(), ['A3', 'A4'], 'paper', what === 'annex' ? 'A3' : 'A4');
    await backend.open(operand(context, 0), 'read');
    await backend.call('print.pdf', { token: backend.grant(out).token, what, paper });
    say(`已打印到 ${out}`);
    return { status: 0, value: { file: out, what, paper } };
  },
};
