// Settles for each amount of a money sheet which of its columns is meant (pick-column.ts), and says so.
import { headerOf } from '../import/header-words.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { TableReading } from '../import/reading.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import { type ColumnQuestion, type Picked, pickColumn } from './pick-column.ts';
import { cellProblem, type SheetColumns, unitOf } from './sheet-rows.ts';

export interface PickedAmounts<Key extends string> {
  spans: Partial<Record<Key, Picked['span']>>;
  questions: ColumnQuestion[];
}

/** What is looked for, as questions call it. */
const LABELS: Readonly<Record<string, string>> = {
  paid: '累计支付',
  monthPaid: '本月支付',
  each: '支付金额',
  done: '完成投资',
  settled: '结算价',
  amount: '金额',
  added: '本次分配',
};

/** Puts the chosen columns into `columns`; an open question is an error among the problems. */
export function pickAmounts<Key extends string>(
  reading: TableReading,
  columns: SheetColumns<Key>,
  keys: readonly Key[],
  { unit, chosen, problems }: { unit: AmountUnit | null; chosen: readonly string[]; problems: ImportProblem[] },
): PickedAmounts<Key> {
  const picked: PickedAmounts<Key> = { spans: {}, questions: [] };
  for (const key of keys) {
    const candidates = columns.fits[key] ?? [];
    const [first] = candidates;
    if (!first) continue;
    const label = LABELS[key] ?? headerOf(first);
    const pick = pickColumn(reading, candidates, { label, unit: unitOf(reading, first, unit), chosen });
    const [column, ...more] = pick.columns;
    if (column) columns.of[key] = column;
    if (column && more.length > 0) columns.parts.set(column, pick.columns);
    columns.others = columns.others.filter((one) => !candidates.includes(one));
    picked.spans[key] = pick.span;
    if (pick.question) picked.questions.push(pick.question);
    if (pick.remark === '') continue;
    const isOpen = column === undefined;
    const cell = isOpen ? '' : `${column.letter}${reading.headerRows[0] ?? 1}`;
    problems.push(
      cellProblem(
        reading,
        isOpen ? 'error' : 'info',
        isOpen ? 'column-unclear' : 'column-chosen',
        cell,
        headerOf(first),
        pick.remark,
      ),
    );
  }
  return picked;
}
