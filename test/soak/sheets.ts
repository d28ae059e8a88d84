// Injured spreadsheets: each is read, or refused with a sentence; none stops the program.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadError, readWorkbookFile } from '#electron/excel/read/index.ts';
import { pick, pickOf, type Tally } from './tally.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const SHEET = /\.xlsx?$/;
const MOST_INJURIES = 12;
const MOST_MS = 20_000;

/** Some bytes of a sheet changed, or its end cut off. */
function injure(bytes: Buffer): Buffer {
  const injured = Buffer.from(pick(6) === 0 ? bytes.subarray(0, 1 + pick(bytes.length)) : bytes);
  const injuries = 1 + pick(MOST_INJURIES);
  for (let one = 0; one < injuries; one += 1) injured.writeUInt8(pick(256), pick(injured.length));
  return injured;
}

export async function soakSheets(folder: string, times: number): Promise<Tally> {
  const sheets = readdirSync(FIXTURES).filter((name) => SHEET.test(name));
  const failures: string[] = [];
  let refused = 0;
  for (let time = 0; time < times; time += 1) {
    const name = pickOf(sheets);
    const path = join(folder, name);
    writeFileSync(path, injure(readFileSync(join(FIXTURES, name))));
    try {
      await readWorkbookFile(path, { limits: { milliseconds: MOST_MS } });
    } catch (error) {
      if (!(error instanceof ReadError)) failures.push(`${name}: ${String(error)}`);
      else if (['too-slow', 'cancelled'].includes(error.code)) failures.push(`${name}: ${error.code}`);
      else refused += 1;
    }
  }
  return { name: 'injured spreadsheets', tried: times, counted: refused, unit: 'refused, the others read', failures };
}
