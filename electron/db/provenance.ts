// Reading where values came from: the imported rows of projects, with their raw texts.
import type { Database } from 'better-sqlite3';
import { prepare } from './kernel/prepared.ts';

/** A row of a sheet that a project came from; `body` and `cells` are JSON (shared/import/source-cells.ts). */
export interface SourceRowOfProject {
  file: string;
  sheet: string;
  at: string;
  body: string;
  row: number;
  cells: string;
}

/** The sheet rows of one project, the newest import first. */
export function sourceRowsOf(db: Database, projectId: string): SourceRowOfProject[] {
  return prepare<[string], SourceRowOfProject>(
    db,
    `SELECT b.file, b.sheet, b.at, b.body, r.row_number AS row, r.cells
     FROM import_row r JOIN import_batch b ON b.id = r.batch_id
     WHERE r.project_id = ? ORDER BY b.at DESC, r.row_number`,
  ).all(projectId);
}

/** File, sheet and row of each project that was imported, from its newest import. */
export function originsOfProjects(db: Database): Map<string, { file: string; sheet: string; row: number }> {
  const rows = prepare<[], { project: string; file: string; sheet: string; row: number }>(
    db,
    `SELECT r.project_id AS project, b.file, b.sheet, r.row_number AS row
     FROM import_row r JOIN import_batch b ON b.id = r.batch_id
     WHERE r.project_id IS NOT NULL ORDER BY b.at, r.row_number`,
  ).all();
  return new Map(rows.map(({ project, file, sheet, row }) => [project, { file, sheet, row }]));
}

/** The newest import of each project: its id, file and sheet. */
export function newestBatches(db: Database): Map<string, { batch: string; file: string; sheet: string }> {
  const rows = prepare<[], { project: string; batch: string; file: string; sheet: string }>(
    db,
    `SELECT r.project_id AS project, b.id AS batch, b.file, b.sheet
     FROM import_row r JOIN import_batch b ON b.id = r.batch_id
     WHERE r.project_id IS NOT NULL ORDER BY b.at, r.row_number`,
  ).all();
  return new Map(rows.map(({ project, ...origin }) => [project, origin]));
}

/** How many tables were imported so far. */
export function countBatches(db: Database): number {
  return prepare<[], { n: number }>(db, 'SELECT count(*) AS n FROM import_batch').get()?.n ?? 0;
}

/** Each import with the projects that it brought, the oldest first; null: an import without projects. */
export function projectsOfBatches(db: Database): { batch: string; project: string | null }[] {
  return prepare<[], { batch: string; project: string | null }>(
    db,
    `SELECT b.id AS batch, r.project_id AS project
     FROM import_batch b LEFT JOIN import_row r ON r.batch_id = b.id AND r.project_id IS NOT NULL
     ORDER BY b.at, b.id, r.row_number`,
  ).all();
}

/** All imported rows of projects, the oldest import first, one at a time. */
export function eachSourceRow(
  db: Database,
): IterableIterator<{ batch: string; body: string; project: string; row: number; cells: string }> {
  return db
    .prepare<[], { batch: string; body: string; project: string; row: number; cells: string }>(
      `SELECT b.id AS batch, b.body, r.project_id AS project, r.row_number AS row, r.cells
       FROM import_row r JOIN import_batch b ON b.id = r.batch_id
       WHERE r.project_id IS NOT NULL ORDER BY b.at, b.id, r.row_number`,
    )
    .iterate();
}
