// An own table is good for everything that a table of the plan is: screen, files, print, charts, make-up, log and undo.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { makeDesign } from '#shared/records/table-design.ts';
import { makeTestApp } from '#test/support/app.ts';
import { readPdf } from '#test/support/pdf.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();

it('an own table goes everywhere, by its id, number or title', async () => {
  const test = makeTestApp(folder);
  await test.call('workbook.createSample', { token: test.saveToken('own.xianjie') });
  const design = makeDesign({
    ...{ title: '十万元以上项目按性质', rows: ['nature'], columns: 'year', measures: ['count', 'total', 'households'] },
    ...{ filter: { minTotal: 10_000_000 }, share: true, note: '口径：总投资10万元以上。' },
  });
  const preview = await test.call('tables.preview', { design });
  expect(preview.table).toMatchObject({ number: '', title: design.title });
  await test.call('records.save', { changes: [{ kind: 'own-table', id: 'n1', value: design }] });

  const [table] = (await test.call('tables.get', { ids: [design.title] })).tables;
  expect(table).toMatchObject({ id: 'own:n1', number: '附表6', rows: preview.table.rows });
  expect(table?.source).toMatch(/^数据来源：本规划项目表（截至\d{4}年\d+月\d+日）$/);
  const total = table?.rows[0]?.cells[1];
  const { parts } = await test.call('tables.composition', { table: 'own:n1', row: 'total', column: 'count' });
  expect(total).toEqual({ kind: 'count', value: parts.length });
  expect(parts.length).toBeGreaterThan(100);

  const showings = { 'own:n1': { unit: '亿元', decimals: 2, balance: true } } as const;
  await test.call('export.tables', { token: test.saveToken('own.xlsx'), ids: ['附表6'], showings });
  const book = await readWorkbookBytes(readFileSync(join(folder, 'own.xlsx')), 'own.xlsx');
  expect(book.sheets.map(({ name }) => name)).toEqual(['附表6']);
  await test.call('export.tables', { token: test.saveToken('own.docx'), ids: ['own:n1'] });
  const words = openPackage(readFileSync(join(folder, 'own.docx'))).text('word/document.xml');
  expect(words).toContain('口径：总投资10万元以上。');
  await test.call('print.pdf', { token: test.saveToken('own.pdf'), job: { what: 'tables', ids: ['own:n1'] } });
  const [page] = await readPdf(join(folder, 'own.pdf'));
  expect(page?.lines.join()).toContain('十万元以上项目按性质');
  await test.call('export.charts', { token: test.saveToken('own.svg'), ids: ['附图6'], showings });
  expect(readFileSync(join(folder, 'own.svg'), 'utf8')).toContain('附图6  十万元以上项目按性质');

  const { changeSets } = await test.call('history.list', { before: null, limit: 1 });
  expect(changeSets[0]?.label).toBe('添加自定义汇总表“十万元以上项目按性质”');
  await test.call('history.undo', {});
  expect(await test.refuse('tables.get', { ids: ['own:n1'] })).toMatchObject({ code: 'not-found' });
  const wrong = { ...design, rows: ['year'] };
  expect(await test.refuse('records.save', { changes: [{ kind: 'own-table', id: 'n2', value: wrong }] })).toMatchObject(
    { code: 'invalid-input', message: expect.stringContaining('行和列不能用同一项') },
  );
  test.app.close();
});

it('designs go from workbook to workbook; the file holds for a table that both have', async () => {
  const [from, to, file] = ['from.xianjie', 'to.xianjie', 'city.xjtables'].map((name) => join(folder, name));
  for (const path of [from, to]) expect((await xianjie('new', path ?? '', '--sample')).status).toBe(0);
  expect((await xianjie('designs', 'export', from ?? '', file ?? '')).err).toContain('还没有自定义汇总表');
  const test = makeTestApp(folder);
  const save = async (path: string | undefined, title: string): Promise<void> => {
    await test.call('workbook.open', { token: test.openToken(path ?? '') });
    const value = makeDesign({ title, rows: ['town'], columns: 'year', filter: { years: ['2022'] } });
    await test.call('records.save', { changes: [{ kind: 'own-table', id: 'city-1', value }] });
    await test.call('workbook.close', {});
  };
  await save(from, '市里要的表');
  expect((await xianjie('designs', 'export', from ?? '', file ?? '', '--json')).json()).toMatchObject({ tables: 1 });
  const take = async () => (await xianjie('designs', 'import', to ?? '', file ?? '')).err;
  expect(await take()).toContain('新增 1 张表，改动 0 张，原样已有 0 张');
  expect(await take()).toContain('新增 0 张表，改动 0 张，原样已有 1 张');
  await save(to, '县里改过的');
  expect(await take()).toContain('改动 1 张');
  const listed = (await xianjie('tables', to ?? '', '--table', '市里要的表', '--json')).json();
  expect(listed).toMatchObject({ tables: [{ number: '附表6' }] });
  expect((await xianjie('undo', to ?? '')).err).toContain('装入 1 张自定义汇总表');

  for (const [text, why] of [
    ['x', '内容不是 JSON'],
    ['{"kind":"xianjie-own-rules","version":1}', '不是汇总表表样文件'],
    ['{"kind":"xianjie-tables","version":9,"tables":[]}', '请先升级本程序'],
    [
      '{"kind":"xianjie-tables","version":1,"tables":[{"id":"a","design":{"title":" ","rows":["town"]}}]}',
      '请填写表名',
    ],
  ] as const) {
    writeFileSync(file ?? '', text);
    expect(await take()).toContain(why);
  }
  test.app.close();
});
