// 检查文件 of a workbook that is not open: what opening would refuse is told as far as it can be looked at.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainHead } from '#electron/db/kernel/chain.ts';
import { verifyFile } from '#electron/services/verify-file.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const PAGE = 4096;
const folder = makeTempFolder();

describe('a file that is not open', () => {
  it('is looked at whole, with the state that a code belongs to, also while a window has it open', () => {
    const path = makeWorkbook(folder, { sample: true });
    const { session } = openSession(path);
    const head = chainHead(session.file.db);
    expect(verifyFile(path, { code: head.slice(0, 16) })).toMatchObject({
      ...{ ok: true, problems: [], damage: [], notes: [], head },
      state: { step: 1, stepsSince: 0, isProven: true },
    });
    expect(verifyFile(path, {}).state).toBe(null);
    expect(verifyFile(path, { code: '0000000000000000' }).state).toBe(null);
    session.close();
  });

  it('has its problems told where it could not be opened, and is not touched', () => {
    const bytes = readFileSync(makeWorkbook(folder, { sample: true }));
    const pages = Math.floor(bytes.length / PAGE);
    for (const share of [0.2, 0.5, 0.8]) {
      const path = join(folder, `damaged-${share}.xianjie`);
      const damaged = Buffer.from(bytes);
      damaged.fill(0xa5, Math.floor(pages * share) * PAGE, Math.floor(pages * share + 1) * PAGE);
      writeFileSync(path, damaged);
      expect(verifyFile(path, {}).problems.length).toBeGreaterThan(0);
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
  });
});
