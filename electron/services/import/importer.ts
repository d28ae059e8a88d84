// Importing: files are read and matched into a preview that stays here under an id, is adjusted by choices, and is
// taken in with one commit. Nothing is written before that.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { readLayout, writeLayout } from '#electron/db/layout-memory.ts';
import { newestBatches } from '#electron/db/provenance.ts';
import type { Mark } from '#electron/excel/write/marked-copy.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { homeRegion } from '#shared/domain/reference.ts';
import { blockingQuestions } from '#shared/import/blocking-questions.ts';
import { buildPreview, type FileTable } from '#shared/import/build-preview.ts';
import { layoutFingerprint, recallLayout, rememberLayout } from '#shared/import/layout-memory.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import type { ImportChoices, ImportOutcome, ImportPreview, ImportProblem } from '#shared/import/preview.ts';
import type { TableContext } from '#shared/import/read-table.ts';
import { readWorkbook, tableContext } from '#shared/import/read-workbook.ts';
import type { FoundTable, TableChoices, TableReading } from '#shared/import/reading.ts';
import { findCounties } from '#shared/import/row-counties.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import type { WorkbookData } from '#shared/sheet/sheet.ts';
import { AppError } from '#shared/values/app-error.ts';
import { localDay } from '#shared/values/local-time.ts';
import type { PlannedReports } from '../city/plan-replacement.ts';
import type { Session } from '../session.ts';
import { addPostings } from './add-postings.ts';
import { type ImportDuplicates, importDuplicates } from './import-duplicates.ts';
import { askAboutClasses, describeNewClasses, type ExtendedPlan, extendPlan, leaveUnknown } from './new-classes.ts';
import { modeOf, planRows } from './plan-rows.ts';
import {
  addGoneProblems,
  addRowProblems,
  askAboutRegion,
  assertRegion,
  countProjects,
  type TableCounties,
} from './preview-parts.ts';
import { cancelled, type ImportBook, readBooks } from './read-books.ts';
import { findInSheet } from './sheet-findings.ts';
import { type ChoiceTies, choicesFor, NO_TIES, type TiedChoices, tieChoices } from './table-choices.ts';
import { writeImport } from './write-import.ts';

export interface Importer {
  /** Reads files and shows what would come in. Rejects with AppError cancelled. */
  inspect(session: Session, paths: readonly string[]): Promise<ImportPreview>;
  /** Reads the same files again with other choices; the whole set of choices is given each time. */
  adjust(session: Session, previewId: string, choices: ImportChoices): Promise<ImportPreview>;
  /** Takes a preview in, as one undo step, and forgets it. */
  commit(session: Session, previewId: string): Promise<ImportOutcome>;
  /** Which new rows of a preview may be in the list, or in the preview, already. */
  duplicates(session: Session, previewId: string): ImportDuplicates;
  /** Forgets a preview and stops its reading; null: all previews, and whatever is being read. */
  cancel(previewId: string | null): void;
  /** What the marked copy of one file needs. */
  marks(previewId: string, fileIndex: number): { path: string; book: WorkbookData; marks: Mark[] };
}

interface Held {
  id: string;
  /** The workbook that the preview was compared with. */
  workbook: string;
  books: ImportBook[];
  choices: ImportChoices;
  ties: ChoiceTies;
  tables: FileTable[];
  /** Counties of the rows, table by table. */
  counties: TableCounties[];
  rows: PlannedRow[];
  /** Reports of counties that replace those before; null: rows come in one by one. */
  reports: PlannedReports | null;
  preview: ImportPreview;
  /** By identity of the table, as it was read. */
  tableChoices: Map<string, TableChoices>;
  /** The plan that the rows were compared with. */
  data: PlanData;
  /** The same with the classes that the tables bring; null: they bring none. */
  extended: ExtendedPlan | null;
}

/** Work of the reading loop before it lets others run, in milliseconds. */
const SLICE = 100;
const MOST_PREVIEWS = 4;
/** Share of reading the files in the whole; the rest is recognising what is in them. */
const READING = 0.5;
/** Steps of the progress bar. */
const STEPS = 1000;

