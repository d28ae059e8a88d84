// Takes the images of archived steps out of the log, as one step of its own. The archive file is there before.
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/values/app-error.ts';
import { ARCHIVE_ENTITY, ARCHIVE_ID, ARCHIVED, archivedThrough, keptDigest, type LogArchive } from './archive.ts';
import { addLink } from './chain.ts';
import { type Committed, type Writer, writeStep } from './commit.ts';
import type { Kinds } from './kind.ts';
import { foreignMark } from './kind-tables.ts';
import { prepare } from './prepared.ts';
import { translateWriteError } from './write-error.ts';

/**
 * Archives all steps up to `last`: their images are in the named file. Errors (AppError): conflict where the log is not the
 * one that the file holds, and those of commit. Nothing is changed then.
 */
export function archiveLog<K extends Kinds>(
  { kernel: { db }, author, assertOurs }: Writer<K>,
  archive: Pick<LogArchive, 'last' | 'link' | 'file' | 'bytes' | 'sha256'>,
): Committed<void, K> {
  const { last } = archive;
  try {
    return db
      .transaction((): Committed<void, K> => {
        assertOurs?.();
        const first = archivedThrough(db) + 1;
        if (linkOf(db, last) !== archive.link || last < first) {
          throw new AppError('conflict', '归档时操作记录又有变化，没有归档，工作簿没有改动。请再试一次。');
        }
        takeImagesOut(db, last);
        foreignMark(db, ARCHIVE_ENTITY);
        const image: LogArchive = { first, ...archive, kept: keptDigest(db, last) };
        const { changeSet, rows } = writeStep(
          db,
          {
            at: new Date().toISOString(),
            command: 'log.archive',
            author: author(),
            kind: 'base',
            target: null,
            label: `归档操作记录：第 ${first}—${last} 步`,
          },
          [[ARCHIVE_ENTITY, ARCHIVE_ID, 1, null, JSON.stringify(image)]],
        );
        addLink(db, changeSet, rows, '');
        return { value: undefined, changeSet, changes: [] };
      })
      .immediate();
  } catch (error) {
    throw translateWriteError(error);
  }
}

function linkOf(db: Database, step: number): string | undefined {
  return prepare<[number], { hash: string }>(db, 'SELECT hash FROM link WHERE change_set = ?').get(step)?.hash;
}

/** A later row of the same fact; `sets` narrows down in which steps. */
const later = (sets: string): string => `EXISTS (SELECT 1 FROM change l ${sets}
  WHERE l.entity_id = change.entity_id AND l.entity = change.entity AND l.change_set > change.change_set)`;

/**
 * What stays: of each fact the last image, of each project also the last that an import wrote (what an import would change
 * is told by it), and where a project came from (a second roll looks for it).
 */
function takeImagesOut(db: Database, last: number): void {
  const trigger = db
    .prepare<[string], { sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?")
    .get('change_keeps');
  if (trigger) db.exec('DROP TRIGGER change_keeps');
  db.prepare(
    `UPDATE change SET version = ${ARCHIVED}, before = iif(before IS NULL, NULL, '0'), after = iif(after IS NULL, NULL, '0')
     WHERE change_set <= ? AND version <> ${ARCHIVED} AND entity <> '${ARCHIVE_ENTITY}' AND ${later('')}
       AND NOT (entity = 'project' AND EXISTS (SELECT 1 FROM change_set s WHERE s.id = change.change_set AND s.command = 'import')
         AND NOT ${later("JOIN change_set s ON s.id = l.change_set AND s.command = 'import'")})
       AND NOT (entity = 'project' AND before IS NULL AND after ->> '$.originId' IS NOT NULL)`,
  ).run(last);
  if (trigger) db.exec(trigger.sql);
}
