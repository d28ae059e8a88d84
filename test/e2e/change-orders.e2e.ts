// 调整变更 in the window: the plan is printed, a figure is typed, the bar tells it, it is registered and approved, the card tells
// it, 项目变更表 is printed; a change is asked for and approved; a paper is read in.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { makeSampleProjects } from '#seeds/sample.ts';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { cell, openGrid, typeInto } from '#test/support/grid-page.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';
import { showCells } from '#test/support/show-cells.ts';

scenario('change orders: registered after printing, approved, printed', async ({ page, dir, picture }) => {
  const samples = makeSampleProjects();
  await page.setViewportSize({ width: 1366, height: 768 });
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-history').click();
  const parts = page.getByTestId('history-part');
  await parts.getByText('调整变更').click();
  await page.getByText('还没有保存过印发稿').waitFor();
  await picture('orders-empty');
  expect(await page.getByTestId('open-unregistered').count()).toBe(0);
  await parts.getByText('版本', { exact: true }).click();
  await page.getByTestId('version-save').click();
  await page.getByTestId('version-name').fill('2021年印发稿');
  await page.getByTestId('version-ok').click();
  await page.getByText('已保存版本“2021年印发稿”').waitFor();

  // A figure is typed: the bar tells it.
  await openGrid(page);
  await typeInto(page, 3, 'total', '123.45');
  await expect.poll(() => page.getByTestId('save-state').getAttribute('data-state')).toBe('saved');
  await page.getByTestId('open-unregistered').getByText('未登记的调整 1').waitFor();
  await picture('orders-bar');
  await page.getByTestId('open-unregistered').click();
  await page.getByTestId('orders-register').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('123.45').first().waitFor();
  await page.getByTestId('order-text').fill('材料涨价，按评审价调整');
  await page.getByTestId('order-applicant').fill('大营街街道');
  await picture('orders-register');
  await page.getByTestId('register-ok').click();
  await page.getByText('已登记 1 处调整为申请').waitFor();
  await expect.poll(() => page.getByTestId('open-unregistered').count()).toBe(0);
  const table = page.getByTestId('orders-table');
  await expect.poll(() => table.innerText()).toMatch(/申请中[\s\S]*材料涨价/);

  // Approved by its paper.
  await page.getByTestId('order-approve').click();
  await page.getByTestId('approve-paper').fill('红政复〔2021〕5号');
  await picture('orders-approve');
  await page.getByTestId('approve-ok').click();
  await expect.poll(() => table.innerText()).toMatch(/已批复[\s\S]*红政复〔2021〕5号/);
  await picture('orders-list');
  const file = path.join(dir, '变更.xlsx');
  await page.getByTestId('report-xlsx').click();
  await saveAs(page, file);
  await page.getByText('项目变更表已写入').waitFor();
  const words = Object.values(showCells(await readWorkbookFile(file), 0)).join('|');
  for (const word of ['项目文号', '变更前项目内容', '变更后项目地点内容', '123.45', '材料涨价'])
    expect(words).toContain(word);
  await page.getByTestId('report-print').click();
  await page.getByTestId('page-print').waitFor();
  const sheet = page.frameLocator('[data-testid=sheet-1] iframe').locator('body');
  await expect.poll(() => sheet.innerText()).toMatch(/项目变更表[\s\S]*材料涨价/);
  await picture('orders-print');

  // On the card of its project.
  await openGrid(page);
  await cell(page, 3, '#').dblclick();
  await page.getByTestId('project-card').getByRole('tab', { name: '变更' }).click();
  await page.getByTestId('card-orders').getByText('红政复〔2021〕5号').waitFor();
  await picture('orders-card');

  // Asked for: the list stays until the approval.
  const second = samples[20];
  if (!second) throw new Error('no sample');
  await page.getByTestId('go-history').click();
  await page.getByTestId('orders-propose').click();
  await page.getByTestId('posting-filter').fill(second.name);
  await dialog.locator('.ant-table-row').first().getByRole('checkbox').check();
  await page.getByTestId('propose-next').click();
  await page.getByTestId('part-content').fill('改为新建蓄水池一座');
  await page.getByTestId('order-text').fill('选址变化');
  await picture('orders-propose');
  await page.getByTestId('propose-ok').click();
  await page.getByText('已提出调整，批复后项目表才改').waitFor();
  await page.getByTestId('order-approve').click();
  await page.getByTestId('approve-paper').fill('红政复〔2021〕6号');
  await page.getByTestId('approve-ok').click();
  await expect.poll(() => table.innerText()).toContain('红政复〔2021〕6号');

  // A paper of an office.
  const third = samples[40];
  if (!third) throw new Error('no sample');
  const paper = path.join(dir, '变更申请表.csv');
  writeFileSync(
    paper,
    [
      '项目名称,实施镇村,变更后内容,变更理由',
      `${third.name},${third.town ?? ''}${third.village ?? ''},改为修建水渠,用地受限`,
      '没有这个项目,大营街街道,改为修路,用地受限',
    ].join('\r\n'),
  );
  await page.getByTestId('orders-import').click();
  await chooseFiles(page, paper);
  await expect.poll(() => page.getByTestId('changes-read').innerText()).toContain('调整变更 1 个、1 项');
  await picture('orders-import');
  await page.getByTestId('changes-take').click();
  await page.getByText('已登记 1 项调整为申请').waitFor();
  await expect.poll(() => table.innerText()).toContain('用地受限');
});
