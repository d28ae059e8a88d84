// The tables of a money sheet, whatever their words make of them: each is kept as rows with its columns.
import { basename } from 'node:path';
import type { AsOfWords } from '#shared/funds/read-as-of.ts';
import { withHeaders } from '#shared/import/header-words.ts';
import type { ImportProblem } from '#shared/import/preview.ts';
import { readWorkbookNow, tableContext } from '#shared/import/read-workbook.ts';
import type { TableReading } from '#shared/import/reading.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { AppError } from '#shared/values/app-error.ts';
import { readBooks } from '../import/read-books.ts';

/** Words above a table and in its header, for the day up to which it speaks. */
export function dayWords({ title, sheet, source, keptLines, headerRows }: TableReading): AsOfWords {
  const kept = new Set(keptLines);
  const headers = new Set(headerRows);
  const wordsOf = (wanted: (row: number) => boolean): string[] =>
    source.rows
      .filter(({ row }) => kept.has(row) && wanted(row))
      .flatMap(({ cells }) => cells.map(({ value }) => value?.text ?? ''));
  return {
    titles: [title, ...wordsOf((row) => !headers.has(row)), sheet],
    headers: wordsOf((row) => headers.has(row)),
  };
}

/** Sheets of the file that were not read at all. */
const LEFT_OUT: ReadonlySet<string> = new Set(['hidden-sheet', 'no-table']);

/**
 * Reads a file as sheets of one kind, with what is to be said of those left out; `headers` are words that head its columns
 * beside those of all sheets. Errors (AppError): those of reading a spreadsheet; no-table-found where it holds
 * no table.
 */
export async function readMoneySheets(
  { plan, reference, projects }: PlanData,
  path: string,
  kind: 'progress' | 'funds' | 'notices' | 'changes' | 'assets' | 'indicators',
  headers: readonly string[] = [],
): Promise<{ readings: TableReading[]; remarks: ImportProblem[] }> {
  const [book] = await readBooks([path], new AbortController().signal, () => {});
  if (!book?.data) throw new AppError('cannot-read', book?.fault ?? `“${basename(path)}”读不出来。`);
  const context = tableContext(plan, reference, projects);
  const vocabulary = withHeaders(context.vocabulary, headers);
  const { tables, problems } = readWorkbookNow(
    book.data,
    { ...context, vocabulary },
    {
      tableChoices: () => ({ kind, tellsKind: true }),
    },
  );
  if (tables.length === 0) {
    throw new AppError(
      'no-table-found',
      `“${book.name}”里没有找到表头。请确认第一行或前几行是“项目名称”“已支付”“文号”“公示事项”“变更前”“资产名称”“指标”这样的列名。`,
    );
  }
  return {
    readings: tables.map(({ reading }) => reading),
    remarks: problems.filter(({ code }) => LEFT_OUT.has(code)),
  };
}

/** Errors of figures, not of a sheet of another kind. */
const STANDING: ReadonlySet<string> = new Set(['unit-suspect', 'amount-merged', 'column-unclear', 'as-of-unclear']);

/** A table that could not be read stands not in the way of another of the file that could: its words stay, as a warning. */
export function settleErrors<R extends { problems: ImportProblem[] }>(
  results: readonly R[],
  isGood: (one: R) => boolean,
): void {
  if (!results.some(isGood)) return;
  for (const { problems } of results.filter((one) => !isGood(one))) {
    problems.forEach((problem, index) => {
      if (problem.level === 'error' && !STANDING.has(problem.code)) problems[index] = { ...problem, level: 'warning' };
    });
  }
}

/** Refuses what cannot be taken in, with the first sentence. */
export function assertTaken(problems: readonly ImportProblem[]): void {
  const error = problems.find(({ level }) => level === 'error');
  if (error) throw new AppError('invalid-input', error.message, { problems });
}
