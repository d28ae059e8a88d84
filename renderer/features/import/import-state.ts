// What the import page remembers while it is at work. It outlives the page: a planner may look something up in the
// 项目表 and come back to the same preview.
import type { ImportChoices, ImportOutcome, ImportPreview, ImportQuestion } from '#shared/import/preview.ts';
import type { FoundSheet } from './table-words.ts';

/** start: nothing chosen; reading: files are being read; preview: to be looked at; committing; done: taken in. */
export type ImportStage = 'start' | 'reading' | 'preview' | 'committing' | 'done';

export type ImportTab = 'questions' | 'counties' | 'columns' | 'rows' | 'duplicates' | 'problems';

export type RowAction = ImportPreview['rows'][number]['action'];

/** A file that did not get as far as the reader, and why. */
export interface RefusedFile {
  file: string;
  message: string;
}

export interface ImportDone {
  outcome: ImportOutcome;
  files: readonly string[];
  /** The change set that holds this import; null where nothing was changed. */
  changeSetId: number | null;
  /** What did not come in, in sentences. */
  leftOut: readonly string[];
}

export interface ImportState {
  stage: ImportStage;
  /** Names of the files under way or shown. */
  files: readonly string[];
  refused: readonly RefusedFile[];
  preview: ImportPreview | null;
  /** Questions asked so far, the answered ones too. */
  questions: readonly ImportQuestion[];
  /** All sheets with tables, those left out too. */
  sheets: readonly FoundSheet[];
  choices: ImportChoices;
  /** The shown figures do not yet answer to the latest choices. */
  isAdjusting: boolean;
  /** Stays until it is closed. */
  error: string | null;
  /** Index of the table whose columns are shown. */
  table: number;
  tab: ImportTab;
  /** null: rows of all kinds. */
  action: RowAction | null;
  /** What the rows that were left out would have been: they stay in sight under that filter. */
  left: Readonly<Record<string, RowAction>>;
  /** `${table}:${row}` of the row whose changes are shown in full. */
  row: string | null;
  done: ImportDone | null;
}

export const START: ImportState = {
  stage: 'start',
  files: [],
  refused: [],
  preview: null,
  questions: [],
  sheets: [],
  choices: {},
  isAdjusting: false,
  error: null,
  table: 0,
  tab: 'columns',
  action: null,
  left: {},
  row: null,
  done: null,
};
