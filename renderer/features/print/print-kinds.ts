// What can be printed, in words.
import type { PrintJob, PrintWhat } from '#shared/print/print-job.ts';
import { REPORT_NAMES } from '#shared/reports/report.ts';

/** In the order in which they are offered. */
export const PRINT_NAMES: Readonly<Record<PrintWhat, string>> = {
  set: '一套附表',
  annex: '项目表',
  tables: '汇总表',
  findings: '差错清单',
  notice: '项目公示',
  report: '各类报表',
};
export const PRINT_KINDS = Object.keys(PRINT_NAMES) as PrintWhat[];

/** What a job makes, as files are named: a report by its own name. */
export function nameOfJob(job: PrintJob): string {
  return job.what === 'report' ? REPORT_NAMES[job.report.kind] : PRINT_NAMES[job.what];
}
