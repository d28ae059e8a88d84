// All findings of a workbook, each with the sheet row its project came from and what planners said about it.
import { publishedTablesOf } from '#seeds/published.ts';
import { checkPublished } from '#shared/checks/check-published.ts';
import { withExplanations } from '#shared/checks/explanation.ts';
import type { Finding, FindingPart } from '#shared/checks/finding.ts';
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
export function findAll(session: Session, printed: PrintedTables = {}): readonly Finding[] {
  return withExplanations(findUnexplained(session, printed), session.planData().records);
}

function findUnexplained(session: Session, { published = false, files = [] }: PrintedTables): readonly Finding[] {
  const data = session.planData();
  const printed = [...(published ? publishedTablesOf(data.plan.regionCode) : []), ...files];
  const { imports, origins } = importMemory(session);
  const own = withOrigins(runChecks(data, { imports }), origins);
  if (printed.length === 0) return own;
  return [...own, ...checkPublished(printed, data.projects.length > 0 ? data : undefined)];
}

/** What the right value of a finding is made of; [] for one that is no sum or is gone. */
export function partsOf(session: Session, key: string, printed: PrintedTables): readonly FindingPart[] {
  return findUnexplained(session, printed).find((finding) => finding.key === key)?.parts ?? [];
}

interface ImportMemory {
  batches: number;
  /** The projects that each import brought, oldest import first. */
  imports: ReadonlyMap<string, ReadonlySet<string>>;
  /** The sheet row of each project. */
  origins: ReturnType<typeof projectOrigins>;
}
const remembered = new WeakMap<Session, ImportMemory>();

/** What imports left behind. Rows of an import are written once, so this is read again only after another import. */
function importMemory(session: Session): ImportMemory {
  const { db } = session.file;
  const batches = db.prepare('SELECT count(*) FROM import_batch').pluck().get() as number;
  const known = remembered.get(session);
  if (known?.batches === batches) return known;
  const memory = { batches, imports: importedProjects(session), origins: projectOrigins(session) };
  remembered.set(session, memory);
  return memory;
}

function importedProjects({ file: { db } }: Session): ImportMemory['imports'] {
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
  return imports;
}

/** A finding about a project with the sheet row it came from; remembered, since rules remember findings too. */
const placed = new WeakMap<Finding, Finding>();

function withOrigins(findings: readonly Finding[], origins: ImportMemory['origins']): readonly Finding[] {
  if (origins.size === 0) return findings;
  return findings.map((finding) => {
    const source = finding.projectId === undefined ? undefined : origins.get(finding.projectId);
    if (!source || finding.source) return finding;
    const known = placed.get(finding);
    if (known?.source === source) return known;
    const made = { ...finding, source };
    placed.set(finding, made);
    return made;
  });
}
