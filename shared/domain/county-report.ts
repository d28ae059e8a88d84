// 县级报送: what a county sent to the office above it, kept as it was said. Of each county the newest one counts; what the
// office above changed since then is the difference between it and the list (SPECS I1).
import type { Fen } from '../values/money.ts';
import type { Day } from './execution.ts';

/** A report that a newer one took the place of. */
export interface EarlierReport {
  mark: string;
  file: string;
  asOf: Day | null;
}

/** What of a report is told in lists. */
export interface CountyReportHead {
  /** Code of the county: there is one report of each. */
  id: string;
  /** Names of the files it came in. */
  files: readonly string[];
  /** The day it speaks of, as the sheets say it or as the workbook was saved; null: it says none. */
  asOf: Day | null;
  /** ISO time at which it was taken in. */
  at: string;
  /** 1 for the first report of the county. */
  number: number;
  projectCount: number;
  totalFen: Fen;
  /** Names its content: the same list once more has the same mark. */
  mark: string;
  /** Fund batches that came with it, by their ids. */
  batches: readonly string[];
  /** Those before it, the newest first. */
  earlier: readonly EarlierReport[];
}

export interface CountyReport extends CountyReportHead {
  /** The projects as the county said them, under their ids in the list here: JSON, packed. */
  content: string;
}
