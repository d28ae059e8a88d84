// What checks need to know of imports: who brought which project, from which sheet row, with which unclean amounts. Rows of
// an import are written once, so all of it is read again only after another import.

import { countBatches, eachSourceRow, originsOfProjects, projectsOfBatches } from '#electron/db/provenance.ts';
import type { CheckOptions, RawAmount } from '#shared/checks/rule.ts';
import { type SourceColumn, type SourceRow, unpackRow } from '#shared/import/source-cells.ts';
import { type AmountUnit, parsePlainAmount } from '#shared/values/parse-amount.ts';
import type { Session } from './session.ts';

export interface ImportMemory {
  imports: NonNullable<CheckOptions['imports']>;
  rawAmounts: NonNullable<CheckOptions['rawAmounts']>;
  origins: ReturnType<typeof originsOfProjects>;
}

const remembered = new WeakMap<Session, { batches: number; memory: ImportMemory }>();

/** The imports of a workbook. */
export function importMemory(session: Session): ImportMemory {
  const { db } = session.file;
  const batches = countBatches(db);
  const known = remembered.get(session);
  if (known?.batches === batches) return known.memory;
  const memory = {
    imports: readImports(session),
    rawAmounts: readRawAmounts(session),
    origins: originsOfProjects(db),
  };
  remembered.set(session, { batches, memory });
  return memory;
}

/** The projects that each import brought, oldest import first. */
function readImports({ file }: Session): ImportMemory['imports'] {
  const imports = new Map<string, Set<string>>();
  for (const { batch, project } of projectsOfBatches(file.db)) {
    const projects = imports.get(batch) ?? new Set<string>();
    if (project !== null) projects.add(project);
    imports.set(batch, projects);
  }
  return imports;
}

/** Amount cells whose text is no plain number, from each project's newest import. */
function readRawAmounts({ file }: Session): ImportMemory['rawAmounts'] {
  const found = new Map<string, RawAmount[]>();
  let batch = '';
  let unit: AmountUnit = '万元';
  let columns: SourceColumn[] = [];
  for (const row of eachSourceRow(file.db)) {
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
