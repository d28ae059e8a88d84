// What a program that was killed leaves behind: its own step is taken back, and its journal never plays into another file.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasHotJournal, journalPath, judgeJournal } from '#electron/db/journal.ts';
import { openFile } from '#electron/db/open.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { startSession } from '#electron/services/session.ts';
import { verifyDatabase } from '#electron/services/verify.ts';
import { backupWorkbook, createWorkbookFile } from '#electron/services/workbook-files.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { HONGTA, makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();

interface Crashed {
  path: string;
  /** A backup of before the last two edits. */
  backup: string;
  total: number | null | undefined;
}

/** A workbook whose program was killed in the middle of a step. */
async function crashed(): Promise<Crashed> {
  const place = mkdtempSync(join(folder, 'crash-'));
  const path = makeWorkbook(place, { sample: true });
  const backup = join(place, '备份.xianjie');
  const { session } = openSession(path);
  const id = session.planData().projects[0]?.id ?? '';
  const edit = (text: string) => editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
  edit('1');
  await backupWorkbook(session.file, backup);
  edit('2');
  edit('3');
  const total = session.project(id).amounts.total;
  session.close();
  const script = join(import.meta.dirname, '../../../support/crash-writer.ts');
  expect(spawnSync(process.execPath, [script, path]).signal).toBe('SIGKILL');
  expect(hasHotJournal(path)).toBe(true);
  return { path, backup, total };
}

const totalOf = (file: ReturnType<typeof openFile>) => {
  const session = startSession(file, () => undefined);
  return session.planData().projects[0]?.amounts.total;
};

describe('after a crash', () => {
  it('a reader sees the last saved step and leaves file and journal as they are', async () => {
    const { path, total } = await crashed();
    const before = [readFileSync(path), readFileSync(journalPath(path))];
    const file = openFile(path, { readOnly: true });
    expect(totalOf(file)).toBe(total);
    expect(file.notes.join()).toMatch(/没有写完的一步已经撤回/);
    file.close();
    expect([readFileSync(path), readFileSync(journalPath(path))]).toEqual(before);
  });

  it('a writer takes the unfinished step back, says so, and finds the file sound', async () => {
    const { path, total } = await crashed();
    const file = openFile(path);
    expect(totalOf(file)).toBe(total);
    expect(file.notes.join()).toMatch(/没有写完的一步已经撤回；此前保存的每一步都在/);
    expect(verifyDatabase(file.db)).toEqual([]);
    file.close();
    expect(existsSync(journalPath(path))).toBe(false);
  });
});

describe('a backup copied over a workbook that crashed', () => {
  it('is opened as it is; the journal of the other file is put aside', async () => {
    const { path, backup, total } = await crashed();
    copyFileSync(backup, path);
    const journal = readFileSync(journalPath(path));
    expect(judgeJournal(path)).toBe('foreign');
    const reader = openFile(path, { readOnly: true });
    expect(reader.notes.join()).toMatch(/不属于这个文件的日志/);
    reader.close();
    const file = openFile(path);
    expect(totalOf(file)).not.toBe(total);
    expect(file.notes.join()).toMatch(/不属于这个文件的日志.*已改名为“.*旧日志.*”/);
    expect(verifyDatabase(file.db)).toEqual([]);
    file.close();
    const aside = readdirSync(join(path, '..')).find((name) => name.includes('旧日志'));
    expect(readFileSync(join(path, '..', aside ?? ''))).toEqual(journal);
  });

  it('and a new workbook made in its place meet no old journal either', async () => {
    const { path } = await crashed();
    createWorkbookFile(path, HONGTA);
    expect(hasHotJournal(path)).toBe(false);
    const file = openFile(path);
    expect(verifyDatabase(file.db)).toEqual([]);
    file.close();
  });
});

it('a journal that fits neither way is told, and nothing is touched', async () => {
  const { path } = await crashed();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 4096 * 3, 4096 * 12);
  writeFileSync(path, bytes);
  const journal = readFileSync(journalPath(path));
  journal.fill(0x5a, 512 + 4200);
  writeFileSync(journalPath(path), journal);
  expect(() => openFile(path)).toThrow(/已损坏.*回放前后都核对不上.*文件没有改动/);
  expect(readFileSync(path)).toEqual(bytes);
  expect(readFileSync(journalPath(path))).toEqual(journal);
});

describe('making and backing up', () => {
  it('replaces no workbook that is open elsewhere', async () => {
    const open = makeWorkbook(folder);
    const { session } = openSession(open);
    const bytes = readFileSync(open);
    expect(() => createWorkbookFile(open, HONGTA)).toThrow(/正在别处打开.*不能覆盖它/);
    const other = openSession(makeWorkbook(folder)).session;
    await expect(backupWorkbook(other.file, open)).rejects.toThrow(/正在别处打开.*不能覆盖它/);
    expect(readFileSync(open)).toEqual(bytes);
    await expect(
      backupWorkbook(session.file, join(folder, '.', '..', basename(folder), basename(open))),
    ).rejects.toThrow(/备份不能覆盖正在使用的工作簿/);
    other.close();
    session.close();
  });

  it('clears away the draft of a program that was killed', () => {
    const place = mkdtempSync(join(folder, 'drafts-'));
    const path = join(place, '新.xianjie');
    writeFileSync(join(place, '.新.xianjie.4194300.part'), 'x');
    writeFileSync(join(place, '.别的.xianjie.4194300.part'), 'x');
    createWorkbookFile(path, HONGTA);
    expect(readdirSync(place).sort()).toEqual(['.别的.xianjie.4194300.part', '新.xianjie'].sort());
  });
});
