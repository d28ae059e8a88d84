// Locks of workbooks: one holder at a time, whoever comes at the same moment, and what was taken over stays so.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock, lockHolder } from '#electron/db/lock.ts';
import { openFile } from '#electron/db/open.ts';
import { editProjects } from '#electron/services/project-edit.ts';
import { raceLocks } from '#test/support/race-locks.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const folder = makeTempFolder();
const lockOf = (path: string): string => join(dirname(path), `.~lock.${basename(path)}#`);

const OLD = new Date(Date.now() - 3_600_000);

describe('processes that come at the same moment', () => {
  const left = JSON.stringify({ pid: 4194300, host: hostname(), user: '', at: new Date().toISOString() });
  it.each([
    ['no lock', () => undefined],
    ['a lock of a program that is gone', (file: string) => writeFileSync(file, left)],
    [
      'an empty lock file of long ago',
      (file: string) => {
        writeFileSync(file, '');
        utimesSync(file, OLD, OLD);
      },
    ],
  ])('find %s and one of them gets it', async (_, prepare) => {
    const place = mkdtempSync(join(folder, 'race-'));
    const paths = Array.from({ length: 60 }, (_one, index) => join(place, `${index}.xianjie`));
    for (const path of paths) prepare(lockOf(path));
    const won = (await raceLocks(paths, 2)).flat().sort((a, b) => a - b);
    expect(won).toEqual(paths.map((_path, index) => index));
    expect(readdirSync(place).filter((name) => name.endsWith('guard'))).toEqual([]);
  });
});

describe('a lock file', () => {
  const path = join(folder, 'one.xianjie');

  it('that is empty and young may be just being made; an old one is left over', () => {
    writeFileSync(lockOf(path), '');
    expect(acquireLock(path)).toHaveProperty('holder');
    utimesSync(lockOf(path), OLD, OLD);
    const lock = acquireLock(path);
    expect(lock).not.toHaveProperty('holder');
    if ('release' in lock) lock.release();
    expect(existsSync(lockOf(path))).toBe(false);
  });

  it('from before the machine was started, or of a process number that is used again, holds nobody off', () => {
    const mine = { pid: process.pid, host: hostname(), user: '', at: new Date().toISOString() };
    writeFileSync(lockOf(path), JSON.stringify({ ...mine, at: '2020-01-01T00:00:00.000Z' }));
    expect(lockHolder(path)).toBeNull();
    writeFileSync(lockOf(path), JSON.stringify(mine));
    expect(lockHolder(path)).toMatchObject(mine);
    if (process.platform === 'linux') {
      writeFileSync(lockOf(path), JSON.stringify({ ...mine, started: '1' }));
      expect(lockHolder(path)).toBeNull();
    }
    rmSync(lockOf(path));
  });

  it('that somebody deleted is put back; it is lost only to another holder', () => {
    const lock = acquireLock(path);
    if ('holder' in lock) throw new Error('held');
    rmSync(lockOf(path));
    expect(lock.lostTo()).toBeNull();
    expect(existsSync(lockOf(path))).toBe(true);
    lock.release();
  });
});

describe('a workbook that was taken over', () => {
  it('is written no more by the first window, whose close leaves the new lock alone', () => {
    const book = makeWorkbook(folder, { sample: true });
    const { session, events } = openSession(book);
    const id = session.planData().projects[0]?.id ?? '';
    const edit = (text: string) =>
      editProjects(session, { edits: [{ id, column: 'total', text }], skipInvalid: false });
    edit('1');
    const second = openFile(book, { takeOver: true });
    const bytes = readFileSync(book);
    expect(() => edit('2')).toThrow(/已被别处接管.*没有保存/);
    expect(() => session.undo()).toThrow(/不能修改：已被别处接管/);
    expect(readFileSync(book)).toEqual(bytes);
    expect(session.status().readOnly).toMatch(/已被别处接管/);
    expect(events.at(-1)).toMatchObject({ type: 'changed', status: { readOnly: expect.stringContaining('接管') } });
    session.close();
    expect(lockHolder(book)).not.toBeNull();
    expect(() => openFile(book)).toThrow(/正在别处打开/);
    second.close();
    expect(lockHolder(book)).toBeNull();
  });
});
