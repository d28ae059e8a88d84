// Compares what was read with the projects that are there: new, changed cell by cell, unchanged, in conflict.
import type { Project } from '../domain/project.ts';
import type { ReferenceData } from '../domain/reference.ts';
import { listPlaceReader } from '../places/place-key.ts';
import { bareText } from '../values/fold-text.ts';
import { type Applied, applyRow, mappedKeys } from './apply-row.ts';
import { describe, type Likeness, matchChanged } from './match-changed.ts';
import { type Mark, type Match, type Matching, matchKey, matchProjects, NEW_ROW } from './project-match.ts';
import type { ReadProject, TableReading } from './reading.ts';
import { rowProject } from './row-project.ts';

export interface ImportOptions {
  mode: 'add' | 'update';
  /** An empty cell of the sheet empties the project's field. */
  eraseBlanks: boolean;
  /** Rows left out: `${table}:${row}`. */
  skipRows: ReadonlySet<string>;
  /** Rows paired by hand: `${table}:${row}` -> id of the project, null: a new one. */
  pairs: ReadonlyMap<string, string | null>;
  /** County of new projects … */
  regionCode: string;
  /** … and of rows that name another: `${table}:${row}`. */
  counties?: ReadonlyMap<string, string>;
}

export interface FieldChange {
  columnKey: string;
  before: string;
  after: string;
}

export interface PlannedRow {
  table: number;
  project: ReadProject;
  /** County that it belongs to as a new project. */
  regionCode: string;
  action: 'add' | 'update' | 'unchanged' | 'conflict' | 'skip';
  /** Why it is in conflict; of a new row: which project it may be. */
  reason: string;
  /** The project it changes; null for a new one. */
  existing: Project | null;
  /** How that project will read; null unless it changes. */
  after: Project | null;
  /** Id of a new project, where it is to have a certain one. */
  newId?: string | null;
  changes: FieldChange[];
  /** Projects that it may be, the likeliest first; the user may pair it with one of them. */
  candidates: readonly Project[];
}

type PlanReference = Pick<ReferenceData, 'fundSources' | 'categories' | 'regions'>;

/** Plans the import of several tables. Nothing is written; existing projects are never touched in place. */
export function planImport(
  tables: readonly TableReading[],
  existing: readonly Project[],
  reference: PlanReference,
  options: ImportOptions,
): PlannedRow[] {
  const rows: PlannedRow[] = tables.flatMap((table, index) =>
    table.projects.map((project): PlannedRow => {
      const key = `${index}:${project.row}`;
      const isSkipped = options.skipRows.has(key);
      return {
        table: index,
        project,
        regionCode: options.counties?.get(key) ?? options.regionCode,
        action: isSkipped ? 'skip' : 'add',
        reason: '',
        existing: null,
        after: null,
        changes: [],
        candidates: [],
      };
    }),
  );
  if (existing.length === 0) return rows;
  const places = listPlaceReader(reference.regions, existing);
  const keysOf = tables.map((table) => mappedKeys(table));
  const apply = (row: PlannedRow, project: Project): Applied =>
    applyRow(project, row.project, keysOf[row.table] ?? new Set(), { reference, places }, options.eraseBlanks);
  const live = rows.filter((row) => row.action !== 'skip');
  const { matches, likeness, equal } = matchAll(live, existing, { apply, places, reference, options });
  live.forEach((row, index) => {
    const match = matches.get(index) ?? NEW_ROW;
    const project = match.existing === null ? undefined : existing[match.existing];
    const isChosen = options.pairs.has(rowKey(row));
    row.candidates = match.candidates.flatMap((at) => existing[at] ?? []);
    if (options.mode === 'add' && !isChosen) noteListed(row, match, existing, likeness.get(index));
    else if (match.conflict) {
      row.action = 'conflict';
      row.reason = match.conflict;
    } else if (project && equal.get(index) === match.existing) {
      row.existing = project;
      row.action = 'unchanged';
    } else if (project) {
      const { after, changes } = apply(row, project);
      row.existing = project;
      row.changes = changes;
      row.action = changes.length === 0 ? 'unchanged' : 'update';
      row.after = changes.length === 0 ? null : after;
    } else noteListed(row, match, existing, likeness.get(index));
  });
  return rows;
}

function rowKey({ table, project }: PlannedRow): string {
  return `${table}:${project.row}`;
}

