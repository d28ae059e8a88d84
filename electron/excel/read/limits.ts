// The one table of limits for reading other people's files: what exceeds them is refused with a sentence, never cut off.
import { CELL_TEXT_LIMIT } from '#shared/values/cell-limit.ts';

export interface ReadLimits {
  /** Size of the file itself. */
  fileBytes: number;
  /** So much of a text table is in memory at a time, more only where a single line has more. */
  pieceBytes: number;
  /** Parts inside a zip. */
  entries: number;
  /** Inflated size of one part, and of all parts together. */
  partBytes: number;
  inflatedBytes: number;
  /** Inflated : compressed of one part; ordinary sheets have 7 to 9, blank formatted rows some 30. */
  ratio: number;
  /** Inflated size from which the ratio says something: small parts may be all blanks. */
  ratioFromBytes: number;
  /** Open elements around one another in XML, and tables inside cells of tables in HTML. */
  depth: number;
  nestedTables: number;
  /** Longest tag or text piece of XML that is kept waiting for its end; Excel's longest cell needs 0.3 MB. */
  tokenBytes: number;
  /** Cells with content, in all sheets together. */
  cells: number;
  /** Characters of all different texts together: what stays in memory. */
  characters: number;
  /** Characters of one cell; Excel's own bound, which programs that write CSV or ODS do not know. */
  cellCharacters: number;
  sharedStrings: number;
  /** Merged ranges of one sheet. */
  merges: number;
  /** Cells looked at for all merges of a sheet together; only absurdly overlapping merges need more. */
  mergeSteps: number;
  sheets: number;
  /** Largest row and column number; Excel's own bounds. */
  rows: number;
  columns: number;
  /** Size of a file of Excel 95 or older, which has at most 16,384 rows. */
  oldFileBytes: number;
  /** Wall time of one file, and old-generation heap of the worker that reads it. */
  milliseconds: number;
  heapMegabytes: number;
}

const MB = 1024 * 1024;

/** 60,000 rows x 45 columns pass. Tests give smaller ones, so that no input of theirs is large, deep or a liar by much. */
export const DEFAULT_READ_LIMITS: Readonly<ReadLimits> = {
  fileBytes: 100 * MB,
  pieceBytes: MB / 4,
  entries: 2_000,
  partBytes: 400 * MB,
  inflatedBytes: 700 * MB,
  ratio: 100,
  ratioFromBytes: MB,
  depth: 256,
  nestedTables: 50,
  tokenBytes: 4 * MB,
  cells: 3_000_000,
  characters: 60_000_000,
  cellCharacters: CELL_TEXT_LIMIT,
  sharedStrings: 2_000_000,
  merges: 20_000,
  mergeSteps: 100_000_000,
  sheets: 500,
  rows: 1_048_576,
  columns: 16_384,
  oldFileBytes: 16 * MB,
  milliseconds: 60_000,
  heapMegabytes: 512,
};

/** The limits of one read with what never changes during it. */
export interface ReadBudget extends ReadLimits {
  /** Date.now() at which reading gives up. */
  deadline: number;
}

export function startBudget(limits: Partial<ReadLimits> = {}): ReadBudget {
  const merged = { ...DEFAULT_READ_LIMITS, ...limits };
  return { ...merged, deadline: Date.now() + merged.milliseconds };
}
