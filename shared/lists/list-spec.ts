// What a list of offices is: its columns as people head them, how a row is known again, and how it is drawn. Reader, table,
// dialog and command line follow from it; a new list is one such value.
import type { RecordValue } from '../records/kinds.ts';
import type { PlanData } from '../records/plan-data.ts';

export type ListId = 'task' | 'village-year' | 'listed-place' | 'linkage' | 'basis-document';

/** text: as written; wan, yuan: 分, typed in that unit; count: whole numbers. */
export type FieldKind = 'text' | 'count' | 'wan' | 'yuan' | 'year' | 'yes' | 'day' | 'choice';

/** A value as it is read or typed, before the schema of its record looks at it. */
export type ListValue = Readonly<Record<string, unknown>>;

export interface ListField {
  key: string;
  /** As the official form heads it. */
  label: string;
  /** Merged header above it. */
  group?: string;
  kind: FieldKind;
  /** Headers that mean it, folded, groups joined by ›; tried in the order of `readAs`, else of the fields. */
  words: RegExp;
  /** Of a choice: the words that it is stored by, and what else people write for them. */
  choices?: readonly string[];
  means?: readonly (readonly [words: RegExp, choice: string])[];
  /** What is counted: 户, 人. */
  counts?: string;
  isNarrow?: true;
  /** Several lines in a dialog. */
  isLong?: true;
  /** Not on the official form: in dialogs and sheets of others only. */
  isOffForm?: true;
}

/** Tells of the cell of a column; 'warning' where nothing else is said. */
export type TellCell = (key: string, message: string, level?: 'info' | 'warning' | 'error') => void;

export interface FinishRow {
  /** The text of a column, also of those that are no field. */
  text: (key: string) => string;
  tell: TellCell;
  data: PlanData;
  /** Words above the table and the name of its sheet. */
  title: string;
  /** What was said with the file: a year, the name of a list. */
  said: Said;
}

export interface Said {
  year?: number | null | undefined;
  list?: string | undefined;
}

export interface ListSpec<K extends ListId = ListId> {
  id: K;
  /** 任务分解及责任表. */
  name: string;
  /** 项 for tasks, 个 for places: 共 3 项任务. */
  noun: string;
  measure: string;
  fields: readonly ListField[];
  /** Columns that are no field and that `finish` reads. */
  others?: readonly (readonly [key: string, words: RegExp])[];
  /** Keys of fields and others in the order in which headers are tried, where it is not theirs. */
  readAs?: readonly string[];
  /** Columns that name a row: one without any of them is told and left out. */
  names: readonly string[];
  /** A sheet without one of these columns is another sheet. */
  needs: readonly string[];
  /** Fields that a row has from the row above where its own cell is empty. */
  carried?: readonly string[];
  /** One value a year: into a field of texts by year, or a row of its own for each year. */
  years?: { words: RegExp; key: string; isRowEach?: true; label: string; group: string };
  /** Rows of projects: the project is found by code, name and place. */
  isOfProjects?: true;
  /** Two rows of one key contradict each other. */
  isUnique?: true;
  /** Columns that must not come in at all. */
  refuses?: RegExp;
  /** Headers beside those of the form by which its header row is found, with blanks between. */
  vocabulary: string;
  /** Columns that say nothing and are not told. */
  silent: RegExp;
  keyOf: (value: ListValue, data: PlanData) => string;
  /** What a row says after all; null leaves it out (and it was told). */
  finish?: (value: ListValue, row: FinishRow) => ListValue | null;
  /** The value as the form shows it, by field. */
  shown?: (value: RecordValue<K>, data: PlanData) => Readonly<Partial<Record<string, string>>>;
}

/** Years that a header may name. */
export const YEAR = '((?:19|20)\\d{2})';

/** All words by which the header of a list is found. */
export function headersOf({ fields, vocabulary }: ListSpec): string[] {
  return [...fields.map(({ label }) => label), ...vocabulary.split(' ')];
}
