// 任务、村情、名单 as a planner meets them: sheets read with what is open, a row changed, sums beside the rows, a number chosen.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('lists: tasks, villages and documents come in, are changed and summed', async ({ page, dir, picture }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const csv = (name: string, lines: readonly string[]): string => {
    const file = path.join(dir, name);
    writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
    return file;
  };
  const read = (): Promise<string> => page.getByTestId('list-read').innerText();
  const takeIn = async (file: string, words: string): Promise<void> => {
    await page.getByTestId('list-import').click();
    await chooseFiles(page, file);
    await expect.poll(read).toContain(words);
  };
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-overview').click();
  await page.getByTestId('open-indicators').click();
  await page.getByTestId('indicators-tasks').click();
  await page.getByText('还没有任务').waitFor();

  const tasks = csv('任务.csv', [
    '序号,工作任务,目标,2025年,责任单位,完成时限,进展',
    '1,巩固森林资源,森林覆盖率 ≥65%,65,区林草局牵头，区财政局配合,2024年底,已造林',
    '2,农产品加工园区,每县至少 1 个,1,区农业农村局,2025年,',
  ]);
  await takeIn(tasks, '新增任务 2 项');
  await page.getByTestId('list-take').click();
  const table = page.getByTestId('list-table');
  await table.getByText('区林草局').waitFor();
  await picture('lists-tasks');
  await table.getByTestId('row-open').first().click();
  const dialog = page.getByTestId('list-dialog');
  await dialog.getByLabel('牵头单位').fill('区自然资源局');
  await picture('lists-task-dialog');
  await page.getByTestId('list-save').click();
  await table.getByText('区自然资源局').waitFor();
  await page.getByTestId('list-summary').click();
  await table.getByText('逾期未完成').waitFor();
  await picture('lists-units');
  await page.getByTestId('undo').click();

  await page.getByTestId('indicators-villages').click();
  const villages = csv('村情.csv', [
    '乡镇,村,总户数,集体经营性收入（万元）',
    '研和街道,玉苗,404,12',
    '研和街道,甸苴,812,8',
  ]);
  await page.getByTestId('list-import').click();
  await chooseFiles(page, villages);
  await page.getByText('没有写是哪一年的').first().waitFor();
  await page.getByLabel('表上没有写年度的，是哪一年的：').fill('2023');
  await page.keyboard.press('Enter');
  await expect.poll(read).toContain('新增村情 2 条');
  await page.getByTestId('list-take').click();
  await table.getByText('玉苗').waitFor();
  await page.getByTestId('list-summary').click();
  await table.getByText('没有达到的 1 个：研和街道甸苴').waitFor();
  await picture('lists-villages');
  await page.getByTestId('report-xlsx').click();
  await saveAs(page, path.join(dir, '村情汇总.xlsx'));

  await page.getByTestId('indicators-basis').click();
  await page.getByTestId('list-add').click();
  await dialog.getByLabel('文件名称').fill('关于衔接资金的通知');
  await dialog.getByLabel('文号').fill('财农〔2021〕19号');
  await dialog.getByLabel('印发日期').fill('三月');
  await page.getByTestId('list-save').click();
  await dialog.getByText('“三月”看不懂').waitFor();
  await dialog.getByLabel('印发日期').fill('2021-03-26');
  await page.getByTestId('list-save').click();
  await table.getByText('财农〔2021〕19号').waitFor();
  await page.getByTestId('go-indicators').waitFor();
});
