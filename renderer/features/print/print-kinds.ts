// What can be printed, in words.
import type { PrintWhat } from '#shared/print/print-job.ts';

export const PRINT_NAMES: Readonly<Record<PrintWhat, string>> = {
  annex: '项目表',
  tables: '汇总表',
  findings: '差错清单',
  notice: '项目公示',
  report: '资金进度',
};
/** As short as the narrow panel needs. */
export const PRINT_TABS: Readonly<Record<PrintWhat, string>> = {
  annex: '项目表',
  tables: '汇总表',
  findings: '差错',
  notice: '公示',
  report: '资金',
};
export const PRINT_KINDS = Object.keys(PRINT_NAMES) as PrintWhat[];
