// Rule X07 put to the user: what the check of the columns found, as questions and problems, and which columns must
// wait for the answer.

import { cellAddress } from '../sheet/sheet.ts';
import { addFen, toFen, wanText, ZERO } from '../values/money.ts';
import { checkShift } from './check-shift.ts';
import { candidatesFor } from './column-candidates.ts';
import type { ColumnSums } from './column-sums.ts';
import { NEW_SOURCE, NEW_TOP_SOURCE, newSourceName, type WantedSource } from './new-sources.ts';
import type { ImportProblem, ImportQuestion } from './preview.ts';
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

export interface ShiftOutcome {
  /** Columns that are kept as 来源 only until what they are is answered. */
  dropped: ReadonlySet<ReadColumn>;
  /** Sources that the answers want the plan to have. */
  newSources: WantedSource[];
}

/** Asks what columns of unknown money are, and about figures that stand a column off. */
export function askAboutShift(shiftCase: ShiftCase): ShiftOutcome {
  const { sheet, table, kind, columns, sums, context, choices, questions, report } = shiftCase;
  const dropped = new Set<ReadColumn>();
  let isExplained = false;
  const newSources: WantedSource[] = [];
  for (const unknown of findUnknownMoney(kind, columns, sums, context)) {
    const { column } = unknown;
    if (isRival(column, shiftCase)) continue;
    const question = unknownMoneyQuestion(sheet, unknown, columns, context);
    const told = answerOf(question, choices);
    if (told === NEW_SOURCE || told === NEW_TOP_SOURCE)
      newSources.push({ name: newSourceName(column), isTop: told === NEW_TOP_SOURCE });
    if (told === KEEP) report(leftOutMoney(shiftCase, column));
    if (told === KEEP) dropped.add(column);
    if (told !== undefined) continue;
    questions.push(question);
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
  return { dropped, newSources };
}

const KEEP = 'keep';
/** Code of the problem that tells of money which somebody wanted left aside. */
export const MONEY_LEFT_OUT = 'money-left-out';

/** What was answered; without a person to ask, what holds for all such columns. */
function answerOf({ id, options }: ImportQuestion, { answers, funds }: TableChoices): string | undefined {
  const given = answers?.[id];
  if (given !== undefined || funds === undefined) return given;
  // A column without a name of its own may be a shifted one, which is no matter of sources.
  const fresh = options.find(({ value }) => value === NEW_SOURCE || value === NEW_TOP_SOURCE)?.value;
  return fresh !== undefined && funds === 'none' ? KEEP : fresh;
}

/** Which of two columns has a field is asked, or was answered, by itself. */
function isRival(column: ReadColumn, { columns, questions, choices, context }: ShiftCase): boolean {
  const { letter } = column;
  if (questions.some(({ id, options }) => id.startsWith('column:') && options.some(({ value }) => value === letter)))
    return true;
  return candidatesFor(column, context.words).some(
    ({ key }) => choices.answers?.[`column:${key}`] !== undefined && columns.some((other) => other.key === key),
  );
}

/** Money that somebody wanted left aside is named all the same, with its sum. */
function leftOutMoney({ sheet, table, sums }: ShiftCase, column: ReadColumn): Omit<ImportProblem, 'sheet'> {
  const sum = addFen(ZERO, ...Array.from(sums.values(column), toFen));
  const message = `“${sheet}”${column.letter} 列“${column.header}”的金额共 ${wanText(sum)} 万元，按要求只留作来源，没有导入。`;
  const cell = cellAddress(table.headerBottom, column.column);
  return { level: 'warning', code: MONEY_LEFT_OUT, cell, raw: column.header, message, proposal: '' };
}
