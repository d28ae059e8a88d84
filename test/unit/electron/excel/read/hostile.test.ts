// Files made to hurt: each is read or refused as expected, with a Chinese sentence that names the file.
import { beforeAll, expect, it } from 'vitest';
import { ReadError, readWorkbookBytes } from '#electron/excel/read/index.ts';
import { type HostileFile, makeHostileFiles } from '#test/support/make-hostile.ts';

let files: HostileFile[] = [];

beforeAll(async () => {
  files = await makeHostileFiles();
});

it('reads or refuses every hostile file as expected', async () => {
  const outcomes: Record<string, string | number> = {};
  for (const { name, bytes } of files) {
    try {
      const book = await readWorkbookBytes(bytes, '附件2.xlsx');
      outcomes[name] = book.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    } catch (error) {
      expect(error, name).toBeInstanceOf(ReadError);
      const { code, message } = error as ReadError;
      expect(message, name).toMatch(/^“附件2\.xlsx”：.*[\u4e00-\u9fff].*。$/);
      outcomes[name] = code;
    }
  }
  expect(outcomes).toEqual(Object.fromEntries(files.map((file) => [file.name, file.expected])));
});

it('mentions parts whose names leave the archive', async () => {
  const file = files.find((one) => one.name === 'names that leave the archive') as HostileFile;
  const book = await readWorkbookBytes(file.bytes, 'b');
  expect(book.notes).toEqual(['压缩包里有 3 个部分的名称不正常，已略过。']);
});
