// 月报 and 支付明细 from spreadsheets: looked at first, then taken in as one undo step.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { MonthReading } from '#shared/funds/month-reading.ts';
import { readAsOf } from '#shared/funds/read-as-of.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { cellProblem } from '#shared/funds/sheet-rows.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import type { TableReading } from '#shared/import/reading.ts';
import { backfilledEvent } from '#shared/life/status-columns.ts';
import { formatWanFull, toFen } from '#shared/values/money.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';
import { writeSteps } from '../import/backfill-steps.ts';
import type { Session } from '../session.ts';
import { assertTaken, dayWords, readMoneySheets, settleErrors } from './read-sheets.ts';

export interface MonthOptions {
  /** null: the day that the title names, else `today`. */
  asOf: string | null;
  today: string;
  unit: AmountUnit | null;
  pairs: ReadonlyMap<number, string | null>;
  takesFalls: boolean;
}

export interface MonthImport {
  asOf: string;
  /** Where the day comes from, in Chinese. */
  asOfReason: string;
  rows: MonthReading['rows'];
  payments: number;
  notes: number;
  /** 办理 that come in as 补录. */
  steps: number;
  amountFen: number;
  problems: ImportProblem[];
}

interface Planned extends MonthImport {
  facts: Pick<MonthReading, 'payments' | 'notes' | 'steps'>;
}

/** The day up to which a file speaks: as chosen, else as its first sheet with a day says, else today. */
function chooseDay(
  readings: readonly TableReading[],
  { asOf, today }: Pick<MonthOptions, 'asOf' | 'today'>,
): { asOf: string; asOfReason: string; remarks: ImportProblem[] } {
  if (asOf !== null) return { asOf, asOfReason: '选定', remarks: [] };
  const days = readings.map((reading) => ({ reading, read: readAsOf(dayWords(reading)) }));
  for (const { reading, read } of days) {
    if (read.kind !== 'day') continue;
    const { day } = read;
    const message = `表上的截至日 ${day} 在今天 ${today} 之后，已照表按 ${day} 记，请核对；不对的请选定截至日（命令行用 --as-of）`;
    const remarks = day > today ? [cellProblem(reading, 'warning', 'as-of-later', '', day, message)] : [];
    return { asOf: day, asOfReason: '表题所写', remarks };
  }
  for (const { reading, read } of days) {
    if (read.kind !== 'unreadable') continue;
    const message = `表上写了“${read.text}”，看不出截至哪一天，按今天 ${today} 记；请选定截至日（命令行用 --as-of）`;
    const remarks = [cellProblem(reading, 'warning', 'as-of-unread', '', read.text, message)];
    return { asOf: today, asOfReason: `表上写的“${read.text}”没有读懂，按今天`, remarks };
  }
  return { asOf: today, asOfReason: '表上没有写截至日，按今天', remarks: [] };
}

async function plan(session: Session, path: string, options: MonthOptions): Promise<Planned> {
  const data = session.planData();
  const readings = await readMoneySheets(data, path, 'progress');
  const { asOf, asOfReason, remarks } = chooseDay(readings, options);
  const results: MonthReading[] = [];
  let execution = session.execution();
  for (const reading of readings) {
    const { pairs, unit, takesFalls } = options;
    const result = readMonth(data, execution, reading, { asOf, unit, pairs, takesFalls });
    results.push(result);
    const own = (prefix: string, index: number): string => `new:${prefix}:${results.length}:${index}`;
    execution = {
      ...execution,
      payments: [...execution.payments, ...result.payments.map((one, index) => ({ ...one, id: own('p', index) }))],
      notes: [...execution.notes, ...result.notes.map((one, index) => ({ ...one, id: own('n', index) }))],
      events: [
        ...execution.events,
        ...result.steps.map(({ projectId, step }, index) => ({
          ...backfilledEvent(step, basename(path)),
          id: own('e', index),
          projectId,
        })),
      ],
    };
  }
  settleErrors(results, ({ rows }) => rows.length > 0);
  const facts = {
    payments: results.flatMap(({ payments }) => payments),
    notes: results.flatMap(({ notes }) => notes),
    steps: results.flatMap(({ steps }) => steps),
  };
  return {
    asOf,
    asOfReason,
    rows: results.flatMap(({ rows }) => rows),
    payments: facts.payments.length,
    notes: facts.notes.length,
    steps: facts.steps.length,
    amountFen: facts.payments.reduce<number>((sum, { amountFen }) => sum + amountFen, 0),
    problems: [...remarks, ...results.flatMap(({ problems }) => problems)],
    facts,
  };
}

/** What a monthly sheet would bring; nothing is written. */
export async function inspectMonth(session: Session, path: string, options: MonthOptions): Promise<MonthImport> {
  const { facts: _, ...rest } = await plan(session, path, options);
  return rest;
}

/** Takes it in. Errors (AppError): invalid-input with the problems where one of them stands in the way. */
export async function importMonth(session: Session, path: string, options: MonthOptions): Promise<MonthImport> {
  const { facts, ...rest } = await plan(session, path, options);
  assertTaken(rest.problems);
  if (facts.payments.length + facts.notes.length + facts.steps.length > 0) {
    const label = `导入“${basename(path)}”（截至 ${rest.asOf}）：支付 ${facts.payments.length} 笔 ${formatWanFull(toFen(rest.amountFen))} 万元，进度 ${facts.notes.length} 条${facts.steps.length > 0 ? `，补录办理 ${facts.steps.length} 步` : ''}`;
    session.change('pay.import', label, (tx) => {
      for (const payment of facts.payments) {
        const id = randomUUID();
        tx.put('payment', id, { ...payment, id });
      }
      for (const note of facts.notes) {
        const id = randomUUID();
        tx.put('progressNote', id, { ...note, id });
      }
      for (const { projectId, step } of facts.steps) writeSteps(tx, [step], projectId, basename(path));
    });
  }
  return rest;
}
