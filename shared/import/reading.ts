// What reading a table of a sheet gives: its columns and what they mean, its projects, its claims, and what could not
// be read. Plain values; raw texts stay in the sheet's own cells and are looked up on demand.
import type { Claim } from '../domain/claims.ts';
import type { Amounts, Project } from '../domain/project.ts';
import type { ToldStep } from '../life/status-columns.ts';
import type { SheetCell, SheetData } from '../sheet/sheet.ts';
import type { AmountUnit } from '../values/parse-amount.ts';
import type { SheetKind, TableKind } from './kinds/sheet-kinds.ts';
import type { WantedSource } from './new-sources.ts';
import type { ImportProblem, ImportQuestion } from './preview.ts';

/**
 * What a column of a sheet is read as. A key of the project list ('name', 'total', 'source:fiscal', 'year:2021'), or:
 * 'cell:2021|fiscal' a cell of the matrix, 'period:start', 'period:end' and 'period:year', 'serial' 序号, 'count' 项目个数,
 * 'sum:fiscal' 小计 of a source whose parts stand beside it, 'sum' another 小计, 'region' and 'yearLabel' the rows of a
 * summary, 'own:领导批示' an own column, new where the plan has none of that id, 'sourceName' the source of a row in words, 'region:530402' and 'category:…' the columns of a crosstab. null: kept as 来源 only.
 */
export type ColumnKey = string;

export interface HeaderColumn {
  /** One-based. */
  column: number;
  /** Header words from the top merged cell down, as written but without line breaks. */
  path: string[];
  /** Unit that the header states, if any. */
  unit: AmountUnit | null;
}

export interface ReadColumn extends HeaderColumn {
  letter: string;
  /** '资金来源 › 中央' */
  header: string;
  key: ColumnKey | null;
  confidence: number;
  reason: string;
  samples: string[];
  /** Most cells of the column hold numbers. */
  isNumeric: boolean;
}

/** Where a table stands in its sheet; rows and columns are one-based. */
export interface FoundTable {
  /** First row of the lines above the header: title, unit, what a form says before its table. */
  linesFrom: number;
  headerTop: number;
  headerBottom: number;
  /** Rows of the header that hold words. */
  headerRows: number[];
  columns: HeaderColumn[];
  /** First and last row beneath the header. */
  firstRow: number;
  lastRow: number;
  left: number;
  right: number;
  /** Repetitions of the header further down (续表). */
  repeatedRows: ReadonlySet<number>;
  title: string;
  /** The year that the lines above speak of, e.g. (2024年度). */
  year: number | null;
  unit: AmountUnit | null;
  /** Several units of money that the line above names. */
  rivalUnits: readonly AmountUnit[];
}

export type ProjectValues = Partial<Omit<Project, 'id' | 'position' | 'amounts' | 'regionCode'>>;

export interface ReadProject {
  row: number;
  values: ProjectValues;
  amounts: Amounts;
  /** The cells of its row, for 查看来源. */
  cells: readonly SheetCell[];
  /** The unknown headings it stands under, as one text; '' where all are known. */
  unknownHeading: string;
  /** The county that a heading over it names; '' where none does. */
  county: string;
  /** What its row tells of the project's life, to come in as 补录; absent where the sheet has no such columns. */
  steps?: readonly ToldStep[];
  /** Its class in the words of the sheet, from the top: headings, else the class column, else the type columns. */
  classWords: ClassWords;
}

/** One class as a sheet names it. */
export interface ClassStep {
  /** Without numbering and counts. */
  name: string;
  /** 一、 or （一） as written; '' where it is not numbered. */
  mark: string;
  /** The class of the plan that it means; null for none. */
  id: string | null;
}

export interface ClassWords {
  path: readonly ClassStep[];
  /** So many of the path, from the top, are classes of the plan; of them the last one is `known`. */
  knownSteps: number;
  known: string | null;
  /** Types of the national library: no class unless somebody makes them classes. */
  isType: boolean;
}

export const NO_CLASS_WORDS: ClassWords = { path: [], knownSteps: 0, known: null, isType: false };

export interface TableReading {
  sheet: string;
  /** What kind of sheet it is; only of `projects` and `summary` more is read than the rows. */
  kind: TableKind;
  /** Why, in Chinese, without a full stop. */
  kindReason: string;
  /** What the words alone make of a table whose kind was said, where that was asked for. */
  byWords?: { kind: TableKind; reason: string };
  /** Where it is not worth a question: of a kind not known, without anything of ours. */
  passOver: 'never' | 'beside-others' | 'always';
  title: string;
  headerRows: number[];
  unit: AmountUnit;
  unitSource: 'line' | 'header' | 'cell' | 'assumed' | 'chosen';
  columns: ReadColumn[];
  projects: ReadProject[];
  /** The sheet has no 总投资; the totals are the sums of the sources or years. */
  isTotalSummed: boolean;
  /** Fund sources that the answers want the plan to have. */
  newSources: readonly WantedSource[];
  /** Without id, file and batch, which the import gives. */
  claims: Omit<Claim, 'id' | 'file' | 'batchId'>[];
  /** Rows kept as 来源 without having been read; [] for lists and summaries. */
  keptRows: readonly number[];
  /** The lines above and the header of such a table: what its rows mean stands there. */
  keptLines: readonly number[];
  problems: ImportProblem[];
  questions: ImportQuestion[];
  /** Names the layout for remembered mappings. */
  fingerprint: string;
  source: SheetData;
}

/** What the user, a mapping file or the memory of a layout decided about one table. */
export interface TableChoices {
  /** What kind of sheet it is, whatever its words say. */
  kind?: SheetKind;
  /** The kind is what a page reads: say beside it what the words make of the table. */
  tellsKind?: boolean;
  /** Column letter -> column key or null. */
  mapping?: Record<string, ColumnKey | null>;
  unit?: AmountUnit;
  /** Heading text -> category id or null; '*' for projects under no heading at all. */
  categories?: Record<string, string | null>;
  answers?: Record<string, string>;
  /** What becomes of money under headings that nobody answered for; absent: it is asked. */
  funds?: 'add' | 'none';
  /** What becomes of columns that the program does not know; absent: 来源 only. */
  ownColumns?: 'keep' | 'ask';
}
