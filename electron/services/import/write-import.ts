// Writes a planned import as one change set: projects, claims, and the provenance of every row; of tables that are no
// lists of projects only the rows, as 来源.
import { randomUUID } from 'node:crypto';
import type { Transaction } from '#electron/db/kinds/index.ts';
import type { Claim } from '#shared/domain/claims.ts';
import type { FileTable } from '#shared/import/build-preview.ts';
import { columnsByNumber } from '#shared/import/column-uses.ts';
import type { PlannedRow } from '#shared/import/plan-import.ts';
import type { ImportOutcome } from '#shared/import/preview.ts';
import { rowProject } from '#shared/import/row-project.ts';
import { packRow, type SourceColumn } from '#shared/import/source-cells.ts';
import type { SheetRow } from '#shared/sheet/sheet-view.ts';
import { addFen, wanText, ZERO } from '#shared/values/money.ts';
import { type CountyTake, isNews, writeReport } from '../city/take-county.ts';
import { makeProjectId } from '../project-ids.ts';
import type { Session } from '../session.ts';
import { postingsToWrite } from './add-postings.ts';
import { stepsToAdd, writeSteps } from './backfill-steps.ts';
import { isKeptAlready, keptSource } from './keep-source.ts';
import { type ExtendedPlan, writeNewClasses } from './new-classes.ts';
import { countProjects } from './preview-parts.ts';
import { findReturning } from './returning-projects.ts';

export interface PreparedImport {
  tables: readonly FileTable[];
  rows: readonly PlannedRow[];
  /** Reports of counties: what they no longer have goes, what they said is kept. */
  takes: readonly CountyTake[];
  /** The plan with the classes that the tables bring; null: they bring none. */
  extended: ExtendedPlan | null;
  /** Side tables that are written with the import, e.g. remembered layouts. */
  remember(tx: Transaction): void;
}

/** Takes the import in. Rows in conflict or left out are not written; where nothing is new, nothing is. */
export function writeImport(session: Session, prepared: PreparedImport): ImportOutcome {
  const { projects, claims } = session.planData();
  const before = countProjects(projects);
  const returning = findReturning(session, prepared.rows);
  const steps = stepsToAdd(session, prepared.rows, returning.ids);
  const known = new Map(session.countyReports().map((report) => [report.id, report]));
  const reports = prepared.takes.filter((take) => isNews(take, known.get(take.list.code)));
  const withdrawn = reports.flatMap(({ merge }) => merge.withdrawn);
  const outcome: ImportOutcome = {
    ...countOutcome(prepared.rows),
    kept: [],
    newClasses: 0,
    postings: 0,
    returned: returning.told,
    steps: [...steps.values()].reduce((sum, own) => sum + own.length, 0),
    before,
    after: before,
    withdrawn: withdrawn.length,
    withdrawnWan: countProjects(withdrawn).totalWan,
  };
  const freshClaims = prepared.tables.map((table, index) => {
    const isUnchanged = prepared.rows.every((row) => row.table !== index || row.action === 'unchanged');
    return claimsToWrite(table, claims, isUnchanged);
  });
  const postings = postingsToWrite(session, prepared.tables);
  outcome.postings = postings.length;
  // What was registered of a 公示台账 is more than its rows.
  const isRegistered = ({ reading }: FileTable): boolean => reading.kind === 'notices' && postings.length > 0;
  outcome.kept = keptTables(prepared.tables.filter((table) => !isRegistered(table)));
  const toKeep = new Set(
    prepared.tables.filter((table) => table.reading.keptRows.length > 0 && !isKeptAlready(session.file.db, table)),
  );
  const hasNews =
    outcome.added + outcome.updated + outcome.steps + reports.length > 0 ||
    toKeep.size > 0 ||
    postings.length > 0 ||
    freshClaims.some((entry) => entry.add.length > 0 || entry.remove.length > 0);
  if (!hasNews) return outcome;
  const files = [...new Set(prepared.tables.map((table) => table.file))];
  const label = `导入${files
    .slice(0, 2)
    .map((file) => `“${file}”`)
    .join(
      '、',
    )}${files.length > 2 ? `等 ${files.length} 个文件` : ''}：${outcomeWords(outcome, postings.length)}${classWords(prepared.extended)}`;
  const frame = session.frame();
  let position = projects.reduce((most, project) => Math.max(most, project.position), 0);
  const at = new Date().toISOString();
  session.change('import', label, (tx) => {
    if (prepared.extended) writeNewClasses(tx, session.kernel, frame, prepared.extended);
    const byTable = Map.groupBy(prepared.rows, (row) => row.table);
    prepared.tables.forEach((table, index) => {
      if (toKeep.has(table)) keepRows(tx, at, table);
      const rows = byTable.get(index) ?? [];
      const fresh = freshClaims[index] ?? { add: [], remove: [] };
      const taken = rows.filter((row) => row.action !== 'skip' && row.action !== 'conflict');
      if (taken.length === 0 && fresh.add.length === 0) return;
      const batchId = randomUUID();
      writeBatch(tx, batchId, at, table);
      const ids = new Map<number, string>();
      for (const row of taken) {
        if (row.action === 'add') position += 1;
        const id = writeProject(tx, row, position, returning.ids.get(row));
        ids.set(row.project.row, id);
        writeSteps(tx, steps.get(row) ?? [], id, table.file);
      }
      for (const claim of fresh.remove) tx.put('claim', claim.id, null);
      for (const claim of fresh.add) {
        const id = randomUUID();
        tx.add('claim', id, { ...claim, id, file: table.file, batchId });
      }
      writeRows(tx, batchId, table, ids);
    });
    for (const { id } of withdrawn) tx.put('project', id, null);
    for (const { list } of reports) writeReport(session, tx, list);
    for (const posting of postings) tx.put('posting', posting.id, posting);
    prepared.remember(tx);
  });
  const newClasses = prepared.extended?.learned.categories.length ?? 0;
  return { ...outcome, newClasses, after: countProjects(session.planData().projects) };
}

