// What is in a workbook, in the few figures by which people tell one backup from another.
import type { Database } from 'better-sqlite3';
import { chainHead } from '#electron/db/kernel/chain.ts';

export interface WorkbookContent {
  /** The first link of the chain: the same in all copies of a workbook; '' where there is none. */
  root: string;
  head: string;
  /** The newest step of the log; 0 for none. */
  step: number;
  projects: number;
  /** 总投资 of all projects in 分. */
  totalFen: number;
}

/** Reads them from an open database. Throws what SQLite says where it cannot be read. */
export function describeContent(db: Database): WorkbookContent {
  const one = (sql: string): unknown => db.prepare(sql).pluck().get();
  const hasChain = one("SELECT 1 FROM sqlite_schema WHERE name = 'link'") !== undefined;
  return {
    root: hasChain ? String(one('SELECT hash FROM link ORDER BY change_set LIMIT 1') ?? '') : '',
    head: hasChain ? chainHead(db) : '',
    step: Number(one('SELECT coalesce(max(id), 0) FROM change_set')),
    projects: Number(one('SELECT count(*) FROM project')),
    totalFen: Number(one("SELECT coalesce(sum(amount_fen), 0) FROM allocation WHERE year = 0 AND source = ''")),
  };
}
