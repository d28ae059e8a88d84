// An own table is good for everything that a table of the plan is: screen, files, print, charts, make-up, log and undo.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWorkbookBytes } from '#electron/excel/read/index.ts';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { makeDesign } from '#shared/tables/design.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const folder = makeTempFolder();

it('an own table goes everywhere, by its id, number or title', async () => {
  let printed = '';
  const test = makeTestApp(folder, async (html) => {
    printed = html;
  });
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
  expect(printed).toContain('十万元以上项目按性质');
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