function classWords(extended: ExtendedPlan | null): string {
  if (!extended) return '';
  const { scheme, categories } = extended.learned;
  const sources = extended.newSources.map(({ name }) => `“${name}”`).join('、');
  const columns = extended.newColumns.map(({ name }) => `“${name}”`).join('、');
  const classes = scheme ? `，改用表上的类别（${categories.length} 个）` : `，新增类别 ${categories.length} 个`;
  return `${categories.length > 0 ? classes : ''}${sources === '' ? '' : `，新增资金来源${sources}`}${columns === '' ? '' : `，新增自定义栏目${columns}`}`;
}

/** What the outcome names of tables that brought nothing but their rows. */
function keptTables(tables: readonly FileTable[]): ImportOutcome['kept'] {
  return tables
    .filter(({ reading }) => reading.keptRows.length > 0)
    .map(({ file, reading: { sheet, kind, keptRows } }) => ({ file, sheet, kind, rows: keptRows.length }));
}

function keepRows(tx: Transaction, at: string, table: FileTable): void {
  const batchId = randomUUID();
  writeBatch(tx, batchId, at, table);
  for (const { row, cells } of keptSource(table)) tx.provenance.addRow(batchId, row, null, JSON.stringify(cells));
}

/** What came in, for the log. */
function outcomeWords({ added, updated, steps, withdrawn }: ImportOutcome, postings: number): string {
  const more = [
    withdrawn > 0 ? `，撤回 ${withdrawn}` : '',
    steps > 0 ? `，补录办理 ${steps} 步` : '',
    postings > 0 ? `，公示登记 ${postings} 条` : '',
  ];
  return `新增 ${added}，更新 ${updated}${more.join('')}`;
}

function countOutcome(
  rows: readonly PlannedRow[],
): Omit<
  ImportOutcome,
  'kept' | 'newClasses' | 'postings' | 'returned' | 'steps' | 'before' | 'after' | 'withdrawn' | 'withdrawnWan'
