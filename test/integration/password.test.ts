// A workbook with a password by the command line: every command asks for it, copies and restored files keep it, and without
// it nothing is changed.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { forgetKeys, unlock } from '#electron/db/cipher/keyring.ts';
import { isVault } from '#electron/db/cipher/vault-key.ts';
import { openFile } from '#electron/db/open.ts';
import { backupWorkbook } from '#electron/services/workbook-files.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

let folder = '';
let book = '';
const write = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};
let right = '';
let wrong = '';

beforeAll(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'p-'));
  book = join(folder, '县.xianjie');
  right = write('口令.txt', '﻿县里的口令 2026', '第二行不算');
  wrong = write('别的.txt', '另外的口令 2027');
  expect((await xianjie('new', book, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
  expect((await xianjie('password', book, '--new-password-file', right)).err).toContain('忘了密码，文件就再也打不开');
});

it('is asked for by every command, named where it is wrong, and then opens for reading and writing', async () => {
  const before = readFileSync(book);
  const none = await xianjie('list', book, '--json');
  expect(none.status).toBe(3);
  expect(none.json()).toEqual({
    error: {
      code: 'password-needed',
      message: '工作簿“县.xianjie”设有密码，请输入密码。用选项 --password-file 给出。',
    },
  });
  expect((await xianjie('list', book, '--password-file', wrong)).err).toContain('给出的密码打不开它');
  expect((await xianjie('list', book, '--password-file', join(folder, '没有.txt'))).status).toBe(2);
  expect(readFileSync(book).equals(before)).toBe(true);
  const list = write('表.csv', '项目表', '单位：万元', '序号,项目名称,建设年限,总投资', '1,甲村水渠,2025,100');
  expect((await xianjie('import', book, list, '--password-file', right)).status).toBe(0);
  const read = await xianjie('list', book, '--password-file', right);
  expect(read.out).toContain('甲村水渠');
  expect((await xianjie('verify', book, '--password-file', right)).err).toContain('工作簿完好');
  expect(readFileSync(book).includes('甲村水渠')).toBe(false);
});

it('is that of copies, automatic backups and what is restored from them', async () => {
  const copy = join(folder, '副本.xianjie');
  expect((await xianjie('backup', book, '--out', copy, '--password-file', right)).status).toBe(0);
  const restored = join(folder, '恢复.xianjie');
  const run = await xianjie('restore', copy, restored, '--password-file', right);
  expect(run.status, run.err).toBe(0);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xianjie')))
    expect(isVault(readFileSync(join(folder, file))), file).toBe(true);
  expect((await xianjie('list', restored, '--password-file', right)).out).toContain('甲村水渠');
});

it('stays when a backup without one takes the place of the workbook, and is asked for before', async () => {
  const plain = join(folder, '早先.xianjie');
  const place = join(folder, '原位.xianjie');
  expect((await xianjie('new', plain, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
  writeFileSync(place, readFileSync(book));
  const refused = await xianjie('restore', plain, place, '--in-place');
  expect([refused.status, refused.err]).toEqual([3, expect.stringContaining('“原位.xianjie”设有密码')]);
  expect(readFileSync(place).equals(readFileSync(book))).toBe(true);
  const run = await xianjie('restore', plain, place, '--in-place', '--password-file', right);
  expect(run.status, run.err).toBe(0);
  expect(isVault(readFileSync(place))).toBe(true);
  expect((await xianjie('verify', place, '--password-file', right)).err).toContain('工作簿完好');
});

it('is kept by a copy of another workbook that takes its place', async () => {
  const place = join(folder, '占位.xianjie');
  writeFileSync(place, readFileSync(book));
  const file = openFile(join(folder, '早先.xianjie'), { readOnly: true });
  try {
    forgetKeys();
    await expect(backupWorkbook(file, place)).rejects.toMatchObject({ code: 'password-needed' });
    expect(readFileSync(place).equals(readFileSync(book))).toBe(true);
    expect(unlock(place, '县里的口令 2026')).toBe(true);
    await backupWorkbook(file, place);
    expect(isVault(readFileSync(place))).toBe(true);
  } finally {
    file.close();
    forgetKeys();
  }
  expect((await xianjie('verify', place, '--password-file', right)).err).toContain('工作簿完好');
});

it('does not stop at a head of which the password cannot be had: nothing plain takes its place', async () => {
  const place = join(folder, '坏头.xianjie');
  const bytes = readFileSync(book);
  // The numbers that say how the key is made.
  bytes.fill(0xff, 8, 40);
  writeFileSync(place, bytes);
  const run = await xianjie('restore', join(folder, '早先.xianjie'), place, '--in-place', '--password-file', right);
  expect(run.status).toBe(3);
  expect(readFileSync(place).equals(bytes)).toBe(true);
});

it('is that of the plan that is rolled over from it, and each of two workbooks has its own', async () => {
  const next = join(folder, '下期.xianjie');
  const roll = ['roll', book, next, '--period', '2026-2030'];
  const run = await xianjie(...roll, '--password-file', right);
  expect(run.status, run.err).toBe(0);
  expect(run.err).toContain('沿用同一个密码');
  expect(isVault(readFileSync(next))).toBe(true);
  const changed = await xianjie('password', next, '--new-password-file', wrong, '--password-file', right);
  expect(changed.status, changed.err).toBe(0);
  expect((await xianjie(...roll, '--password-file', right)).err).toContain('给出的密码打不开它');
  const again = await xianjie(...roll, '--password-file', right, '--password-file', wrong);
  expect(again.status, again.err).toBe(0);
  expect((await xianjie('list', next, '--password-file', '-', '--password-file', '-')).status).toBe(2);
});

it('is not given by a file in another encoding, nor kept from an archive', async () => {
  const file = join(folder, 'utf16.txt');
  writeFileSync(file, Buffer.from('\ufeff红塔2026红塔2026', 'utf16le'));
  const run = await xianjie('password', book, '--new-password-file', file, '--password-file', right);
  expect([run.status, run.err]).toEqual([2, expect.stringContaining('不是 UTF-8 文本')]);
  const archived = await xianjie('archive', book, '--keep', '0', '--password-file', right);
  expect(archived.err).toContain('设有密码的工作簿不能归档');
  expect(readdirSync(folder).filter((name) => name.includes('档案'))).toEqual([]);
});

it('is changed and taken away only by who has it', async () => {
  expect((await xianjie('password', book, '--remove')).status).toBe(3);
  expect((await xianjie('password', book, '--password-file', right)).status).toBe(2);
  const changed = await xianjie('password', book, '--new-password-file', wrong, '--password-file', right);
  expect(changed.err).toContain('密码已更换');
  expect((await xianjie('list', book, '--password-file', wrong)).out).toContain('甲村水渠');
  expect((await xianjie('password', book, '--remove', '--password-file', wrong)).err).toContain('密码已取消');
  expect((await xianjie('list', book)).out).toContain('甲村水渠');
  expect((await xianjie('password', book, '--remove')).err).toContain('没有密码，不用取消');
});
