// What the import screen shows before anything is written, and what a finished import reports. Plain JSON values.

import type { AmountUnit } from '../values/parse-amount.ts';
import type { TableKind } from './kinds/sheet-kinds.ts';

export type ProblemLevel = 'error' | 'warning' | 'info';

/** One thing the reader could not take as it stands; the raw text is kept. */
export interface ImportProblem {
  level: ProblemLevel;
  /** 'amount-unparsed', 'unit-assumed', 'category-unknown', ... */
  code: string;
  sheet: string;
  /** 'H12'; '' where it concerns the whole sheet. */
  cell: string;
  raw: string;
  message: string;
  /** What the reader would take, in words; '' where it has no proposal. */
  proposal: string;
  /** Index of its table; absent for remarks on a file or sheet. */
  table?: number;
  /** Answer `yes` under this id (ImportChoices.answers) to take the proposal. */
  accept?: string;
}

/** A question the reader will not answer by guessing; the import waits for a choice. */
export interface ImportQuestion {
  /** Names the choice in ImportChoices.answers. */
  id: string;
  /** The file of its table. */
  file?: string;
  message: string;
  options: { value: string; label: string }[];
  /** The option that is taken where nobody can be asked (command line), with a warning; null: must be answered. */
  assumed: string | null;
  /** The option that the window proposes, where another than `assumed`; null: none, the user is to look. */
  proposed?: string | null;
  /** Asks which class a heading of a sheet means; such questions can be answered all at once. */
  heading?: { text: string; sheet: string };
}

export interface ColumnMapping {
  /** 'H' */
  column: string;
  /** Header path as read: '资金来源 › 中央'. */
  header: string;
  /** Column key of the list ('total', 'source:fiscal' ...); null: kept only as 来源. */
  field: string | null;
  confidence: number;
  reason: string;
  samples: string[];
}

/** One table found in a file. */
export interface TablePreview {
  fileIndex: number;
  file: string;
  sheet: string;
  /** 'projects' brings projects, 'summary' figures as claims, 'unknown' nothing; of all others the rows are kept as 来源. */
  kind: TableKind;
  /** Why, in Chinese, without a full stop. */
  kindReason: string;
  /** Id under which its kind is chosen in ImportChoices.answers, asked or not. */
  kindQuestion: string;
  /** Rows kept as 来源 only. */
  keptRows: number;
  /** Of a 公示台账: the notices that it would bring. */
  postings?: { added: number; updated: number; known: number };
  title: string;
  headerRows: number[];
  unit: AmountUnit;
  unitSource: 'line' | 'header' | 'cell' | 'assumed' | 'chosen';
  columns: ColumnMapping[];
  projects: number;
  /** Exact 万元. */
  totalWan: string;
  assertions: number;
  /** The mapping was remembered from an earlier import of the same layout. */
  remembered: boolean;
}

export interface CellChange {
  column: string;
  label: string;
  before: string;
  after: string;
}

/** A project of the list that a row may speak of. */
export interface RowCandidate {
  id: string;
  /** 项目编号; '' where it has none. */
  code: string;
  name: string;
  place: string;
}

/** What would happen to one row of a sheet. */
export interface RowPreview {
  table: number;
  row: number;
  name: string;
  place: string;
  totalWan: string;
  action: 'add' | 'update' | 'unchanged' | 'conflict' | 'skip';
  /** Why it is in conflict; of a new row: which project of the list it may be; or ''. */
  reason: string;
  /** Projects of the list that it may be paired with, the likeliest first. */
  candidates: RowCandidate[];
  /** Of a new row: what was read, for the first few hundred rows. */
  changes: CellChange[];
}

/** A fund source that the import would add to the plan. */
export interface NewFund {
  name: string;
  /** The source that it stands under; null: one of the main ones. */
  under: string | null;
}

/** A class that the import would add to the plan. */
export interface NewClass {
  /** 产业发展 › 生产项目 */
  path: string;
  ordinal: string;
  projects: number;
}

