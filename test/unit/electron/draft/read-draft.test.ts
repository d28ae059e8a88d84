// The door: what a file is, its content says; reading in the thread gives the same; limits, and reasons in plain words.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDraft, readDraftHere } from '#electron/draft/read-draft.ts';
import { AppError } from '#shared/values/app-error.ts';
import { makeOleTree } from '#test/support/make-ole.ts';
import { makePdf } from '#test/support/make-pdf.ts';
import { makeZip } from '#test/support/make-zip.ts';

const fixture = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url)));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianjie-draft-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads a file and bytes in the thread as it does here, one after the other and at once', async () => {
  const path = join(folder, '规划.wps');
  writeFileSync(path, fixture('draft/plan.doc'));
  const here = await readDraftHere(fixture('draft/plan.doc'), '规划.wps');
  expect(await readDraft(path, '规划.wps')).toEqual(here);
  expect(await readDraft(Uint8Array.from(fixture('draft/plan.doc')), '规划.wps')).toEqual(here);
  const pdf = Uint8Array.from(makePdf([{ texts: [{ x: 72, y: 700, text: '一、总体情况和资金安排' }] }]));
  const [first, second] = await Promise.all([readDraft(path, '规划.wps'), readDraft(pdf, '规划.doc')]);
  expect(first).toEqual(here);
  expect(second.format).toBe('pdf');
});

it('reads spreadsheets of every kind', async () => {
  for (const name of ['yuxi-printed-tables.xlsx', 'hongta-annex-514.xls', 'protected-agile.xlsx']) {
    const draft = await readDraftHere(fixture(name), '附表.doc');
    expect(draft.format).toBe('sheet');
    expect(draft.blocks.filter((block) => block.kind === 'table').length).toBeGreaterThan(0);
  }
});

const refusals: [name: string, bytes: Buffer, code: string, words: RegExp][] = [
  ['空.docx', Buffer.alloc(0), 'unsupported-file', /0 字节/],
  ['空白.txt', Buffer.from(' \n \n'), 'unsupported-file', /没有任何文字/],
  ['断.docx', Buffer.alloc(600), 'damaged', /空字节/],
  ['包.docx', makeZip([{ name: 'a.txt', content: 'x' }]), 'unsupported-file', /压缩包/],
  ['汇报.docx', makeZip([{ name: 'ppt/presentation.xml', content: '<p/>' }]), 'unsupported-file', /演示文稿/],
  ['半个.docx', Buffer.from('PK\x03\x04 nothing'), 'damaged', /压缩包/],
  ['图.pdf', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'unsupported-file', /图片/],
  ['旧.xml', Buffer.from('<?xml version="1.0"?><w:wordDocument xmlns:w="w"/>'), 'unsupported-file', /Word 的 XML/],
  ['标文通.uot', Buffer.from('<?xml version="1.0"?><uof:UOF xmlns:uof="u"/>'), 'unsupported-file', /标文通/],
  [
    '乱.txt',
    Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)),
    'unsupported-file',
    /请检查是否选错了文件/,
  ],
];

it.each(refusals)('says in plain words why %s is not read', async (name, bytes, code, words) => {
  const error = await readDraftHere(bytes, name).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
  const { message } = error as AppError;
  expect(message.startsWith(`“${name}”：`)).toBe(true);
  expect(message).toMatch(/请/);
  expect(message).not.toMatch(/导入|另存为 \.xlsx|undefined/);
});

it('says that a .docx has a password', async () => {
  const locked = makeOleTree([
    { name: 'EncryptionInfo', content: Buffer.from('04000400400000003c656e6372797074696f6e2f3e', 'hex') },
    { name: 'EncryptedPackage', content: Buffer.alloc(64) },
  ]);
  const error = await readDraftHere(locked, '规划.docx').catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    code: expect.stringMatching(/encrypted-file|damaged/),
    message: expect.not.stringContaining('导入'),
  });
});

it('keeps its limits: size, time, cancelling, a file that is not there', async () => {
  const bytes = fixture('draft/plan.doc');
  await expect(readDraftHere(bytes, '规划.doc', { fileBytes: 1000 })).rejects.toMatchObject({ code: 'too-large' });
  await expect(readDraftHere(bytes, '规划.doc', { characters: 20 })).rejects.toMatchObject({ code: 'too-large' });
  const limits = { milliseconds: 1 };
  await expect(readDraft(Uint8Array.from(bytes), '规划.doc', { limits })).rejects.toMatchObject({ code: 'too-large' });
  const signal = AbortSignal.abort();
  await expect(readDraft(Uint8Array.from(bytes), '规划.doc', { signal })).rejects.toMatchObject({
    code: 'cancelled',
    message: '已取消读取文稿。',
  });
  await expect(readDraft(join(folder, '没有.doc'), '没有.doc')).rejects.toMatchObject({
    code: 'cannot-read',
    message: expect.stringContaining('找不到文件'),
  });
});
