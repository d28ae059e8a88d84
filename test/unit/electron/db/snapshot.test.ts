// A snapshot of a workbook that is being written takes no lock off it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isSealed, readSnapshot } from '#electron/db/snapshot.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';

const folder = makeTempFolder();

/** What another program is told that wants to write. */
const TRY = `const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
try { db.exec('BEGIN IMMEDIATE'); console.log('written'); } catch (error) { console.log(error.code); }`;

function anotherWriter(path: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', TRY, path], {
    cwd: join(import.meta.dirname, '../../../..'),
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`.trim();
}

describe('a snapshot during a step', () => {
  it('leaves the step alone in the file', () => {
    const path = makeWorkbook(folder, { sample: true });
    const db = new BetterSqlite3(path);
    db.exec('BEGIN IMMEDIATE');
    expect(anotherWriter(path)).toBe('SQLITE_BUSY');
    expect(readSnapshot(path).subarray(0, 6).toString('latin1')).toBe('SQLite');
    expect(isSealed(path)).toBe(false);
    expect(anotherWriter(path)).toBe('SQLITE_BUSY');
    db.exec('ROLLBACK');
    db.close();
    expect(anotherWriter(path)).toBe('written');
  });

  it('tells of a file that is not there as the disk does', () => {
    const path = join(folder, '没有.xianjie');
    expect(() => isSealed(path)).toThrow('ENOENT');
    expect(existsSync(path)).toBe(false);
  });
});
