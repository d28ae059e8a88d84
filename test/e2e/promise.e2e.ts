// 帮助 › 数据安全承诺: every sentence of it is on the screen, with what is not promised and what the long run found.
import { expect } from 'vitest';
import { NOT_PROMISED, PROMISES, SOAKED } from '#shared/help/promise.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('promise: each sentence is shown, with what is not promised', async ({ page, dir, picture }) => {
  await openNew(page, dir, { sample: true });
  await page.getByTestId('file-menu').click();
  await page.getByTestId('menu-help.promise').click();
  const dialog = page.getByTestId('promise-dialog');
  await dialog.getByText('没有承诺的').waitFor();
  const items = await dialog.locator('li').allInnerTexts();
  const texts = PROMISES.flatMap(({ sentences }) => sentences.map(({ text }) => text));
  expect(items).toEqual([...texts, ...SOAKED, ...NOT_PROMISED]);
  await picture('promise');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});
