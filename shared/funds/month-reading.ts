// What is chosen before a monthly sheet is read, and what reading it gives.
import type { Payment, ProgressNote } from '../domain/execution.ts';
import type { Project } from '../domain/project.ts';
import type { ImportProblem } from '../import/preview.ts';
import type { ToldStep } from '../life/status-columns.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import type { ColumnQuestion } from './pick-column.ts';

export interface MonthChoices {
  /** The day up to which the sheet speaks. */
  asOf: string;
  unit: AmountUnit | null;
  pairs: ReadonlyMap<number, string | null>;
  /** A cumulative figure below what is known is money that came back, and is taken so. */
  takesFalls: boolean;
  /** Letters of columns that were chosen where several fit. */
  columns: readonly string[];
}

export interface MonthRow {
  row: number;
  name: string;
  project: Pick<Project, 'id' | 'name'> | null;
  candidates: readonly Pick<Project, 'id' | 'name'>[];
  /** Known up to the day, as the sheet has it, and the difference that is recorded; in 分. */
  knownFen: number;
  saidFen: number | null;
  differenceFen: number;
  /** What of it was taken out of the difference of a later month's sheet. */
  movedFen: number;
  percent: number | null;
  doneFen: number | null;
  /** 办理 to come in as 补录, in words. */
  steps: readonly string[];
}

export interface MonthReading {
  rows: MonthRow[];
  payments: Omit<Payment, 'id'>[];
  /** Payments of the workbook with another amount; 0: there is nothing left of it. */
  changed: Payment[];
  notes: Omit<ProgressNote, 'id'>[];
  steps: { projectId: string; step: ToldStep }[];
  /** Columns of which several fit: open ones are errors too. */
  questions: ColumnQuestion[];
  problems: ImportProblem[];
}
