// Writing a report to the file of --out: .xlsx, .docx or .pdf by its ending.
import { type ReportChoice, reportPaper } from '#shared/reports/report.ts';
import type { CommandContext } from './command.ts';

export const REPORT_ENDINGS = ['.xlsx', '.docx', '.pdf'];
export const REPORT_OUT = { type: 'string', value: 'FILE', help: '另写成 .xlsx、.docx 或 .pdf' } as const;

export async function writeReport(
  { backend, say }: Pick<CommandContext, 'backend' | 'say'>,
  out: string,
  report: ReportChoice,
): Promise<void> {
  const { token } = backend.grant(out);
  if (out.toLowerCase().endsWith('.pdf')) {
    const { name, folder, notes } = await backend.call('print.pdf', {
      token,
      job: { what: 'report', report, paper: reportPaper(report) },
    });
    for (const note of notes) say(note);
    say(`已打印到 ${name}（${folder}）。`);
    return;
  }
  const { name, folder, notes } = await backend.call('export.report', { token, report });
  for (const note of notes) say(note);
  say(`已写到 ${name}（${folder}）。`);
}
