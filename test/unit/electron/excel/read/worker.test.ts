// Reading in the worker thread: the same cells, progress, cancel, time limit, and reasons why a file cannot be opened.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWorkbookBytes, readWorkbookFile } from '#electron/excel/read/index.ts';
import { makeBenchBook } from '#test/support/make-bench-book.ts';
import { makeSheet } from '#test/support/make-sheets.ts';

const fixture = fileURLToPath(new URL('../../../../fixtures/hongta-annex-514.xlsx', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianjie-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it('gives the same book as reading in this thread', async () => {
  const inWorker = await readWorkbookFile(fixture);
  const here = await readWorkbookBytes(await readFile(fixture), 'hongta-annex-514.xlsx');
  expect(inWorker).toEqual(here);
});

it('reads file after file, with a refused one between', async () => {
  const first = await readWorkbookFile(fixture);
  await expect(readWorkbookFile(file('坏.xlsx', 'PK\x03\x04 nothing'))).rejects.toMatchObject({ code: 'damaged' });
  const small = await readWorkbookFile(file('小.csv', '甲,1\n乙,2\n'));
  expect(small.sheets[0]?.rows.map((row) => row.cells.map((cell) => cell.value?.text))).toEqual([
    ['甲', '1'],
    ['乙', '2'],
  ]);
  expect(await readWorkbookFile(fixture)).toEqual(first);
});

it('reports progress up to the end, and reads several files at once', async () => {
  const path = file('大表.xlsx', makeBenchBook(3000));
  const seen: [number, number][] = [];
  const [book] = await Promise.all([
    readWorkbookFile(path, { onProgress: (done, total) => seen.push([done, total]) }),
    readWorkbookFile(fixture),
  ]);
  expect(book.sheets[0]?.rows.length).toBeGreaterThan(3000);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.every(([done, total], i) => done <= total && done >= (seen[i - 1]?.[0] ?? 0))).toBe(true);
  expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
});

it('can be cancelled before and during the work', async () => {
  await expect(readWorkbookFile(fixture, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  const controller = new AbortController();
  const path = file('取消.xlsx', makeBenchBook(3000));
  const reading = readWorkbookFile(path, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(reading).rejects.toMatchObject({
    code: 'cancelled',
    message: '“取消.xlsx”：已取消读取，没有导入任何内容。',
  });
});

it('stops at the time limit', async () => {
  await expect(readWorkbookFile(fixture, { limits: { milliseconds: 1 } })).rejects.toMatchObject({
    code: 'too-slow',
    message: expect.stringContaining('已停止'),
  });
});

it('survives a reader that runs out of memory', async () => {
  // Distinct shared strings must all stay in the heap until the last cell is read: some 40 MB of them.
  const word = (i: number): string => ((i * 2_654_435_761) % 4_294_967_296).toString(36);
  const strings = Array.from({ length: 300_000 }, (_, i) => `<t>项目${word(i)}${word(i + 7)}</t>`);
  const cells = strings.map((_, i) => (i % 100 === 0 ? `<row><c t="s"><v>${i}</v></c></row>` : ''));
  const path = file('内存.xlsx', makeSheet(cells.join(''), { strings }));
  await expect(readWorkbookFile(path, { limits: { heapMegabytes: 8 } })).rejects.toMatchObject({ code: 'too-large' });
});

it.each<[string, string, () => string]>([
  ['cannot-read', '找不到文件', () => join(folder, '没有.xlsx')],
  ['cannot-read', '文件夹', () => folder],
  ['not-a-workbook', '临时文件', () => file('~$附件.xlsx', 'x')],
  ['empty', '0 字节', () => file('空.xlsx', '')],
  ['empty', '没有任何内容', () => file('空表.xlsx', makeSheet('<row r="1"><c r="A1" s="0"/></row>'))],
])('refuses with %s: %s', async (code, words, path) => {
  await expect(readWorkbookFile(path())).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
});

it('holds every limit, and names it', async () => {
  const bytes = makeSheet('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><v>3</v></c></row>', {
    strings: ['<t>甲乙丙</t>', '<t>丁</t>'],
    after: '<mergeCells><mergeCell ref="A5:B5"/><mergeCell ref="A6:B6"/></mergeCells>',
  });
  const limits = [
    ['fileBytes', 100],
    ['entries', 3],
    ['partBytes', 100],
    ['inflatedBytes', 300],
    ['cells', 2],
    ['characters', 3],
    ['sharedStrings', 1],
    ['merges', 1],
    ['sheets', 0],
  ] as const;
  for (const [name, value] of limits) {
    await expect(readWorkbookBytes(bytes, '附件.xlsx', { [name]: value }), name).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('没有读取'),
    });
  }
  expect((await readWorkbookBytes(bytes, '附件.xlsx', { cells: 3, merges: 2, sharedStrings: 2 })).sheets).toHaveLength(
    1,
  );
});
