// 累计支付 or 本月支付 of one row of a monthly sheet to a payment. A sheet of an earlier day than one taken in before splits
// what that one brought: the totals stated for later days stay as they are.
import type { Project } from '../domain/project.ts';
import type { TableReading } from '../import/reading.ts';
import { formatWanFull, toFen } from '../values/money.ts';
import type { MonthKey } from './month-columns.ts';
import type { MonthChoices, MonthReading, MonthRow } from './month-reading.ts';
import type { OwnPayments } from './own-payments.ts';
import { cellProblem, type SheetLine } from './sheet-rows.ts';
import { absorb, differenceNote, isDifference, MONTH_NOTE, paidUntil, type StatedTotal } from './stated-totals.ts';

export interface PaidRow {
  result: MonthReading;
  own: OwnPayments;
  reading: TableReading;
  line: SheetLine<MonthKey>;
  project: Project;
  row: MonthRow;
  choices: MonthChoices;
  said: number | null;
  month: number | null;
}

const wan = (fen: number): string => formatWanFull(toFen(fen));

const tell = ({ result, reading, line }: PaidRow, key: MonthKey, code: string, words: string, proposal = ''): void => {
  result.problems.push(cellProblem(reading, 'warning', code, line.address(key), line.text(key), words, proposal));
};

/** Records what a row says; false where its figure was not taken, so that it states nothing either. */
export function takePaid(paid: PaidRow): boolean {
  const { said, month } = paid;
  if (said !== null) return takeTotal(paid, said, month);
  if (month !== null) takeMonth(paid, month);
  return true;
}

function takeTotal(paid: PaidRow, said: number, month: number | null): boolean {
  const { row, project, own, choices } = paid;
  const { asOf, takesFalls } = choices;
  const difference = said - row.knownFen;
  if (month !== null && difference !== month && difference !== 0) {
    tell(
      paid,
      'monthPaid',
      'month-differs',
      `本月支付 ${wan(month)} 万元，而累计 ${wan(said)} 万元减去已记的 ${wan(row.knownFen)} 万元是 ${wan(difference)} 万元，差 ${wan(difference - month)} 万元；按累计数记`,
    );
  }
  if (difference === 0) return true;
  if (difference < 0 && !takesFalls) {
    tell(
      paid,
      'paid',
      'paid-fell',
      `“${project.name}”累计支付 ${wan(said)} 万元，比截至 ${asOf} 已记的 ${wan(row.knownFen)} 万元少 ${wan(-difference)} 万元，累计数不应减少，这一格没有读入；确是退回的，请选“累计数减少的按退回记”`,
      `记一笔退回 ${wan(difference)} 万元`,
    );
    return false;
  }
  const later = own.totalsOf(project.id).find(({ date }) => date > asOf);
  if (later && !keepLater(paid, said, difference, later)) return false;
  row.differenceFen = difference;
  own.add(paymentOf(paid, difference, differenceNote(asOf)));
  return true;
}

/** Takes the difference out of what a later sheet brought; false where it does not fit into that. */
function keepLater(paid: PaidRow, said: number, difference: number, later: StatedTotal): boolean {
  const { own, project, choices, row } = paid;
  const { asOf, takesFalls } = choices;
  const between = own
    .of(project.id)
    .filter((one) => isDifference(one) && one.date > asOf && one.date <= later.date && one.amountFen !== 0);
  const { changed, left } = absorb(difference, between, takesFalls);
  if (left !== 0) {
    const isFall = said > later.fen;
    const why = isFall
      ? `后面截至 ${later.date} 的月报累计只有 ${wan(later.fen)} 万元，少 ${wan(said - later.fen)} 万元`
      : `截至 ${later.date} 的月报累计 ${wan(later.fen)} 万元已由别的支付记满，再记会多出 ${wan(left)} 万元`;
    const how = isFall ? '请核对两张表；确是退回的，请选“累计数减少的按退回记”' : '请核对支付明细的日期和金额';
    tell(
      paid,
      'paid',
      isFall ? 'paid-fell' : 'paid-beyond-later',
      `“${project.name}”截至 ${asOf} 累计支付 ${wan(said)} 万元，已记 ${wan(row.knownFen)} 万元，${why}；这一格没有读入。${how}`,
    );
    return false;
  }
  own.change(changed);
  row.movedFen = difference;
  return true;
}

/** A month's payments as a whole: what of them is known already is not recorded again. */
function takeMonth(paid: PaidRow, month: number): void {
  const { own, project, choices, row } = paid;
  const { asOf, takesFalls } = choices;
  const inMonth = own.of(project.id).filter(({ date }) => date.slice(0, 7) === asOf.slice(0, 7) && date <= asOf);
  const known = paidUntil(inMonth, asOf);
  const difference = month - known;
  if (difference === 0) return;
  const held = own.totalsOf(project.id).find(({ date }) => date >= asOf);
  if (held) {
    // The cumulative figure of that day, or of a later one, has this month in it.
    const span = own
      .of(project.id)
      .filter((one) => isDifference(one) && one.date >= `${asOf.slice(0, 7)}-01` && one.date <= held.date);
    const covered = Math.max(known, paidUntil(span, held.date));
    if (month >= 0 && month <= covered) return;
    tell(
      paid,
      'monthPaid',
      'month-over-stated',
      `“${project.name}”本月支付 ${wan(month)} 万元，而截至 ${held.date} 的月报累计 ${wan(held.fen)} 万元里这一段只有 ${wan(covered)} 万元，多 ${wan(month - covered)} 万元；没有读入，请核对两张表`,
    );
    return;
  }
  const before = inMonth.find(({ note }) => note === MONTH_NOTE);
  if (known === 0 && month < 0 && !takesFalls) {
    tell(
      paid,
      'monthPaid',
      'paid-fell',
      `“${project.name}”本月支付 ${wan(month)} 万元小于零，没有读入；确是退回的，请选“累计数减少的按退回记”`,
    );
    return;
  }
  if (known !== 0) {
    const words = `“${project.name}”本月支付 ${wan(month)} 万元，${asOf.slice(0, 7)} 已记 ${wan(known)} 万元，差 ${wan(difference)} 万元`;
    if (difference < 0 && !takesFalls) {
      tell(paid, 'monthPaid', 'paid-fell', `${words}，没有改；更正的请选“累计数减少的按退回记”`);
      return;
    }
    const how = before ? `原来的一笔改为 ${wan(before.amountFen + difference)} 万元` : '只记差额';
    tell(paid, 'monthPaid', 'month-corrected', `${words}；当作同一个月的更正，${how}，请核对是不是另外的支付`);
  }
  row.differenceFen = difference;
  if (before) own.change([{ ...before, amountFen: toFen(before.amountFen + difference) }]);
  else own.add(paymentOf(paid, difference, MONTH_NOTE));
}

const paymentOf = ({ project, choices }: PaidRow, fen: number, note: string) => ({
  projectId: project.id,
  batchId: null,
  date: choices.asOf,
  amountFen: toFen(fen),
  stage: '其他',
  payee: '',
  voucher: '',
  note,
});
