// 规划设置 in the window: classes by keys and buttons, a refusal that changes nothing, undo; a sheet with classes of its
// own gives the plan its classes.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario(
  'the plan settings: classes renamed, merged and taken back; places and names',
  async ({ page, dir, picture }) => {
    await openNew(page, dir, { sample: true });
    await page.getByTestId('plan-name-button').click();
    await page.getByTestId('plan-title').waitFor();
    await picture('settings-period');
    await page.getByLabel('结束年').fill('2024');
    await page.getByTestId('years-save').click();
    await page.getByText(/会有 \d+ 个项目的 \d+ 处金额/).waitFor();
    await page.locator('.ant-notification-notice-close').first().click();
    await page.getByText('放弃').click();

    await page.getByTestId('settings-classes').click();
    const tree = page.getByTestId('tree');
    const row = (name: string) => page.getByTestId('tree-row').filter({ hasText: name });
    await row('种植业').click();
    await tree.focus();
    await page.keyboard.press('F2');
    await page.getByTestId('tree-name').fill('粮食种植');
    await page.keyboard.press('Enter');
    await row('粮食种植').waitFor();
    await expect.poll(() => page.getByTestId('undo').innerText()).toContain('类别“种植业”改名为“粮食种植”');
    await picture('settings-classes');

    await row('养殖业').click();
    await page.getByTestId('tree-merge').click();
    await page.getByTestId('target').click();
    await page.keyboard.type('粮食种植');
    await page.keyboard.press('Enter');
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await row('养殖业').waitFor({ state: 'detached' });
    await page.getByTestId('undo').click();
    await row('养殖业').waitFor();

    await tree.focus();
    await page.keyboard.press('Insert');
    await page.getByTestId('add-names').fill('中药材\n食用菌');
    await page.locator('.ant-modal-footer .ant-btn-primary').click();
    await row('食用菌').waitFor();
    await page.getByTestId('class-number').click();
    await expect.poll(() => row('食用菌').innerText()).toMatch(/（[四五六七八]）/);

    await page.getByTestId('settings-sources').click();
    await row('财政衔接资金').first().click();
    await page.getByTestId('names-by-year').waitFor();
    await picture('settings-sources');
    await page.getByTestId('settings-places').click();
    await page.getByTestId('tree-search').locator('input').fill('大营街');
    await row('大营街街道').first().click();
    await picture('settings-places');
    await page.setViewportSize({ width: 1366, height: 768 });
    await picture('settings-places-1366');
    await page.getByTestId('settings-classes').click();
    await row('粮食种植').click();
    await picture('settings-classes-1366');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await picture('settings-classes-1920');
  },
);

scenario('a sheet with classes of its own gives the plan its classes', async ({ page, dir, picture }) => {
  await openNew(page, dir);
  const file = path.join(dir, '本县项目表.csv');
  const lines = [
    '红塔区项目表',
    '单位：万元',
    '序号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金',
    '一、特色农业强村,,,,,,30,30',
    '（一）魔芋产业,,,,,,30,30',
    '1,魔芋基地,大营街街道,甸苴,建设基地,2022,30,30',
    '二、和美宜居建设,,,,,,40,40',
    '2,巷道提升,大营街街道,甸苴,铺路,2022,40,40',
  ];
  writeFileSync(file, lines.join('\r\n'));
  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').first().click();
  await chooseFiles(page, file);
  const question = page.getByTestId('import-question').filter({ hasText: '这张表有自己的类别' });
  await question.waitFor();
  await picture('import-own-classes');
  await question.getByText('用这张表的类别体系').click();
  await expect.poll(() => page.getByTestId('import-commit').isEnabled()).toBe(true);
  await page.getByTestId('import-commit').click();
  await page
    .getByText(/新增\s*2/)
    .first()
    .waitFor();
  await page.getByTestId('go-settings').click();
  await page.getByTestId('settings-classes').click();
  const rows = page.getByTestId('tree-row');
  await expect
    .poll(() => rows.allInnerTexts())
    .toEqual([
      expect.stringMatching(/一\s*特色农业强村/),
      expect.stringMatching(/（一）\s*魔芋产业/),
      expect.stringMatching(/二\s*和美宜居建设/),
    ]);
});

