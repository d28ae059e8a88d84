// 汇总表: an own table is made with a live preview, drilled into, changed and taken back; 表1 is edited; charts go out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('own tables: made, drilled into, changed, taken back, and written', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-tables').click();

  // The preview follows each choice; nothing is kept before 保存.
  await page.getByTestId('new-table').click();
  const preview = page.getByTestId('design-preview');
  await page.getByTestId('design-title').fill('各乡镇分年投资');
  await page.getByTestId('design-columns').click();
  await page.getByTitle('年度', { exact: true }).last().click();
  await preview.getByText('213,104.24').waitFor();
  await page.getByTestId('design-save').click();
  await page.getByTestId('design-editor').waitFor({ state: 'hidden' });
  await page.getByText('附表6', { exact: true }).waitFor();
  await bench.picture('自定义汇总表');

  // The clipboard gets a table for Word and cells for Excel.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByTestId('copy-table').click();
  await page.getByText('附表6已复制').waitFor();
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text()));
  });
  expect(html).toMatch(/<th rowspan="1" colspan="5"[^>]*>分年度投资<\/th>/);
  expect(text).toContain('合计\t514\t664599.38\t91733.83\t213104.24');

  // A part of the chart and its figure have the same projects behind them.
  await page.locator('[data-testid^="chart-own"] [data-row="town:北城街道"][data-column="year:2022"]').click();
  await page.getByTestId('composition').getByText('21,450.40').first().waitFor();
  await page.getByTestId('composition-filter').click();
  await page.getByTestId('page-projects').waitFor();
  await page.getByTestId('go-tables').click();

  // Deleting is one step that can be taken back.
  await page.getByTestId('delete-table').click();
  await page.locator('.ant-modal-confirm-btns').getByText('删除').click();
  await page.getByText('附表6', { exact: true }).waitFor({ state: 'hidden' });
  await page.getByTestId('undo').click();
  await page.getByText('附表6', { exact: true }).waitFor();

  // 表1 keeps texts as they are written.
  await page.getByTestId('table-indicators').click();
  await page.getByTestId('edit-indicators').click();
  const editor = page.getByTestId('indicators-editor');
  await editor.getByText('加一个指标').click();
  await editor.getByLabel(' name', { exact: true }).fill('行政村5G网络覆盖率');
  await editor.getByLabel('行政村5G网络覆盖率 targetValue').fill('应通尽通');
  await page.getByTestId('indicators-save').click();
  await page.getByTestId('plan-table').getByText('应通尽通').waitFor();

  // All charts as pictures, drawn by the installed browser.
  await page.getByTestId('export-tables').click();
  await page.getByText('全部图，PNG 图片（.zip）…').click();
  await saveAs(page, path.join(dir, '图.zip'));
  await page.getByText('18 张图已写入').waitFor({ timeout: 120_000 });
  const zip = readFileSync(path.join(dir, '图.zip'));
  expect(zip.toString('utf8')).toContain('附图6 各乡镇分年投资.png');
  // Three times the size of the screen: a drawing of one colour would take a fraction of this.
  expect(zip.length).toBeGreaterThan(200_000);
});
