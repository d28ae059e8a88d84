// 勾稽审核 as a planner works through it: F8 from the grid, a typed figure, 属实说明 until the numbers change, repairs,
// and the 差错清单.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { cell, openGrid, typeInto } from '#test/support/grid-page.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const text = (page: Page, id: string) => page.getByTestId(id).innerText();
const findingOf = (page: Page, rule: string) => page.locator(`[data-testid="finding"][data-rule="${rule}"]`);

scenario('checks: F8, a typed figure, 属实说明 and its end, 自动修正, 差错清单', async (s) => {
  const { page, dir } = s;
  await openNew(page, dir, { sample: true });
  await openGrid(page);

  // A wrong total is the gravest finding: F8 goes to it, and the strip says what is wrong.
  await typeInto(page, 2, 'total', '1,035.41');
  await expect.poll(() => text(page, 'open-findings')).toMatch(/强制 [1-9]/);
  await page.keyboard.press('F8');
  await expect.poll(() => text(page, 'finding-strip')).toContain('1035.41');
  await expect.poll(() => cell(page, 2, 'total').getAttribute('class')).toContain('xj-cursor');
  await page.getByTestId('undo').click();
  await expect.poll(() => text(page, 'finding-strip')).toContain('已经处理好');

  // A figure of a document, for reference: the difference is a 提示.
  await page.getByTestId('go-checks').click();
  await page.getByTestId('checks-tab-claims').click();
  await page.getByTestId('new-claim').click();
  await page.getByTestId('claim-table').fill('市级规划 表3');
  await page.getByTestId('claim-text').fill('665742');
  await page.getByTestId('claim-source').fill('第12页');
  await page.getByRole('checkbox', { name: /必须一致/ }).uncheck();
  await page.getByTestId('claim-save').click();
  await expect
    .poll(() => page.locator('[data-testid="claim"][data-verdict="different"]').innerText())
    .toContain('1142.62');

  // It is explained, and counts no more.
  await page.getByTestId('checks-tab-findings').click();
  await findingOf(page, 'X01').click();
  await page.getByTestId('explanation-text').fill('市级口径含村集体经济');
  await page.getByTestId('explanation-save').click();
  await expect.poll(() => findingOf(page, 'X01').count()).toBe(0);
  await page.getByTestId('filter-state').click();
  await page.getByTitle(/^已说明/).click();
  await expect.poll(() => findingOf(page, 'X01').innerText()).toContain('已说明');
  await s.picture('findings');

  // Another total, another difference: the explanation holds no longer, and its text is ready to be renewed.
  await openGrid(page);
  await cell(page, 3, 'total').click();
  await page.keyboard.press('Delete');
  await page.getByTestId('go-checks').click();
  await page.getByTestId('filter-state').click();
  await page.getByTitle(/^说明已失效 1/).click();
  await findingOf(page, 'X01').click();
  await expect.poll(() => text(page, 'explanation-void')).toContain('665742');
  expect(await page.getByTestId('explanation-text').inputValue()).toBe('市级口径含村集体经济');

  // The blank total follows from sources and years: filled in with one click, and one undo.
  await page.getByTestId('filter-state').click();
  await page.getByTitle(/^未处理/).click();
  await findingOf(page, 'T14').click();
  await page.getByTestId('fix-this').click();
  await expect.poll(() => findingOf(page, 'T14').count()).toBe(0);
  await expect.poll(() => text(page, 'undo')).toContain('自动修正');

  const list = path.join(dir, '差错清单.xlsx');
  await page.getByTestId('export-findings').click();
  await saveAs(page, list);
  await expect.poll(() => statSync(list, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(5000);
});
