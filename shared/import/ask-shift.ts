// Rule X07 put to the user: what the check of the columns found, as questions and problems, and which columns must
// wait for the answer.
import { checkShift, findHeaderless } from './check-shift.ts';
import type { ColumnSums } from './column-sums.ts';
import type { ImportQuestion } from './preview.ts';
import type { Report } from './problem-list.ts';
import type { TableContext } from './read-table.ts';
import type { FoundTable, ReadColumn, TableChoices, TableReading } from './reading.ts';
import { cellAddress } from './sheet.ts';

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
  const answer = choices.answers?.X07;
  const shift = checkShift(sheet, columns, sums, context.reference);
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
  for (const question of findHeaderless(sheet, columns, sums)) {
    if (choices.answers?.[question.id] !== undefined) continue;
    questions.push(question);
    const cell = `${question.id.slice('X07:'.length)}${table.headerBottom}`;
    report({ level: 'error', code: 'X07', cell, raw: '', message: question.message, proposal: '' });
  }
  return dropped;
}
