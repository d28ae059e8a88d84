// Real PDF files from a real browser: paper, number of pages, and nothing that changes on failure.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const workbook = join(folder, 'sample.xianjie');

/** Page sizes in points, rounded; the browser writes page objects uncompressed. */
function pages(file: string): string[] {
  const pdf = readFileSync(file).toString('latin1');
  return [...pdf.matchAll(/\/Type \/Page\b[^s]?[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  );
}

describe('xianjie print', () => {
  it('prints the annex of 514 projects on A3 landscape, 18 to 40 pages', async () => {
    expect((await xianjie('new', workbook, '--sample')).status).toBe(0);
    const out = join(folder, 'annex.pdf');
    const run = await xianjie('print', workbook, out);
    expect(run.status, run.err).toBe(0);
    const sizes = pages(out);
    expect(new Set(sizes)).toEqual(new Set(['1191x842']));
    expect(sizes.length).toBeGreaterThanOrEqual(15);
    expect(sizes.length).toBeLessThan(40);
  });

  it('prints tables and findings on A4', async () => {
    for (const what of ['tables', 'findings']) {
      const out = join(folder, `${what}.pdf`);
      const run = await xianjie('print', workbook, out, '--what', what);
      expect(run.status, run.err).toBe(0);
      expect(new Set(pages(out))).toEqual(new Set(['842x595']));
    }
  });

  it('prints one table through tables --out', async () => {
    const out = join(folder, 'one.pdf');
    expect((await xianjie('tables', workbook, '--table', '表5-1', '--out', out)).status).toBe(0);
    expect(pages(out).length).toBeLessThan(pages(join(folder, 'tables.pdf')).length);
  });

  it('leaves an existing file alone when the target folder is missing', async () => {
    const out = join(folder, 'old.pdf');
    writeFileSync(out, 'old');
    expect((await xianjie('print', workbook, join(folder, 'no', 'a.pdf'))).status).toBe(3);
    expect(readFileSync(out, 'utf8')).toBe('old');
  });
});
