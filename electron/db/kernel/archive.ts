// 归档: the images of long past steps leave the workbook for an archive file, which is a whole copy of the workbook as it
// was. Their rows stay, without content: who did what when, how many were touched, and every link of the chain. The last
// image of each fact stays too, for that is what the facts are held against. An entry of the log, part of the chain like
// every other, names the archive file by its hash, and the hash of all that stayed.
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { feed } from './digest.ts';
import { allChanges, linkedSets } from './log-rows.ts';
import { prepare } from './prepared.ts';
import { provenanceDigests } from './provenance.ts';

export interface LogArchive {
  /** The first and the last step whose images are in this file and no longer in the workbook. */
  first: number;
  last: number;
  /** The link of the last of them. */
  link: string;
  /** Name of the archive file; it lies beside the workbook. */
  file: string;
  bytes: number;
  sha256: string;
  /** The hash of what stayed in the workbook of all archived steps. */
  kept: string;
}

/** How an archive stands in the log: no kind of fact, so that nothing but the archive reads it. */
export const ARCHIVE_ENTITY = 'logArchive';
export const ARCHIVE_ID = 'log';
/** The version of a change whose images are archived; what an image was is `0`, so that "added" and "deleted" stay. */
export const ARCHIVED = 0;

/** The archives of a workbook, the oldest first. */
export function readArchives(db: Database): LogArchive[] {
  const rows = prepare<[string, string], string>(
    db,
    'SELECT after FROM change WHERE entity_id = ? AND entity = ? ORDER BY change_set',
  ).pluck();
  return rows.all(ARCHIVE_ID, ARCHIVE_ENTITY).map((text) => JSON.parse(text) as LogArchive);
}

/** The last step whose images are archived; 0 where none are. */
export function archivedThrough(db: Database): number {
  return readArchives(db).at(-1)?.last ?? 0;
}

/** The hash of all that the workbook holds of the steps up to `last`, links included. */
export function keptDigest(db: Database, last: number): string {
  const hash = createHash('sha256');
  const provenanceOf = provenanceDigests(db);
  const changes = allChanges(db);
  try {
    for (const set of linkedSets(db)) {
      if (set.id > last) break;
      feed(
        hash,
        set.id,
        set.at,
        set.command,
        set.label,
        set.author,
        set.kind,
        set.target,
        set.hash,
        provenanceOf(set.id),
      );
      for (const change of changes.of(set.id)) feed(hash, ...change);
    }
  } finally {
    changes.close();
  }
  return hash.digest('hex');
}
