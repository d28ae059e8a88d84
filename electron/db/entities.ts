// The things that the change log speaks of, each read and written as one plain value (its image).
// Undo writes the image from before, redo the one from after: no entity needs code of its own for that.
import type { Database, Statement } from 'better-sqlite3';
import type { Claim } from '#shared/domain/claims.ts';
import { toFen } from '#shared/domain/money.ts';
import { cellKey, type Project, splitCellKey } from '#shared/domain/project.ts';
import type { RecordImage } from '#shared/records/records.ts';
import { recordStore } from './records.ts';

export interface EntityImages {
  project: Project;
  claim: Claim;
  record: RecordImage;
}
export type EntityName = keyof EntityImages;

export interface EntityStore<T> {
  read(id: string): T | null;
  /** null deletes. */
  write(id: string, image: T | null): void;
  /** Writes an entity that is not there yet; SQLite refuses a known id. */
  insert(id: string, image: T): void;
  readAll(): T[];
}

export type EntityStores = { [Name in EntityName]: EntityStore<EntityImages[Name]> };

type ProjectValues = Omit<Project, 'amounts'>;

/** Project field -> column; the order is that of the record. */
const PROJECT_COLUMNS: Record<keyof ProjectValues, string> = {
  id: 'id',
  position: 'position',
  code: 'code',
  name: 'name',
  categoryId: 'category_id',
  regionCode: 'region_code',
  town: 'town',
  village: 'village',
  nature: 'nature',
  content: 'content',
  startAt: 'start_at',
  endAt: 'end_at',
  households: 'households',
  people: 'people',
  poorHouseholds: 'poor_households',
  poorPeople: 'poor_people',
  villages: 'villages',
  unit: 'unit',
  department: 'department',
  implementer: 'implementer',
  person: 'person',
  phone: 'phone',
  nationalType: 'national_type',
  nationalSubtype: 'national_subtype',
  goal: 'goal',
  linkage: 'linkage',
  participation: 'participation',
  subsidyStandard: 'subsidy_standard',
  documentNumber: 'document_number',
  note: 'note',
};
const PROJECT_FIELDS = Object.keys(PROJECT_COLUMNS) as (keyof ProjectValues)[];

interface AllocationRow {
  project_id: string;
  year: number;
  source: string;
  amount_fen: number;
}

function addAllocation(project: Project, row: AllocationRow): void {
  const fen = toFen(row.amount_fen);
  const { amounts } = project;
  if (row.year === 0 && row.source === '') amounts.total = fen;
  else if (row.year === 0) amounts.bySource[row.source] = fen;
  else if (row.source === '') amounts.byYear[row.year] = fen;
  else amounts.cells[cellKey(row.year, row.source)] = fen;
}

/** Plain loops: an import hands over tens of thousands of amounts. */
function eachAllocation({ amounts }: Project, take: (year: number, source: string, fen: number) => void): void {
  if (amounts.total !== null) take(0, '', amounts.total);
  for (const source in amounts.bySource) take(0, source, amounts.bySource[source] as number);
  for (const year in amounts.byYear) take(Number(year), '', amounts.byYear[year] as number);
  for (const key in amounts.cells) {
    const { year, source } = splitCellKey(key);
    take(Number(year), source, amounts.cells[key] as number);
  }
}

interface ProjectStatements {
  insert: Statement;
  upsert: Statement;
  remove: Statement;
  /** Forgets all amounts of a project. */
  clear: Statement;
  allocate: Statement;
}

function prepareWrites(db: Database): ProjectStatements {
  const columns = PROJECT_FIELDS.map((field) => PROJECT_COLUMNS[field]);
  const insert = `INSERT INTO project (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  return {
    insert: db.prepare(insert),
    upsert: db.prepare(
      `${insert} ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    ),
    remove: db.prepare('DELETE FROM project WHERE id = ?'),
    clear: db.prepare('DELETE FROM allocation WHERE project_id = ?'),
    allocate: db.prepare('INSERT INTO allocation (project_id, year, source, amount_fen) VALUES (?, ?, ?, ?)'),
  };
}

/** By position: a name to look up for each of thirty values costs more than the insert. */
function columnValues(image: Project): unknown[] {
  return PROJECT_FIELDS.map((field) => image[field]);
}

function projectStore(db: Database): EntityStore<Project> {
  const selected = PROJECT_FIELDS.map((field) => `${PROJECT_COLUMNS[field]} AS "${field}"`).join(', ');
  const allocation = 'SELECT project_id, year, source, amount_fen FROM allocation';
  const readOne = db.prepare<[string], ProjectValues>(`SELECT ${selected} FROM project WHERE id = ?`);
  const readAllocations = db.prepare<[string], AllocationRow>(
    `${allocation} WHERE project_id = ? ORDER BY year, source`,
  );
  let prepared: ProjectStatements | undefined;
  const statements = (): ProjectStatements => {
    prepared ??= prepareWrites(db);
    return prepared;
  };
  const insertAmounts = (id: string, image: Project): void => {
    const { allocate } = statements();
    eachAllocation(image, (year, source, fen) => allocate.run(id, year, source, fen));
  };
  const withAmounts = (values: ProjectValues): Project => ({
    ...values,
    amounts: { total: null, bySource: {}, byYear: {}, cells: {} },
  });
  return {
    read(id) {
      const values = readOne.get(id);
      if (!values) return null;
      const project = withAmounts(values);
      for (const row of readAllocations.iterate(id)) addAllocation(project, row);
      return project;
    },
    write(id, image) {
      const { upsert, remove, clear } = statements();
      if (image === null) {
        remove.run(id);
        return;
      }
      upsert.run(columnValues(image));
      clear.run(id);
      insertAmounts(id, image);
    },
    insert(id, image) {
      statements().insert.run(columnValues(image));
      insertAmounts(id, image);
    },
    readAll() {
      const projects = new Map<string, Project>();
      for (const values of db.prepare<[], ProjectValues>(`SELECT ${selected} FROM project`).iterate()) {
        projects.set(values.id, withAmounts(values));
      }
      for (const row of db.prepare<[], AllocationRow>(`${allocation} ORDER BY project_id, year, source`).iterate()) {
        const project = projects.get(row.project_id);
        if (project) addAllocation(project, row);
      }
      return [...projects.values()];
    },
  };
}

function claimStore(db: Database): EntityStore<Claim> {
  const parse = (row: { body: string }): Claim => JSON.parse(row.body) as Claim;
  const write = (id: string, image: Claim | null): void => {
    if (image === null) db.prepare('DELETE FROM claim WHERE id = ?').run(id);
    else {
      db.prepare(
        `INSERT INTO claim (id, batch_id, position, body)
         VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM claim), ?)
         ON CONFLICT (id) DO UPDATE SET batch_id = excluded.batch_id, body = excluded.body`,
      ).run(id, image.batchId, JSON.stringify(image));
    }
  };
  return {
    read(id) {
      const row = db.prepare<[string], { body: string }>('SELECT body FROM claim WHERE id = ?').get(id);
      return row ? parse(row) : null;
    },
    write,
    insert: write,
    readAll() {
      return db.prepare<[], { body: string }>('SELECT body FROM claim ORDER BY position').all().map(parse);
    },
  };
}

/** The stores of one connection. */
export function openEntities(db: Database): EntityStores {
  return { project: projectStore(db), claim: claimStore(db), record: recordStore(db) };
}
