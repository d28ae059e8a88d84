// The main job once through: a new workbook, the 514 projects of the annex, edit, check, undo, the next morning,
// tables, export and re-import without a difference, print.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { cell, cellText, openGrid, typeInto } from '#test/support/grid-page.ts';
import { scenario } from '#test/support/scenario.ts';

const ANNEX = path.resolve(import.meta.dirname, '../fixtures/hongta-annex-514.xlsx');

async function importSheet(page: Page, file: string): Promise<void> {
  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, file);
  await page.getByTestId('import-summary').waitFor();
}

scenario('main job: new workbook, import, edit, check, undo, restart, tables, export, re-import, print', async (s) => {
  const { dir } = s;
  let { page } = s;
  const file = path.join(dir, '红塔区.xianjie');

  await page.getByTestId('new-region').click();
  await page.keyboard.type('hongtaqu');
  await page.getByTitle('云南省玉溪市红塔区').waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('开始年份').fill('2021');
  await page.getByLabel('结束年份').fill('2025');
  await page.getByTestId('create-workbook').click();
  await saveAs(page, file);
  await page.getByTestId('page-overview').waitFor();
  expect(await page.getByTestId('workbook-name').innerText()).toBe('红塔区');
  expect(await page.getByTestId('page-overview').innerText()).toContain('还没有项目');

  await importSheet(page, ANNEX);
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
  await page.getByTestId('import-show-projects').click();
  await cell(page, 'total', 'total').waitFor();
  expect(await cellText(page, 'total', 'name')).toBe('合计（514个）');
  expect(await cellText(page, 'total', 'total')).toBe('664,599.38');
  expect(await cellText(page, 0, 'name')).toContain('一、乡村特色产业帮扶（60个）');
  expect(await cellText(page, 0, 'total')).toBe('137,640.47');
  expect(await cellText(page, 1, 'name')).toContain('（一）种植业（20个）');
  await s.picture('project-list');

  // An amount that no longer fits its sources: subtotals and findings follow at once.
  const before = await cellText(page, 2, 'total');
  const errors = async (): Promise<number> =>
    Number(/强制 (\d+)/.exec(await page.getByTestId('open-findings').innerText())?.[1] ?? 0);
  const errorsBefore = await errors();
  await typeInto(page, 2, 'total', '1,035.41');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('1,035.41');
  expect(await cellText(page, 0, 'total')).not.toBe('137,640.47');
  expect(await cellText(page, 'total', 'total')).not.toBe('664,599.38');
  await expect.poll(() => page.getByTestId('save-state').getAttribute('data-state')).toBe('saved');
  await expect.poll(errors).toBeGreaterThan(errorsBefore);
  expect(await page.getByTestId('undo').innerText()).toContain('总投资');

  await page.getByTestId('go-checks').click();
  await page.getByTestId('finding').first().waitFor();
  expect(await page.locator('[data-testid="finding"][data-rule="T01"]').first().innerText()).toContain('1035.41');
  await s.picture('checks');
  await page.locator('[data-testid="finding"][data-rule="T01"]').first().getByTestId('locate').click();
  await expect.poll(() => cell(page, 2, 'total').getAttribute('class')).toContain('xj-cursor');
  expect(await cell(page, 2, 'total').getAttribute('class')).toContain('xj-mark-error');

  // The next morning the change is there, and so is its undo step.
  page = await s.restart({ workbook: file });
  await openGrid(page);
  await expect.poll(() => cellText(page, 2, 'total')).toBe('1,035.41');
  await page.getByTestId('undo').click();
  await expect.poll(() => cellText(page, 2, 'total')).toBe(before);
  expect(await cellText(page, 'total', 'total')).toBe('664,599.38');
  await page.getByTestId('redo').click();
  await expect.poll(() => cellText(page, 2, 'total')).toBe('1,035.41');
  await page.getByTestId('undo').click();
  await expect.poll(() => cellText(page, 'total', 'total')).toBe('664,599.38');

  await page.getByTestId('go-tables').click();
  await page.getByTestId('table-years').click();
  await expect.poll(() => page.getByTestId('plan-table').innerText()).toContain('213,104.24');
  await page.locator('[data-testid^="chart-"] svg').first().waitFor();
  await s.picture('tables');
  await page.getByRole('button', { name: '91,733.83' }).click();
  await expect.poll(() => page.getByTestId('composition').innerText()).toContain('165 个项目');
  await page.getByTestId('composition-filter').click();
  await expect.poll(() => page.getByTestId('filter-note').innerText()).toContain('165 / 514');
  await page.getByTestId('clear-filters').click();

  const exported = path.join(dir, '项目表.xlsx');
  await page.getByTestId('command-file.export').click();
  await saveAs(page, exported);
  await page.getByText('项目表已写入').waitFor();
  expect(statSync(exported).size).toBeGreaterThan(20_000);
  await importSheet(page, exported);
  await expect.poll(() => page.getByTestId('import-summary').innerText()).toMatch(/514/);
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
  expect(await page.getByTestId('import-done').innerText()).toContain('没有变化：514 个项目');

  await page.getByTestId('go-print').click();
  await expect
    .poll(() => page.frameLocator('[data-testid=sheet-1] iframe').locator('body').innerText())
    .toContain('乡村特色产业帮扶');
  await s.picture('print');
  const pdf = path.join(dir, '项目表.pdf');
  await page.getByTestId('print-pdf').click();
  await saveAs(page, pdf);
  await expect
    .poll(() => statSync(pdf, { throwIfNoEntry: false })?.size ?? 0, { timeout: 120_000 })
    .toBeGreaterThan(50_000);
});
