import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAhead, readOrTakeOver, stopReadingAhead } from '#electron/excel/read/read-ahead.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xianjie-ahead-'));
});
afterEach(() => {
  stopReadingAhead();
  rmSync(folder, { recursive: true, force: true });
});

function csv(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, `项目名称,总投资\n${text},1\n`);
  return path;
}

const nameIn = async (path: string): Promise<string | undefined> =>
  (await readOrTakeOver(path, {})).sheets[0]?.rows[1]?.cells[0]?.value?.text;

it('hands over the file that is read already, as it was then', async () => {
  const path = csv('a.csv', '甲');
  readAhead(path);
  const book = readOrTakeOver(path, {});
  expect((await book).sheets[0]?.rows).toHaveLength(2);
  csv('a.csv', '乙');
  expect(await nameIn(path)).toBe('乙');
});

it('reads another file than the one that was started', async () => {
  readAhead(csv('a.csv', '甲'));
  expect(await nameIn(csv('b.csv', '乙'))).toBe('乙');
});

it('tells the one who takes over about a fault, and nobody else', async () => {
  readAhead(join(folder, 'absent.xlsx'));
  await expect(readOrTakeOver(join(folder, 'absent.xlsx'), {})).rejects.toMatchObject({ code: 'cannot-read' });
  readAhead(join(folder, 'absent.xlsx'));
});

it('stops with the signal of the one who took over', async () => {
  const path = csv('a.csv', '甲');
  const stop = new AbortController();
  readAhead(path);
  const book = readOrTakeOver(path, { signal: stop.signal });
  stop.abort();
  await expect(book).rejects.toMatchObject({ code: 'cancelled' });
});
