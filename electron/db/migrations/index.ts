// All migrations in order; the position is the user_version it brings a file to. A released migration is frozen.

import type { Database } from 'better-sqlite3';
import { sql as workbook } from './0001-workbook.ts';
import { sql as records } from './0002-records.ts';
import { sql as author } from './0003-author.ts';
import { run as enterLog, sql as kinds } from './0004-kinds.ts';
import { sql as frame, run as nameFrame } from './0005-frame.ts';
import { sql as outsideYears } from './0006-outside-years.ts';

export interface Migration {
  version: number;
  slug: string;
  sql: string;
  /** What SQL alone cannot do; runs after it, in the same transaction. */
  run?: (db: Database) => void;
}

export const MIGRATIONS: readonly Migration[] = [
  { version: 1, slug: 'workbook', sql: workbook },
  { version: 2, slug: 'records', sql: records },
  { version: 3, slug: 'author', sql: author },
  { version: 4, slug: 'kinds', sql: kinds, run: enterLog },
  { version: 5, slug: 'frame', sql: frame, run: nameFrame },
  { version: 6, slug: 'outside-years', sql: outsideYears },
];

/** The user_version that this program writes. */
export const CURRENT_VERSION = MIGRATIONS.length;

/** 'XJWB': tells a workbook from any other SQLite file. */
export const APPLICATION_ID = 0x584a5742;
