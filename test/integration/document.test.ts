// xianjie document with a real browser for the pictures, and the result opened by LibreOffice where that is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { readWord, wordText } from '#test/support/word-parts.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const workbook = join(folder, 'sample.xianjie');
/** Calc may be installed without Writer, which opens documents. */
const soffice = spawnSync('sh', ['-c', 'command -v soffice && command -v lowriter'], { encoding: 'utf8' }).status === 0;

beforeAll(async () => {
  expect((await xianjie('new', workbook, '--sample')).status).toBe(0);
});

describe('xianjie document', () => {
  it('writes chapters, tables and figures as .docx', async () => {
    const out = join(folder, 'plan.docx');
    const run = await xianjie('document', workbook, out, '--title', '红塔区规划', '--json');
    expect(run.status, run.err).toBe(0);
    const { document, broken, pictures } = readWord(out);
    expect(broken).toEqual([]);
    expect(pictures.length).toBeGreaterThan(10);
    const text = wordText(document);
    expect(text).toContain('估算总投资664599.38万元');
    expect(text).toContain('表5-1　各年度项目个数、投资和资金来源');
  });

  it('writes chosen parts under their headings only', async () => {
    const out = join(folder, 'part.docx');
    expect(
      (await xianjie('document', workbook, out, '--part', 'text:years', '--part', '表5-1', '--plain', '--no-contents'))
        .status,
    ).toBe(0);
    const text = wordText(readWord(out).document);
    expect(text).toContain('五、投资概算及资金筹措');
    expect(text).toContain('2.各年度安排');
    expect(text).not.toContain('四、建设任务');
    expect(text).not.toContain('3.项目分布');
    const unknown = await xianjie('document', workbook, out, '--part', '表99');
    expect(unknown.status).toBe(2);
    expect(unknown.err).toContain('表99');
  });

  it('writes tables and texts as .xlsx', async () => {
    const out = join(folder, 'plan.xlsx');
    expect((await xianjie('document', workbook, out)).status).toBe(0);
    const book = await readWorkbookBytes(readFileSync(out), 'plan.xlsx');
    expect(book.sheets.map(({ name }) => name).slice(0, 3)).toEqual(['文稿', '表4', '表4-1']);
  });

  it('shows the text without a file', async () => {
    const run = await xianjie('document', workbook);
    expect(run.out).toContain('[text:years] 按实施年度分');
  });

  it.skipIf(!soffice)('opens in LibreOffice with all its pages', { timeout: 120_000 }, () => {
    for (const name of ['plan.docx', 'plan.xlsx']) {
      const pdf = join(folder, 'plan.pdf');
      rmSync(pdf, { force: true });
      const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
      const run = spawnSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)],
        { encoding: 'utf8' },
      );
      expect(existsSync(pdf), run.stderr).toBe(true);
      const pages =
        readFileSync(pdf)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b[^s]/g) ?? [];
      expect(pages.length, name).toBeGreaterThan(name === 'plan.docx' ? 10 : 8);
    }
  });
});
