// 打印 and 版本与日志 in the window: preview, PDF, spreadsheets that go out, the log, backup and verification.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { readPdfPages } from '#test/support/pdf.ts';
import { scenario } from '#test/support/scenario.ts';

const text = (page: Page, id: string): Promise<string | null> => page.getByTestId(id).textContent();
const preview = (page: Page) => page.frameLocator('[data-testid=print-preview]').locator('body');

/** Presses a button that asks for a place, and waits until the page says that the file is there. */
async function write(page: Page, button: string, file: string): Promise<void> {
  await page.getByTestId(button).click();
  await saveAs(page, file);
  await page.getByTestId('written').getByText(path.basename(file)).waitFor({ timeout: 60_000 });
  expect(statSync(file).size).toBeGreaterThan(1000);
}

scenario('print: the annex and the tables are shown and become PDF on the chosen paper', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await preview(page).getByText('项目类别及名称').first().waitFor();
  await bench.picture('打印-项目表');
  await write(page, 'print-pdf', path.join(dir, '项目表.pdf'));
  const annex = readPdfPages(path.join(dir, '项目表.pdf'));
  expect(annex.length).toBeGreaterThan(5);
  expect(annex.every(({ width, height }) => width > 1185 && height < 845)).toBe(true);

  await page.getByTestId('print-what').getByText('汇总表').click();
  await preview(page).getByText('表4-1').first().waitFor();
  await write(page, 'print-pdf', path.join(dir, '汇总表.pdf'));
  expect(readPdfPages(path.join(dir, '汇总表.pdf')).every(({ width, height }) => Math.max(width, height) < 845)).toBe(
    true,
  );

  // The paper chosen for each print is remembered.
  await page.getByTestId('print-paper').getByText('A3').click();
  await page.getByTestId('go-history').click();
  await page.getByTestId('change').waitFor();
  await page.getByTestId('go-print').click();
  await page.getByTestId('print-what').getByText('汇总表').click();
  const chosen = page.getByTestId('print-paper').locator('.ant-segmented-item-selected');
  await chosen.getByText('A3').waitFor();
});

scenario('print: spreadsheets and templates are written', async ({ page, dir }) => {
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await page.getByText('末行').click();
  await write(page, 'export-sheet', path.join(dir, '项目表.xlsx'));
  for (const what of ['汇总表', '差错清单']) {
    await page.getByTestId('print-what').getByText(what).click();
    await write(page, 'export-sheet', path.join(dir, `${what}.xlsx`));
  }
  await write(page, 'export-template', path.join(dir, '空表.xlsx'));
  await page.getByTestId('export-fill').click();
  await page.getByTestId('file-dialog-name').fill(path.resolve(import.meta.dirname, '../fixtures/daye-plan-2024.xlsx'));
  await page.getByTestId('file-dialog-ok').click();
  await page.getByText('填好的表保存到').waitFor();
  await saveAs(page, path.join(dir, '填好.xlsx'));
  await page.getByTestId('written').getByText('填好.xlsx').waitFor();
  expect(existsSync(path.join(dir, '填好.xlsx'))).toBe(true);
});

scenario('history: what was done is listed, can be looked at, taken back and done again', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-history').click();
  await page.getByTestId('change').waitFor();
  expect(await text(page, 'change')).toContain('514 个项目');
  expect(await page.getByTestId('command-edit.undo').isDisabled()).toBe(true);

  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, path.resolve(import.meta.dirname, '../fixtures/beiguan-allocation-2018.xlsx'));
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
  await page.getByTestId('go-history').click();
  await expect.poll(() => page.getByTestId('change').count()).toBe(2);
  await expect.poll(() => text(page, 'change-detail')).toContain('新增');
  await bench.picture('版本与日志');

  await page.getByTestId('command-edit.undo').click();
  await expect.poll(() => page.getByTestId('change').nth(1).textContent()).toContain('已撤销');
  await page.getByTestId('command-edit.redo').click();
  await expect.poll(() => page.getByTestId('change').nth(2).textContent()).not.toContain('已撤销');

  await page.getByTestId('command-file.backup').click();
  const backup = path.join(dir, '备份.xianjie');
  await saveAs(page, backup);
  await expect.poll(() => existsSync(backup)).toBe(true);
  await page.getByTestId('command-file.verify').click();
  await page.getByTestId('verify-dialog').getByText('文件完好').waitFor();
});
