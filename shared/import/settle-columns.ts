// Settles what a table and its columns are: matched by header, corrected by the user's answers and the kind of the table.

import { cellText, type SheetView } from '../sheet/sheet-view.ts';
import { tableFacts } from './kinds/column-facts.ts';
import { takenAs } from './kinds/sheet-kinds.ts';
import { type ToldKind, tellKind } from './kinds/tell-kind.ts';
import { headingName } from './match-category.ts';
import { matchHeader } from './match-header.ts';
import { leadingOrdinal } from './ordinals.ts';
import type { ImportQuestion } from './preview.ts';
import type { TableContext } from './read-table.ts';
import type { ColumnKey, FoundTable, ReadColumn, TableChoices } from './reading.ts';
import { COUNTY_COLUMN, COUNTY_QUESTION } from './row-counties.ts';
import { kindByColumns, substituteAmount, substituteName } from './table-kind.ts';

/** Columns with their keys, after what the kind of the table asks for, and that kind. */
export function settleColumns(
  view: SheetView,
  table: FoundTable,
  context: TableContext,
  choices: TableChoices,
  questions: ImportQuestion[],
): { columns: ReadColumn[]; told: ToldKind } {
  const joined = unknownMoneyAnswers(choices);
  const chosen = { ...choices.mapping, ...answeredColumns(choices), ...joined };
  const match = matchHeader(view, table, context.words, chosen, new Set(Object.keys(joined)));
  const { columns } = match;
  const byWords = (): ToldKind =>
    tellByWords(view, table, context, Object.keys(chosen).length === 0 ? columns : undefined);
  const told: ToldKind = choices.kind
    ? {
        ...{ kind: choices.kind, reason: '人工选定', maybe: [], passOver: 'never' },
        ...(choices.tellsKind ? { byWords: byWords() } : {}),
      }
    : byWords();
  const taken = takenAs(told.kind);
  if (taken === 'projects' || taken === 'claims')
    for (const question of match.questions) if (choices.answers?.[question.id] === undefined) questions.push(question);
  if (taken !== 'projects') return { columns, told };
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
  return { columns, told };
}

/** The kind by what the sheet says; columns that a person left out or mapped otherwise do not change what it is. */
function tellByWords(
  view: SheetView,
  table: FoundTable,
  context: TableContext,
  matched: readonly ReadColumn[] | undefined,
): ToldKind {
  const columns = matched ?? matchHeader(view, table, context.words).columns;
  return tellKind(tableFacts(view, table, columns), kindByColumns(columns), () =>
    hasClassHeadings(view, table, context),
  );
}

/** Rows looked at for headings; those of a list begin early. */
const HEADING_ROWS = 60;

/** Two rows or more begin with the name of a class of the plan. */
function hasClassHeadings(view: SheetView, table: FoundTable, { finder }: TableContext): boolean {
  const found = new Set<string>();
  const start = view.indexOf(table.firstRow);
  for (const row of view.sheet.rows.slice(start, start + HEADING_ROWS)) {
    if (row.row > table.lastRow || found.size > 1) break;
    for (const cell of row.cells.slice(0, 2)) {
      const text = leadingOrdinal(cellText(cell))?.rest ?? cellText(cell).trim();
      const id = text === '' ? undefined : finder.find(headingName(text), null);
      if (id !== undefined) found.add(id);
    }
  }
  return found.size > 1;
}

/** What an answer about an unknown column may make of it. */
const MONEY_KEY = /^(?:total|source:.+|year:(?:\d{4}|before|later)|cell:\d{4}\|.+)$/;

/** The answers to "what is this column of money". */
function unknownMoneyAnswers({ answers = {} }: TableChoices): Record<string, ColumnKey> {
  const found: Record<string, ColumnKey> = {};
  for (const [id, key] of Object.entries(answers)) {
    const letter = /^X07:([A-Z]{1,3})$/.exec(id)?.[1];
    if (letter !== undefined && MONEY_KEY.test(key)) found[letter] = key;
  }
  return found;
}

/** The answer to "which of two columns": that column gets the field, the others none. */
function answeredColumns(choices: TableChoices): Record<string, ColumnKey> {
  const found: Record<string, ColumnKey> = {};
  for (const [id, letter] of Object.entries(choices.answers ?? {})) {
    if (id.startsWith('column:') && /^[A-Z]{1,3}$/.test(letter)) found[letter] = id.slice('column:'.length);
    const counties = id === COUNTY_QUESTION ? COUNTY_COLUMN.exec(letter)?.[1] : undefined;
    if (counties !== undefined) found[counties] = 'region';
  }
  return found;
}
