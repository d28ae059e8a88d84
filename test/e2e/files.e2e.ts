// Workbook files that cannot simply be opened: the window says why and offers what makes sense; nothing is changed.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { blankProject } from '#shared/domain/project.ts';
import { addFen, wan } from '#shared/values/money.ts';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { cell, openGrid, pasteText } from '#test/support/grid-page.ts';
import { scenario } from '#test/support/scenario.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

scenario('files: a workbook that is open elsewhere can be read, not changed', async ({ page, dir }) => {
  const file = makeWorkbook(dir);
  const { session } = openSession(file);
  try {
    await page.getByTestId('open-workbook').click();
    await chooseFiles(page, file);
    await page.getByRole('button', { name: '只读打开' }).click();
    await page.getByTestId('read-only').waitFor();
    await openGrid(page);
    expect(await page.getByTestId('command-edit.add').isDisabled()).toBe(true);

    // Whoever knows that the other program is gone may take the workbook over.
    await page.getByTestId('file-menu').click();
    await page.getByText('关闭工作簿').click();
    await page.getByTestId('recent-file').first().click();
    await page.getByRole('button', { name: '在这里修改' }).click();
    await page.getByTestId('save-state').waitFor();
  } finally {
    session.close();
  }
});

scenario('files: recent workbooks are one click away, a missing one is marked', async (s) => {
  const file = makeWorkbook(s.dir);
  await s.page.getByTestId('open-workbook').click();
  await chooseFiles(s.page, file);
  await s.page.getByTestId('page-overview').waitFor();
  let page = await s.restart();
  await page.getByTestId('recent-file').first().click();
  await page.getByTestId('page-overview').waitFor();
  expect(await page.getByTestId('workbook-name').innerText()).toBe(path.basename(file, '.xianjie'));

  page = await s.restart();
  rmSync(file);
  await page.reload();
  await expect.poll(() => page.getByTestId('recent-file').first().innerText()).toContain('文件已不在');
  expect(await page.getByTestId('recent-file').first().isDisabled()).toBe(true);
});

scenario('files: rows copied from Excel fill an empty workbook', async ({ page, dir }) => {
  const file = makeWorkbook(dir);
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, file);
  await page.getByTestId('go-projects').click();
  await cell(page, 'total', 'name').waitFor();
  await pasteText(page, '甲村道路硬化\t新建\n乙村道路硬化\t续建\n');
  await page.getByTestId('paste-add-rows').click();
  await expect.poll(() => cell(page, 2, 'nature').innerText()).toBe('续建');
  expect(await cell(page, 'total', 'name').innerText()).toBe('合计（2个）');
});

scenario('files: an empty workbook says what to do, and takes a first project by keyboard', async ({ page, dir }) => {
  const file = makeWorkbook(dir);
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, file);
  await page.getByTestId('go-projects').click();
  await page.getByRole('button', { name: '添加项目' }).last().click();
  await cell(page, 1, 'name').waitFor();
  await page.keyboard.type('第一个项目');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(page, 1, 'name').innerText()).toBe('第一个项目');
  await page.keyboard.press('Control+s');
  await page.getByText('已保存。每次修改').waitFor();
});

scenario('files: the unfinished projects of an old plan go into a new one', async ({ page, dir, picture }) => {
  const old = makeWorkbook(dir);
  const { session } = openSession(old);
  session.change('projects.add', '录入', (tx) => {
    for (const [position, name, startAt, endAt, byYear] of [
      [1, '甲村灌溉渠建设', '2024', '2026', { '2024': wan('600'), '2026': wan('400') }],
      [2, '乙村道路硬化', '2023', '2023', { '2023': wan('35.41') }],
    ] as const) {
      const blank = blankProject({ id: `p${position}`, position, categoryId: null, regionCode: '530402' });
      const total = addFen(...Object.values(byYear));
      tx.add('project', blank.id, { ...blank, name, startAt, endAt, amounts: { ...blank.amounts, total, byYear } });
    }
  });
  session.close();

  await page.getByTestId('roll-over').click();
  await chooseFiles(page, old);
  const dialog = page.getByRole('dialog').filter({ has: page.getByTestId('roll-dialog') });
  await dialog.getByText('甲村灌溉渠建设').waitFor();
  await picture('roll-over');
  await page.getByTestId('roll-list-kind').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '不写' }).click();
  await dialog.getByText('结转 1 个项目，选择保存位置').click();
  await saveAs(page, path.join(dir, '新规划.xianjie'));
  await expect.poll(() => page.getByTestId('workbook-name').innerText()).toBe('新规划');
  await openGrid(page);
  await cell(page, 1, '#').dblclick();
  await page.getByTestId('card-origin').waitFor();
  expect(await page.getByTestId('card-origin').innerText()).toContain('上一规划期');
  expect(await page.getByLabel('期前累计完成投资申报数').inputValue()).toContain('600');
  expect(await cell(page, 1, 'nature').innerText()).toBe('续建');
  expect(await cell(page, 'total', 'name').innerText()).toBe('合计（1个）');
  await picture('rolled-list');
});
