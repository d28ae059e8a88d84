// One year of one county through the window: put up, declared, checked, approved, stored and announced; money comes and goes
// to the project, it begins, is paid, finished and accepted; the end is put up too. What is due stands on the overview.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { makeSampleProjects } from '#seeds/sample.ts';
import { addDays, dayWords } from '#shared/notice/period.ts';
import { localDay } from '#shared/values/local-time.ts';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const today = localDay(new Date());
const ago = (days: number): string => addDays(today, -days);
const [project] = makeSampleProjects();

/** Chooses an option of a list that may be longer than what it shows. */
async function choose(page: Page, testId: string, wanted: string): Promise<void> {
  await page.getByTestId(testId).click();
  const active = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active');
  for (let step = 0; step < 30 && (await active.innerText()) !== wanted; step += 1)
    await page.keyboard.press('ArrowDown');
  expect(await active.innerText()).toBe(wanted);
  await page.keyboard.press('Enter');
}

/** One step in the life of the project, on 资金和进度 › 项目状态. */
async function take(page: Page, name: string, step: string): Promise<void> {
  await page.getByTestId('step-open').click();
  await page.getByTestId('step-filter').locator('input').or(page.getByTestId('step-filter')).last().fill(name);
  await page.locator('.ant-modal .ant-table-row .ant-checkbox-input').first().check();
  await choose(page, 'step-choice', step);
  await page.getByTestId('step-take').click();
  await page.getByTestId('step-take').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByTestId('board').innerText()).toContain(step);
}

/** Notices as rows copied from a spreadsheet. */
async function paste(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.getByTestId('go-overview').click();
  await page.getByTestId('open-notices').click();
  await page.getByTestId('postings-paste').click();
  const head = ['公示事项', '项目名称', '级别', '类型', '公示载体', '地点', '起', '止', '监督电话'];
  await page.getByTestId('paste-text').fill([head, ...rows].map((cells) => cells.join('\t')).join('\n'));
  await page.getByTestId('paste-next').click();
  await expect.poll(() => page.getByTestId('postings-read').innerText()).toContain(`新增 ${rows.length} 条`);
  await page.getByTestId('postings-take').click();
  await page.getByText(`已登记：新增 ${rows.length} 条`).first().waitFor();
}

