// Changes to the choices of an import, each giving a new value. Only what the user decided is in them.

import type { ColumnMapping, ImportChoices } from '#shared/import/preview.ts';
import type { AmountUnit } from '#shared/values/parse-amount.ts';
import type { FoundSheet } from './table-words.ts';

/** Fields into which several columns of a sheet may go: their texts are gathered, parts of a source are added up. */
const MAY_REPEAT = /^(?:source:|cell:|town$|village$|note$|content$|goal$|unit$|department$|person$|phone$)/;

/** Maps a column; a column that held the field before is kept as 来源 only, since one field takes one column. */
export function chooseField(
  choices: ImportChoices,
  table: number,
  columns: readonly ColumnMapping[],
  letter: string,
  field: string | null,
): ImportChoices {
  const own: Record<string, string | null> = { ...choices.mapping?.[table], [letter]: field };
  if (field !== null && !MAY_REPEAT.test(field)) {
    for (const column of columns) {
      if (column.column !== letter && fieldOfColumn(choices, table, column) === field) own[column.column] = null;
    }
  }
  return { ...choices, mapping: { ...choices.mapping, [table]: own } };
}

/** The field of a column: as chosen, else as read. */
export function fieldOfColumn(choices: ImportChoices, table: number, column: ColumnMapping): string | null {
  const chosen = choices.mapping?.[table]?.[column.column];
  return chosen === undefined ? column.field : chosen;
}

export function chooseUnit(choices: ImportChoices, table: number, unit: AmountUnit): ImportChoices {
  return { ...choices, unit: { ...choices.unit, [table]: unit } };
}

export function chooseAnswer(choices: ImportChoices, question: string, value: string): ImportChoices {
  return { ...choices, answers: { ...choices.answers, [question]: value } };
}

/** Takes rows out of the import or back in. */
export function chooseRows(choices: ImportChoices, rows: readonly string[], isTaken: boolean): ImportChoices {
  const skipped = new Set(choices.skipRows);
  for (const row of rows) {
    if (isTaken) skipped.delete(row);
    else skipped.add(row);
  }
  return { ...choices, skipRows: [...skipped] };
}

/** Pairs rows with projects by hand; null makes a row a new project, undefined takes the choice back. */
export function choosePairs(
  choices: ImportChoices,
  pairs: readonly (readonly [row: string, project: string | null | undefined])[],
): ImportChoices {
  const next = { ...choices.pairs };
  for (const [row, project] of pairs) {
    if (project === undefined) delete next[row];
    else next[row] = project;
  }
  return { ...choices, pairs: next };
}

/** Takes a sheet in or leaves it out; `sheets` are all in which something may be read. */
export function chooseSheet(
  choices: ImportChoices,
  sheets: readonly FoundSheet[],
  { fileIndex, sheet }: Pick<FoundSheet, 'fileIndex' | 'sheet'>,
  isTaken: boolean,
): ImportChoices {
  const names = sheets
    .filter((other) => other.fileIndex === fileIndex)
    .filter((other) => (other.sheet === sheet ? isTaken : isSheetTaken(choices, other)))
    .map((other) => other.sheet);
  return { ...choices, sheets: { ...choices.sheets, [fileIndex]: names } };
}

/** Sheets are taken unless they are hidden or were left out. */
export function isSheetTaken(choices: ImportChoices, { fileIndex, sheet, isHidden }: FoundSheet): boolean {
  return choices.sheets?.[fileIndex]?.includes(sheet) ?? !isHidden;
}
