// Answers the file dialog of the loopback host, as a user would by typing paths.
import type { Page } from 'playwright-core';

/** Waits for the dialog and chooses these files (absolute paths, or names in the shown folder). */
export async function chooseFiles(page: Page, ...files: string[]): Promise<void> {
  const name = page.getByTestId('file-dialog-name');
  await name.fill(files.length > 1 ? files.map((file) => `"${file}"`).join(' ') : (files[0] ?? ''));
  await page.getByTestId('file-dialog-ok').click();
  await page.getByTestId('file-dialog').waitFor({ state: 'detached' });
}

/** Waits for the save dialog and saves there; `replace` answers the question about a file that is there. */
export async function saveAs(page: Page, file: string, { replace = false } = {}): Promise<void> {
  await page.getByTestId('file-dialog-name').fill(file);
  await page.getByTestId('file-dialog-ok').click();
  if (replace) await page.getByTestId('file-dialog-replace').click();
  await page.getByTestId('file-dialog').waitFor({ state: 'detached' });
}

export async function cancelFileDialog(page: Page): Promise<void> {
  await page.getByTestId('file-dialog-cancel').click();
  await page.getByTestId('file-dialog').waitFor({ state: 'detached' });
}
