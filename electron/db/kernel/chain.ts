// The hash chain over the log: each change set has a link, the SHA-256 of the link before it and of all that the step
// wrote (who, when, what, every image, every row of provenance). Whoever changes a written step, or takes one out, breaks
// every link after it; the head names the state of the whole book in 64 letters.
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { feed } from './digest.ts';
import type { ChangeSet, LoggedChange } from './log.ts';
import { prepare } from './prepared.ts';
import { provenanceDigest, provenanceDigests } from './provenance.ts';

/** The newest link; '' before the first step. */
export function chainHead(db: Database): string {
  const row = prepare<[], { hash: string }>(db, 'SELECT hash FROM link ORDER BY change_set DESC LIMIT 1').get();
  return row?.hash ?? '';
}

/** The change sets whose link begins with these hex digits, the newest first. */
export function stepsOfLink(db: Database, digits: string): number[] {
  const rows = prepare<[number, string], { id: number }>(
    db,
    'SELECT change_set AS id FROM link WHERE substr(hash, 1, ?) = ? ORDER BY change_set DESC',
  );
  return rows.all(digits.length, digits).map(({ id }) => id);
}

/** Writes the link of a change set that was just written; `provenance` is the digest of what came in with it. */
export function addLink(db: Database, changeSet: ChangeSet, changes: Iterable<LoggedChange>, provenance: string): void {
  const hash = linkHash(chainHead(db), changeSet, changes, provenance);
  prepare(db, 'INSERT INTO link (change_set, hash) VALUES (?, ?)').run(changeSet.id, hash);
}

function linkHash(before: string, set: ChangeSet, changes: Iterable<LoggedChange>, provenance: string): string {
  const hash = createHash('sha256');
  feed(hash, before, set.id, set.at, set.command, set.label, set.author, set.kind, set.target, provenance);
  for (const change of changes) feed(hash, ...change);
  return hash.digest('hex');
}

export interface ChainProblem {
  /** The first change set whose link does not fit; null where the numbering itself is broken. */
  changeSet: number | null;
  /** In Chinese: what does not fit. */
  message: string;
}

/** Works out every link anew. The first that does not fit is told: those after it follow from it. */
export function checkChain(db: Database): ChainProblem | null {
  const changes = allChanges(db);
  try {
    return checkLinks(db, changes.of);
  } finally {
    changes.close();
  }
}

function checkLinks(db: Database, changesOf: (changeSet: number) => Iterable<LoggedChange>): ChainProblem | null {
  const sets = db.prepare<[], ChangeSet & { hash: string | null }>(
    `SELECT c.id, c.at, c.command, c.label, c.author, c.kind, c.target, l.hash
     FROM change_set c LEFT JOIN link l ON l.change_set = c.id ORDER BY c.id`,
  );
  const digestOf = provenanceDigests(db);
  let before = '';
  let expected = 1;
  for (const { hash, ...set } of sets.all()) {
    if (set.id !== expected) {
      return { changeSet: null, message: `修改日志断号：第 ${expected} 步不在，下一步是第 ${set.id} 步` };
    }
    expected += 1;
    const right = linkHash(before, set, changesOf(set.id), digestOf(set.id));
    if (right !== hash) {
      const what = `第 ${set.id} 步“${set.label}”（${set.at.slice(0, 10)}）`;
      return {
        changeSet: set.id,
        message: hash === null ? `修改日志${what}没有校验码` : `修改日志${what}与它的校验码不符，写入以后被改动过`,
      };
    }
    before = right;
  }
  const stray = prepare<[number], { n: number }>(db, 'SELECT count(*) AS n FROM link WHERE change_set >= ?');
  const extra = stray.get(expected)?.n ?? 0;
  return extra === 0 ? null : { changeSet: null, message: `修改日志末尾少了 ${extra} 步` };
}

interface AllChanges {
  /** The changes of a step; asked for in the order of the steps. */
  of(changeSet: number): Iterable<LoggedChange>;
  close(): void;
}

/** All changes of the log, gone through once. */
function allChanges(db: Database): AllChanges {
  const query = db.prepare(
    'SELECT change_set, entity, entity_id, version, before, after FROM change ORDER BY change_set, seq',
  );
  const rows = query.raw().iterate() as IterableIterator<[changeSet: number, ...LoggedChange]>;
  let next = rows.next();
  return {
    *of(changeSet) {
      for (; !next.done && next.value[0] <= changeSet; next = rows.next()) {
        const [set, ...change] = next.value;
        if (set === changeSet) yield change;
      }
    },
    close: () => rows.return?.(),
  };
}

/**
 * The steps whose own link fits, each held against the link before it as that is stored: of a damaged log it says which
 * steps are as they were written. What cannot be read does not fit.
 */
export function soundSteps(db: Database, sets: readonly ChangeSet[]): Set<number> {
  const linkOf = (id: number): string | undefined =>
    prepare<[number], { hash: string }>(db, 'SELECT hash FROM link WHERE change_set = ?').get(id)?.hash;
  const sound = new Set<number>();
  for (const set of sets) {
    try {
      const before = set.id === 1 ? '' : linkOf(set.id - 1);
      if (before === undefined) continue;
      const right = linkHash(before, set, changesOf(db, set.id), provenanceDigest(db, set.id));
      if (linkOf(set.id) === right) sound.add(set.id);
    } catch {
      // A page of it is lost.
    }
  }
  return sound;
}

function changesOf(db: Database, changeSet: number): LoggedChange[] {
  return prepare<[number], LoggedChange>(
    db,
    'SELECT entity, entity_id, version, before, after FROM change WHERE change_set = ? ORDER BY seq',
  )
    .raw()
    .all(changeSet) as LoggedChange[];
}
