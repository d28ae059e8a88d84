// Drives the 项目表 in a page as a user does: cells by row and column key, the text field under the cursor.
import type { Locator, Page } from 'playwright-core';

/** A cell of the grid; row 'total' is 合计, numbers count the shown rows from 0 with headings. */
export function cell(page: Page, row: number | 'total', column: string): Locator {
  return page.locator(`[row-index="${row === 'total' ? 't-0' : row}"] [col-id="${column}"]`);
}

/** The text of a cell once it is drawn. */
export function cellText(page: Page, row: number | 'total', column: string): Promise<string> {
  return cell(page, row, column).innerText();
}

export async function openGrid(page: Page): Promise<void> {
  await page.getByTestId('go-projects').click();
  await page.locator('.ag-row').first().waitFor();
}

/** Selects a cell, types over it and presses Enter. */
export async function typeInto(page: Page, row: number, column: string, text: string): Promise<void> {
  await cell(page, row, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Pastes a text into the selected cells as Ctrl+V of another program's copy would. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.getByTestId('cell-input').evaluate((field, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** What Ctrl+C gives to the clipboard. */
export function copiedText(page: Page): Promise<string> {
  return page.getByTestId('cell-input').evaluate((field) => {
    const clipboardData = new DataTransfer();
    field.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

/** Waits until keys go to the grid again, as after a dialog. */
export async function gridFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-testid') === 'cell-input');
}

/** Opens the drop-down of a column's header. */
export async function columnMenu(page: Page, column: string): Promise<void> {
  await page.locator(`.xj-head-menu[data-column="${column}"]`).click();
  await page.getByTestId('column-menu').waitFor();
}
