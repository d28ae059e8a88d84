// Holds the schema of a workbook against the one that this program lays down: a trigger, view, table or column of somebody
// else is told by name. A foreign trigger changes other projects behind every edit.
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';

type ObjectType = 'table' | 'index' | 'trigger' | 'view';

export interface SchemaProblem {
  type: ObjectType;
  name: string;
  /** extra: not ours. missing: ours and gone. changed: of our name, but not as we make it. */
  fault: 'extra' | 'missing' | 'changed';
  /** In Chinese. */
  message: string;
}

interface SchemaRow {
  type: ObjectType;
  name: string;
  sql: string;
}

const TYPE_WORDS: Readonly<Record<ObjectType, string>> = {
  table: '数据表',
  index: '索引',
  trigger: '触发器',
  view: '视图',
};

function schemaRows(db: Database): Map<string, SchemaRow> {
  const rows = db
    .prepare<[], SchemaRow>(
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'",
    )
    .all();
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row]));
}

function columnsOf(db: Database, table: string): Set<string> {
  const query = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)');
  return new Set(query.all(table).map(({ name }) => name));
}

interface Expected {
  rows: ReadonlyMap<string, SchemaRow>;
  columns: ReadonlyMap<string, ReadonlySet<string>>;
}

let expected: Expected | null = null;

/** What all migrations and kinds together make; worked out once. */
function expectedSchema(): Expected {
  if (expected) return expected;
  const db = new BetterSqlite3(':memory:');
  migrate(db);
  const rows = schemaRows(db);
  const tables = [...rows.values()].filter(({ type }) => type === 'table');
  expected = { rows, columns: new Map(tables.map(({ name }) => [name, columnsOf(db, name)])) };
  db.close();
  return expected;
}

/** Where the schema of a workbook of the current version is not what it should be; [] for a sound one. */
export function schemaProblems(db: Database): SchemaProblem[] {
  const ours = expectedSchema();
  const found = schemaRows(db);
  const problems: SchemaProblem[] = [];
  for (const [key, { type, name, sql }] of found) {
    const right = ours.rows.get(key);
    if (!right) {
      problems.push({ type, name, fault: 'extra', message: `有一个不是本程序建立的${TYPE_WORDS[type]}“${name}”` });
    } else if (right.sql !== sql) {
      const how = type === 'table' ? columnWords(ours.columns.get(name) ?? new Set(), columnsOf(db, name)) : '';
      const message = `${TYPE_WORDS[type]}“${name}”与本程序建立的不同${how}`;
      problems.push({ type, name, fault: 'changed', message });
    }
  }
  for (const [key, { type, name }] of ours.rows) {
    if (found.has(key)) continue;
    problems.push({ type, name, fault: 'missing', message: `缺少${TYPE_WORDS[type]}“${name}”` });
  }
  return problems;
}

/** The triggers of a workbook that this program did not make: they would run with every edit. */
export function foreignTriggers(db: Database): string[] {
  return schemaProblems(db)
    .filter(({ type, fault }) => type === 'trigger' && fault !== 'missing')
    .map(({ name }) => name);
}

/**
 * Takes what is not ours out of a copy and puts back the indexes and triggers that are missing or changed. Tables are not
 * touched: a foreign one is dropped, one of ours that was changed is a problem that stays.
 */
export function mendSchema(db: Database): void {
  const ours = expectedSchema().rows;
  for (const { type, name, fault } of schemaProblems(db)) {
    const isTable = type === 'table';
    if (fault !== 'missing' && !(isTable && fault === 'changed')) {
      db.exec(`DROP ${type.toUpperCase()} IF EXISTS "${name.replaceAll('"', '""')}"`);
    }
    const right = ours.get(`${type} ${name}`);
    if (right && !isTable) db.exec(right.sql);
  }
}

function columnWords(right: ReadonlySet<string>, found: ReadonlySet<string>): string {
  const list = (names: string[]): string => names.map((name) => `“${name}”`).join('、');
  const extra = [...found].filter((name) => !right.has(name));
  const missing = [...right].filter((name) => !found.has(name));
  const parts = [
    ...(extra.length > 0 ? [`多出列${list(extra)}`] : []),
    ...(missing.length > 0 ? [`少了列${list(missing)}`] : []),
  ];
  return parts.length > 0 ? `（${parts.join('，')}）` : '（列的规定改过）';
}
