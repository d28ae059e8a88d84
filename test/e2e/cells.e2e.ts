// The cells of the 项目表 as in Excel: selecting with mouse and keys, and filling.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { cell, cellText, copiedText, openGrid, typeInto } from '#test/support/grid-page.ts';
import { type Scenario, scenario } from '#test/support/scenario.ts';

async function openSample({ page, dir }: Scenario): Promise<void> {
  await page.getByTestId('open-sample').click();
  await saveAs(page, path.join(dir, '示例.xianjie'));
  await openGrid(page);
}

const summary = (page: Page) => page.getByTestId('selection-summary').innerText();
const cursorAt = (page: Page, row: number, column: string) =>
  expect.poll(() => cell(page, row, column).getAttribute('class')).toContain('xj-cursor');

async function dragFrom(page: Page, from: [number, string], to: [number, string]): Promise<void> {
  await cell(page, ...from).hover();
  await page.mouse.down();
  await cell(page, ...to).hover();
  await page.mouse.up();
}

scenario('cells: selects with mouse and keys as in Excel', async (s) => {
  const { page } = s;
  await openSample(s);
  await typeInto(page, 2, 'total', '10');
  await typeInto(page, 3, 'total', '20.5');
  await expect.poll(() => cellText(page, 3, 'total')).toBe('20.50');

  await dragFrom(page, [2, 'period'], [3, 'total']);
  await expect.poll(() => summary(page)).toContain('求和 30.50 万元');
  for (const part of ['平均 15.25', '计数 4', '数值计数 2', '最大 20.50', '最小 10.00']) {
    expect(await summary(page)).toContain(part);
  }

  // Tab and Enter stay inside the range.
  await page.keyboard.press('Tab');
  await cursorAt(page, 2, 'total');
  await page.keyboard.press('Tab');
  await cursorAt(page, 3, 'period');
  await page.keyboard.press('Enter');
  await cursorAt(page, 2, 'total');
  expect(await summary(page)).toContain('求和 30.50 万元');

  // A second range beside it, then whole columns and rows by their headers.
  await cell(page, 2, 'total').click();
  await cell(page, 3, 'total').click({ modifiers: ['Control'] });
  await expect.poll(() => summary(page)).toContain('求和 30.50 万元');
  await page.locator('.ag-header-cell[col-id="period"] .xj-head-label').hover();
  await page.mouse.down();
  await page.locator('.ag-header-cell[col-id="total"] .xj-head-label').hover();
  await page.mouse.up();
  await expect.poll(() => summary(page)).toContain('数值计数 514');
  await dragFrom(page, [2, '#'], [3, '#']);
  await expect.poll(async () => (await copiedText(page)).split('\n').length).toBe(2);

  await cell(page, 2, 'total').click();
  await page.keyboard.press('Control+Space');
  await expect.poll(() => summary(page)).toContain('计数 514');
  await page.keyboard.press('Shift+Backspace');
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect.poll(() => summary(page)).toMatch(/数值计数 51\d/);
  await page.keyboard.press('Control+Backspace');
  await cursorAt(page, 2, 'total');
  await page.keyboard.press('Control+a');
  await expect.poll(() => summary(page)).toContain('不含标题行');
});

scenario(
  'cells: the fill handle counts on, Ctrl+D and Ctrl+R copy, Ctrl+Enter fills the selection',
  async (s) => {
    const { page } = s;
    await openSample(s);
    await typeInto(page, 2, 'period', '2021');
    await cell(page, 2, 'period').click();
    await page.locator('.xj-fill-handle').hover();
    await page.mouse.down();
    await cell(page, 4, 'period').hover();
    await page.mouse.up();
    await expect.poll(() => cellText(page, 4, 'period')).toBe('2023');
    await expect.poll(() => page.getByTestId('undo').innerText()).toContain('填充');

    // The columns at the right are drawn once they are scrolled to.
    await page.keyboard.press('End');
    await typeInto(page, 2, 'note', '第一批');
    await cell(page, 2, 'note').click();
    await page.locator('.xj-fill-handle').dblclick();
    await expect.poll(() => cellText(page, 5, 'note')).toBe('第四批');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellText(page, 5, 'note')).not.toBe('第四批');

    await cell(page, 2, 'note').click();
    await cell(page, 4, 'note').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await expect.poll(() => cellText(page, 4, 'note')).toBe('第一批');

    await typeInto(page, 2, 'year:2021', '7');
    await cell(page, 2, 'year:2021').click();
    await cell(page, 2, 'year:2022').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+r');
    await expect.poll(() => cellText(page, 2, 'year:2022')).toBe('7.00');

    await cell(page, 3, 'year:2021').click();
    await cell(page, 4, 'year:2022').click({ modifiers: ['Shift'] });
    await page.keyboard.type('8');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellText(page, 4, 'year:2022')).toBe('8.00');
    expect(await cellText(page, 3, 'year:2021')).toBe('8.00');
  },
  { viewport: { width: 1920, height: 900 } },
);
