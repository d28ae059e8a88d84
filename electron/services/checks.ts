// All findings of a workbook, each with the sheet row its project came from.
import { publishedTablesOf } from '#seeds/published.ts';
import { checkPublished } from '#shared/checks/check-published.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { PublishedTable } from '#shared/checks/published-table.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { projectOrigins } from './projects.ts';
import type { Session } from './session.ts';

export interface PrintedTables {
  /** Also those printed for the region, as the seeds hold them. */
  published?: boolean;
  /** Printed tables that the user brought. */
  files?: readonly PublishedTable[];
}

/** Findings of the list and of the printed tables asked for; these are compared with the list where it holds projects. */
export function findAll(session: Session, { published = false, files = [] }: PrintedTables = {}): Finding[] {
  const data = session.planData();
  const printed = [...(published ? publishedTablesOf(data.plan.regionCode) : []), ...files];
  const own = withOrigins(session, runChecks(data, { imports: importedProjects(session) }));
  if (printed.length === 0) return own;
  return [...own, ...checkPublished(printed, data.projects.length > 0 ? data : undefined)];
}

interface ImportMemory {
  batches: number;
  imports: ReadonlyMap<string, ReadonlySet<string>>;
}
const remembered = new WeakMap<Session, ImportMemory>();

/**
 * The projects that each import brought, oldest import first. Rows of an import are written once, so the map is read
 * again only after another import.
 */
function importedProjects(session: Session): ImportMemory['imports'] {
  const { db } = session.file;
  const batches = db.prepare('SELECT count(*) FROM import_batch').pluck().get() as number;
  const memory = remembered.get(session);
  if (memory?.batches === batches) return memory.imports;
  const rows = db
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
  remembered.set(session, { batches, imports });
  return imports;
}

function withOrigins(session: Session, findings: readonly Finding[]): Finding[] {
  if (!findings.some((finding) => finding.projectId !== undefined)) return [...findings];
  const origins = projectOrigins(session);
  return findings.map((finding) => {
    const source = finding.projectId === undefined ? undefined : origins.get(finding.projectId);
    return source && !finding.source ? { ...finding, source } : finding;
  });
}
