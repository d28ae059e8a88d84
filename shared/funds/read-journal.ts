// 支付明细, 凭证: a payment each at its own day. Where a monthly sheet has brought the same money as a difference, the
// payment takes its place: the cumulative figure of that sheet stays what it said.
import type { Day, Execution, Payment } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { TableReading } from '../import/reading.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import type { MonthKey } from './month-columns.ts';
import type { MonthChoices, MonthReading, MonthRow } from './month-reading.ts';
import type { OwnPayments } from './own-payments.ts';
import { readJournalDay } from './read-journal-day.ts';
import { cellProblem, type SheetLine } from './sheet-rows.ts';
import { absorb, isDifference, MONTH_NOTE, paidUntil } from './stated-totals.ts';

export interface JournalContext {
  result: MonthReading;
  own: OwnPayments;
  reading: TableReading;
  execution: Execution;
  choices: MonthChoices;
}

/** The same payment told again is known; one voucher number may be missing on either side. */
function knownPayments({ payments }: Execution) {
  const keyOf = (projectId: string, date: string, fen: number): string => [projectId, date, fen].join('|');
  const left = new Map<string, Payment[]>();
  for (const one of payments) {
    if (isDifference(one) || one.note === MONTH_NOTE) continue;
    const key = keyOf(one.projectId, one.date, one.amountFen);
    left.set(key, [...(left.get(key) ?? []), one]);
  }
  /** The known payment that a row speaks of, once; `isSure`: its voucher says so too. */
  return (projectId: string, date: string, fen: number, voucher: string): { isSure: boolean } | null => {
    const open = left.get(keyOf(projectId, date, fen)) ?? [];
    const same = open.findIndex((one) => one.voucher === voucher);
    const at = same >= 0 ? same : open.findIndex((one) => one.voucher === '' || voucher === '');
    if (at < 0) return null;
    open.splice(at, 1);
    return { isSure: same >= 0 };
  };
}

export interface Journal {
  /** A row: one payment at its own day. The same payment that is known already is not taken again. */
  take(line: SheetLine<MonthKey>, project: Project, amount: number | null, row: MonthRow): void;
  /** After all rows: sets them against what monthly sheets brought of the same money. */
  finish(): void;
}

interface Taken {
  date: Day;
  amount: number;
  line: SheetLine<MonthKey>;
}

const wan = (fen: number): string => formatWanFull(toFen(fen));

export function makeJournal(context: JournalContext): Journal {
  const { result, own, reading, execution, choices } = context;
  const { asOf } = choices;
  const knownOf = knownPayments(execution);
  const taken = new Map<Project, Taken[]>();
  return {
    take(line, project, amount, row) {
      if (amount === null || amount === 0) return;
      const text = line.text('date');
      const tell = (level: 'warning' | 'info', code: string, key: MonthKey, message: string): void => {
        result.problems.push(cellProblem(reading, level, code, line.address(key), line.text(key), message));
      };
      const date = readJournalDay(text, reading, asOf);
      if (date === undefined) {
        tell('warning', 'date-unparsed', 'date', `“${text}”不是日期，这一行没有读入，请写成 2026-11-30`);
        return;
      }
      if (date > asOf)
        tell('info', 'date-later', 'date', `${date} 在截至日 ${asOf} 之后，已读入，但截至日前的报表不计`);
      const voucher = line.text('voucher');
      row.saidFen = amount;
      const known = knownOf(project.id, date, amount, voucher);
      if (known) {
        if (!known.isSure) {
          const words = `“${project.name}”${date} 支付 ${wan(amount)} 万元已记过一笔，只有一处写了凭证号，当作同一笔，没有再记；确是两笔的请在“支付”页补录`;
          tell('warning', 'payment-same', 'each', words);
        }
        return;
      }
      row.differenceFen = amount;
      own.add({
        projectId: project.id,
        batchId: null,
        date,
        amountFen: toFen(amount),
        stage: '其他',
        payee: line.text('payee'),
        voucher,
        note: line.text('text'),
      });
      taken.set(project, [...(taken.get(project) ?? []), { date, amount, line }]);
    },
    finish() {
      const replaced = [...taken].map(([project, rows]) => replaceDifferences(context, project, rows));
      const sums = replaced.filter((fen) => fen !== 0);
      if (sums.length === 0) return;
      const sum = wan(sums.reduce((total, fen) => total + fen, 0));
      const message = `${sums.length} 个项目共 ${sum} 万元的支付，月报的累计数里已经有：改记这些逐笔的支付，月报的差额相应减少，累计数不变`;
      result.problems.push(cellProblem(reading, 'info', 'difference-replaced', '', '', message));
    },
  };
}

/** The payments of one project take the place of the differences that cover their days; gives how much. */
function replaceDifferences(
  { result, own, reading }: JournalContext,
  project: Project,
  rows: readonly Taken[],
): number {
  const totals = own.totalsOf(project.id);
  const heldAt = (day: Day) => totals.find(({ date }) => date >= day);
  const spans = Map.groupBy(rows, ({ date }) => heldAt(date)?.date ?? `${date.slice(0, 7)}-31`);
  let replaced = 0;
  for (const [end, inSpan] of spans) {
    const first = inSpan.reduce((least, { date }) => (date < least ? date : least), end);
    const amount = inSpan.reduce((sum, one) => sum + one.amount, 0);
    const covering = own
      .of(project.id)
      .filter(
        (one) =>
          one.date >= first &&
          one.date <= end &&
          (isDifference(one) || (one.note === MONTH_NOTE && one.date.slice(0, 7) === first.slice(0, 7))),
      );
    const { changed, left: over } = absorb(amount, covering);
    own.change(changed);
    // More than the sheet of that day knew of: the next one has it, so that its total stays right.
    const next = totals.find(({ date }) => date > end);
    const after = own
      .of(project.id)
      .filter((one) => isDifference(one) && one.date > end && one.date <= (next?.date ?? ''));
    const { changed: taken, left } = over > 0 ? absorb(over, after) : { changed: [], left: over };
    own.change(taken);
    replaced += amount - left;
    const held = totals.find(({ date }) => date === end);
    const last = inSpan.at(-1);
    if (over === 0 || !held || !last) continue;
    const sum = paidUntil(own.of(project.id), end);
    if (sum === held.fen) continue;
    const words = `“${project.name}”加上表上的支付，到 ${end} 已记 ${wan(sum)} 万元，而截至 ${end} 的月报累计是 ${wan(held.fen)} 万元，差 ${wan(sum - held.fen)} 万元；已照表读入，请核对是不是记重了`;
    const cell = last.line.address('each');
    result.problems.push(cellProblem(reading, 'warning', 'journal-over-stated', cell, last.line.text('each'), words));
  }
  return replaced;
}
