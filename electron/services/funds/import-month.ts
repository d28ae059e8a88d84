// 月报 and 支付明细 from spreadsheets: looked at first, then taken in as one undo step.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Execution, Payment, ProgressNote } from '#shared/domain/execution.ts';
import { applyMonth } from '#shared/funds/apply-month.ts';
import type { MonthReading } from '#shared/funds/month-reading.ts';
import { readAsOf } from '#shared/funds/read-as-of.ts';
import { readMonth } from '#shared/funds/read-month.ts';
import { cellProblem } from '#shared/funds/sheet-rows.ts';
import { saysOfWork } from '#shared/funds/stated-totals.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import type { TableReading } from '#shared/import/reading.ts';
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
  columns: readonly string[];
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
  questions: MonthReading['questions'];
  problems: ImportProblem[];
}

/** What a file brings, by id; null: there is nothing left of it. */
interface MonthFacts {
  payments: ReadonlyMap<string, Payment | null>;
  notes: readonly ProgressNote[];
  steps: MonthReading['steps'];
}

interface Planned extends MonthImport {
  facts: MonthFacts;
}

/** The day up to which each table speaks: as chosen, else as it says itself, else as the others agree, else today. */
function chooseDays(
  readings: readonly TableReading[],
  { asOf, today }: Pick<MonthOptions, 'asOf' | 'today'>,
): { days: string[]; asOfReason: string; remarks: ImportProblem[] } {
  if (asOf !== null) return { days: readings.map(() => asOf), asOfReason: '选定', remarks: [] };
  const read = readings.map((reading) => readAsOf(dayWords(reading)));
  const told = [...new Set(read.flatMap((one) => (one.kind === 'day' ? [one.day] : [])))].sort();
  const [only] = told;
  const remarks: ImportProblem[] = [];
  const days = readings.map((reading, index) => {
    const one = read[index] ?? { kind: 'none' };
    if (one.kind === 'day') {
      const message = `表上的截至日 ${one.day} 在今天 ${today} 之后，已照表按 ${one.day} 记，请核对；不对的请选定截至日（命令行用 --as-of）`;
      if (one.day > today) remarks.push(cellProblem(reading, 'warning', 'as-of-later', '', one.day, message));
      return one.day;
    }
    if (told.length > 1) {
      const message = `文件里几张表的截至日不同（${told.join('、')}），这一张没有写，不知道是哪一天；请在表上写明“截至某年某月某日”，或只留一张表，再导入`;
      remarks.push(cellProblem(reading, 'error', 'as-of-unclear', '', '', message));
    } else if (one.kind === 'unreadable') {
      const used = only ?? today;
      const message = `表上写了“${one.text}”，看不出截至哪一天，按${only === undefined ? '今天' : '另一张表的'} ${used} 记；请选定截至日（命令行用 --as-of）`;
      remarks.push(cellProblem(reading, 'warning', 'as-of-unread', '', one.text, message));
    }
    return only ?? today;
  });
  const unread = read.find((one) => one.kind === 'unreadable');
  const asOfReason =
    told.length > 1
      ? `各表所写：${told.join('、')}`
      : told.length === 1
        ? '表题所写'
        : unread?.kind === 'unreadable'
          ? `表上写的“${unread.text}”没有读懂，按今天`
          : '表上没有写截至日，按今天';
  return { days, asOfReason, remarks };
}

async function plan(session: Session, path: string, options: MonthOptions): Promise<Planned> {
  const data = session.planData();
  const { readings, remarks: told } = await readMoneySheets(data, path, 'progress');
  const { days, asOfReason, remarks } = chooseDays(readings, options);
  const results: MonthReading[] = [];
  const before = session.execution();
  let execution = before;
  const { pairs, unit, takesFalls, columns } = options;
  // The earliest first: each sheet brings what is new since the one before.
  const order = readings.map((_, index) => index).sort((a, b) => ((days[a] ?? '') < (days[b] ?? '') ? -1 : a - b));
  for (const index of order) {
    const reading = readings[index] as TableReading;
    const asOf = days[index] ?? options.today;
    const result = readMonth(data, execution, reading, { asOf, unit, pairs, takesFalls, columns });
    results[index] = result;
    execution = applyMonth(execution, result, basename(path), randomUUID);
  }
  settleErrors(results, ({ rows }) => rows.length > 0);
  const facts = newFacts(before, execution, results);
  const rows = results.flatMap((one) => one.rows);
  return {
    asOf: days.toSorted().at(-1) ?? options.today,
    asOfReason,
    rows,
    payments: rows.filter(({ differenceFen }) => differenceFen !== 0).length,
    notes: facts.notes.filter(saysOfWork).length,
    steps: facts.steps.length,
    amountFen: rows.reduce((sum, { differenceFen }) => sum + differenceFen, 0),
    questions: results.flatMap(({ questions }) => questions),
    problems: [...told, ...remarks, ...results.flatMap(({ problems }) => problems)],
    facts,
  };
}

function newFacts(before: Execution, after: Execution, results: readonly MonthReading[]): MonthFacts {
  const known = new Map(before.payments.map((payment) => [payment.id, payment]));
  const kept = new Set(after.payments.map(({ id }) => id));
  const there = new Set(before.notes.map(({ id }) => id));
  return {
    payments: new Map<string, Payment | null>([
      ...before.payments.filter(({ id }) => !kept.has(id)).map(({ id }) => [id, null] as const),
      ...after.payments.filter((payment) => known.get(payment.id) !== payment).map((one) => [one.id, one] as const),
    ]),
    notes: after.notes.filter(({ id }) => !there.has(id)),
    steps: results.flatMap(({ steps }) => steps),
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
  if (facts.payments.size + facts.notes.length + facts.steps.length > 0) {
    const label = `导入“${basename(path)}”（截至 ${rest.asOf}）：支付 ${rest.payments} 笔 ${formatWanFull(toFen(rest.amountFen))} 万元，进度 ${rest.notes} 条${facts.steps.length > 0 ? `，补录办理 ${facts.steps.length} 步` : ''}`;
    session.change('pay.import', label, (tx) => {
      for (const [id, payment] of facts.payments) tx.put('payment', id, payment);
      for (const note of facts.notes) tx.put('progressNote', note.id, note);
      for (const { projectId, step } of facts.steps) writeSteps(tx, [step], projectId, basename(path));
    });
  }
  return rest;
}
