// Remembered layouts of the workbook: how a header that came before was mapped.
import type { Database } from 'better-sqlite3';
import { type LayoutMemory, mergeLayouts } from '#shared/import/layout-memory.ts';
import { prepare } from './kernel/prepared.ts';

export function readLayout(db: Database, fingerprint: string): LayoutMemory | undefined {
  const row = prepare<[string], { body: string }>(db, 'SELECT body FROM layout_memory WHERE fingerprint = ?');
  const found = row.get(fingerprint);
  return found === undefined ? undefined : (JSON.parse(found.body) as LayoutMemory);
}

/** Lays new decisions over those that are remembered. */
export function writeLayout(db: Database, fingerprint: string, memory: LayoutMemory): void {
  const merged = mergeLayouts(readLayout(db, fingerprint), memory);
  prepare(
    db,
    'INSERT INTO layout_memory (fingerprint, body) VALUES (?, ?) ON CONFLICT (fingerprint) DO UPDATE SET body = excluded.body',
  ).run(fingerprint, JSON.stringify(merged));
}
