// Where values come from (来源): one batch for each imported table, one row for each row of its sheet, with the raw
// texts. Written once with the change that took them in, kept when that change is taken back, and part of its link in
// the hash chain.
import { createHash, type Hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { feed } from './digest.ts';
import { prepare } from './prepared.ts';

export interface ProvenanceBatch {
  id: string;
  at: string;
  file: string;
  sheet: string;
  /** Title, unit and columns of the table, as JSON. */
  body: string;
}

export interface ProvenanceWriter {
  addBatch(batch: ProvenanceBatch): void;
  /** Rows of a batch come from the top down. `cells` is the JSON of the raw texts. */
  addRow(batchId: string, row: number, projectId: string | null, cells: string): void;
}

interface Open {
  hash: Hash;
  lastRow: number;
}

/** Writes the provenance of one commit. `finish` ties it to its change set and gives the digest of it, '' for none. */
export function writeProvenance(db: Database): {
  writer: ProvenanceWriter;
  isEmpty(): boolean;
  finish(changeSet: number): string;
} {
  const open = new Map<string, Open>();
  const hashOf = (batchId: string): Open => {
    const found = open.get(batchId);
    if (!found) throw new Error(`no batch ${batchId} in this commit`);
    return found;
  };
  return {
    writer: {
      addBatch({ id, at, file, sheet, body }) {
        prepare(db, 'INSERT INTO import_batch (id, at, file, sheet, body) VALUES (?, ?, ?, ?, ?)').run(
          id,
          at,
          file,
          sheet,
          body,
        );
        const hash = createHash('sha256');
        feed(hash, id, at, file, sheet, body);
        open.set(id, { hash, lastRow: 0 });
      },
      addRow(batchId, row, projectId, cells) {
        const batch = hashOf(batchId);
        if (row <= batch.lastRow) throw new Error(`row ${row} of a batch comes after row ${batch.lastRow}`);
        batch.lastRow = row;
        prepare(db, 'INSERT INTO import_row (batch_id, row_number, project_id, cells) VALUES (?, ?, ?, ?)').run(
          batchId,
          row,
          projectId,
          cells,
        );
        feed(batch.hash, row, projectId, cells);
      },
    },
    isEmpty: () => open.size === 0,
    finish(changeSet) {
      const tie = prepare(db, 'UPDATE import_batch SET change_set = ? WHERE id = ?');
      for (const id of open.keys()) tie.run(changeSet, id);
      return joined([...open].map(([id, { hash }]) => [id, hash.digest('hex')]));
    },
  };
}

/** The digest of all provenance of a change set, from what the file holds. */
export function provenanceDigest(db: Database, changeSet: number): string {
  const batches = prepare<[number], ProvenanceBatch>(
    db,
    'SELECT id, at, file, sheet, body FROM import_batch WHERE change_set = ?',
  ).all(changeSet);
  return joined(batches.map((batch) => [batch.id, batchDigest(db, batch)]));
}

/** The same for all change sets; most of them brought none, and are not asked for. */
export function provenanceDigests(db: Database): (changeSet: number) => string {
  const query = db.prepare<[], number>('SELECT DISTINCT change_set FROM import_batch WHERE change_set IS NOT NULL');
  const withProvenance = new Set(query.pluck().all());
  return (changeSet) => (withProvenance.has(changeSet) ? provenanceDigest(db, changeSet) : '');
}

function batchDigest(db: Database, { id, at, file, sheet, body }: ProvenanceBatch): string {
  const hash = createHash('sha256');
  feed(hash, id, at, file, sheet, body);
  const rows = db
    .prepare<[string], { row: number; project: string | null; cells: string }>(
      `SELECT row_number AS row, project_id AS project, cells FROM import_row WHERE batch_id = ? ORDER BY row_number`,
    )
    .iterate(id);
  for (const { row, project, cells } of rows) feed(hash, row, project, cells);
  return hash.digest('hex');
}

/** Batches have no order of their own: by id. */
function joined(digests: [id: string, digest: string][]): string {
  return digests
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, digest]) => digest)
    .join(' ');
}