/** Makes the importer of one program; `emit` gets progress events of task `import`. */
export function createImporter(emit: (event: AppEvent) => void): Importer {
  const held = new Map<string, Held>();
  /** What is being read; `previewId` null: files that have no preview yet. */
  let running: { previewId: string | null; stop: AbortController } | null = null;
  let shown = 0;

  const begin = (previewId: string | null): AbortSignal => {
    running?.stop.abort();
    running = { previewId, stop: new AbortController() };
    shown = 0;
    return running.stop.signal;
  };
  const find = (id: string, session?: Session): Held => {
    const found = held.get(id);
    if (!found || (session && found.workbook !== session.file.path))
      throw new AppError('not-found', '这次导入的预览已经不在了（可能已取消或已导入）。请重新选择文件。');
    return found;
  };
  /** Parts of the work are only estimated: the bar may wait, but it never goes back. */
  const progress = (text: string, share: number): void => {
    shown = Math.max(shown, Math.min(1, share));
    emit({ type: 'progress', task: 'import', text, done: Math.floor(shown * STEPS), total: STEPS });
  };

  const read = async (session: Session, entry: Held, tied: TiedChoices, signal: AbortSignal): Promise<void> => {
    const data = session.planData();
    const isReadAlready = entry.data?.reference === data.reference && !entry.extended;
    const before = isReadAlready ? { tables: entry.tables, choices: entry.tableChoices } : null;
    entry.data = data;
    entry.extended = null;
    const readAll = async (known: ReadingParts['before']) => {
      const about = entry.extended ?? data;
      const context = tableContext(about.plan, about.reference, data.projects, localDay(new Date()));
      entry.tables = [];
      entry.tableChoices = new Map();
      const remarks: ImportProblem[] = [];
      const unreadable: ImportPreview['unreadable'] = [];
      for (const [fileIndex, book] of entry.books.entries()) {
        if (book.data === null) unreadable.push({ file: book.name, message: book.fault });
        else {
          const parts = { remarks, unreadable, signal, progress, before: known };
          await readOne(session, entry, fileIndex, book.data, context, tied, parts);
        }
      }
      return { remarks, unreadable, places: context.places };
    };
    let { remarks, unreadable, places } = await readAll(before);
    const asked = entry.tables;
    entry.extended = extendPlan(entry.tables, data, entry.choices, entry.tableChoices);
    // With its new classes known a sheet reads otherwise: rows that were words are headings now.
    if (entry.extended) ({ remarks, unreadable, places } = await readAll(null));
    const { plan: about, reference } = entry.extended ?? data;
    entry.counties = entry.tables.map(({ reading, file, identity }) => ({
      identity,
      found: findCounties(reading, file, data, places),
    }));
    Object.assign(entry, planRows(session, entry));
    entry.preview = buildPreview(
      {
        previewId: entry.id,
        tables: entry.tables,
        rows: entry.rows,
        remarks,
        unreadable,
        list: countProjects(data.projects),
        mode: modeOf(entry.choices, data),
        counties: entry.reports?.previews ?? [],
        ...describeNewClasses(entry.extended, entry.tables),
      },
      about,
      reference,
    );
    addRowProblems(entry.preview, entry.rows, entry.tables);
    if (modeOf(entry.choices, data) === 'update')
      addGoneProblems(entry.preview, entry.rows, data.projects, newestBatches(session.file.db));
    askAboutClasses(entry.preview, asked, data, entry.choices);
    leaveUnknown(entry.preview, entry.choices);
    entry.preview.questions.unshift(...(entry.reports?.questions ?? []));
    entry.preview.problems.unshift(...(entry.reports?.problems ?? []));
    askAboutRegion(entry.preview, entry, data, places);
    addPostings(entry.preview, entry.tables, session);
  };

  return {
    async inspect(session, paths) {
      const signal = begin(null);
      const books = await readBooks(paths, signal, (text, share) => progress(text, share * READING));
      const id = randomUUID();
      const entry = {
        id,
        workbook: session.file.path,
        books,
        choices: {},
        ties: NO_TIES,
        tables: [],
        counties: [],
        rows: [],
        reports: null,
        tableChoices: new Map(),
        extended: null,
      } as unknown as Held;
      await read(session, entry, tieChoices({}, [], NO_TIES), signal);
      if (signal.aborted) throw cancelled();
      progress('读取完成', 1);
      held.set(id, entry);
      for (const old of held.keys()) if (held.size > MOST_PREVIEWS) held.delete(old);
      return entry.preview;
    },

    async adjust(session, previewId, choices) {
      const entry = find(previewId, session);
      assertRegion(session, choices.regionCode);
      const signal = begin(previewId);
      const shown = entry.tables.map((table) => table.identity);
      const tied = tieChoices(choices, shown, entry.ties);
      const next: Held = { ...entry, choices, ties: tied.ties };
      await read(session, next, tied, signal);
      if (signal.aborted) throw cancelled();
      progress('读取完成', 1);
      held.set(previewId, next);
      return next.preview;
    },

    async commit(session, previewId) {
      const entry = find(previewId, session);
      const open = blockingQuestions(entry.preview);
      if (open.length > 0) {
        throw new AppError('invalid-input', `还有 ${open.length} 个问题要先确定。第一个：${open[0]?.message ?? ''}`, {
          questions: open,
        });
      }
      if (entry.tables.length === 0) throw new AppError('no-table-found', '没有可以导入的表。');
      // The list may have changed since the preview was made: what is written is compared with it as it is now.
      if (entry.extended && session.planData().reference !== entry.data.reference)
        throw new AppError('conflict', '规划设置在预览以后改过，新类别要重新核对。请重新选择文件再导入。');
      const { rows, reports } = session.planData() === entry.data ? entry : planRows(session, entry);
      const outcome = writeImport(session, {
        tables: entry.tables,
        rows,
        takes: reports?.takes ?? [],
        extended: entry.extended,
        remember: (tx) => {
          for (const table of entry.tables) {
            const memory = rememberLayout(table.reading.columns, entry.tableChoices.get(table.identity) ?? {});
            if (memory) writeLayout(tx.db, table.reading.fingerprint, memory);
          }
        },
      });
      held.delete(previewId);
      return outcome;
    },

    duplicates(session, previewId) {
      return importDuplicates(session.planData(), find(previewId, session).rows);
    },

    cancel(previewId) {
      // A preview that is given up says nothing about files that are being read for another one.
      if (previewId === null || running?.previewId === previewId) {
        running?.stop.abort();
        running = null;
      }
      if (previewId === null) held.clear();
      else held.delete(previewId);
    },

    marks(previewId, fileIndex) {
      const entry = find(previewId);
      const book = entry.books[fileIndex];
      if (!book?.data) throw new AppError('not-found', '没有这个文件，或它没有读出来，无法标注。');
      const marks = entry.preview.problems
        .filter((problem) => problem.table !== undefined && entry.tables[problem.table]?.fileIndex === fileIndex)
        .map(({ sheet, cell, level, message }) => ({ sheet, cell, level, message }));
      const about = { ...entry.data, reference: entry.extended?.reference ?? entry.data.reference };
      const regionCode = entry.choices.regionCode ?? homeRegion(entry.data);
      const found = entry.tables
        .filter((table) => table.fileIndex === fileIndex)
        .flatMap((table) => findInSheet(table, about, regionCode));
      return { path: book.path, book: book.data, marks: [...marks, ...found] };
    },
  };
}

