// Settles what the columns of a table are: matched by header, corrected by the user's answers and the kind of the table.
import { matchHeader } from './match-header.ts';
import type { ImportQuestion } from './preview.ts';
import type { TableContext } from './read-table.ts';
import type { ColumnKey, FoundTable, ReadColumn, TableChoices, TableReading } from './reading.ts';
import type { SheetView } from './sheet-view.ts';
import { kindByColumns, substituteAmount, substituteName } from './table-kind.ts';

/** Columns with their keys, after what the kind of the table asks for. */
export function settleColumns(
  view: SheetView,
  table: FoundTable,
  context: TableContext,
  choices: TableChoices,
  questions: ImportQuestion[],
): { columns: ReadColumn[]; byKind: TableReading['kind'] } {
  const match = matchHeader(view, table, context.words, { ...choices.mapping, ...answeredColumns(choices) });
  const { columns } = match;
  for (const question of match.questions) if (choices.answers?.[question.id] === undefined) questions.push(question);
  const byKind = kindByColumns(columns);
  if (byKind === 'summary') return { columns, byKind };
  for (const column of columns) {
    // In a list of projects a year column is the project's period, and crosstab words are no columns of ours.
    if (column.key === 'yearLabel')
      column.key = columns.some((other) => other.key?.startsWith('period')) ? null : 'period';
    if (/^(?:region|category):/.test(column.key ?? '')) column.key = null;
  }
  const amount = substituteAmount(view.sheet.name, columns, choices.answers?.total);
  if (amount) {
    if (amount.column)
      Object.assign(amount.column, { key: 'total', confidence: 0.6, reason: '表中唯一像金额的数字列' });
    if (amount.question) questions.push(amount.question);
  }
  if (!columns.some((column) => column.key === 'name')) {
    const found = substituteName(view.sheet.name, columns, choices.answers?.name);
    if (found) {
      found.column.key = 'name';
      found.column.reason = '没有项目名称列，暂用这一列';
      found.column.confidence = Math.min(found.column.confidence || 0.6, 0.6);
      if (found.question) questions.push(found.question);
    }
  }
  return { columns, byKind };
}

/** What an answer about an unknown column may make of it. */
const MONEY_KEY = /^(?:total|source:.+|year:\d{4})$/;

/** The answer to "which of two columns": that column gets the field, the others none; and to "what is this column". */
function answeredColumns(choices: TableChoices): Record<string, ColumnKey> {
  const found: Record<string, ColumnKey> = {};
  for (const [id, letter] of Object.entries(choices.answers ?? {})) {
    if (id.startsWith('column:') && /^[A-Z]{1,3}$/.test(letter)) found[letter] = id.slice('column:'.length);
    const unknown = /^X07:([A-Z]{1,3})$/.exec(id)?.[1];
    if (unknown !== undefined && MONEY_KEY.test(letter)) found[unknown] = letter;
  }
  return found;
}
