// Statements are prepared once a connection.
import type { Database, Statement } from 'better-sqlite3';

const prepared = new WeakMap<Database, Map<string, Statement>>();

/** The prepared statement of an SQL text on a connection. */
export function prepare<Bind extends unknown[] = unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Bind, Row> {
  const known = prepared.get(db) ?? new Map<string, Statement>();
  prepared.set(db, known);
  const statement = known.get(sql) ?? db.prepare(sql);
  known.set(sql, statement);
  return statement as unknown as Statement<Bind, Row>;
}
