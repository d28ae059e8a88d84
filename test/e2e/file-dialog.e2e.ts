// The in-page file dialog of the loopback host: mouse, keyboard, kinds, overwriting; and the line to the host.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cancelFileDialog, chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { scenario } from '#test/support/scenario.ts';

const entries = (page: Page) => page.getByTestId('file-dialog-entry');
const names = (page: Page) => entries(page).evaluateAll((all) => all.map((entry) => entry.dataset.name));

/** Folders and files for the dialog to show. */
function fillFolder(dir: string): void {
  mkdirSync(path.join(dir, '材料/乡镇'), { recursive: true });
  for (const name of ['红塔区.xianjie', '说明.txt']) writeFileSync(path.join(dir, '材料', name), 'x');
}

scenario(
  'file dialog: walks folders by keyboard, lists by kind, changes nothing when cancelled',
  async ({ page, dir }) => {
    fillFolder(dir);
    await page.getByTestId('open-workbook').click();
    // It begins in 文档 of the user's home.
    await expect.poll(() => page.getByTestId('file-dialog-path').inputValue()).toMatch(/文档$/);
    await page.getByTestId('file-dialog-path').fill(path.join(dir, '材料'));
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['乡镇', '红塔区.xianjie']);

    await page.getByTestId('file-dialog-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('file-dialog-path').inputValue()).toBe(path.join(dir, '材料/乡镇'));
    await page.getByTestId('file-dialog-list').focus();
    await page.keyboard.press('Backspace');
    await expect.poll(() => names(page)).toEqual(['乡镇', '红塔区.xianjie']);

    await page.getByTestId('file-dialog-name').fill('没有这个.xianjie');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('file-dialog-error').textContent()).toContain('没有这个文件');
    await page.keyboard.press('Escape');
    await page.getByTestId('file-dialog').waitFor({ state: 'detached' });
    expect(await page.getByTestId('page-start').isVisible()).toBe(true);
  },
);

scenario('file dialog: a file that is no workbook is refused in words', async ({ page, dir }) => {
  fillFolder(dir);
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, path.join(dir, '材料/红塔区.xianjie'));
  await page.getByText('“红塔区.xianjie”不是衔接规划工作台的工作簿').waitFor();
  await page.getByTestId('open-workbook').click();
  await cancelFileDialog(page);
});

scenario('file dialog: asks before it replaces a file; the sample is saved as a copy', async ({ page, dir }) => {
  const file = path.join(dir, '示例.xianjie');
  writeFileSync(file, 'old');
  await page.getByTestId('open-sample').click();
  await page.getByTestId('file-dialog-name').fill(path.join(dir, '示例'));
  await page.getByTestId('file-dialog-ok').click();
  await page.getByTestId('file-dialog-keep').click();
  await page.getByTestId('file-dialog-name').waitFor();
  await saveAs(page, file, { replace: true });
  await expect.poll(() => page.title()).toContain('示例');
});
