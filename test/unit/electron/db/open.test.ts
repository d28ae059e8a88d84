import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { makeOlderWorkbook } from '#test/support/older-workbook.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';

const folder = makeTempFolder();

function attempt(path: string): { code?: string; message: string } {
  try {
    openFile(path).close();
  } catch (error) {
    return error as { code: string; message: string };
  }
  return { message: 'opened' };
}

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('what is no workbook is refused with a sentence and left as it is', () => {
  const other = join(folder, 'other.db');
  new BetterSqlite3(other).exec('CREATE TABLE t (a)').close();
  const directory = join(folder, 'folder.xianjie');
  mkdirSync(directory);
  it.each([
    ['nowhere', join(folder, 'nowhere.xianjie'), 'file-missing', /找不到文件/],
    ['a folder', directory, 'not-a-workbook', /文件夹/],
    ['empty', fileOf('empty.xianjie', ''), 'not-a-workbook', /空的/],
    ['text', fileOf('text.xianjie', '这不是工作簿，只是一段文字。'), 'not-a-workbook', /不是衔接规划工作台的工作簿/],
    ['two bytes', fileOf('two.xianjie', 'ab'), 'not-a-workbook', /不是/],
    ['a sheet', fileOf('sheet.xianjie', Buffer.from('PK\u0003\u0004 rest')), 'not-a-workbook', /用“导入”读入/],
    ['another database', other, 'not-a-workbook', /别的程序的数据库/],
  ])('%s', (_, path, code, message) => {
    const before = existsSync(path) && path !== directory ? readFileSync(path) : null;
    const error = attempt(path);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    if (before) expect(readFileSync(path)).toEqual(before);
  });

  it('a damaged workbook', () => {
    const path = makeWorkbook(folder);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 5000, 40_000);
    writeFileSync(path, bytes);
    expect(attempt(path).code).toBe('damaged');
    expect(readFileSync(path)).toEqual(bytes);
    const short = makeWorkbook(folder);
    truncateSync(short, 9000);
    expect(attempt(short).code).toBe('damaged');
  });
});

describe('a workbook that cannot be changed opens for reading and says why', () => {
  it('of a newer version', () => {
    const path = makeWorkbook(folder);
    const db = new BetterSqlite3(path);
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(path);
    const file = openFile(path);
    expect(file.readOnly).toMatch(/更新版本的程序.*99.*升级程序/);
    expect(() => file.db.exec('DELETE FROM project')).toThrow(/readonly/);
    file.close();
    expect(readFileSync(path)).toEqual(before);
  });

  it('of an older version, from a copy in memory', () => {
    const path = makeOlderWorkbook(folder, 1);
    const before = readFileSync(path);
    const file = openFile(path, { readOnly: true });
    expect(file.db.prepare('SELECT count(*) FROM project').pluck().get()).toBe(2);
    expect(file.db.prepare('SELECT count(*) FROM record').pluck().get()).toBe(0);
    file.close();
    expect(readFileSync(path)).toEqual(before);
  });

  it('read-only on disk', () => {
    const path = makeWorkbook(folder);
    chmodSync(path, 0o444);
    const file = openFile(path);
    expect(file.readOnly).toMatch(/只读/);
    file.close();
  });
});

describe('open elsewhere', () => {
  it('names the holder and the choices, lets others read, and is free again after closing', () => {
    const path = makeWorkbook(folder);
    const first = openFile(path);
    expect(() => openFile(path)).toThrow(/正在别处打开.*只读方式/);
    const reader = openFile(path, { readOnly: true });
    expect(reader.readOnly).toBeTruthy();
    reader.close();
    first.close();
    openFile(path).close();
    expect(readdirSync(folder).filter((name) => name.includes('.~lock.'))).toEqual([]);
  });

  it('takes over a lock left behind by a program that is gone', () => {
    const path = makeWorkbook(folder);
    const lock = join(folder, `.~lock.${path.split('/').at(-1)}#`);
    const first = openFile(path);
    const left = readFileSync(lock, 'utf8').replace(/"pid":\d+/, '"pid":4194300');
    first.close();
    writeFileSync(lock, left);
    openFile(path).close();
    writeFileSync(lock, left.replace(/"host":"[^"]*"/, '"host":"乡镇电脑"'));
    expect(() => openFile(path)).toThrow(/乡镇电脑/);
    openFile(path, { takeOver: true }).close();
  });
});

it('a copy of an open workbook opens by itself', () => {
  const path = makeWorkbook(folder, { sample: true });
  const file = openFile(path);
  const copy = join(folder, 'copy.xianjie');
  copyFileSync(path, copy);
  const other = openFile(copy);
  expect(other.db.prepare('SELECT count(*) FROM project').pluck().get()).toBe(514);
  other.close();
  file.close();
});
