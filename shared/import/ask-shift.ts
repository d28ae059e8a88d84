// Rule X07 put to the user: what the check of the columns found, as questions and problems, and which columns must
// wait for the answer.

import { cellAddress } from '../sheet/sheet.ts';
import { checkShift } from './check-shift.ts';
import type { ColumnSums } from './column-sums.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { TableContext } from './read-table.ts';
import type { FoundTable, ReadColumn, TableChoices, TableReading } from './reading.ts';
import { findUnknownMoney, unknownMoneyQuestion } from './unknown-money.ts';

export interface ShiftCase {
  sheet: string;
  table: FoundTable;
  kind: TableReading['kind'];
  columns: readonly ReadColumn[];
  sums: ColumnSums;
  context: TableContext;
  choices: TableChoices;
  questions: ImportQuestion[];
  report: Report;
}

/** Asks, and returns the columns that are kept as 来源 only until it is answered. */
export function askAboutShift(shiftCase: ShiftCase): ReadonlySet<ReadColumn> {
  const { sheet, table, kind, columns, sums, context, choices, questions, report } = shiftCase;
  const dropped = new Set<ReadColumn>();
  let isExplained = false;
  for (const unknown of findUnknownMoney(kind, columns, sums, context)) {
    const question = unknownMoneyQuestion(sheet, unknown, context);
    if (choices.answers?.[question.id] !== undefined) continue;
    questions.push(question);
    const { column } = unknown;
    // It has no key yet; that it is unmapped has been said with this.
    dropped.add(column);
    isExplained ||= unknown.isProven && column.path.length > 0;
    const cell = cellAddress(table.headerBottom, column.column);
    report({ level: 'error', code: 'X07', cell, raw: column.header, message: question.message, proposal: '' });
  }
  const answer = choices.answers?.X07;
  // Where an unknown column explains the difference, asking about that one is enough.
  const shift = isExplained ? undefined : checkShift(sheet, columns, sums, context.reference);
  if (shift) {
    // Where the sums prove a shift, or nothing but the header speaks for a summary, the columns are left aside.
    const isDropped = answer === 'drop' || (answer !== 'keep' && (shift.isProven || kind === 'summary'));
    if (isDropped) for (const column of shift.columns) dropped.add(column);
    if (answer === undefined) {
      questions.push({ ...shift.question, assumed: kind === 'summary' ? 'drop' : shift.isProven ? null : 'keep' });
      report({
        level: shift.isProven ? 'error' : 'warning',
        code: 'X07',
        cell: cellAddress(table.headerBottom, shift.columns[0]?.column ?? 1),
        raw: shift.columns.map((column) => column.header).join('、'),
        message: `${shift.question.message}${isDropped ? '在此之前，这几列只留作来源。' : ''}`,
        proposal: '',
      });
    }
  }
  return dropped;
}
