// What became of the projects since an earlier state of a workbook, by its log.
import type { Database } from 'better-sqlite3';
import type { ChangesSince } from '#shared/domain/backup-row.ts';

interface Touched {
  before: string | null;
  after: string | null;
}

/** null where the log has no such step, or that step had another link then: it is no earlier state of this workbook. */
export function changesSince(db: Database, { step, head }: { step: number; head: string }): ChangesSince | null {
  const link = db.prepare<[number], string>('SELECT hash FROM link WHERE change_set = ?').pluck().get(step);
  if (head === '' || link !== head) return null;
  const rows = db
    .prepare<[number], Touched>(
      `SELECT (SELECT before FROM change f WHERE f.change_set = t.first AND f.entity = 'project' AND f.entity_id = t.id) AS before,
              (SELECT after FROM change l WHERE l.change_set = t.last AND l.entity = 'project' AND l.entity_id = t.id) AS after
       FROM (SELECT entity_id AS id, min(change_set) AS first, max(change_set) AS last
             FROM change WHERE entity = 'project' AND change_set > ? GROUP BY entity_id) t`,
    )
    .all(step);
  const since: ChangesSince = { added: 0, removed: 0, changed: 0 };
  for (const { before, after } of rows) {
    if (before === after) continue;
    if (before === null) since.added += 1;
    else if (after === null) since.removed += 1;
    else since.changed += 1;
  }
  return since;
}