interface ReadingParts {
  remarks: ImportProblem[];
  unreadable: ImportPreview['unreadable'];
  signal: AbortSignal;
  /** Tables of the preview before: one whose choices are the same is not read again. */
  before: { tables: readonly FileTable[]; choices: ReadonlyMap<string, TableChoices> } | null;
  progress(text: string, share: number): void;
}

async function readOne(
  session: Session,
  entry: Held,
  fileIndex: number,
  data: WorkbookData,
  context: TableContext,
  tied: TiedChoices,
  parts: ReadingParts,
): Promise<void> {
  const file = entry.books[fileIndex]?.name ?? '';
  const identities: string[] = [];
  const remembered = new Set<string>();
  const identify = (table: FoundTable, sheet: string): string =>
    `${fileIndex}/${sheet}/${table.headerTop}.${table.left}`;
  const choicesOf = (table: FoundTable, sheet: string): TableChoices => {
    const identity = identify(table, sheet);
    identities.push(identity);
    const chosen = choicesFor(identity, table, entry.choices, tied);
    // Classes of the plan that were chosen for headings are none of a scheme that takes their place.
    const own = entry.extended?.learned.scheme ? { ...chosen, categories: {} } : chosen;
    entry.tableChoices.set(identity, own);
    const memory = readLayout(session.file.db, layoutFingerprint(table.columns));
    if (!memory) return own;
    remembered.add(identity);
    const recalled = recallLayout(memory, table.left);
    return { ...recalled, ...own, mapping: { ...recalled.mapping, ...own.mapping } };
  };
  const known = (table: FoundTable, sheet: string): TableReading | undefined => {
    const identity = identify(table, sheet);
    const isSame = isDeepStrictEqual(parts.before?.choices.get(identity), entry.tableChoices.get(identity));
    return isSame ? parts.before?.tables.find((one) => one.identity === identity)?.reading : undefined;
  };
  const sheets = entry.choices.sheets?.[fileIndex];
  const steps = readWorkbook(data, context, { sheets, tableChoices: choicesOf, known });
  const rows = data.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const { tables, problems, nothingFound } = step.value;
      for (const note of data.notes) {
        parts.remarks.push({
          level: 'info',
          code: 'file-note',
          sheet: '',
          cell: '',
          raw: '',
          message: `“${file}”：${note}`,
          proposal: '',
        });
      }
      parts.remarks.push(...problems);
      if (nothingFound !== '') parts.unreadable.push({ file, message: nothingFound });
      for (const { reading, index } of tables) {
        const identity = identities[index] ?? '';
        entry.tables.push({ fileIndex, file, identity, reading, remembered: remembered.has(identity) });
      }
      return;
    }
    if (performance.now() - since < SLICE) continue;
    // Rows are walked twice: sorted, then read.
    const share = (fileIndex + Math.min(1, step.value / (rows * 2))) / entry.books.length;
    parts.progress(`正在识别 ${file}`, READING + share * (1 - READING));
    await new Promise((resolve) => setImmediate(resolve));
    if (parts.signal.aborted) throw cancelled();
    since = performance.now();
  }
}
