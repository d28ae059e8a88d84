// 各县汇总 in the window: nine spreadsheets of nine layouts into a city's workbook, one county again with a smaller list.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { cityRegions, countyFile, countyProjects, NINE_COUNTIES } from '#test/support/nine-counties.ts';
import { scenario } from '#test/support/scenario.ts';
import { makeWorkbook } from '#test/support/workbook.ts';

scenario('city: nine sheets fill 表2 and 表3, a county is replaced alone, its tables are shown', async (bench) => {
  const { page, dir } = bench;
  const book = makeWorkbook(dir, { regionCode: '530400', regions: cityRegions() });
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, book);
  await page.getByTestId('workbook-name').waitFor();
  const write = (index: number, version: 1 | 2, day: string): string => {
    const county = NINE_COUNTIES[index] as (typeof NINE_COUNTIES)[number];
    const { name, bytes } = countyFile(county, countyProjects(county, version), day);
    const file = path.join(dir, `${version}${name}`);
    writeFileSync(file, bytes);
    return file;
  };
  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, ...NINE_COUNTIES.map((_, index) => write(index, 1, '2025-10-20')));
  await page.getByTestId('import-summary').waitFor();
  await expect.poll(() => page.getByTestId('import-counties').locator('tbody tr.ant-table-row').count()).toBe(9);
  await bench.picture('各县-导入');
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();

  await page.getByTestId('import-again').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, write(3, 2, '2025-11-20'));
  await page.getByTestId('import-summary').waitFor();
  const counties = page.getByTestId('import-counties');
  await expect.poll(() => counties.textContent()).toContain('通海县');
  expect(await counties.textContent()).toContain('替换');
  await bench.picture('各县-替换');
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
  expect(await page.getByTestId('import-figures').textContent()).toContain('撤回');

  await page.getByTestId('go-tables').click();
  await page.getByText('玉溪市各类工程分县投资').first().click();
  await expect.poll(() => page.getByTestId('page-tables').textContent()).toContain('通海县');
  await bench.picture('各县-表2');

  await page.getByTestId('go-overview').click();
  await page.getByTestId('open-funds').click();
  await page.getByTestId('funds-city').click();
  await expect.poll(() => page.getByTestId('city-table').textContent()).toContain('已报 9 个');
  await bench.picture('各县-报送情况');
  await page.getByText('审核通报', { exact: true }).click();
  await expect.poll(() => page.getByTestId('city-table').textContent()).toContain('没有填建设内容及规模');
  await bench.picture('各县-审核通报');
  await page.getByText('调度表', { exact: true }).click();
  await expect.poll(() => page.getByTestId('city-table').textContent()).toContain('支付率');
  await bench.picture('各县-调度表');
});
