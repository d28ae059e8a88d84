// The columns of an office's own, from a sheet into the list: kept in the import, filled in the grid and on the card; and what
// people look for in a filter: the row that they edit stays, Esc goes back to the cells. A second program that only looks
// says why nothing can be typed, and shows what the first one writes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { blankProject } from '#shared/domain/project.ts';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { cell, cellText, columnMenu, gridFocus, openGrid, typeInto } from '#test/support/grid-page.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

scenario('own columns: kept from a sheet, filled in, filtered; an edited row stays', async ({ page, dir, picture }) => {
  await openNew(page, dir);
  const sheet = path.join(dir, '表.csv');
  const lines = [
    '项目名称,建设地点,建设内容,总投资（万元）,领导批示,挂钩领导',
    '甲村道路硬化,大营街街道,硬化道路1公里,10,同意,王某',
    '乙村饮水工程,大营街街道,建水池1个,20.5,,李某',
  ];
  writeFileSync(sheet, `${lines.join('\n')}\n`);
  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, sheet);
  await page.getByTestId('import-summary').waitFor();
  await page.getByRole('tab', { name: '列对应' }).click();
  expect(await page.getByTestId('import-own-columns').innerText()).toContain('“领导批示”、“挂钩领导”没有对应的字段');
  await page.getByTestId('import-keep-columns').click();
  await expect.poll(() => page.getByTestId('import-column-E').innerText()).toContain('自定义栏目：领导批示');
  await picture('own-columns-import');
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
  await openGrid(page);
  // They stand before 备注, at the right end.
  await cell(page, 1, 'name').click();
  await page.keyboard.press('End');
  await expect.poll(() => cellText(page, 1, 'own:挂钩领导')).toBe('王某');
  await typeInto(page, 2, 'own:领导批示', '缓办');
  await expect.poll(() => cellText(page, 2, 'own:领导批示')).toBe('缓办');

  // Only 同意 is shown; what is typed over it stays in sight until the filter is set anew.
  const shown = () => page.getByTestId('rows-shown').innerText();
  await columnMenu(page, 'own:领导批示');
  await page.getByTestId('filter-search').fill('同意');
  await page.keyboard.press('Enter');
  await expect.poll(shown).toBe('筛选后 1 个项目');
  await typeInto(page, 1, 'own:领导批示', '不同意见');
  await expect.poll(() => cellText(page, 1, 'own:领导批示')).toBe('不同意见');
  expect(await shown()).toBe('筛选后 1 个项目');
  // Esc in the menu of a column: the keys go on in the cells.
  await columnMenu(page, 'own:领导批示');
  await page.getByTestId('filter-search').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByTestId('column-menu').count()).toBe(0);
  await gridFocus(page);
  await page.getByTestId('clear-filters').click();
  await expect.poll(shown).toBe('2 个项目');
  await picture('own-columns-grid');
});

scenario('own columns: a program that only looks says so and follows the other one', async ({ page, dir }) => {
  const file = makeWorkbook(dir);
  const { session } = openSession(file);
  const add = (id: string, name: string): void =>
    session.change('test', name, (tx) =>
      tx.put('project', id, { ...blankProject({ id, position: 1, categoryId: null, regionCode: '530402' }), name }),
    );
  add('a', '甲村道路');
  try {
    await page.getByTestId('open-workbook').click();
    await chooseFiles(page, file);
    await page.getByRole('button', { name: '只读打开' }).click();
    await page.getByTestId('read-only').waitFor();
    await openGrid(page);
    await cell(page, 1, 'name').click();
    await page.keyboard.type('改');
    await expect.poll(() => page.getByText('工作簿不能修改').count()).toBeGreaterThan(0);
    add('b', '乙村水渠');
    await expect.poll(() => page.getByText('乙村水渠').count(), { timeout: 10_000 }).toBeGreaterThan(0);
  } finally {
    session.close();
  }
});
