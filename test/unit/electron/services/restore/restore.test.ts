// Backups are listed with what changed since, restored as a copy or in place, and never from a damaged file.
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock } from '#electron/db/lock.ts';
import { USUAL_LIMITS } from '#electron/services/backups/rotate.ts';
import { writeBackup } from '#electron/services/backups/write-backup.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { addProjects, removeProjects } from '#electron/services/projects.ts';
import { listBackups } from '#electron/services/restore/list-backups.ts';
import { restoreCopy, restoreInPlace } from '#electron/services/restore/restore.ts';
import { examineFile } from '#electron/services/verify.ts';
import { tamper } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const root = makeTempFolder();

function setUp() {
  const folder = join(root, randomUUID());
  mkdirSync(folder);
  const path = makeWorkbook(folder, { sample: true });
  const store = join(folder, 'store');
  const order = { workbook: path, store, reason: '导入前', at: '2026-03-01T01:00:00.000Z', limits: USUAL_LIMITS };
  const backup = writeBackup(order);
  return { folder, path, store, order, backup };
}

function edit(path: string): void {
  const { session } = openSession(path);
  const [first, second] = session.planData().projects;
  editProjects(session, { edits: [{ id: first?.id ?? '', column: 'total', text: '1' }], skipInvalid: false });
  removeProjects(session, [second?.id ?? '']);
  addProjects(session, { place: { endOf: null }, count: 3 });
  session.close();
}

describe('listBackups', () => {
  it('says what is in each and what changed since, by the log', () => {
    const { path, store, backup } = setUp();
    edit(path);
    const [row] = listBackups({ store, workbook: path, withFolder: false });
    expect(row).toMatchObject({
      path: backup.path,
      reason: '导入前',
      projects: 514,
      totalFen: backup.totalFen,
      since: { added: 3, removed: 1, changed: 1 },
      state: 'sound',
    });
  });

  it('finds copies that somebody made beside the workbook, not other workbooks there', () => {
    const { folder, path, store } = setUp();
    copyFileSync(path, join(folder, '手工备份.xianjie'));
    makeWorkbook(folder, { sample: true });
    edit(path);
    const rows = listBackups({ store, workbook: path, withFolder: false });
    expect(rows.map(({ name, reason }) => [name, reason])).toContainEqual(['手工备份.xianjie', '文件']);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ reason }) => reason === '文件')?.since).toEqual({ added: 3, removed: 1, changed: 1 });
    expect(listBackups({ store, workbook: path, withFolder: true })).toHaveLength(4);
    expect(listBackups({ store, workbook: null, withFolder: false })).toHaveLength(1);
  });

  it('finds the backups of a workbook that was moved', () => {
    const { folder, path, store, backup } = setUp();
    const moved = join(folder, '改名.xianjie');
    copyFileSync(path, moved);
    expect(listBackups({ store, workbook: moved, withFolder: false }).map((row) => row.path)).toContain(backup.path);
  });

  it('does not take the note of a backup for its content: one that was damaged since is told', () => {
    const { path, store, backup } = setUp();
    tamper(backup.path, "UPDATE allocation SET amount_fen = 1 WHERE year = 0 AND source = ''");
    const [row] = listBackups({ store, workbook: path, withFolder: false });
    expect(row?.state).toBe('damaged');
    expect(row?.problems[0]).toContain('总投资');
    writeFileSync(backup.path, 'no workbook');
    expect(listBackups({ store, workbook: path, withFolder: false })[0]).toMatchObject({
      state: 'damaged',
      projects: null,
    });
  });
});

describe('restore', () => {
  it('as a copy: sound, ending as the backup does; the workbook stays as it is', () => {
    const { folder, path, backup } = setUp();
    edit(path);
    const before = readFileSync(path);
    const target = join(folder, '恢复.xianjie');
    expect(restoreCopy({ backup: backup.path, target })).toEqual({ head: backup.head });
    expect(examineFile(target)).toMatchObject({ problems: [], head: backup.head });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('in place: what stood there is put aside with its journal, which plays into nothing else', () => {
    const { path, backup } = setUp();
    edit(path);
    const before = readFileSync(path);
    writeFileSync(`${path}-journal`, 'a journal');
    const { aside } = restoreInPlace({ backup: backup.path, target: path });
    expect(aside).toMatch(/恢复前\.xianjie$/);
    expect(readFileSync(aside ?? '').equals(before)).toBe(true);
    expect(readFileSync(`${aside}-journal`, 'utf8')).toBe('a journal');
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(examineFile(path)).toMatchObject({ problems: [], head: backup.head });
  });

  it('from a damaged backup: refused, with the first problem; nothing is written', () => {
    const { folder, path, backup } = setUp();
    tamper(backup.path, "UPDATE allocation SET amount_fen = 1 WHERE year = 0 AND source = ''");
    const before = readFileSync(path);
    expect(() => restoreInPlace({ backup: backup.path, target: path })).toThrow(/处损坏，没有照它恢复（项目/);
    const target = join(folder, '恢复.xianjie');
    expect(() => restoreCopy({ backup: backup.path, target })).toThrow('处损坏');
    expect(existsSync(target)).toBe(false);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('not over a workbook that is open', () => {
    const { path, backup } = setUp();
    const lock = acquireLock(path);
    expect(() => restoreInPlace({ backup: backup.path, target: path })).toThrow('正在别处打开');
    if ('release' in lock) lock.release();
  });
});
