// 归档: the workbook gets small and stays whole and provable, its history is in the archive, and nothing is lost in between.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '#electron/db/kernel/chain.ts';
import { foreignKind } from '#electron/db/kernel/kind-tables.ts';
import { KINDS } from '#electron/db/kinds/index.ts';
import { archiveHistory } from '#electron/services/archive/archive-history.ts';
import { examineArchives } from '#electron/services/archive/open-archive.ts';
import { readBaseline } from '#electron/services/baseline.ts';
import { describeChangeSet, projectHistory } from '#electron/services/history.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { changesSince } from '#electron/services/restore/changes-since.ts';
import { gatherFacts } from '#electron/services/restore/gather-facts.ts';
import { revertChangeSet } from '#electron/services/revert.ts';
import type { Session } from '#electron/services/session.ts';
import { findState } from '#electron/services/state-code.ts';
import { examineFile, verifyDatabase } from '#electron/services/verify.ts';
import { tamperWith } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const EDITS = 40;
const KEEP = 10;

let path: string;
let session: Session;
let id: string;

const edit = (text: string): unknown =>
  editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
const facts = (): string => JSON.stringify(session.planData());
const linkOf = (db: Database, step: number): string =>
  db.prepare<[number], string>('SELECT hash FROM link WHERE change_set = ?').pluck().get(step) as string;
/** Everything about a project that the log tells. */
const history = (): unknown => projectHistory(session, { id, limit: 100 });

beforeEach(() => {
  path = makeWorkbook(makeTempFolder(), { sample: true });
  session = openSession(path).session;
  id = session.planData().projects[0]?.id ?? '';
  for (let step = 1; step <= EDITS; step += 1) edit(String(step));
  return () => session.close();
});

describe('an archived log', () => {
  it('leaves every fact, proves them, and makes the workbook smaller', async () => {
    const before = facts();
    const newest = EDITS + 1;
    const done = await archiveHistory(session, { keep: KEEP });
    expect(done).toMatchObject({ first: 1, last: newest - KEEP });
    expect(done.after).toBeLessThan(done.before);
    expect(facts()).toBe(before);
    expect(verifyDatabase(session.file.db)).toEqual([]);
    expect(examineFile(join(done.folder, done.file)).problems).toEqual([]);
    expect(statSync(join(done.folder, done.file)).mode & 0o222).toBe(0);
    session.close();
    session = openSession(path).session;
    expect(facts()).toBe(before);
    expect(verifyDatabase(session.file.db)).toEqual([]);
  });

  it('still takes recent steps back, after a restart too, and refuses archived ones with the reason', async () => {
    const { last } = await archiveHistory(session, { keep: KEEP });
    for (let step = 0; step < KEEP; step += 1) session.undo();
    expect(session.project(id).amounts.total).toBe((EDITS - KEEP) * 1_000_000);
    expect(session.status().undo).toBeNull();
    expect(() => session.undo()).toThrow('没有可以撤销的操作');
    session.close();
    session = openSession(path).session;
    expect(session.status().undo).toBeNull();
    for (let step = 0; step < KEEP; step += 1) session.redo();
    expect(session.project(id).amounts.total).toBe(EDITS * 1_000_000);
    expect(() => revertChangeSet(session, last)).toThrow(/已归档的步骤.*不能撤回/);
    expect(verifyDatabase(session.file.db)).toEqual([]);
  });

  it('tells the same history as before out of the archive; without it, where that is', async () => {
    const [whole, step] = [history(), describeChangeSet(session, 5)];
    const { file, folder } = await archiveHistory(session, { keep: KEEP });
    edit('100');
    edit('101');
    const second = await archiveHistory(session, { keep: 1 });
    expect(second.first).toBe(EDITS + 2 - KEEP);
    expect(describeChangeSet(session, 5)).toEqual(step);
    const now = projectHistory(session, { id, limit: 100 });
    expect(now.elsewhere).toBeNull();
    expect(now.steps.slice(2)).toEqual((whole as typeof now).steps);
    renameSync(join(folder, file), join(folder, 'x'));
    expect(() => describeChangeSet(session, 5)).toThrow(/操作记录档案“.*档案1.*不在工作簿旁边/);
    expect(projectHistory(session, { id, limit: 100 }).elsewhere).toContain(file);
  });

  it('gives the state after any step for a comparison, archived or not', async () => {
    const at = (step: number): unknown => readBaseline(session, { step }).projects.find((one) => one.id === id);
    const before = [2, 20, 30, 31, 32, 40].map(at);
    await archiveHistory(session, { keep: KEEP });
    expect([2, 20, 30, 31, 32, 40].map(at)).toEqual(before);
  });

  it('knows the codes of archived states, and what changed since', async () => {
    const { db } = session.file;
    const head = linkOf(db, 5);
    const before = [findState(db, head), changesSince(db, { step: 5, head })];
    await archiveHistory(session, { keep: KEEP });
    const [state, since] = [findState(db, head), changesSince(db, { step: 5, head })];
    expect(state).toEqual({ ...before[0], stepsSince: EDITS + 1 - 5 + 1 });
    expect(since).toEqual(before[1]);
  });

  it('is refused where there is nothing to archive, and to be changed by a program that does not know it', async () => {
    await expect(archiveHistory(session, { keep: 1000 })).rejects.toThrow('没有可归档的操作记录');
    expect(foreignKind(session.file.db, KINDS)).toBeNull();
    await archiveHistory(session, { keep: KEEP });
    expect(foreignKind(session.file.db, KINDS)).toBeNull();
    expect(session.file.db.prepare("SELECT version FROM kind WHERE name = 'logArchive'").pluck().get()).toBe(1);
  });

  it('lets salvage prove the facts of archived steps', async () => {
    await archiveHistory(session, { keep: KEEP });
    const gathered = gatherFacts(session.file.db);
    expect(gathered.isLogDamaged).toBe(false);
    expect(gathered.facts.filter(({ outcome }) => outcome !== null)).toEqual([]);
  });
});

