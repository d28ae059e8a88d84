// The tables of projects: one row a project, one row for each of its figures.
import type { Database } from 'better-sqlite3';
import { yearNumber, yearOfNumber } from '#shared/domain/outside-years.ts';
import { cellKey, type Project, splitCellKey } from '#shared/domain/project.ts';
import { toFen } from '#shared/values/money.ts';
import { columnStore } from '../kernel/column-store.ts';
import type { Store } from '../kernel/kind.ts';
import { prepare } from '../kernel/prepared.ts';

export type ProjectValues = Omit<Project, 'amounts' | 'own'>;

/** Own columns as JSON; null where it holds nothing in them. */
type Row = ProjectValues & { own: string | null };

/** Project field -> column; the order is that of the record. */
const PROJECT_COLUMNS: Record<keyof Row, string> = {
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
  originId: 'origin_id',
  originWorkbook: 'origin_workbook',
  own: 'own',
};

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
  else if (row.source === '') amounts.byYear[yearOfNumber(row.year)] = fen;
  else amounts.cells[cellKey(yearOfNumber(row.year), row.source)] = fen;
}

/** Plain loops: an import hands over tens of thousands of amounts. */
function eachAllocation({ amounts }: Project, take: (year: number, source: string, fen: number) => void): void {
  if (amounts.total !== null) take(0, '', amounts.total);
  for (const source in amounts.bySource) take(0, source, amounts.bySource[source] as number);
  for (const year in amounts.byYear) take(yearNumber(year), '', amounts.byYear[year] as number);
  for (const key in amounts.cells) {
    const { year, source } = splitCellKey(key);
    take(yearNumber(year), source, amounts.cells[key] as number);
  }
}

const ALLOCATION = 'SELECT project_id, year, source, amount_fen FROM allocation';

/** Projects with their figures. */
export function projectStore(db: Database): Store<Project> {
  const rows = columnStore<Row>(db, {
    table: 'project',
    columns: PROJECT_COLUMNS,
    key: ['id'],
    orderBy: 'rowid',
  });
  const withAmounts = ({ own, ...values }: Row): Project => ({
    ...values,
    ...(own === null ? {} : { own: JSON.parse(own) }),
    amounts: { total: null, bySource: {}, byYear: {}, cells: {} },
  });
  const toRow = ({ own, ...values }: Project): Row => ({
    ...values,
    own: own === undefined ? null : JSON.stringify(own),
  });
  const insertAmounts = (id: string, image: Project): void => {
    const allocate = prepare(db, 'INSERT INTO allocation (project_id, year, source, amount_fen) VALUES (?, ?, ?, ?)');
    eachAllocation(image, (year, source, fen) => allocate.run(id, year, source, fen));
  };
  return {
    read(id) {
      const values = rows.read(id);
      if (!values) return null;
      const project = withAmounts(values);
      const figures = db.prepare<[string], AllocationRow>(`${ALLOCATION} WHERE project_id = ? ORDER BY year, source`);
      for (const row of figures.iterate(id)) addAllocation(project, row);
      return project;
    },
    write(id, image) {
      rows.write(id, image === null ? null : toRow(image));
      if (image === null) return;
      prepare(db, 'DELETE FROM allocation WHERE project_id = ?').run(id);
      insertAmounts(id, image);
    },
    insert(id, image) {
      rows.insert(id, toRow(image));
      insertAmounts(id, image);
    },
    readAll() {
      const projects = new Map(rows.readAll().map(([id, values]) => [id, withAmounts(values)]));
      for (const row of db.prepare<[], AllocationRow>(`${ALLOCATION} ORDER BY project_id, year, source`).iterate()) {
        const project = projects.get(row.project_id);
        if (project) addAllocation(project, row);
      }
      return [...projects];
    },
  };
}