/** A row that comes in as new although the list may hold it says so. */
function noteListed(
  row: PlannedRow,
  match: Match,
  existing: readonly Project[],
  like: { project: number; reasons: string } | undefined,
): void {
  const at = match.existing ?? match.candidates[0] ?? like?.project;
  const project = at === undefined ? undefined : existing[at];
  if (!project) return;
  const why =
    match.existing !== null ? '名称、地点和年份相符' : match.candidates.length > 0 ? '' : (like?.reasons ?? '');
  row.reason = `疑似已在项目表中：${describe(project)}${why || '相近'}`;
  row.candidates = [project, ...row.candidates.filter((other) => other !== project)];
}

interface Surroundings {
  apply(row: PlannedRow, project: Project): Applied;
  places: ReturnType<typeof listPlaceReader>;
  reference: PlanReference;
  options: ImportOptions;
}

interface Matched {
  matches: ReadonlyMap<number, Match>;
  likeness: Likeness;
  /** Pairs without a difference: most of a list that is sent again. */
  equal: ReadonlyMap<number, number>;
}

function matchAll(
  live: readonly PlannedRow[],
  existing: readonly Project[],
  { apply, places, reference, options }: Surroundings,
): Matched {
  const incoming = live.map((row) => matchKey(row.project.values, places));
  const known = existing.map((project) => matchKey(project, places));
  const equal = new Map<number, number>();
  const state: Matching = { matches: new Map(), free: new Set(existing.keys()) };
  pairByHand(live, existing, options.pairs, state);
  matchProjects(
    {
      incoming,
      existing: known,
      isEqual(row, project) {
        const isEqual = apply(live[row] as PlannedRow, existing[project] as Project).changes.length === 0;
        if (isEqual) equal.set(row, project);
        return isEqual;
      },
      rowMark: (row) => markOf((live[row] as PlannedRow).project),
      projectMark: (project) => projectMark(existing[project] as Project),
    },
    state,
  );
  const made = new Map<number, Project>();
  const likeness = matchChanged(
    {
      incoming,
      existing: known,
      project: (index) => existing[index] as Project,
      rowProject(row) {
        const { project, regionCode } = live[row] as PlannedRow;
        const found = made.get(row) ?? rowProject(project, `行${row}`, regionCode);
        made.set(row, found);
        return found;
      },
      wordsOf,
      tableOf: (row) => (live[row] as PlannedRow).table,
      reference,
    },
    state,
  );
  return { matches: state.matches, likeness, equal };
}

/** What the user paired comes first; two rows for one project are refused. */
function pairByHand(
  live: readonly PlannedRow[],
  existing: readonly Project[],
  pairs: ImportOptions['pairs'],
  state: Matching,
): void {
  if (pairs.size === 0) return;
  const byId = new Map(existing.map((project, index) => [project.id, index]));
  const rowsOf = new Map<number, number[]>();
  live.forEach((row, index) => {
    const id = pairs.get(rowKey(row));
    if (id === undefined) return;
    const project = id === null ? undefined : byId.get(id);
    if (id === null) state.matches.set(index, NEW_ROW);
    else if (project === undefined)
      state.matches.set(index, { ...NEW_ROW, conflict: '选定要更新的项目已不在项目表中，请重新选定' });
    else rowsOf.set(project, [...(rowsOf.get(project) ?? []), index]);
  });
  for (const [project, rows] of rowsOf) {
    state.free.delete(project);
    const conflict =
      rows.length > 1 ? `来表有 ${rows.length} 行选定更新同一个项目“${existing[project]?.name ?? ''}”，只能选一行` : '';
    for (const row of rows)
      state.matches.set(row, {
        existing: conflict === '' ? project : null,
        conflict,
        candidates: conflict === '' ? [] : [project],
      });
  }
}

const words = new WeakMap<Project, string>();

/** 建设内容 as it is compared, folded once for each project. */
function wordsOf(project: Project): string {
  const found = words.get(project) ?? bareText(project.content ?? '');
  words.set(project, found);
  return found;
}

function markOf({ values, amounts }: ReadProject): Mark {
  return { total: amounts.total, content: bareText(values.content ?? '') };
}

function projectMark(project: Project): Mark {
  return { total: project.amounts.total, content: wordsOf(project) };
}