> {
  const count = (action: PlannedRow['action']): number => rows.filter((row) => row.action === action).length;
  const sum = (list: readonly PlannedRow[]): string =>
    wanText(addFen(ZERO, ...list.map((row) => row.project.amounts.total ?? ZERO)));
  const sumOf = (action: PlannedRow['action']): string => sum(rows.filter((row) => row.action === action));
  const taken = rows.filter((row) => row.action !== 'skip' && row.action !== 'conflict');
  return {
    added: count('add'),
    updated: count('update'),
    unchanged: count('unchanged'),
    conflicts: count('conflict'),
    skipped: count('skip'),
    addedWan: sumOf('add'),
    updatedWan: sumOf('update'),
    projects: taken.length,
    totalWan: sum(taken),
  };
}

/** `known`: the id that a deleted project had which comes again. */
function writeProject(tx: Transaction, row: PlannedRow, position: number, known: string | undefined): string {
  if (row.existing) {
    if (row.after) tx.put('project', row.existing.id, row.after);
    return row.existing.id;
  }
  const id = known ?? row.newId ?? makeProjectId();
  tx.add('project', id, rowProject(row.project, id, row.regionCode, position));
  return id;
}

type FreshClaim = FileTable['reading']['claims'][number];

/**
 * Claims that are not there yet. The same figures once more (the same sheet again, or a list that we gave out) are
 * nothing new; a summary sent again with other figures takes the place of the old one.
 */
function claimsToWrite(
  table: FileTable,
  existing: readonly Claim[],
  isUnchanged: boolean,
): { add: FreshClaim[]; remove: Claim[] } {
  const { claims, kind, sheet } = table.reading;
  const imported = existing.filter((claim) => claim.origin === 'import');
  const before = imported.filter((claim) => claim.file === table.file && claim.table === sheet);
  const bare = (claim: Claim | FreshClaim): string =>
    JSON.stringify([
      claim.row.replace(/\s/g, ''),
      claim.categoryId,
      claim.figures.map(({ column, value }) => [column, value]),
    ]);
  const known = new Set((isUnchanged && kind === 'projects' ? imported : before).map(bare));
  if (claims.every((claim) => known.has(bare(claim)))) return { add: [], remove: [] };
  const rowsOf = (list: readonly { row: string; sheetRow: number | null }[]): string =>
    list.map((claim) => `${claim.sheetRow}${claim.row}`).join('|');
  const isSameSummary = kind === 'summary' && before.length > 0 && rowsOf(before) === rowsOf(claims);
  return { add: claims, remove: isSameSummary ? before : [] };
}

function writeBatch(tx: Transaction, id: string, at: string, { file, reading }: FileTable): void {
  const body = {
    kind: reading.kind,
    title: reading.title,
    headerRows: reading.headerRows,
    unit: reading.unit,
    unitSource: reading.unitSource,
    columns: reading.columns.map(
      ({ letter, header, key, confidence }): SourceColumn => ({ letter, header, key, confidence }),
    ),
  };
  tx.provenance.addBatch({ id, at, file, sheet: reading.sheet, body: JSON.stringify(body) });
}

/** Every filled row beneath the header is kept, headings and totals too; only projects carry an id. */
function writeRows(tx: Transaction, batchId: string, { reading }: FileTable, ids: ReadonlyMap<number, string>): void {
  const byColumn = columnsByNumber(reading.columns);
  const claimRows = new Set(reading.claims.map((claim) => claim.sheetRow));
  const write = (row: number, cells: SheetRow['cells']): void => {
    const kept = packRow(cells, byColumn);
    if (Object.keys(kept).length > 0) tx.provenance.addRow(batchId, row, ids.get(row) ?? null, JSON.stringify(kept));
  };
  for (const { row, cells } of reading.source.rows) if (ids.has(row) || claimRows.has(row)) write(row, cells);
}
