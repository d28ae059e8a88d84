// 公示台账 as a planner meets it: a notice is printed and registered, a register pasted, an objection answered, what has
// ended is closed and its projects go on; projects by stages; holidays are pasted.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { makeSampleProjects } from '#seeds/sample.ts';
import { addDays } from '#shared/notice/period.ts';
import { localDay } from '#shared/values/local-time.ts';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const today = localDay(new Date());
const ago = (days: number): string => addDays(today, -days);
const [first, second] = makeSampleProjects();

scenario('notices: printed and registered, pasted, objected, closed', async ({ page, dir, picture }) => {
  if (!first || !second) throw new Error('no sample');
  await openNew(page, dir, { sample: true });
  expect(await page.getByTestId('go-notices').count()).toBe(0);
  await page.getByTestId('go-overview').click();
  await page.getByTestId('open-notices').click();
  await page.getByTestId('page-notices').waitFor();
  await page.getByText('还没有登记公示').waitFor();
  await picture('notices-empty');

  // Printed, and registered when asked.
  await page.getByTestId('go-print').click();
  await page.getByTestId('print-what').getByText('项目公示', { exact: true }).click();
  await page.getByTestId('export-sheet').click();
  await saveAs(page, path.join(dir, '公示.xlsx'));
  await page.getByText('登记为已公示？').waitFor();
  await picture('notices-ask');
  await page.getByTestId('notice-register').click();
  await page.getByText('已登记到公示台账').waitFor();
  await page.getByTestId('go-notices').click();
  const table = page.getByTestId('postings-table');
  await expect.poll(() => table.innerText()).toMatch(/县公示[\s\S]*514[\s\S]*公示中/);

  // Rows copied from a spreadsheet, without their head.
  const line = (title: string, from: string, to: string): string =>
    ['1', title, '村', '村公示', '公开栏', first.village ?? '', from, to, '', '', '', '', '', '王某', ''].join('\t');
  await page.getByTestId('postings-paste').click();
  await page
    .getByTestId('paste-text')
    .fill([line(`${first.name}村公示`, ago(30), ago(21)), line(`${second.name}村公示`, ago(20), ago(14))].join('\n'));
  await page.getByTestId('paste-next').click();
  await expect.poll(() => page.getByTestId('postings-read').innerText()).toContain('新增 2 条，更新 0 条');
  await page.getByTestId('postings-take').click();
  await page.getByText('已登记：新增 2 条').waitFor();
  await expect.poll(() => table.innerText()).toMatch(/期满待办结[\s\S]*少于 10 天/);
  await picture('notices-register');

  // An objection keeps the second one open until it is answered.
  const row = (name: string) => table.locator('.ant-table-row').filter({ hasText: name });
  await row(second.name).getByRole('button', { name: '异议' }).click();
  await page.getByTestId('objection-add').click();
  await page.getByTestId('objection-text').fill('选址离村太远');
  await picture('notices-objection');
  await page.getByTestId('posting-save').click();
  await expect.poll(() => row(second.name).innerText()).toContain('异议 1 件未处理');
  await row(second.name).getByRole('button', { name: '办结' }).click();
  await page.getByText('还有 1 件异议没有处理').waitFor();
  expect(await page.getByTestId('close-take').isDisabled()).toBe(true);
  await page.locator('.ant-modal-footer button').first().click();

  // What has ended without one is closed, and its project goes on; one step back.
  await page.getByTestId('postings-close').click();
  await expect.poll(() => page.getByTestId('close-moved').innerText()).toBe('1 个项目进入下一步');
  await picture('notices-close');
  await page.getByTestId('close-take').click();
  await page.getByText('已办结 1 条，1 个项目进入下一步').waitFor();
  await expect.poll(() => row(first.name).innerText()).toContain('已办结');
  await page.getByTestId('undo').click();
  await expect.poll(() => row(first.name).innerText()).toContain('期满待办结');

  await page.getByTestId('notices-matrix').click();
  await expect.poll(() => page.getByTestId('matrix-table').innerText()).toContain(ago(30));
  await picture('notices-matrix');
  await page.getByTestId('notices-holidays').click();
  await page
    .getByTestId('holidays-text')
    .fill('国庆节：2026年10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。');
  await expect.poll(() => page.getByTestId('holidays-read').innerText()).toContain('放假 7 天、调休上班 1 天');
  await page.getByTestId('holidays-save').click();
  await page.getByText('已保存').first().waitFor();
  await picture('notices-holidays');

  // A register as a file; the same again adds nothing.
  await page.getByTestId('notices-register').click();
  const file = path.join(dir, '台账.csv');
  writeFileSync(file, `\uFEFF公示事项,级别,起,止,异议\r\n${second.name}村公示,村,${ago(20)},${ago(14)},\r\n`);
  await page.getByTestId('postings-import').click();
  await chooseFiles(page, file);
  await page.getByTestId('postings-read').waitFor();
  await page.getByTestId('postings-take').click();
  await page.getByTestId('page-notices').getByTestId('report-xlsx').click();
  await saveAs(page, path.join(dir, '公示台账.xlsx'));
  await page.getByText('已写入：公示台账.xlsx').waitFor();
});