scenario('year: declared, approved, released, paid, accepted, posted', async ({ page, dir, picture }) => {
  if (!project) throw new Error('no sample');
  const { name } = project;
  const [town, village] = [project.town ?? '', project.village ?? ''];
  const csv = (file: string, lines: readonly (readonly string[])[]): string => {
    const target = path.join(dir, file);
    writeFileSync(target, `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
    return target;
  };
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-overview').click();
  await page.getByTestId('overview-count').waitFor();
  // Nothing is due where nothing is carried out.
  expect(await page.getByTestId('todo').count()).toBe(0);

  // 村、乡、县公示 of the year before; the overview says that they ended, one click leads there.
  await paste(page, [
    ['拟申报项目公示', name, '村', '村公示', '公开栏', village, ago(100), ago(91), '12317'],
    ['拟上报项目公示', name, '乡镇', '乡镇公示', '公开栏', town, ago(85), ago(76), '12317'],
    ['拟入库项目公示', name, '县', '县公示', '网站', '', ago(70), ago(61), '12317'],
  ]);
  await page.getByTestId('go-overview').click();
  await page.getByTestId('todo-notices-ended').click();
  await page.getByTestId('postings-close').click();
  await expect.poll(() => page.getByTestId('close-moved').innerText()).toBe('1 个项目进入下一步');
  await page.getByTestId('close-take').click();
  await page.getByText('已办结 3 条，1 个项目进入下一步').waitFor();

  // 县已审定: what waits stands on the overview. 入库, and its 公告.
  await page.getByTestId('go-overview').click();
  await expect.poll(() => page.getByTestId('todo').innerText()).toContain('县已审定、待入库 1 个项目');
  await picture('year-overview');
  await page.getByTestId('open-funds').click();
  await page.getByTestId('funds-states').click();
  await take(page, name, '已入库');
  await paste(page, [['项目库入库公告', name, '县', '入库公告', '网站', '', today, '', '']]);

  // 指标文 and 分配; town and village are told.
  const papers = csv('指标文.csv', [
    ['文号', '日期', '资金名称', '级次', '金额（万元）', '支付期限'],
    ['云财农〔2026〕1号', ago(40), '财政衔接资金', '中央', '60', addDays(today, 20)],
  ]);
  const allocation = csv('分配表.csv', [
    ['项目名称', '乡镇', '村', '资金文号', '分配资金（万元）'],
    [name, town, village, '云财农〔2026〕1号', '60'],
  ]);
  await page.getByTestId('go-funds').click();
  await page.getByTestId('funds-batches').click();
  await page.getByTestId('batches-import').click();
  await chooseFiles(page, papers);
  await page.getByTestId('batches-table').getByText('云财农〔2026〕1号').waitFor();
  await page.getByTestId('lines-import').click();
  await chooseFiles(page, allocation);
  await expect.poll(() => page.getByTestId('batches-table').innerText()).toMatch(/60\.00\s+60\.00\s+0\.00\s+0\.00/);
  await page.getByTestId('go-overview').click();
  await expect.poll(() => page.getByTestId('todo').innerText()).toContain('未付 1 个、60.00 万元');
  expect(await page.getByTestId('todo').innerText()).toContain('没有公告的项目：乡镇 1 个、村 1 个');
  await picture('year-todo');
  await paste(page, [
    ['项目批复公告', name, '乡镇', '批复后公告', '公开栏', town, ago(38), '', ''],
    ['项目批复公告', name, '村', '批复后公告', '公开栏', village, ago(38), '', ''],
  ]);

  // 开工, the month's sheet, 竣工, 验收.
  await page.getByTestId('go-funds').click();
  await page.getByTestId('funds-states').click();
  await take(page, name, '已开工');
  await page.getByTestId('month-import').click();
  await chooseFiles(
    page,
    csv('月报.csv', [
      [`项目进度表（截至${dayWords(today)}，单位：万元）`],
      ['项目名称', '实施地点', '形象进度', '已支付'],
      [name, `${town}${village}`, '90%', '60'],
    ]),
  );
  await page.getByTestId('month-take').click();
  await page.getByText('已读入：支付 1 笔 60.00 万元').waitFor();
  await take(page, name, '已竣工');
  await take(page, name, '已验收');
  await paste(page, [['完工验收公示', name, '村', '完工（验收）公示', '公开栏', village, ago(9), today, '12317']]);
  await picture('year-register');

  // Of money, papers and notices nothing is open but what still runs.
  await page.getByTestId('go-overview').click();
  await page.getByTestId('overview-count').waitFor();
  await expect.poll(async () => (await page.getByTestId('todo').allInnerTexts()).join()).not.toMatch(/未付|没有公告/);
  await page.getByTestId('go-notices').click();
  await page.getByTestId('notices-matrix').click();
  await expect
    .poll(() => page.getByTestId('matrix-table').innerText())
    .toMatch(new RegExp(`${ago(100)}[\\s\\S]*${ago(85)}[\\s\\S]*${ago(70)}[\\s\\S]*${today}[\\s\\S]*${ago(9)}`));
  expect(await page.getByTestId('matrix-table').innerText()).not.toContain('缺');
  await picture('year-matrix');

  // The card tells it in one place; 审核 finds nothing on the register.
  await page.getByTestId('matrix-table').getByRole('button', { name }).click();
  await page.getByRole('tab', { name: '公示' }).click();
  await expect.poll(() => page.getByTestId('card-postings').innerText()).toMatch(/完工（验收）公示[\s\S]*村公示/);
  await picture('year-card');
});
