// 审核规则说明 and 县级与市级核对 in the window: a finding leads to its rule, a setting is kept and taken back, the bridge closes.
import path from 'node:path';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { scenario } from '#test/support/scenario.ts';

scenario(
  'rules: from a finding to its rule, settings and back; county against city',
  async ({ page, dir, picture }) => {
    await page.getByTestId('open-sample').click();
    await saveAs(page, path.join(dir, '示例.xianjie'));
    await page.getByTestId('go-checks').click();
    await page.getByTestId('finding').first().click();
    await page.getByTestId('finding-rule').click();
    await page.getByTestId('rule-sheet').getByRole('heading', { name: /P04/ }).waitFor();

    await page.getByTestId('rule-P13').click();
    const before = Number(await page.getByTestId('rule-P13').locator('.xj-catalog-count').innerText());
    const least = page.getByLabel('单个项目的最低投资额（0 为不限）');
    await least.fill('30');
    await page.getByTestId('save-rule').click();
    await page.getByTestId('rule-P13').getByText('已改').waitFor();
    await expect
      .poll(async () => Number(await page.getByTestId('rule-P13').locator('.xj-catalog-count').innerText()))
      .toBeGreaterThan(before + 10);
    await picture('rule-settings');
    await page.getByTestId('restore-rule').click();
    await expect
      .poll(async () => Number(await page.getByTestId('rule-P13').locator('.xj-catalog-count').innerText()))
      .toBe(before);
    expect(await least.inputValue()).toBe('0');

    await page.getByTestId('checks-tab-levels').click();
    expect(await page.getByTestId('bridge-to').innerText()).toBe('665742');
    expect(await page.getByTestId('bridge').innerText()).toContain('住房安全巩固');
  },
);