/** What the report of a county would change in the list of the office above. */
export interface CountyPreview {
  code: string;
  name: string;
  files: readonly string[];
  asOf: string | null;
  state: 'first' | 'newer' | 'same' | 'stale';
  /** 'skip': nothing of it is taken in; 'add': it adds to what is there; 'wait': a question stands before it. */
  taken: 'replace' | 'add' | 'skip' | 'wait';
  /** Of the county in the list as it is, and of what was sent. */
  before: { projects: number; totalWan: string };
  sent: { projects: number; totalWan: string };
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: { projects: number; totalWan: string; names: string[] };
  /** Changes made here that stay, additions and deletions made here that stay. */
  keptEdits: number;
  ownAdditions: number;
  keptRemovals: number;
  overruled: number;
}

export interface ImportPreview {
  previewId: string;
  newClasses: NewClass[];
  newFunds: NewFund[];
  /** Names of the own columns that the import would add to the plan. */
  newColumns: string[];
  /** Name of the scheme of the sheet's own classes that would take the place of the plan's; null: none. */
  newScheme: string | null;
  tables: TablePreview[];
  rows: RowPreview[];
  problems: ImportProblem[];
  questions: ImportQuestion[];
  /** How rows come in. */
  mode: ImportMode;
  /** Counties whose reports these are, where they take the place of those before. */
  counties: CountyPreview[];
  /** The whole list as it is. */
  list: CountedProjects;
  counts: { added: number; updated: number; unchanged: number; conflicts: number; skipped: number };
  /** Files in which no table was found: what was looked for and what was found. */
  unreadable: { file: string; message: string }[];
}

export type ImportMode = 'add' | 'update' | 'replace';

/** What the user chose on the import screen; every part is optional. */
export interface ImportChoices {
  /** Sheet names to take, per file index; all where not named. */
  sheets?: Record<number, string[]>;
  /** Per table index: column letter -> column key or null. */
  mapping?: Record<number, Record<string, string | null>>;
  unit?: Record<number, AmountUnit>;
  /** Heading text -> category id or null. */
  categories?: Record<string, string | null>;
  /** Headings that no class answers to: asked about (the usual), taken in as new classes, left 未分类 without a question. */
  classes?: 'ask' | 'add' | 'none';
  /** Money under headings that no source answers to: asked about (the usual), as new sources, or left as 来源. */
  funds?: 'ask' | 'add' | 'none';
  /** Columns that the program does not know: left as 来源 (the usual), kept as 自定义栏目, or asked about. */
  ownColumns?: 'drop' | 'keep' | 'ask';
  answers?: Record<string, string>;
  /** County of new projects; that of the workbook where not given. */
  regionCode?: string;
  /** In a plan above counties also `replace`, the usual there: the list takes the place of what the county sent before. */
  mode?: ImportMode;
  eraseBlanks?: boolean;
  /** Rows left out: `${table}:${row}`. */
  skipRows?: string[];
  /** Rows paired by hand: `${table}:${row}` -> id of the project that they change, null: a new project. */
  pairs?: Record<string, string | null>;
}

/** Projects and their 总投资 in exact 万元. */
export interface CountedProjects {
  projects: number;
  totalWan: string;
}

/** What an import did; `projects` and `totalWan` are those of the rows that came in or stood unchanged. */
/** A deleted project that came again, with what still spoke of it. */
export interface ReturnedProject {
  name: string;
  /** What it was called when it was deleted. */
  before: string;
  /** 下达 100 万元、支付 40 万元 */
  facts: string;
  /** False: of the same code and another name; nothing was attached. */
  isAttached: boolean;
}

export interface ImportOutcome extends CountedProjects {
  added: number;
  updated: number;
  unchanged: number;
  conflicts: number;
  skipped: number;
  addedWan: string;
  updatedWan: string;
  /** Tables of which only the rows were kept as 来源. */
  kept: { file: string; sheet: string; kind: TableKind; rows: number }[];
  /** Steps in the life of projects that came in as 补录. */
  steps: number;
  /** Classes that came into the plan with it. */
  newClasses: number;
  /** Notices registered or filled in from a 公示台账. */
  postings: number;
  /** Deleted projects that came again. */
  returned: ReturnedProject[];
  /** Projects that counties no longer have in their reports. */
  withdrawn: number;
  withdrawnWan: string;
  /** The whole list before and after. */
  before: CountedProjects;
  after: CountedProjects;
}
