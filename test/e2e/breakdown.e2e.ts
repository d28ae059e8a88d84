// 批量分解: from 表5-1 with the figures before and after, taken as one step and taken back; the row of what is open can be
// asked for its projects.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

/** One project with margins only, one that is whole, one that contradicts itself, one without anything. */
const SHEET = `项目名称,建设年限,总投资（万元）,2021年投资（万元）,2022年投资（万元）,财政衔接资金（万元）,其他资金（万元）
水库除险,2021-2022,10,4,6,3,7
道路硬化,2021,5,5,,5,
老果园,2021-2022,8,4,,,
新果园,2021-2022,9,,,,
`;

scenario('breakdown: projects that are not broken down, all at once', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir);
  const file = path.join(dir, '报送.csv');
  writeFileSync(file, SHEET);
  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, file);
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();

  // The overview and 表5-1 say how much is open; the figure is made of its project.
  await page.getByTestId('go-overview').click();
  await page.getByTestId('overview-open').getByText('有 1 个项目 10.00 万元只填了').waitFor();
  await bench.picture('总览-未分解');
  await page.getByTestId('go-tables').click();
  await page.getByTestId('table-years').click();
  const table = page.getByTestId('plan-table');
  await bench.picture('汇总表-未分解');
  expect(await table.locator('.xj-negative').count()).toBe(0);
  const open = table.locator('tr.is-aside', { hasText: '其中：未分解到年度' });
  await open.getByRole('button', { name: '10.00' }).click();
  const composition = page.getByTestId('composition');
  await composition.getByText('水库除险').waitFor();
  await composition.getByText('由 1 个项目构成').waitFor();
  await page.keyboard.press('Escape');

  await page.getByTestId('open-breakdown').click();
  const dialog = page.getByTestId('breakdown');
  await expect.poll(() => dialog.getByTestId('breakdown-line').count()).toBe(2);
  await dialog.getByText('明细 2021年财政衔接资金 1.20、2021年其他资金 2.80').waitFor();
  await dialog.getByText('分年度 2021年 4.50、2022年 4.50').waitFor();
  await dialog.getByText('跳过：各年度投资之和 4.00 万元与总投资 8.00 万元不符').waitFor();
  await bench.picture('批量分解');
  await dialog.getByText('按比例', { exact: true }).click();
  await dialog.getByText('年度按同类项目的比例').waitFor();
  await dialog.getByLabel('分解新果园').uncheck();
  await dialog.getByTestId('breakdown-take').click();
  await page.getByText('已分解 1 个项目。').waitFor();
  await open.waitFor({ state: 'hidden' });
  await page.getByTestId('undo').click();
  await open.waitFor();
});
