// `xianjie restore`: lists backups, restores as a copy and in place, salvages; its exit statuses.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tamper } from '#test/support/tamper.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const ANNEX = fileURLToPath(new URL('../fixtures/hongta-annex-514.xlsx', import.meta.url));
const ONE_VALUE = `UPDATE allocation SET amount_fen = 99000000 WHERE year = 0 AND source = ''
  AND project_id = (SELECT id FROM project ORDER BY rowid LIMIT 1)`;

interface Listed {
  backups: { file: string; reason: string; state: string; projects: number; totalWan: string; since: unknown }[];
}

describe('xianjie restore', () => {
  it('finds the backup made before an import, and restores it as a copy and in place', async () => {
    const path = makeWorkbook(folder, { sample: true });
    expect((await xianjie('import', path, ANNEX)).status).toBe(0);
    const listed = await xianjie('restore', path, '--list', '--json');
    expect(listed.status, listed.err).toBe(0);
    const [backup] = (listed.json() as Listed).backups;
    expect(backup).toMatchObject({ reason: '导入前', state: 'sound', projects: 514, totalWan: '664599.38' });

    const copy = join(folder, 'copy.xianjie');
    expect((await xianjie('restore', backup?.file ?? '', copy)).status).toBe(0);
    expect((await xianjie('verify', copy)).status).toBe(0);
    const again = await xianjie('restore', backup?.file ?? '', copy);
    expect([again.status, again.err]).toEqual([3, expect.stringContaining('没有覆盖它')]);

    const inPlace = await xianjie('restore', backup?.file ?? '', path, '--in-place', '--json');
    expect(inPlace.status, inPlace.err).toBe(0);
    const { aside } = inPlace.json() as { aside: string };
    expect(existsSync(aside)).toBe(true);
    expect((await xianjie('verify', path)).status).toBe(0);
  });

  it('refuses a damaged backup (3), and salvages it with both values told', async () => {
    const path = makeWorkbook(folder, { sample: true });
    tamper(path, ONE_VALUE);
    const refused = await xianjie('restore', path, join(folder, 'no.xianjie'));
    expect([refused.status, refused.err]).toEqual([3, expect.stringContaining('1 处损坏')]);
    expect(existsSync(join(folder, 'no.xianjie'))).toBe(false);
    const out = join(folder, 'salvaged.xianjie');
    const salvaged = await xianjie('restore', path, out, '--salvage', '--json');
    expect(salvaged.status, salvaged.err).toBe(0);
    expect(salvaged.json()).toMatchObject({
      way: 'mended',
      projects: 514,
      totalWan: '664599.38',
      items: [{ column: '总投资', found: '99', outcome: 'restored' }],
    });
    expect((await xianjie('verify', out, '--json')).json()).toMatchObject({ ok: true });
    const listed = await xianjie('restore', out, '--list');
    expect(listed.status, listed.err).toBe(1);
    expect(listed.out).toContain('有损坏：项目');
  });

  it.each([
    [['x.xianjie'], '缺少参数'],
    [['x.xianjie', 'y.xianjie', '--list'], '只要工作簿一个参数'],
    [['x.xianjie', 'y.xianjie', '--list', '--salvage'], '不能一起用'],
  ])('says what is wrong with %j (2)', async (args, words) => {
    const run = await xianjie('restore', ...args);
    expect([run.status, run.err]).toEqual([2, expect.stringContaining(words)]);
  });
});
