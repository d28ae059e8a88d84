// 支付明细, 凭证: a payment each at its own day.
import type { Execution } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { TableReading } from '../import/reading.ts';
import { toFen } from '../values/money.ts';
import { parseDay } from '../values/parse-day.ts';
import type { MonthKey } from './month-columns.ts';
import type { MonthChoices, MonthReading, MonthRow } from './month-reading.ts';
import { cellProblem, type SheetLine } from './sheet-rows.ts';

/** A row of a journal: one payment at its own day. The same payment that is known already is not taken again. */
export function makeJournal(
  result: MonthReading,
  reading: TableReading,
  execution: Execution,
  { asOf }: MonthChoices,
): (line: SheetLine<MonthKey>, project: Project, amount: number | null, row: MonthRow) => void {
  /** How many payments of this kind the workbook holds that no row of the sheet has spoken of yet. */
  const known = new Map<string, number>();
  const keyOf = (projectId: string, date: string, fen: number, voucher: string): string =>
    [projectId, date, fen, voucher].join('|');
  for (const { projectId, date, amountFen, voucher } of execution.payments) {
    const key = keyOf(projectId, date, amountFen, voucher);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return (line, project, amount, row) => {
    if (amount === null || amount === 0) return;
    const text = line.text('date');
    const date = parseDay(text, /^\d{5}/.test(text));
    if (date === undefined) {
      result.problems.push(
        cellProblem(
          reading,
          'warning',
          'date-unparsed',
          line.address('date'),
          text,
          `“${text}”不是日期，这一行没有读入，请写成 2026-11-30`,
        ),
      );
      return;
    }
    if (date > asOf) {
      result.problems.push(
        cellProblem(
          reading,
          'info',
          'date-later',
          line.address('date'),
          text,
          `${date} 在截至日 ${asOf} 之后，已读入，但截至日前的报表不计`,
        ),
      );
    }
    const voucher = line.text('voucher');
    row.saidFen = amount;
    const key = keyOf(project.id, date, amount, voucher);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    if (left > 0) return;
    row.differenceFen = amount;
    result.payments.push({
      projectId: project.id,
      batchId: null,
      date,
      amountFen: toFen(amount),
      stage: '其他',
      payee: line.text('payee'),
      voucher,
      note: line.text('text'),
    });
  };
}