describe('a forged archived log', () => {
  it.each([
    ['who did it', "UPDATE change_set SET author = '别人' WHERE id = 3"],
    [
      'a last image',
      "UPDATE change SET after = json_set(after, '$.note', 'x') WHERE change_set = 1 AND version > 0 AND seq > 300",
    ],
    ['a touched project taken out', 'DELETE FROM change WHERE change_set = 7'],
    ['a link', `UPDATE link SET hash = '${'0'.repeat(64)}' WHERE change_set = 8`],
    [
      'the entry of the archive',
      "UPDATE change SET after = replace(after, '档案1', '档案2') WHERE entity = 'logArchive'",
    ],
    ['how far it goes', "UPDATE change SET after = json_set(after, '$.last', 20) WHERE entity = 'logArchive'"],
    ['the entry taken out', "DELETE FROM change WHERE entity = 'logArchive'"],
  ])('%s is told', async (_, sql) => {
    await archiveHistory(session, { keep: KEEP });
    session.close();
    const db = new BetterSqlite3(path);
    tamperWith(db, sql);
    expect(checkChain(db)).not.toBeNull();
    db.close();
    session = openSession(path).session;
  });

  it('an archive file that was changed is told by verify, one that is elsewhere too', async () => {
    const { file, folder } = await archiveHistory(session, { keep: KEEP });
    const { db } = session.file;
    expect(examineArchives(db, folder)).toMatchObject({ problems: [], notes: [expect.stringContaining('一致')] });
    expect(examineArchives(db, dirname(folder))).toMatchObject({
      problems: [],
      notes: [expect.stringContaining('不在')],
    });
    renameSync(join(folder, file), join(folder, 'x'));
    copyFileSync(path, join(folder, file));
    expect(examineArchives(db, folder).problems).toEqual([expect.stringContaining('与归档时不同')]);
    rmSync(join(folder, file), { force: true });
    mkdirSync(join(folder, file));
    expect(examineArchives(db, folder)).toMatchObject({ problems: [], notes: [expect.stringContaining('没有核对')] });
  });

  it('an archive that a copy was made without is told when the copy is opened', async () => {
    const { file } = await archiveHistory(session, { keep: KEEP });
    expect(session.status().notes).toEqual([]);
    const away = join(makeTempFolder(), '拷走的.xianjie');
    copyFileSync(path, away);
    const copy = openSession(away).session;
    expect(copy.status().notes).toEqual([expect.stringContaining(`操作记录档案“${file}”`)]);
    copy.close();
  });
});

describe('cut off in between', () => {
  it('leaves the workbook as it was, with a whole copy beside it', async () => {
    const { db } = session.file;
    const before = [facts(), history(), linkOf(db, EDITS + 1)];
    expect(() => session.archiveLog({ last: 5, link: 'not this log', file: 'x', bytes: 1, sha256: 'x' })).toThrow(
      '没有归档，工作簿没有改动',
    );
    expect([facts(), history(), linkOf(db, EDITS + 1)]).toEqual(before);
    expect(verifyDatabase(db)).toEqual([]);
  });

  it('writes under another name where one is taken, and leaves no draft', async () => {
    writeFileSync(path.replace('.xianjie', '-操作记录档案1.xianjie'), 'something else');
    const { file, folder } = await archiveHistory(session, { keep: KEEP });
    expect(file).toContain('档案2');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(existsSync(join(folder, file))).toBe(true);
  });
});
