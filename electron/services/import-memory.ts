// What checks need to know of imports: who brought which project, from which sheet row, with which unclean amounts. Rows of
// an import are written once, so all of it is read again only after another import.

import type { CheckOptions, RawAmount } from '#shared/checks/rule.ts';
import { type AmountUnit, parsePlainAmount } from '#shared/import/parse-amount.ts';
import { type SourceColumn, type SourceRow, unpackRow } from '#shared/import/source-cells.ts';
import { projectOrigins } from './projects.ts';
import type { Session } from './session.ts';

export interface ImportMemory {
  imports: NonNullable<CheckOptions['imports']>;
  rawAmounts: NonNullable<CheckOptions['rawAmounts']>;
  origins: ReturnType<typeof projectOrigins>;
}

const remembered = new WeakMap<Session, { batches: number; memory: ImportMemory }>();

/** The imports of a workbook. */
export function importMemory(session: Session): ImportMemory {
  const { db } = session.file;
  const batches = db.prepare('SELECT count(*) FROM import_batch').pluck().get() as number;
  const known = remembered.get(session);
  if (known?.batches === batches) return known.memory;
  const memory = {
    imports: readImports(session),
    rawAmounts: readRawAmounts(session),
    origins: projectOrigins(session),
  };
  remembered.set(session, { batches, memory });
  return memory;
}

/** The projects that each import brought, oldest import first. */
function readImports({ file }: Session): ImportMemory['imports'] {
  const rows = file.db
    .prepare<[], { batch: string; project: string | null }>(
      `SELECT b.id AS batch, r.project_id AS project
       FROM import_batch b LEFT JOIN import_row r ON r.batch_id = b.id AND r.project_id IS NOT NULL
       ORDER BY b.at, b.id, r.row_number`,
    )
    .all();
  const imports = new Map<string, Set<string>>();
  for (const { batch, project } of rows) {
    const projects = imports.get(batch) ?? new Set<string>();
    if (project !== null) projects.add(project);
    imports.set(batch, projects);
  }
  return imports;
}

/** Amount cells whose text is no plain number, from each project's newest import. */
function readRawAmounts({ file }: Session): ImportMemory['rawAmounts'] {
  interface Row {
    batch: string;
    body: string;
    project: string;
    row: number;
    cells: string;
  }
  const rows = file.db
    .prepare<[], Row>(
      `SELECT b.id AS batch, b.body, r.project_id AS project, r.row_number AS row, r.cells
       FROM import_row r JOIN import_batch b ON b.id = r.batch_id
       WHERE r.project_id IS NOT NULL ORDER BY b.at, b.id, r.row_number`,
    )
    .iterate();
  const found = new Map<string, RawAmount[]>();
  let batch = '';
  let unit: AmountUnit = '万元';
  let columns: SourceColumn[] = [];
  for (const row of rows) {
    if (row.batch !== batch) {
      const body = JSON.parse(row.body) as { unit: AmountUnit; columns: SourceColumn[] };
      batch = row.batch;
      unit = body.unit;
      columns = body.columns.filter(({ key }) => key !== null && /^(?:total$|source:|year:|cell:)/.test(key));
    }
    const unclean = unpackRow(JSON.parse(row.cells) as SourceRow, row.row, columns).flatMap(
      ({ cell, raw, columnKey }): RawAmount[] =>
        columnKey === null || parsePlainAmount(raw, unit) ? [] : [{ column: columnKey, cell, raw, unit }],
    );
    if (unclean.length > 0) found.set(row.project, unclean);
    else found.delete(row.project);
  }
  return found;
}
