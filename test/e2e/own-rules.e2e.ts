// 自定义审核 in the window: a rule is written with completion and its live result, saved, exported, and taken back.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('own rules: written in plain words, checked while typing, exported and imported', async ({ page, dir }) => {
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-checks').click();
  await page.getByTestId('checks-tab-own-rules').click();
  await page.getByTestId('rule-add').click();
  await page.getByTestId('rule-name').fill('户均人数');
  await page.getByTestId('rule-formula').click();
  await page.keyboard.type('受益人');
  await page.getByTestId('formula-offer').getByText('受益人数').waitFor();
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('rule-formula').inputValue()).toBe('受益人数');
  await page.keyboard.type(' / 收益户数 <= 3.9');
  await page.getByTestId('rule-fix').click();
  await expect.poll(() => page.getByTestId('rule-result').innerText()).toMatch(/现有 514 个项目中 \d+ 个不符合/);
  await page.getByTestId('rule-save').click();
  const row = page.locator('[data-testid=own-rule][data-rule=Z01]');
  await expect.poll(() => row.locator('.xj-figure').innerText()).toMatch(/^[1-9]\d*$/);

  const file = path.join(dir, '规则.xjrules');
  await page.getByTestId('rules-export').click();
  await saveAs(page, file);
  await expect.poll(() => existsSync(file)).toBe(true);
  await page.getByTestId('rule-remove').click();
  await row.waitFor({ state: 'detached' });
  await page.getByTestId('rules-import').click();
  await chooseFiles(page, file);
  await row.waitFor();
  await row.locator('.xj-figure button').click();
  await page.getByText('户均人数').first().waitFor();
});
