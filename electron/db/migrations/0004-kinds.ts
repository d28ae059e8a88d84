// A store of any kind of fact: images in the log know their version, each step has a link in the hash chain, provenance
// names the step that it came with, kinds say which version their tables have. The frame of the plan, which had no log,
// enters it as it stands.
import { createHash, type Hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

export const sql = `
ALTER TABLE change ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE import_batch ADD COLUMN change_set INTEGER REFERENCES change_set (id);
CREATE INDEX import_batch_by_change_set ON import_batch (change_set);
CREATE INDEX claim_by_position ON claim (position);
CREATE INDEX record_by_position ON record (position);

CREATE TABLE link (
  change_set INTEGER PRIMARY KEY REFERENCES change_set (id),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- The version of the tables of each kind of fact that was added since.
CREATE TABLE kind (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER link_keeps BEFORE UPDATE ON link BEGIN SELECT RAISE(ABORT, 'link is append-only'); END;
CREATE TRIGGER link_stays BEFORE DELETE ON link BEGIN SELECT RAISE(ABORT, 'link is append-only'); END;
CREATE TRIGGER import_batch_keeps BEFORE UPDATE ON import_batch WHEN OLD.change_set IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'import_batch is append-only'); END;
CREATE TRIGGER import_batch_stays BEFORE DELETE ON import_batch BEGIN SELECT RAISE(ABORT, 'import_batch is append-only'); END;
`;

/** The frame as images of the first version, each with the name of its kind and its id. */
function frameImages(db: Database): [entity: string, id: string, image: string][] {
  const list = (entity: string, query: string): [string, string, string][] =>
    (db.prepare(query).raw().all() as [string, string][]).map(([id, image]) => [entity, id, image]);
  return [
    ...list('plan', "SELECT key, value FROM setting WHERE key = 'plan'"),
    ...list(
      'region',
      `SELECT code, json_object('code', code, 'parent', parent, 'name', name, 'level', level, 'aliases', json(aliases),
        'position', position) FROM region ORDER BY position`,
    ),
    ...list(
      'scheme',
      "SELECT id, json_object('id', id, 'name', name, 'position', position) FROM category_scheme ORDER BY position",
    ),
    ...list(
      'category',
      `SELECT id, json_object('id', id, 'scheme', scheme, 'parent', parent, 'ordinal', ordinal, 'name', name,
        'aliases', json(aliases), 'position', position) FROM category ORDER BY position`,
    ),
    ...list(
      'mapping',
      `SELECT from_category || '|' || to_category, json_object('from', from_category, 'to', to_category)
       FROM category_mapping ORDER BY from_category, to_category`,
    ),
    ...list(
      'fundSource',
      `SELECT id, json_object('id', id, 'parent', parent, 'name', name, 'aliases', json(aliases), 'position', position)
       FROM fund_source ORDER BY position`,
    ),
    ...list('indicator', 'SELECT CAST(number AS TEXT), body FROM indicator ORDER BY number'),
  ];
}

function feed(hash: Hash, ...texts: (string | number | null)[]): void {
  for (const text of texts) {
    const written = text === null ? null : String(text);
    hash.update(written === null ? '-;' : `${written.length}:${written};`);
  }
}

/** The digest of all provenance so far: it is tied to the step that upgrades the file. */
function tieProvenance(db: Database, changeSet: number): string {
  const batches = db.prepare('SELECT id, at, file, sheet, body FROM import_batch').raw().all() as string[][];
  const digests = batches.map(([id = '', ...rest]): [string, string] => {
    const hash = createHash('sha256');
    feed(hash, id, ...rest);
    const rows = db
      .prepare('SELECT row_number, project_id, cells FROM import_row WHERE batch_id = ? ORDER BY row_number')
      .raw();
    for (const row of rows.iterate(id)) feed(hash, ...(row as (string | number | null)[]));
    return [id, hash.digest('hex')];
  });
  db.prepare('UPDATE import_batch SET change_set = ?').run(changeSet);
  return digests
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, digest]) => digest)
    .join(' ');
}

/** Logs the frame as one step of kind 'base', then gives every step of the log its link. */
export function run(db: Database): void {
  const images = frameImages(db);
  let provenance = '';
  let upgrade = 0;
  if (images.length > 0) {
    const inserted = db
      .prepare(
        "INSERT INTO change_set (at, command, label, author, kind) VALUES (?, 'workbook.upgrade', ?, '', 'base')",
      )
      .run(new Date().toISOString(), '升级工作簿格式：规划设置记入操作记录');
    upgrade = Number(inserted.lastInsertRowid);
    const add = db.prepare(
      'INSERT INTO change (change_set, seq, entity, entity_id, version, before, after) VALUES (?, ?, ?, ?, 1, NULL, ?)',
    );
    images.forEach(([entity, id, image], index) => {
      add.run(upgrade, index + 1, entity, id, image);
    });
    provenance = tieProvenance(db, upgrade);
  }
  const sets = db
    .prepare('SELECT id, at, command, label, author, kind, target FROM change_set ORDER BY id')
    .raw()
    .all() as [number, ...(string | number | null)[]][];
  const changes = db
    .prepare('SELECT entity, entity_id, version, before, after FROM change WHERE change_set = ? ORDER BY seq')
    .raw();
  const link = db.prepare('INSERT INTO link (change_set, hash) VALUES (?, ?)');
  let before = '';
  for (const set of sets) {
    const hash = createHash('sha256');
    feed(hash, before, ...set, set[0] === upgrade ? provenance : '');
    for (const change of changes.iterate(set[0])) feed(hash, ...(change as (string | number | null)[]));
    before = hash.digest('hex');
    link.run(set[0], before);
  }
}
