// Puts single values right in a copy of a workbook whose pages and log are sound: what the chain proves is written over
// what was changed past the program. The whole log stays, and the end of its chain with it.
import type { Database } from 'better-sqlite3';
import { checkChain } from '#electron/db/kernel/chain.ts';
import { openKernel, type Store } from '#electron/db/kernel/kind.ts';
import { compareWithLog } from '#electron/db/kernel/verify.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import { mendSchema, schemaProblems } from '#electron/db/schema-check.ts';
import type { SalvageItem } from '#shared/domain/salvage.ts';
import { describeDamage, verifyDatabase } from '../verify.ts';

/** Mends an open copy; null where the damage goes deeper, the copy is not to be used then. `notes` tell of its schema. */
export function mendCopy(db: Database): { items: SalvageItem[]; notes: string[] } | null {
  try {
    const pages = db.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (pages[0]?.integrity_check !== 'ok') return null;
    db.pragma('foreign_keys = OFF');
    const notes = schemaProblems(db).map(({ message }) => `${message}，已去掉或改回。`);
    mendSchema(db);
    if (checkChain(db) !== null) return null;
    const kernel = openKernel(db, KINDS);
    const differences = compareWithLog(kernel);
    if (differences.some(({ unreadable }) => unreadable.includes('logged'))) return null;
    const items = describeDamage(kernel, differences).map(
      (damage): SalvageItem => ({
        kind: damage.kind,
        name: damage.name,
        column: damage.column,
        found: damage.stored,
        logged: damage.logged,
        taken: damage.logged,
        outcome: damage.fault === 'foreign' ? 'dropped' : 'restored',
        message: damage.message,
      }),
    );
    db.transaction(() => {
      for (const { entity, id, logged } of differences) (kernel.stores[entity] as Store<unknown>).write(id, logged);
    })();
    return verifyDatabase(db).length === 0 ? { items, notes } : null;
  } catch {
    return null;
  }
}