scenario(
  'a new workbook with a chosen scheme; all unknown headings of a sheet become classes at once',
  async (bench) => {
    const { page, dir, picture } = bench;
    await page.getByTestId('new-region').click();
    await page.keyboard.type('大冶');
    await page.getByTitle('湖北省黄石市大冶市').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('new-scheme').innerText()).toContain('县级规划类别');
    await page.getByTestId('new-scheme').click();
    await page.getByTitle('国家项目库类型').click();
    await expect.poll(() => page.getByTestId('new-scheme-hint').innerText()).toContain('产业发展');
    await picture('new-scheme');
    await page.getByTestId('create-workbook').click();
    await saveAs(page, path.join(dir, '大冶市.xianjie'));
    await page.getByTestId('page-overview').waitFor();

    const file = path.join(dir, '大冶市项目表.csv');
    const project = (at: number, name: string): string => `${at},${name},金湖街道,建设${name},2027,30,30`;
    const lines = [
      '大冶市项目表',
      '单位：万元',
      '序号,项目名称,建设地点,建设内容,建设年限,总投资,其他资金',
      '一、产业发展',
      ...[1, 2, 3, 4].map((at) => project(at, `产业路${at}`)),
      '二、红色文旅融合',
      project(5, '红军故居修缮'),
      '三、金柯藕带提质',
      project(6, '藕带冷库'),
      '四、工矿废弃地复垦',
      project(7, '复垦一期'),
    ];
    writeFileSync(file, lines.join('\r\n'));
    await page.getByTestId('go-import').click();
    await page.getByTestId('import-choose').first().click();
    await chooseFiles(page, file);
    // The list is empty: whether the sheet's own classes shall be the plan's is asked first.
    await page.getByText('不加，逐个对应到现有的类别').click();
    await page.getByTestId('import-headings').waitFor();
    await picture('import-all-headings');
    await page.getByTestId('headings-add').click();
    await expect.poll(() => page.getByTestId('import-commit').isEnabled()).toBe(true);
    await page.getByTestId('import-commit').click();
    await page
      .getByText(/新增\s*7/)
      .first()
      .waitFor();
    await page.getByTestId('go-settings').click();
    await page.getByTestId('settings-classes').click();
    for (const name of ['红色文旅融合', '金柯藕带提质', '工矿废弃地复垦'])
      await page.getByTestId('tree-row').filter({ hasText: name }).waitFor();
  },
);

scenario(
  'units: taken from the list, followed by another one, told of and put right',
  async ({ page, dir, picture }) => {
    await openNew(page, dir, { sample: true });
    await page.getByTestId('plan-name-button').click();
    await page.getByTestId('settings-agencies').click();
    const unlisted = page.getByTestId('unlisted-agencies');
    await unlisted.getByText('区乡村振兴局').waitFor();
    await page.getByTestId('agency-usual').click();
    await expect.poll(() => page.getByTestId('agency').count()).toBe(3);
    await expect.poll(() => unlisted.getByText('区乡村振兴局').count()).toBe(0);
    await page.getByTestId('agencies-add-all').click();
    await unlisted.waitFor({ state: 'detached' });
    const end = page.getByLabel('乡村振兴局 终止年');
    await end.fill('2022');
    await end.press('Enter');
    await expect.poll(() => page.getByTestId('undo').innerText()).toContain('修改单位“乡村振兴局”');
    await picture('settings-agencies');
    await page.getByTestId('go-checks').click();
    await page.getByText('T19 单位、类别与项目的年份相合').waitFor();
    await page.getByText(/自动修正 \d+ 处/).waitFor();
    await picture('checks-agencies');
  },
);
