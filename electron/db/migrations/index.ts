// All migrations in order; the position is the user_version it brings a file to. A released migration is frozen.
import { sql as workbook } from './0001-workbook.ts';
import { sql as records } from './0002-records.ts';
import { sql as author } from './0003-author.ts';

export interface Migration {
  version: number;
  slug: string;
  sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, slug: 'workbook', sql: workbook },
  { version: 2, slug: 'records', sql: records },
  { version: 3, slug: 'author', sql: author },
];

/** The user_version that this program writes. */
export const CURRENT_VERSION = MIGRATIONS.length;

/** 'XJWB': tells a workbook from any other SQLite file. */
export const APPLICATION_ID = 0x584a5742;
