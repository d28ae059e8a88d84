// Makes the schema of a province's database on its first use, and looks whether it is one that this program knows.
import type { Client } from 'pg';
import { AppError } from '#shared/values/app-error.ts';
import { FACT_TABLES, PUBLICATION, type PublishTable, SCHEMA_VERSION } from './tables.ts';
import { VIEWS } from './views.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** "schema"."table" */
export function qualified(schema: string, name: string): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

/**
 * Inside the caller's transaction. Errors (AppError): newer-version for a schema of a newer program, cannot-write for a schema
 * that holds something else.
 */
export async function makeSchema(client: Client, schema: string): Promise<void> {
  const there = await client.query<{ table_name: string }>(
    'SELECT table_name FROM information_schema.tables WHERE table_schema = $1',
    [schema],
  );
  if (there.rows.some(({ table_name }) => table_name === 'version')) return assertVersion(client, schema);
  if (there.rows.length > 0) {
    throw new AppError(
      'cannot-write',
      `数据库的模式“${schema}”里已经有别的表（${there.rows[0]?.table_name} 等），没有写入。请用 --schema 另指定一个模式。`,
    );
  }
  const known = await client.query('SELECT 1 FROM information_schema.schemata WHERE schema_name = $1', [schema]);
  if (known.rows.length === 0) await client.query(`CREATE SCHEMA ${quoted(schema)}`);
  for (const sql of statements(schema)) await client.query(sql);
}

async function assertVersion(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ number: number }>(`SELECT number FROM ${qualified(schema, 'version')}`);
  const found = rows[0]?.number ?? 0;
  if (found === SCHEMA_VERSION) return;
  throw new AppError(
    'newer-version',
    `数据库的模式“${schema}”是第 ${found} 版，本程序写第 ${SCHEMA_VERSION} 版，没有写入。请用新版程序，或用 --schema 另指定一个模式。`,
  );
}

/** All statements that make the schema's tables, indexes and views. */
function statements(schema: string): string[] {
  const made = [
    `CREATE TABLE ${qualified(schema, 'version')} (number integer NOT NULL)`,
    `INSERT INTO ${qualified(schema, 'version')} VALUES (${SCHEMA_VERSION})`,
    ...[PUBLICATION, ...FACT_TABLES].flatMap((table) => tableSql(schema, table)),
  ];
  const within = (sql: string): string => sql.replaceAll('$schema', quoted(schema));
  for (const { name, comment, sql } of VIEWS) {
    const view = qualified(schema, name);
    made.push(`CREATE VIEW ${view} AS ${within(sql)}`, `COMMENT ON VIEW ${view} IS ${literal(comment)}`);
  }
  return made;
}

function tableSql(schema: string, { name, comment, columns, key }: PublishTable): string[] {
  const table = qualified(schema, name);
  const parts = columns.map((one) => `${quoted(one.name)} ${one.type}${one.isRequired ? ' NOT NULL' : ''}`);
  if (key.length > 0) parts.push(`PRIMARY KEY (${key.map(quoted).join(', ')})`);
  if (columns[0]?.name === 'publication_id')
    parts.push(`FOREIGN KEY ("publication_id") REFERENCES ${qualified(schema, PUBLICATION.name)} ("id")`);
  return [
    `CREATE TABLE ${table} (${parts.join(', ')})`,
    `COMMENT ON TABLE ${table} IS ${literal(comment)}`,
    ...columns.map((one) => `COMMENT ON COLUMN ${table}.${quoted(one.name)} IS ${literal(one.comment)}`),
    // What has no key is found by its project all the same.
    ...(key.length === 0 ? [`CREATE INDEX ON ${table} ("publication_id", "project_id")`] : []),
  ];
}
