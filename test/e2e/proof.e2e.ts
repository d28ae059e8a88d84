// 文稿核对 in the window: a Word draft dropped on the first screen, a pasted text against an open workbook.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPackage } from '#electron/excel/write/patch/package.ts';
import { seriousFaults } from '#test/support/axe.ts';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { paragraph } from '#test/support/make-docx.ts';
import { makeDraftDocx } from '#test/support/make-draft-docx.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';
import { commentedTexts } from '#test/support/word-parts.ts';

/** Drops a file on the window, as from the desktop. */
async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], file));
      return transfer;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.locator('.xj-drop').dispatchEvent('drop', { dataTransfer: data });
}

const current = (page: Page) => page.getByTestId('proof-draft').locator('.is-current');

scenario('proof: a draft dropped on the first screen, gone through with F8, marked and listed', async (bench) => {
  const { page, dir } = bench;
  await page.getByTestId('open-proof').waitFor();
  await bench.picture('开始-核对文稿');
  const filler = Array.from({ length: 60 }, (_, n) =>
    paragraph(`第${n + 1}条说明，写得长一些，好让表格离开视野。`),
  ).join('');
  await dropFile(page, '送审稿.docx', makeDraftDocx(filler));
  await page.getByTestId('proof').waitFor();
  await page.getByTestId('proof-summary').getByText('错误 2 处').waitFor();
  expect(await page.getByTestId('proof-draft').locator('tr').count()).toBe(5);
  await bench.picture('文稿核对');

  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('F8');
  await current(page).getByText('47').waitFor();
  await page.keyboard.press('F8');
  await current(page).getByText('660.00').waitFor();
  await page.keyboard.press('Shift+F8');
  await current(page).getByText('47').waitFor();
  await page.getByTestId('proof-line').nth(1).click();
  await current(page).getByText('660.00').waitFor();
  await bench.picture('文稿核对-一处');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await bench.picture('文稿核对-宽屏');
  await page.getByTestId('proof-filter').getByText('未核对').click();
  await bench.picture('文稿核对-未核对');

  const marked = path.join(dir, '批注稿.docx');
  await page.getByTestId('proof-mark').click();
  await saveAs(page, marked);
  await page.getByTestId('written').getByText('批注稿.docx').waitFor();
  expect(commentedTexts(openPackage(readFileSync(marked)).text('word/document.xml')).sort()).toEqual([
    '47个',
    '660.00',
  ]);
  const list = path.join(dir, '清单.xlsx');
  await page.getByTestId('proof-list').click();
  await saveAs(page, list);
  await page.getByTestId('written').getByText('清单.xlsx').waitFor();
  expect(statSync(list).size).toBeGreaterThan(3000);
  await page.getByTestId('proof-other').click();
  await page.getByTestId('proof-start').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await bench.picture('文稿核对-开始');
  await page.getByTestId('proof-back').click();
  await page.getByTestId('page-start').waitFor();
});

scenario('proof: what cannot be read is said, and the next file is taken', async (bench) => {
  const { page, dir } = bench;
  const broken = path.join(dir, '坏的.docx');
  writeFileSync(broken, makeDraftDocx().subarray(0, 300));
  const sound = path.join(dir, '好的.docx');
  writeFileSync(sound, makeDraftDocx());
  await page.getByTestId('open-proof').click();
  await chooseFiles(page, broken);
  await page.getByTestId('proof-error').getByText('文件已损坏').waitFor();
  await page.getByTestId('proof-choose').click();
  await chooseFiles(page, sound);
  await page.getByTestId('proof-summary').getByText('只核对文稿自身').waitFor();
});

scenario('proof: beside a workbook a pasted text is held against its data', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-text').click();
  await page.getByTestId('text-tab-review').click();
  await page
    .getByTestId('proof-input')
    .fill('乡村公共服务提升项目81个（其中教育帮扶16个、健康帮扶66个），投资81310.81万元。各年投入的资金逐年减少。');
  await page.getByTestId('proof-text').click();
  await page.getByTestId('proof-draft').locator('mark').getByText('81310.81').waitFor();
  await page.getByTestId('proof-line').getByText('80455.81').first().waitFor();
  expect(await page.getByTestId('proof-mark').isDisabled()).toBe(true);
  await bench.picture('文稿核对-有工作簿');
  // A document dropped anywhere is a draft; the workbook stays open.
  await page.getByTestId('go-projects').click();
  await dropFile(page, '送审稿.docx', makeDraftDocx());
  await page.getByTestId('proof-summary').getByText('红塔区').waitFor();
});
