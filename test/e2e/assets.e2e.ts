// 资产台账 as a planner meets it: a ledger comes in after a look at its faults, a wrong figure is put right, accepted projects
// are registered by ticks, an asset ends on its paper, the ledger is printed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { makeSampleProjects } from '#seeds/sample.ts';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const road = makeSampleProjects().find(({ name }) => /道路|硬化/.test(name));
const LEDGER = [
  '帮扶项目资产台账（单位：万元）',
  '资产编号,项目年度,项目名称,资产名称,资产类别,乡镇,村,数量,计量单位,购建时间,原值,中央,省,县,所有权人,确权时间,管护责任人,资产状态',
  'ZC-1,2014,老路改造,通村道路,公益性,研和街道,玉苗,3.5,公里,2014年,120.5,100,20.5,,玉苗村委会,2021.6,玉苗村委会,正常',
  'ZC-2,2022,烤房建设,烤烟房,公益性,研和街道,玉苗,2,座,2022-11-08,60,50,,9,村集体,2023-01-05,玉苗村委会,良好',
  'ZC-3,2023,水池建设,蓄水池,公益性,研和街道,跨喜,1,口,去年,8.2,8.2,,,跨喜村委会,,跨喜村委会,正常',
];

scenario(
  'assets: ledger in, fault put right, projects registered, one disposed of, printed',
  async ({ page, dir, picture }) => {
    if (!road) throw new Error('no sample');
    await page.setViewportSize({ width: 1366, height: 768 });
    const csv = (name: string, lines: readonly string[]): string => {
      const file = path.join(dir, name);
      writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
      return file;
    };
    await openNew(page, dir, { sample: true });
    expect(await page.getByTestId('go-assets').count()).toBe(0);
    await page.getByTestId('go-overview').click();
    await page.getByTestId('open-assets').click();
    await page.getByText('还没有登记资产。可以导入资产台账').waitFor();
    await picture('assets-empty');

    await page.getByTestId('assets-import').click();
    await chooseFiles(page, csv('台账.csv', LEDGER));
    await page.getByTestId('assets-read').getByText('新增 3 项').waitFor();
    const told = await page.getByTestId('funds-problems').innerText();
    expect(told).toContain('K4');
    expect(told).toContain('差 1.00 万元');
    expect(told).toContain('“去年”不是日期');
    await picture('assets-import');
    await page.getByTestId('assets-take').click();
    const grid = page.getByTestId('assets-table');
    await grid.getByText('蓄水池').waitFor();
    await page.getByTestId('go-assets').waitFor();
    await expect.poll(() => page.getByTestId('assets-sums').innerText()).toContain('188.70');

    // What does not add up leads from 勾稽审核 to the asset.
    await page.getByLabel('查找资产').fill('烤');
    await expect.poll(() => page.getByTestId('assets-sums').innerText()).toMatch(/显示 1 项（共 3 项）.*60\.00/);
    await page.getByTestId('go-checks').click();
    await page.locator('[data-testid="finding"][data-rule="D01"]').getByTestId('locate').click();
    await page.getByTestId('asset-sum-note').waitFor();
    await page.getByRole('textbox', { name: '县', exact: true }).fill('10');
    await page.getByTestId('asset-sum-note').waitFor({ state: 'detached' });
    await picture('asset-dialog');
    await page.getByTestId('asset-save').click();
    await page.getByTestId('asset-dialog').waitFor({ state: 'detached' });

    // A project is accepted; the register offers what it left behind.
    await page.getByTestId('go-overview').click();
    await page.getByTestId('open-funds').click();
    await page.getByTestId('funds-states').click();
    await page.getByTestId('step-open').click();
    await page.getByTestId('step-filter').locator('input').or(page.getByTestId('step-filter')).last().fill(road.name);
    await page.locator('.ant-modal .ant-table-row .ant-checkbox-input').first().check();
    await page.getByText('补录（以前办过').click();
    await page.getByTestId('step-choice').click();
    const active = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active');
    for (let step = 0; step < 30 && (await active.innerText()) !== '已验收'; step += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('step-take').click();
    await page.getByTestId('step-take').waitFor({ state: 'detached' });
    await page.getByTestId('go-assets').click();
    await page.getByTestId('assets-propose').click();
    await page.getByTestId('assets-propose-take').getByText('登记选中的 1 项').waitFor();
    await picture('assets-propose');
    await page.getByTestId('assets-propose-take').click();
    await expect.poll(() => page.getByTestId('assets-sums').innerText()).toContain('共 4 项');
    await page.getByTestId('undo').click();
    await expect.poll(() => page.getByTestId('assets-sums').innerText()).toContain('共 3 项');
    await page.getByTestId('redo').click();
    await expect.poll(() => page.getByTestId('assets-sums').innerText()).toContain('共 4 项');

    await grid.getByText('通村道路').waitFor();
    await grid.getByTestId('asset-dispose').first().click();
    expect(await page.getByTestId('dispose-save').isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: '批准文号' }).fill('红政复〔2026〕9号');
    await page.getByTestId('dispose-save').click();
    await grid.getByText('已处置').first().waitFor();
    await picture('assets-1366');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await picture('assets-1920');

    await page.getByTestId('report-print').click();
    await page.getByTestId('page-print').waitFor();
    const sheet = page.frameLocator('[data-testid=sheet-1] iframe').locator('body');
    await expect.poll(() => sheet.innerText()).toMatch(/帮扶项目资产台账[\s\S]*通村道路[\s\S]*188\.70/);
    await picture('assets-print');
  },
);
