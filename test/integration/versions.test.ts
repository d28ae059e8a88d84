// Versions by the command line: kept, compared with the plan of today, with a workbook and with a sheet, written, restored.
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { readPdf } from '#test/support/pdf.ts';
import { showCells } from '#test/support/show-cells.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const HEAD = ['项目表', '单位：万元', '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年'];

it('a plan is changed after it was printed, and the change is told project by project', async () => {
  const folder = mkdtempSync(join(makeTempFolder(), 'v-'));
  const book = join(folder, '县.xianjie');
  const sheet = (name: string, ...rows: string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, [...HEAD, '一,,乡村基础设施建设', ...rows].join('\r\n'));
    return file;
  };
  const run = async (...argv: string[]) => {
    const { status, err, json } = await xianjie(...argv, '--json');
    expect(status, err).toBe(0);
    return json() as Record<string, unknown>;
  };
  await run('new', book, '--region', '530402', '--period', '2021-2025');
  const first = sheet(
    '印发.csv',
    '1,A1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2025,30,30,30',
    '2,A2,乙村道路硬化,大营街街道,甸苴,修路,2025,50,50,50',
    '3,A3,丙村冷库建设,研和街道,玉苗,建冷库,2025,20,20,20',
  );
  await run('import', book, first, '--classes', 'add');
  expect(await run('version', book, 'save', '印发稿', '--kind', '印发稿', '--doc', '红政发〔2025〕1号')).toMatchObject({
    versions: [{ name: '印发稿', kind: '印发稿', documentNumber: '红政发〔2025〕1号', projects: 3, totalWan: '100' }],
  });
  const second = sheet(
    '调整.csv',
    '1,A2,乙村道路硬化,大营街街道,甸苴,修路2公里,2025,60,60,60',
    '2,B1,甲村一组水渠,大营街街道,甸苴,修渠,2025,10,10,10',
    '3,B2,甲村二组水渠,大营街街道,甸苴,修渠,2025,20,20,20',
    '4,B3,丁村水窖,研和街道,玉苗,建水窖,2025,7,7,7',
  );
  const told = await run('compare-versions', book, '印发稿', second);
  expect(told).toMatchObject({
    summary: {
      before: { count: 3, totalWan: '100' },
      after: { count: 4, totalWan: '97' },
      ...{ added: 1, removed: 1, changed: 1, split: 1, unchanged: 0 },
    },
    rows: expect.arrayContaining([
      expect.objectContaining({
        type: '调增、内容变更、资金来源变更',
        name: '乙村道路硬化',
        beforeWan: '50',
        afterWan: '60',
      }),
      expect.objectContaining({ type: '拆分', beforeWan: '30', afterWan: '30' }),
    ]),
  });
  const out = join(folder, '对照.xlsx');
  await run('compare-versions', book, '印发稿', second, '--out', out);
  const written = await readWorkbookFile(out);
  expect(written.sheets).toHaveLength(5);
  const cells = written.sheets.flatMap((_, at) => Object.values(showCells(written, at))).join('\n');
  for (const word of ['拆分', '丁村水窖', '调整前', '划入划出', '调整前：印发稿；调整后：“调整.csv”'])
    expect(cells).toContain(word);
  const pdf = join(folder, '对照.pdf');
  await run('compare-versions', book, '印发稿', second, '--out', pdf);
  const text = (await readPdf(pdf)).flatMap(({ lines }) => lines).join('\n');
  for (const word of ['调整对照表', '丁村水窖', '97']) expect(text).toContain(word);

  // Two sheets: a row of one is no row of the other.
  expect(await run('compare-versions', book, second, first)).toMatchObject({
    summary: { added: 1, removed: 1, changed: 1, split: 1, unchanged: 0 },
  });
  // What is compared is not written over.
  const annex = join(folder, '附表.xlsx');
  copyFileSync(fileURLToPath(new URL('../fixtures/hongta-annex-514.xlsx', import.meta.url)), annex);
  const whole = readFileSync(annex);
  expect((await xianjie('compare-versions', book, '印发稿', annex, '--out', annex)).status).toBe(1);
  expect(readFileSync(annex).equals(whole)).toBe(true);
  expect((await xianjie('compare-versions', book, '印发稿', '没有.xlsx')).err).toContain('也找不到这个文件');
  await run('import', book, second, '--mode', 'update', '--classes', 'add');
  expect(await run('version', book, 'restore', '印发稿')).toMatchObject({ changed: 1 });
  expect(await run('compare-versions', book, '印发稿', 'now')).toMatchObject({ rows: [], summary: { unchanged: 3 } });
  const before = readFileSync(book);
  expect((await xianjie('compare-versions', book, 'now', 'now')).status).toBe(1);
  expect((await xianjie('compare-versions', book, '没有', 'now')).err).toContain('没有版本“没有”。现有：“印发稿”。');
  expect(readFileSync(book).equals(before)).toBe(true);
});
