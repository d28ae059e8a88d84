// xianjie print: paged output as PDF; a notice also as a spreadsheet.
import { postingStage } from '#shared/domain/posting.ts';
import { noticeJob } from '#shared/notice/notice-job.ts';
import { REGISTERED_AS } from '#shared/notice/stages.ts';
import { type PrintJobInput, setJob } from '#shared/print/print-job.ts';
import type { Backend } from './backend.ts';
import { type Command, operand, requireEnding } from './command.ts';
import { isoToday } from './fund-options.ts';
import { PRINT_OPTIONS, readPrintChoices, readPrintJob } from './print-options.ts';

export const PRINT: Command = {
  name: 'print',
  operands: 'WORKBOOK OUT.pdf',
  count: [2, 2],
  summary: '打印成 .pdf：项目表、汇总表、差错清单、项目公示或一套附表（后两种也可写成 .xlsx）',
  options: PRINT_OPTIONS,
  async run(context) {
    const { args, backend, say } = context;
    const out = operand(context, 1);
    const { what } = readPrintChoices(args);
    requireEnding(out, what === 'notice' || what === 'set' ? ['.pdf', '.xlsx'] : ['.pdf']);
    const registers = args.flag('register');
    await backend.open(operand(context, 0), registers ? 'change' : 'read');
    const job = readPrintJob(args, await backend.call('reference.get', {}));
    const { sheets, notes } = await backend.call('print.preview', { job, to: 0 });
    const isSheet = out.toLowerCase().endsWith('.xlsx');
    // How pages come out matters to paper only.
    if (!isSheet || job.what !== 'set') for (const note of notes) say(note);
    const { token } = backend.grant(out);
    const register = async (): Promise<{ posting?: string }> => {
      if (!registers) return {};
      const { id } = await registerNotice(backend, job, isoToday(context));
      say('已登记到公示台账。');
      return { posting: id };
    };
    if (job.what === 'set' && isSheet) {
      const told = (await backend.call('export.set', { token, job: setJob.parse(job) })).notes;
      for (const note of told) say(note);
      say(`已写出一套附表：${out}`);
      return { status: 0, value: { file: out, what: job.what, notes: told } };
    }
    if (job.what === 'notice' && isSheet) {
      const cut = (await backend.call('export.notice', { token, job })).notes;
      for (const note of cut) say(note);
      say(`已写出公示：${out}`);
      return { status: 0, value: { file: out, what: job.what, notes: [...notes, ...cut], ...(await register()) } };
    }
    const drawn = (await backend.call('print.pdf', { token, job })).notes;
    for (const note of drawn) say(note);
    say(`已打印 ${sheets.length} 页到 ${out}`);
    const [first] = sheets;
    const paper = first && Math.max(...first) > 300 ? 'A3' : 'A4';
    const value = {
      file: out,
      what: job.what,
      paper: job.paper ?? paper,
      pages: sheets.length,
      notes: [...notes, ...drawn],
    };
    return { status: 0, value: { ...value, ...(await register()) } };
  },
};

/** Takes down in the register what was printed. */
async function registerNotice(backend: Backend, input: PrintJobInput, today: string): Promise<{ id: string }> {
  const job = noticeJob.parse(input);
  const stage = REGISTERED_AS[job.stage];
  return backend.call('notices.registerPrinted', { job, stage, level: postingStage(stage).level, today });
}
