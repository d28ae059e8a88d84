// 绩效目标 in the window: offered from the projects of a year, filled in with the score beside, written as a form.
import path from 'node:path';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('goals: offered from projects, filled in, scored and written', async ({ page, dir, picture }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-overview').click();
  await page.getByTestId('open-indicators').click();
  await page.getByTestId('indicators-goals').click();
  await page.getByTestId('goals-year').click();
  await page.locator('.ant-select-item-option').getByText('2022年').click();
  await page.getByText('2022 年还没有绩效目标').waitFor();
  await page.getByTestId('goals-propose').click();
  await page.getByText(/拟定 \d+ 个项目的绩效目标/).waitFor();
  await picture('goals-table');
  await page.getByTestId('goal-edit').first().click();
  const dialog = page.getByTestId('goal-dialog');
  await dialog.waitFor();
  const actuals = page.getByLabel(/第 \d+ 个指标的完成值/);
  const targets = page.getByLabel(/第 \d+ 个指标的指标值/);
  for (let at = 0; at < (await actuals.count()); at += 1)
    await actuals.nth(at).fill((await targets.nth(at).inputValue()).replace(/^[≥≤=]/, ''));
  await expect.poll(() => page.getByTestId('goal-score').innerText()).toContain('得分 100（优）');
  await picture('goal-dialog');
  await page.getByTestId('goal-save').click();
  await expect.poll(() => page.getByTestId('goals-table').innerText()).toMatch(/100\s+优/);
  await page.getByTestId('goals-export').hover();
  await page.getByText('自评表…').click();
  await saveAs(page, path.join(dir, '自评.xlsx'));
  await page.getByText(/已写出 \d+ 张自评表/).waitFor();
  await page.getByTestId('undo').click();
  await expect.poll(() => page.getByTestId('goals-table').innerText()).not.toMatch(/100\s+优/);
});
