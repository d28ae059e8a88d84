// Stores whose image is one row of a table: a column a field.
import type { Database, Statement } from 'better-sqlite3';
import type { Store } from './kind.ts';
import { prepare } from './prepared.ts';

export interface ColumnTable<Image> {
  table: string;
  /** Field -> column; the order is that of the image. */
  columns: { readonly [Field in keyof Image & string]: string };
  /** Fields kept as JSON. */
  json?: readonly (keyof Image & string)[];
  /** Fields that make the id, joined by '|' where they are several. */
  key: readonly (keyof Image & string)[];
  orderBy: string;
}

/** A store of plain rows. A field that is missing in an image is refused: it would be lost in silence. */
export function columnStore<Image extends object>(db: Database, spec: ColumnTable<Image>): Store<Image> {
  const { table, columns, key } = spec;
  const fields = Object.keys(columns) as (keyof Image & string)[];
  const json = new Set<string>(spec.json ?? []);
  const column = (field: keyof Image & string): string => columns[field];
  const selected = fields.map((field) => `${column(field)} AS "${field}"`).join(', ');
  const where = key.map((field) => `${column(field)} = ?`).join(' AND ');
  const rest = fields.filter((field) => !key.includes(field));
  const insert = `INSERT INTO ${table} (${fields.map(column).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`;
  const update =
    rest.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${rest.map((field) => `${column(field)} = excluded.${column(field)}`).join(', ')}`;
  const upsert = `${insert} ON CONFLICT (${key.map(column).join(', ')}) ${update}`;
  const toImage = (row: Record<string, unknown>): Image => {
    for (const field of json) row[field] = JSON.parse(row[field] as string);
    return row as Image;
  };
  const values = (image: Image): unknown[] =>
    fields.map((field) => {
      const value = image[field];
      if (value === undefined) throw new Error(`${table}: an image without ${field}`);
      return json.has(field) ? JSON.stringify(value) : value;
    });
  const idOf = (image: Image): string => key.map((field) => String(image[field])).join('|');
  const partsOf = (id: string): string[] => (key.length === 1 ? [id] : id.split('|'));
  // Prepared when first used: readers of a workbook never write.
  const write = (sql: string): Statement => prepare(db, sql);
  return {
    read(id) {
      const row = prepare(db, `SELECT ${selected} FROM ${table} WHERE ${where}`).get(...partsOf(id));
      return row ? toImage(row as Record<string, unknown>) : null;
    },
    write(id, image) {
      if (image === null) write(`DELETE FROM ${table} WHERE ${where}`).run(...partsOf(id));
      else write(upsert).run(...values(image));
    },
    insert(_id, image) {
      write(insert).run(...values(image));
    },
    readAll() {
      const rows = db.prepare<[], Record<string, unknown>>(`SELECT ${selected} FROM ${table} ORDER BY ${spec.orderBy}`);
      return rows.all().map((row) => {
        const image = toImage(row);
        return [idOf(image), image];
      });
    },
  };
}
