// Reading and filling the reference tables and settings of a workbook.
import type { Database } from 'better-sqlite3';
import type {
  Category,
  CategoryMapping,
  CategoryScheme,
  FundSource,
  Indicator,
  PlanInfo,
  ReferenceData,
  Region,
} from '#shared/domain/reference.ts';

/** Reads all reference data, each list in its printed order. */
export function readReference(db: Database): ReferenceData {
  type Raw<T> = Omit<T, 'aliases'> & { aliases: string };
  const withAliases = <T>(rows: unknown[]): T[] =>
    (rows as Raw<T>[]).map((row) => ({ ...row, aliases: JSON.parse(row.aliases) }) as T);
  const all = (sql: string): unknown[] => db.prepare(sql).all();
  return {
    regions: withAliases<Region>(all('SELECT code, parent, name, level, aliases FROM region ORDER BY position')),
    schemes: all('SELECT id, name FROM category_scheme ORDER BY position') as CategoryScheme[],
    categories: withAliases<Category>(
      all('SELECT id, scheme, parent, ordinal, name, aliases FROM category ORDER BY position'),
    ),
    mappings: all('SELECT from_category AS "from", to_category AS "to" FROM category_mapping') as CategoryMapping[],
    fundSources: withAliases<FundSource>(all('SELECT id, parent, name, aliases FROM fund_source ORDER BY position')),
    indicators: (all('SELECT body FROM indicator ORDER BY number') as { body: string }[]).map(
      (row) => JSON.parse(row.body) as Indicator,
    ),
  };
}

/** Fills the empty reference tables of a new workbook. */
export function writeReference(db: Database, reference: ReferenceData): void {
  const insert = (sql: string, rows: readonly unknown[][]): void => {
    const statement = db.prepare(sql);
    for (const row of rows) statement.run(...row);
  };
  insert(
    'INSERT INTO region (code, parent, name, level, aliases, position) VALUES (?, ?, ?, ?, ?, ?)',
    reference.regions.map((r, i) => [r.code, r.parent, r.name, r.level, JSON.stringify(r.aliases), i]),
  );
  insert(
    'INSERT INTO category_scheme (id, name, position) VALUES (?, ?, ?)',
    reference.schemes.map((s, i) => [s.id, s.name, i]),
  );
  insert(
    'INSERT INTO category (id, scheme, parent, ordinal, name, aliases, position) VALUES (?, ?, ?, ?, ?, ?, ?)',
    reference.categories.map((c, i) => [c.id, c.scheme, c.parent, c.ordinal, c.name, JSON.stringify(c.aliases), i]),
  );
  insert(
    'INSERT INTO category_mapping (from_category, to_category) VALUES (?, ?)',
    reference.mappings.map((m) => [m.from, m.to]),
  );
  insert(
    'INSERT INTO fund_source (id, parent, name, aliases, position) VALUES (?, ?, ?, ?, ?)',
    reference.fundSources.map((s, i) => [s.id, s.parent, s.name, JSON.stringify(s.aliases), i]),
  );
  insert(
    'INSERT INTO indicator (number, body) VALUES (?, ?)',
    reference.indicators.map((i) => [i.number, JSON.stringify(i)]),
  );
}

/** The plan that the workbook holds. */
export function readPlan(db: Database): PlanInfo {
  const value = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck().get('plan');
  if (value === undefined) throw new Error('workbook without a plan');
  return JSON.parse(value) as PlanInfo;
}

export function writePlan(db: Database, plan: PlanInfo): void {
  db.prepare(
    "INSERT INTO setting (key, value) VALUES ('plan', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  ).run(JSON.stringify(plan));
}
