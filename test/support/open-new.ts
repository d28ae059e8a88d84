// Opens a fresh workbook of 红塔区 in the window, as a user does after being handed the file.
import type { Page } from 'playwright-core';
import { chooseFiles } from './file-dialog.ts';
import { makeWorkbook } from './workbook.ts';

/** An empty workbook, or one with the 514 sample projects; gives its path. */
export async function openNew(page: Page, dir: string, { sample = false } = {}): Promise<string> {
  const file = makeWorkbook(dir, { sample });
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, file);
  await page.getByTestId('workbook-name').waitFor();
  return file;
}
