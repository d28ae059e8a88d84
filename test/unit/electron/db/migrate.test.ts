import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, schemaVersion } from '#electron/db/migrate.ts';
import { CURRENT_VERSION, MIGRATIONS, type Migration } from '#electron/db/migrations/index.ts';
import { currentSchema } from '#electron/db/write-schema.ts';

const dbFolder = join(import.meta.dirname, '../../../../electron/db');

it('schema.sql is what the migrations make', () => {
  expect(readFileSync(join(dbFolder, 'schema.sql'), 'utf8')).toBe(currentSchema());
});

it('every migration file is listed, in order and without gaps', () => {
  const files = readdirSync(join(dbFolder, 'migrations')).filter((name) => /^\d{4}-/.test(name));
  expect(files).toEqual(MIGRATIONS.map((m) => `${String(m.version).padStart(4, '0')}-${m.slug}.ts`));
  expect(MIGRATIONS.map((m) => m.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

describe('migrate', () => {
  const next: Migration = {
    version: CURRENT_VERSION + 1,
    slug: 'next',
    sql: 'ALTER TABLE project ADD COLUMN extra TEXT;',
  };

  it('backs up an older file once, keeps its rows and raises the version', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db);
    db.exec("INSERT INTO region VALUES ('530402', NULL, '红塔区', 'county', '[]', 0)");
    const backups: number[] = [];
    const options = { backup: (from: number) => backups.push(from), migrations: [...MIGRATIONS, next] };
    expect(migrate(db, options)).toEqual({ from: CURRENT_VERSION, to: CURRENT_VERSION + 1 });
    expect(migrate(db, options)).toEqual({ from: CURRENT_VERSION + 1, to: CURRENT_VERSION + 1 });
    expect(backups).toEqual([CURRENT_VERSION]);
    expect(db.prepare('SELECT name FROM region').pluck().get()).toBe('红塔区');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it.each([
    ['fails', 'CREATE TABLE fine (a); SELECT nothing FROM nowhere;'],
    ['leaves a dangling reference', "INSERT INTO region VALUES ('1', 'missing', 'x', 'town', '[]', 0);"],
  ])('changes nothing where one %s', (_, sql) => {
    const db = new BetterSqlite3(':memory:');
    migrate(db);
    const before = db.prepare('SELECT sql FROM sqlite_schema').all();
    expect(() => migrate(db, { migrations: [...MIGRATIONS, { ...next, sql }] })).toThrow();
    expect(schemaVersion(db)).toBe(CURRENT_VERSION);
    expect(db.prepare('SELECT sql FROM sqlite_schema').all()).toEqual(before);
    expect(db.prepare('SELECT count(*) FROM region').pluck().get()).toBe(0);
  });
});

describe('migration 0006', () => {
  it('keeps every amount and lets money stand before and after the period', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, { migrations: MIGRATIONS.slice(0, 5), kinds: {} });
    db.exec("INSERT INTO region VALUES ('530402', NULL, '红塔区', 'county', '[]', 0)");
    db.exec("INSERT INTO project (id, position, name, region_code) VALUES ('p', 1, '甲', '530402')");
    const rows = [
      ['p', 0, '', 100],
      ['p', 0, 'fiscal', 100],
      ['p', 2021, '', 60],
      ['p', 2021, 'fiscal', 60],
    ];
    const insert = () => db.prepare('INSERT INTO allocation VALUES (?, ?, ?, ?)');
    for (const row of rows) insert().run(...row);
    migrate(db);
    expect(db.prepare('SELECT * FROM allocation').raw().all()).toEqual(rows);
    expect(db.prepare('SELECT origin_id, origin_workbook FROM project').raw().all()).toEqual([[null, null]]);
    for (const year of [1, 9999]) insert().run('p', year, '', 20);
    expect(() => insert().run('p', 2, '', 1)).toThrow(/CHECK/);
    expect(() => insert().run('q', 1, '', 1)).toThrow(/FOREIGN KEY/);
  });
});

describe('migration 0001', () => {
  it('keeps amounts whole numbers of 分 within the exact range', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db);
    db.exec("INSERT INTO region VALUES ('530402', NULL, '红塔区', 'county', '[]', 0)");
    db.exec("INSERT INTO project (id, position, name, region_code) VALUES ('p', 1, '甲', '530402')");
    const insert = db.prepare('INSERT INTO allocation VALUES (?, ?, ?, ?)');
    insert.run('p', 2021, 'fiscal', 350000);
    expect(() => insert.run('p', 2022, 'fiscal', 1.5)).toThrow();
    expect(() => insert.run('p', 2023, 'fiscal', 2 ** 51)).toThrow();
    expect(() => insert.run('q', 2021, 'fiscal', 1)).toThrow(/FOREIGN KEY/);
  });

  it('uses its indexes for what the screen asks', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db);
    const plan = (sql: string): string =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map((row) => row.detail).join('; ');
    expect(plan("SELECT * FROM import_row WHERE project_id = 'x'")).toMatch(/import_row_by_project/);
    expect(plan("SELECT * FROM allocation WHERE project_id = 'x'")).toMatch(/PRIMARY KEY/);
  });
});
