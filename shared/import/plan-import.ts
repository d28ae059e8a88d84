// Compares what was read with the projects that are there: new, changed cell by cell, unchanged, in conflict.
import { categoryPath } from '../domain/categories.ts';
import { formatPeriod } from '../domain/periods.ts';
import type { Project } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { mergeAmounts } from './merge-amounts.ts';
import { matchKey, matchProjects } from './project-match.ts';
import type { ReadProject, TableReading } from './reading.ts';

export interface ImportOptions {
  mode: 'add' | 'update';
  /** An empty cell of the sheet empties the project's field. */
  eraseBlanks: boolean;
  /** Rows left out: `${table}:${row}`. */
  skipRows: ReadonlySet<string>;
}

export interface FieldChange {
  columnKey: string;
  before: string;
  after: string;
}

export interface PlannedRow {
  table: number;
  project: ReadProject;
  action: 'add' | 'update' | 'unchanged' | 'conflict' | 'skip';
  reason: string;
  /** The project it changes; null for a new one. */
  existing: Project | null;
  /** How that project will read; null unless it changes. */
  after: Project | null;
  changes: FieldChange[];
}

/** Plans the import of several tables. Nothing is written; existing projects are never touched in place. */
export function planImport(
  tables: readonly TableReading[],
  existing: readonly Project[],
  reference: Pick<ReferenceData, 'fundSources' | 'categories'>,
  options: ImportOptions,
): PlannedRow[] {
  const rows: PlannedRow[] = tables.flatMap((table, index) =>
    table.projects.map((project): PlannedRow => {
      const isSkipped = options.skipRows.has(`${index}:${project.row}`);
      return {
        table: index,
        project,
        action: isSkipped ? 'skip' : 'add',
        reason: '',
        existing: null,
        after: null,
        changes: [],
      };
    }),
  );
  if (options.mode === 'add' || existing.length === 0) return rows;
  const live = rows.filter((row) => row.action !== 'skip');
  const keysOf = tables.map((table) => mappedKeys(table));
  const apply = (row: PlannedRow, project: Project): Applied =>
    applyRow(project, row.project, keysOf[row.table] ?? new Set(), reference, options.eraseBlanks);
  /** Pairs that the matching found without a difference: most of a list that is sent again. */
  const equal = new Map<number, number>();
  const matches = matchProjects(
    live.map((row) => matchKey(row.project.values)),
    existing.map((project) => matchKey(project)),
    (row, project) => {
      const isEqual = apply(live[row] as PlannedRow, existing[project] as Project).changes.length === 0;
      if (isEqual) equal.set(row, project);
      return isEqual;
    },
  );
  live.forEach((row, index) => {
    const match = matches[index];
    const project = match?.existing === null || match === undefined ? undefined : existing[match.existing];
    if (match?.conflict) {
      row.action = 'conflict';
      row.reason = match.conflict;
    } else if (project && match && equal.get(index) === match.existing) {
      row.existing = project;
      row.action = 'unchanged';
    } else if (project) {
      const { after, changes } = apply(row, project);
      row.existing = project;
      row.changes = changes;
      row.action = changes.length === 0 ? 'unchanged' : 'update';
      row.after = changes.length === 0 ? null : after;
    }
  });
  return rows;
}

/** The columns that a table brings; a category can also come from its headings. */
export function mappedKeys(table: Pick<TableReading, 'columns' | 'isTotalSummed'>): Set<string> {
  const keys = new Set<string>(table.isTotalSummed ? ['total'] : []);
  for (const { key } of table.columns) {
    if (key === null) continue;
    keys.add(key.startsWith('period') ? 'period' : key);
    // One column of places may have been cut into town and village.
    if (key === 'town') keys.add('village');
  }
  return keys;
}

interface Applied {
  after: Project;
  changes: FieldChange[];
}

const NOT_FIELDS = /^(?:serial|count|sourceName|region|yearLabel|sum|categoryId$|period$|total$|source:|year:|cell:)/;

/** The project with a row's values laid over it. Blanks change nothing unless asked; 0 is a value. */
export function applyRow(
  before: Project,
  row: ReadProject,
  keys: ReadonlySet<string>,
  reference: Pick<ReferenceData, 'fundSources' | 'categories'>,
  eraseBlanks: boolean,
): Applied {
  const after: Project = { ...before };
  const changes: FieldChange[] = [];
  const note = (columnKey: string, old: string, now: string): void => {
    changes.push({ columnKey, before: old, after: now });
  };
  const values = row.values as Record<string, string | number | null | undefined>;
  const record = after as unknown as Record<string, string | number | null>;
  const hasVillage = values.village !== undefined;
  for (const key of keys) {
    if (NOT_FIELDS.test(key) || (key === 'village' && !hasVillage && !eraseBlanks)) continue;
    const value = values[key] ?? null;
    if ((value === null && !eraseBlanks) || record[key] === undefined || record[key] === value) continue;
    if (key === 'name' && value === null) continue;
    note(key, show(record[key]), show(value));
    record[key] = value;
  }
  if (
    row.values.categoryId !== null &&
    row.values.categoryId !== undefined &&
    row.values.categoryId !== before.categoryId
  ) {
    note('categoryId', pathText(reference, before.categoryId), pathText(reference, row.values.categoryId));
    after.categoryId = row.values.categoryId;
  }
  if (keys.has('period')) {
    const { startAt = null, endAt = null } = row.values;
    const old = formatPeriod(before.startAt, before.endAt);
    const now = formatPeriod(startAt, endAt);
    if (old !== now && (now !== '' || eraseBlanks)) {
      note('period', old, now);
      after.startAt = startAt;
      after.endAt = endAt;
    }
  }
  // A source that the row names in words stands for its column.
  const amountKeys = keys.has('sourceName')
    ? new Set([...keys, ...Object.keys(row.amounts.bySource).map((id) => `source:${id}`)])
    : keys;
  const merged = mergeAmounts(before.amounts, row.amounts, amountKeys, reference, eraseBlanks);
  for (const change of merged.changes) note(change.columnKey, change.before, change.after);
  if (merged.changes.length > 0) after.amounts = merged.amounts;
  return { after, changes };
}

function show(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function pathText(reference: Pick<ReferenceData, 'categories'>, id: string | null): string {
  return categoryPath(reference, id).join(' › ') || '未分类';
}
