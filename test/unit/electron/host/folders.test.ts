// The in-page file dialog's view of the disk: lists of folders, and what typed names mean.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFiles, createFolderMemory } from '#electron/host/folders.ts';
import type { FolderListing, NameResult } from '#shared/contract/host-wire.ts';
import type { FileKind } from '#shared/contract/methods.ts';

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'xianjie-test-folders-')));
  for (const name of ['乡镇', '.hidden', '报表10', '报表9']) mkdirSync(path.join(folder, name));
  for (const name of ['b.xlsx', 'A.XLS', '红塔区.xianjie', 'notes.txt', '.lock.xlsx']) {
    writeFileSync(path.join(folder, name), 'x'.repeat(10));
  }
  utimesSync(path.join(folder, 'b.xlsx'), new Date(0), new Date('2024-05-06T07:08:09Z'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'broken.xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const memory = createFolderMemory();

function list(wanted: string | null, kind: FileKind | null, from = memory) {
  return answerFiles({ action: 'list', folder: wanted, kind }, from);
}

function listed(kind: FileKind | null): FolderListing {
  const reply = list(folder, kind);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as FolderListing;
}

function resolve(mode: 'open' | 'save', names: string[], kind: FileKind): NameResult {
  const reply = answerFiles({ action: 'resolve', mode, folder, names, kind }, memory);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as NameResult;
}

describe('a folder', () => {
  it('shows folders first, numbers in order, files of the kind, nothing hidden or broken', () => {
    expect(listed('sheet').entries.map((entry) => entry.name)).toEqual(['报表9', '报表10', '乡镇', 'A.XLS', 'b.xlsx']);
    expect(listed(null).entries.map((entry) => entry.name)).toEqual(
      expect.arrayContaining(['notes.txt', '红塔区.xianjie', 'b.xlsx']),
    );
  });

  it('tells size and time', () => {
    expect(listed('sheet').entries.find((entry) => entry.name === 'b.xlsx')).toEqual({
      name: 'b.xlsx',
      isFolder: false,
      size: 10,
      modified: '2024-05-06T07:08:09.000Z',
    });
    expect(listed('sheet')).toMatchObject({ folder, parent: path.dirname(folder), hidden: 0 });
  });

  it('has no parent at the top', () => {
    expect(list(path.parse(folder).root, 'sheet')).toMatchObject({ ok: true, value: { parent: null } });
  });

  it.each([
    ['no/such', '它不存在'],
    ['b.xlsx', '它不是文件夹'],
  ])('that cannot be shown is an error in words: %s', (name, words) => {
    expect(list(path.join(folder, name), null)).toMatchObject({
      ok: false,
      error: { code: 'cannot-read', message: expect.stringContaining(words) },
    });
  });

  it('begins where something was chosen last', () => {
    const used = createFolderMemory();
    used.remember(path.join(folder, '报表9'));
    used.remember(folder);
    expect(list(null, 'sheet', used)).toMatchObject({
      value: { folder, recent: [folder, path.join(folder, '报表9')] },
    });
  });
});

describe('names for opening', () => {
  it.each([
    ['a file', ['b.xlsx'], { type: 'files', paths: ['b.xlsx'] }],
    ['with blanks around it', [' b.xlsx '], { type: 'files', paths: ['b.xlsx'] }],
    ['a way through folders', ['乡镇/../A.XLS'], { type: 'files', paths: ['A.XLS'] }],
    ['several', ['b.xlsx', 'A.XLS'], { type: 'files', paths: ['b.xlsx', 'A.XLS'] }],
    ['of another kind', ['notes.txt'], { type: 'files', paths: ['notes.txt'] }],
  ])('%s', (_name, names, expected) => {
    const paths = expected.paths.map((name) => path.join(folder, name));
    expect(resolve('open', names, 'sheet')).toEqual({ type: 'files', paths, existing: paths });
  });

  it('takes an absolute path', () => {
    expect(resolve('open', [path.join(folder, 'b.xlsx')], 'sheet')).toMatchObject({ type: 'files' });
  });

  it('goes into a folder', () => {
    expect(resolve('open', ['乡镇'], 'sheet')).toEqual({ type: 'folder', folder: path.join(folder, '乡镇') });
  });

  it('says which file is missing', () => {
    const missing = { type: 'problem', message: `没有这个文件：${path.join(folder, 'c.xlsx')}` };
    expect(resolve('open', ['b.xlsx', 'c.xlsx'], 'sheet')).toEqual(missing);
  });
});

describe('names for saving', () => {
  it.each([
    ['a new name', '附表', '附表.xlsx', false],
    ['a name with its ending', '附表.xlsx', '附表.xlsx', false],
    ['capital letters', 'B2.XLSX', 'B2.XLSX', false],
    ['a dot in the name', '2021.规划', '2021.规划.xlsx', false],
    ['one that is there', 'b', 'b.xlsx', true],
  ])('%s', (_name, typed, file, isThere) => {
    const full = path.join(folder, file);
    expect(resolve('save', [typed], 'xlsx')).toEqual({ type: 'files', paths: [full], existing: isThere ? [full] : [] });
  });

  it.each([
    ['a*b', '文件名不能含有 * 。'],
    ['乡镇/没有/附表', '没有这个文件夹'],
  ])('refuses %s', (typed, words) => {
    expect(resolve('save', [typed], 'xlsx')).toEqual({ type: 'problem', message: expect.stringContaining(words) });
  });
});
