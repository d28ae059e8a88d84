// A finance clerk's own month, in a sheet of another office: amounts in 元, other headings, a title over two lines, one
// figure that fell, one over what was released, one project that is named otherwise, states and days of other systems.
// Import, one page of questions, done; then what the month made of the list, on screen and on paper.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { makeSampleProjects } from '#seeds/sample.ts';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const sample = makeSampleProjects();

scenario('a clerk takes in a month that nobody prepared for her', async ({ page, dir, picture }) => {
  const some = sample.slice(10, 18);
  const csv = (name: string, lines: readonly (readonly string[])[]): string => {
    const file = path.join(dir, name);
    writeFileSync(file, `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
    return file;
  };
  const at = (index: number) => some[index] ?? { name: '', town: '', village: '' };
  const allocation = csv('分配.csv', [
    ['项目名称', '乡镇', '村', '资金文号', '安排资金(元)'],
    ...some.map(({ name, town, village }) => [name, town ?? '', village ?? '', '云财农〔2025〕7号', '400000']),
  ]);
  const papers = csv('文件.csv', [
    ['上级文号', '发文日期', '资金名称', '级次', '下达金额（元）'],
    ['云财农〔2025〕7号', '2025-02-20', '财政衔接资金', '中央', '4000000'],
  ]);
  const row = (
    index: number,
    name: string,
    paid: string,
    done: string,
    progress: string,
    state: string,
    end: string,
  ) => [
    String(index + 1),
    name,
    `${at(index).town ?? ''}${at(index).village ?? ''}`,
    '400000',
    paid,
    done,
    progress,
    state,
    end,
  ];
  const heads = [
    '序号',
    '子项目名称',
    '建设地点',
    '到位资金',
    '累计报账支出',
    '累计完成工作量',
    '工程进度',
    '目前状态',
    '竣工日期',
  ];
  const september = csv('9月.csv', [
    ['红塔区衔接资金项目支出情况月报'],
    ['截止2025年9月底', '', '', '', '', '', '', '', '单位：元'],
    heads,
    ...[0, 1, 2, 3, 4, 5].map((index) => row(index, at(index).name, '200000', '210000', '50%', '在建', '')),
  ]);
  const october = csv('10月.csv', [
    ['红塔区衔接资金项目支出情况月报'],
    ['截止2025年10月底', '', '', '', '', '', '', '', '单位：元'],
    heads,
    row(0, at(0).name, '400000', '400000', '100%', '已验收', '2025-10-20'),
    row(1, at(1).name, '450000.50', '400000', '95%', '在建', ''),
    row(2, at(2).name, '150000', '260000', '65%', '停工', ''),
    row(3, at(3).name.replace('建设', '新建工程'), '260000', '250000', '60%', '在建', ''),
    row(4, `${at(4).name}（二标段）`, '300000', '300000', '75%', '攻坚阶段', ''),
    row(5, at(5).name, '300000', '300000', '主体完工', '在建', '2025-12-31'),
    ['合计', '', '', '2400000', '1860000.50', '1940000', '', '', ''],
  ]);

  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-overview').click();
  await page.getByTestId('open-funds').click();
  await page.getByTestId('funds-batches').click();
  await page.getByTestId('batches-import').click();
  await chooseFiles(page, papers);
  await page.getByTestId('batches-table').getByText('云财农〔2025〕7号').waitFor();
  await page.getByTestId('lines-import').click();
  await chooseFiles(page, allocation);
  await expect.poll(() => page.getByTestId('batches-table').innerText()).toMatch(/400\.00\s+320\.00\s+80\.00/);

  await page.getByTestId('month-import').click();
  await chooseFiles(page, september);
  await expect.poll(() => page.getByTestId('month-sum').innerText()).toContain('支付 6 笔 120.00 万元');
  await page.getByTestId('month-take').click();
  await page.getByText('已读入：支付 6 笔').waitFor();

  await page.getByTestId('month-import').click();
  await chooseFiles(page, october);
  await page.getByTestId('month-dialog').waitFor();
  const dialog = page.getByTestId('month-dialog');
  await expect.poll(() => dialog.innerText()).toContain('比截至 2025-10-31 已记的 20.00 万元少 5.00 万元');
  const told = await dialog.innerText();
  expect(told).toContain('累计支付 45.00005 万元，超过已下达资金 40.00 万元 5.00005 万元');
  expect(told).toContain('合计的“累计完成工作量”194.00 万元，各行相加 191.00 万元，差 3.00 万元');
  expect(told).toContain('“2025-12-31”在 2025-10-31 以后，当作计划日期，没有补录');
  await picture('clerk-month');
  await page.getByTestId('pair-7').click();
  await page.getByTestId('pair-8').click();
  await expect.poll(() => page.getByTestId('month-sum').innerText()).toContain('支付 5 笔 71.00005 万元');
  await picture('clerk-month-paired');
  await page.getByTestId('month-take').click();
  await page.getByText('已读入：支付 5 笔').waitFor();

  // August after October, with two columns that may be meant: one question, and the later months stay as they were.
  const august = csv('8月.csv', [
    ['截至2025年8月31日', '', '', '单位：元'],
    ['项目名称', '建设地点', '财政已拨付到乡镇', '累计报账支付'],
    [at(0).name, `${at(0).town ?? ''}${at(0).village ?? ''}`, '300000', '120000'],
    [at(1).name, `${at(1).town ?? ''}${at(1).village ?? ''}`, '300000', '80000'],
  ]);
  await page.getByTestId('month-import').click();
  await chooseFiles(page, august);
  await page.getByTestId('month-column').click();
  await page.getByTitle('D 列“累计报账支付”').click();
  await expect.poll(() => page.getByTestId('month-sum').innerText()).toContain('支付 2 笔 20.00 万元');
  expect(await page.getByTestId('month-dialog').innerText()).toContain('后面各月的累计数不变');
  await picture('clerk-earlier-month');
  await page.getByTestId('month-take').click();
  await page.getByText('已读入：支付 2 笔').waitFor();

  // The list holds what has money; what was paid beyond it stands out, here and in 审核.
  await page.getByTestId('funds-progress').click();
  const progress = page.getByTestId('progress-table');
  await expect.poll(() => progress.innerText()).toContain('112.50%');
  expect(await progress.innerText()).not.toContain('未下达');
  await picture('clerk-progress');
  await page.getByTestId('funds-states').click();
  await expect.poll(() => page.getByTestId('board').innerText()).toContain('已竣工');
  await picture('clerk-states');

  // The plan of the year: proposed, ticked, listed as one step, and seen on paper.
  await page.getByTestId('funds-year-plan').click();
  await page.getByTestId('year-plan-year').fill('2025');
  await expect.poll(() => page.getByTestId('year-plan-sum').innerText()).toMatch(/建议 \d+ 个/);
  await page.getByTestId('year-plan-table').locator('.ant-table-row .ant-checkbox-input').nth(0).check();
  await page.getByTestId('year-plan-table').locator('.ant-table-row .ant-checkbox-input').nth(1).check();
  await page.getByTestId('year-plan-list').click();
  await expect.poll(() => page.getByTestId('step-take').innerText()).toContain('办理 2 个');
  await picture('clerk-list');
  await page.getByTestId('step-take').click();
  await expect.poll(() => page.getByTestId('year-plan-sum').innerText()).toContain('已列入 2 个');
  await picture('clerk-year-plan');
  await page.getByTestId('report-print').click();
  await page.getByTestId('page-print').waitFor();
  await page.getByTestId('page-print').getByText('/ 1 页').waitFor();
  await picture('clerk-print');
  await page.getByTestId('go-checks').click();
  await page.getByText('支付不超过下达资金').waitFor();
  await picture('clerk-checks');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByTestId('go-funds').click();
  await progress.waitFor();
  await picture('clerk-progress-1920');
});
