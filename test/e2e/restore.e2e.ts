// A workbook that was damaged behind the program's back: it is told in the bottom bar, with both values; what is right
// comes back from a backup, or by putting the values right in a copy.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { cellText, openGrid, typeInto } from '#test/support/grid-page.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';
import { tamper } from '#test/support/tamper.ts';

/** One amount of the first project, 1 万元 more than it was. */
const ONE_VALUE = `UPDATE allocation SET amount_fen = amount_fen + 1000000 WHERE year = 0 AND source = ''
  AND project_id = (SELECT id FROM project ORDER BY rowid LIMIT 1)`;

async function closeWorkbook(page: Page): Promise<void> {
  await page.getByTestId('file-menu').click();
  await page.getByText('关闭工作簿').click();
  await page.getByTestId('page-start').waitFor();
}

async function untilChecked(page: Page, state: 'sound' | 'damaged'): Promise<void> {
  await expect.poll(() => page.getByTestId('file-health').getAttribute('data-state'), { timeout: 60_000 }).toBe(state);
}

/** The sample, edited, closed, damaged and opened again; its total before the damage. */
async function openDamaged(page: Page, dir: string): Promise<{ total: string }> {
  const file = await openNew(page, dir, { sample: true });
  await openGrid(page);
  await typeInto(page, 2, 'total', '1,035.41');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('1,035.41');
  const total = await cellText(page, 'total', 'total');
  await closeWorkbook(page);

  tamper(file, ONE_VALUE);
  await page.getByTestId('recent-file').first().click();
  await untilChecked(page, 'damaged');
  return { total };
}

scenario('restore: damage is told with both values, and put right in a copy', async ({ page, dir, picture }) => {
  const { total } = await openDamaged(page, dir);
  expect(await page.getByTestId('file-health').innerText()).toContain('文件有损坏：1 处');
  await page.getByTestId('file-health').click();
  await page
    .getByTestId('verify-problems')
    .getByText(/的总投资与操作记录不符：现在是“.*”，操作记录最后写的是“.*”/)
    .waitFor();

  await page.getByTestId('verify-salvage').click();
  await saveAs(page, path.join(dir, '整理.xianjie'));
  await page.getByTestId('salvage-result').getByText('没有丢失').waitFor();
  await page.getByTestId('salvage-result').getByText('已恢复').waitFor();
  await picture('salvage-result');
  await page.keyboard.press('Escape');
  await untilChecked(page, 'sound');
  await openGrid(page);
  expect(await cellText(page, 'total', 'total')).toBe(total);
});

scenario('restore: the backup made on closing gives a copy without the damage', async ({ page, dir, picture }) => {
  const { total } = await openDamaged(page, dir);
  await page.getByTestId('file-menu').click();
  await page.getByTestId('menu-file.restore').click();
  await page.getByTestId('page-restore').getByText('关闭时').first().waitFor();
  await picture('restore');
  await page.getByTestId('restore-copy').first().click();
  await saveAs(page, path.join(dir, '恢复.xianjie'));
  await expect.poll(() => page.getByTestId('workbook-name').innerText()).toBe('恢复');
  await untilChecked(page, 'sound');
  await openGrid(page);
  expect(await cellText(page, 'total', 'total')).toBe(total);
});
