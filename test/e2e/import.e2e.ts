// 导入 in the window: from choosing a file to the projects in the list, and back.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const fixture = (name: string): string => path.resolve(import.meta.dirname, '../fixtures', name);
const text = (page: Page, id: string): Promise<string | null> => page.getByTestId(id).textContent();
const HEADER = '项目名称,建设地点,建设内容,总投资（万元）,责任单位';

async function importFiles(page: Page, ...files: string[]): Promise<void> {
  if ((await page.getByTestId('page-import').count()) === 0) await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, ...files);
  await page.getByTestId('import-summary').waitFor();
}

function writeSheet(dir: string, name: string, lines: readonly string[]): string {
  const file = path.join(dir, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click();

async function commit(page: Page): Promise<void> {
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
}

scenario('import: the annex with 514 projects comes in whole, and goes out with one step back', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir);
  await importFiles(page, fixture('hongta-annex-514.xlsx'));
  expect(await text(page, 'import-summary')).toBe('将新增 514 个、更新 0 个、未变 0 个，合计 664,599.38 万元');
  expect(await text(page, 'import-column-H')).toContain('总投资');
  await openTab(page, '逐行核对');
  await page.locator('.ag-row').first().waitFor();
  await bench.picture('导入-逐行核对');
  await commit(page);
  expect(await text(page, 'import-done')).toContain('新增 514 个');
  await page.getByTestId('import-show-projects').click();
  await expect.poll(() => text(page, 'rows-shown')).toContain('514 个项目');

  await page.getByTestId('go-import').click();
  await page.getByTestId('import-undo').click();
  await page.getByTestId('import-start').waitFor();
  await page.getByTestId('go-projects').click();
  await expect.poll(() => text(page, 'rows-shown')).toContain('0 个项目');
});

scenario('import: a second version shows what changed, cell by cell; a row can be left out', async ({ page, dir }) => {
  await openNew(page, dir);
  const first = [HEADER, '甲村道路硬化,甲村,硬化道路1公里,10,镇政府', '乙村饮水工程,乙村,建水池1个,20.5,镇政府'];
  const second = [HEADER, '甲村道路硬化,甲村,硬化道路1公里,12.75,镇政府', '乙村饮水工程,乙村,建水池2个,20.5,镇政府'];
  await importFiles(page, writeSheet(dir, '第一版.csv', first));
  await commit(page);
  await page.getByTestId('import-again').click();
  await importFiles(page, writeSheet(dir, '第二版.csv', [...second, '丙村路灯,丙村,安装路灯30盏,6,镇政府']));
  expect(await text(page, 'import-summary')).toBe('将新增 1 个、更新 2 个、未变 0 个，合计 39.25 万元');

  await openTab(page, '逐行核对');
  await page.getByTestId('import-filter').getByText('有变化 2').click();
  const row = page.locator('.ag-row', { hasText: '甲村道路硬化' });
  expect(await row.locator('del').textContent()).toBe('10');
  expect(await row.locator('ins').textContent()).toBe('12.75');
  await page.getByLabel('导入 乙村饮水工程').uncheck();
  await expect.poll(() => text(page, 'import-summary')).toContain('更新 1 个、未变 0 个、跳过 1 个，合计 18.75 万元');
  await row.locator('[col-id=name]').click();
  await expect.poll(() => text(page, 'import-row-detail')).toContain('总投资10 → 12.75');
  // The page loaded anew: the same import, with what was decided.
  await page.reload();
  await expect.poll(() => text(page, 'import-summary')).toContain('更新 1 个、未变 0 个、跳过 1 个，合计 18.75 万元');
  await commit(page);

  await page.getByTestId('go-history').click();
  await expect.poll(() => text(page, 'change-detail')).toContain('甲村道路硬化');
  expect(await text(page, 'change-detail')).not.toContain('乙村饮水工程');
});

scenario('import: asks what it cannot know, names what it cannot read, and goes on with the rest', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir);
  const sheet = writeSheet(dir, '某镇.csv', [
    '序号,项目名称,建设地点,建设内容,金额,补助',
    ',一、数字乡村,,,,',
    '1,甲村监控,甲村,安装摄像头,12.5,1',
    '2,乙村平台,乙村,建设平台,约30,2',
  ]);
  const broken = path.join(dir, '坏的.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 cut off');
  await importFiles(page, sheet, broken);
  expect(await text(page, 'import-unreadable')).toContain('“坏的.xlsx”');
  expect(await page.getByTestId('import-commit').isDisabled()).toBe(true);
  expect(await text(page, 'import-blocked')).toContain('还有 3 个问题没有回答');
  await bench.picture('导入-需要确认');

  await page.getByLabel('万元 建议').check();
  await page.getByTestId('import-answer').first().click();
  await page.keyboard.type('只留作来源');
  await page.keyboard.press('Enter');
  await expect.poll(() => text(page, 'import-blocked')).toContain('还有 1 个问题没有回答');
  await page.getByTestId('import-answer').last().click();
  await page.keyboard.type('文化帮扶');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('import-commit').isEnabled()).toBe(true);
  // Answered questions stay in sight, with their answers.
  expect(await page.getByTestId('import-question').count()).toBe(3);

  expect(await text(page, 'import-summary')).toContain('合计 12.50 万元');
  await openTab(page, '问题清单');
  await page.getByTestId('import-accept-all').click();
  await expect.poll(() => text(page, 'import-summary')).toContain('合计 42.50 万元');
  await page.getByTestId('import-mark').click();
  const marked = path.join(dir, '退回.xlsx');
  await saveAs(page, marked);
  await expect.poll(() => existsSync(marked) && statSync(marked).size > 0).toBe(true);

  await openTab(page, '列对应');
  await page.getByTestId('import-column-F').getByRole('combobox').click();
  await page.keyboard.type('其他资金');
  await page.keyboard.press('Enter');
  await expect.poll(() => text(page, 'import-column-F')).toContain('已选定');
  await commit(page);
  await page.getByTestId('import-show-projects').click();
  await expect.poll(() => text(page, 'rows-shown')).toContain('2 个项目');
});

scenario(
  'import: files dropped anywhere on the window are read; one that is too large is refused',
  async ({ page, dir }) => {
    await openNew(page, dir);
    const drop = (files: [name: string, text: string, padding: number][]) =>
      page.evaluate((all) => {
        const data = new DataTransfer();
        for (const [name, content, padding] of all) data.items.add(new File([content, new Uint8Array(padding)], name));
        const target = document.querySelector('.xj-drop');
        for (const type of ['dragover', 'drop'])
          target?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }, files);
    await drop([
      ['甲村.csv', `${HEADER}\n甲村道路硬化,甲村,硬化道路,10,镇政府\n`, 0],
      ['录像.xlsx', '', 64 * 1024 * 1024 + 1],
    ]);
    await expect.poll(() => text(page, 'import-summary')).toContain('将新增 1 个');
    expect(await text(page, 'import-unreadable')).toContain('拖放最多 64 MB');
  },
);

scenario('import: a sheet of several can be left out; its figures go with it', async ({ page, dir }) => {
  await openNew(page, dir);
  await importFiles(page, fixture('daye-plan-2024.xlsx'), fixture('beiguan-allocation-2018.xlsx'));
  expect(await text(page, 'import-summary')).toContain('合计 3,183.20 万元');
  await page.getByLabel('导入工作表 附件').click();
  await expect.poll(() => text(page, 'import-summary')).toBe('将新增 3 个、更新 0 个、未变 0 个，合计 113.50 万元');
  expect(await page.getByTestId('import-table').count()).toBe(1);
  await page.getByTestId('import-cancel').click();
  await page.getByTestId('import-start').waitFor();
});

scenario(
  'import: a progress sheet is told and changes nothing; what cannot be told waits for its kind',
  async (bench) => {
    const { page, dir } = bench;
    await openNew(page, dir);
    await importFiles(page, writeSheet(dir, '项目表.csv', [HEADER, '甲村道路硬化,甲村,硬化道路1公里,10,镇政府']));
    await commit(page);
    await page.getByTestId('import-again').click();
    const progress = writeSheet(dir, '进度表.csv', [
      '2021年11月项目进度表',
      '单位：万元',
      '序号,项目名称,乡镇,村,计划资金,开工时间,完工时间,完成投资,已拨付资金,项目状态',
      '1,甲村道路硬化,,甲村,300,2021-03,2022-05,200,150,在建',
    ]);
    const survey = writeSheet(dir, '村表.csv', [
      '村情况明细表',
      '年月：',
      '序号,项目,数量',
      '1,支部数（个）,3',
      '2,小组（个）,4',
    ]);
    await importFiles(page, progress, survey);
    expect(await text(page, 'import-summary')).toBe('没有项目，进度表 1 行只留来源');
    expect(await page.getByTestId('import-commit').isDisabled()).toBe(true);
    expect(await page.getByTestId('import-question').textContent()).toContain('“村表”第 3 行起的表不能确定是什么表');
    await bench.picture('导入-是哪一种表');
    await openTab(page, '列对应');
    expect(await text(page, 'import-not-mapped')).toContain('这张表是进度表（表头有“完成投资”“已拨付资金”');
    await bench.picture('导入-进度表');

    await openTab(page, '需要确认');
    await page.getByTestId('import-answer').click();
    await page.keyboard.type('村情');
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page, 'import-summary')).toBe('没有项目，进度表 1 行只留来源、村情表 2 行只留来源');
    await commit(page);
    expect(await text(page, 'import-done')).toContain('已收下：没有新增和修改项目');
    expect(await text(page, 'import-kept')).toContain('进度表.csv“进度表”是进度表：1 行只留作来源，没有改动项目');
    await bench.picture('导入-只留来源');

    // Said to be a list after all, it is read as one.
    await page.getByTestId('import-again').click();
    await importFiles(page, progress);
    await page.getByTestId('import-kind').click();
    await page.locator('.ant-select-item-option', { hasText: '项目表' }).click();
    await expect.poll(() => text(page, 'import-summary')).toContain('合计 300.00 万元');
  },
);

scenario(
  'import: a doubtful row is paired by hand; the page after it says what came in and what did not',
  async (bench) => {
    const { page, dir } = bench;
    await openNew(page, dir);
    const header = '序号,项目名称,建设地点,建设内容,建设年限,总投资（万元）,形象进度';
    const first = [
      header,
      '1,双龙村特色种植园,洛河彝族乡双龙,新建特色种植园120亩及管网,2021,418.06,',
      '2,玉苗村道路硬化,研和街道玉苗,硬化村内道路1.2公里,2022,65,',
      '3,甸苴村太阳能路灯,大营街街道甸苴,安装太阳能路灯80盏,2022,24,',
      '4,龙潭村蓄水池,春和街道龙潭,新建200立方米蓄水池1座,2023,31.5,',
    ];
    await importFiles(page, writeSheet(dir, '第一版.csv', first));
    await commit(page);
    await page.getByTestId('import-again').click();
    const second = [
      header,
      '1,双龙村特色种植园,研和街道双龙,新建特色种植园120亩及管网,2021,418.06,完成一半',
      '2,玉苗村道路硬化,研和街道玉苗村,硬化村内道路1.2公里,2023,65,未开工',
      '3,甸苴村太阳能路灯,大营街甸苴,安装太阳能路灯80盏,2022,24,完成',
      '4,抗旱应急水源,春和街道龙潭,新建200立方米蓄水池1座,2023,31.5,完成',
      '5,玉苗村养牛场,研和街道玉苗,新建牛舍2栋,2024,80,',
      '6,,北城街道龙树,修建停车场1处,2024,15,',
    ];
    await importFiles(page, writeSheet(dir, '第二版.csv', second));
    expect(await text(page, 'import-summary')).toContain('将新增 2 个、更新 2 个、未变 1 个、冲突 1 个（不导入）');
    await openTab(page, '逐行核对');
    const row = page.locator('.ag-row', { hasText: '抗旱应急水源' });
    expect(await row.getByRole('checkbox').isChecked()).toBe(false);
    expect(await row.textContent()).toContain('疑似同一项目：与项目表中的“龙潭村蓄水池”');
    expect(await page.locator('.ag-row', { hasText: '（未填名称）' }).count()).toBe(1);
    await row.locator('[col-id=name]').click();
    await page.getByTestId('import-pair').waitFor();
    await bench.picture('导入-手工配对');
    await page
      .getByTestId('import-pair')
      .getByRole('button', { name: /更新“龙潭村蓄水池”/ })
      .click();
    await expect.poll(() => text(page, 'import-summary')).toContain('将新增 2 个、更新 3 个、未变 1 个，');
    await page.getByTestId('import-pair').getByRole('button', { name: '作为新项目' }).click();
    await expect.poll(() => text(page, 'import-summary')).toContain('将新增 3 个、更新 2 个、未变 1 个，');
    await page.getByTestId('import-pair').getByRole('button', { name: '撤回选定' }).click();
    await expect.poll(() => text(page, 'import-summary')).toContain('冲突 1 个');
    await page.getByLabel('导入 玉苗村养牛场').uncheck();
    await expect.poll(() => text(page, 'import-summary')).toContain('跳过 1 个');
    await commit(page);
    expect(await text(page, 'import-figures')).toContain(
      '新增 1 个（15.00 万元）、更新 2 个（483.06 万元）、未变 1 个',
    );
    expect(await text(page, 'import-figures')).toContain('4 个 → 5 个项目，合计 538.56 → 553.56 万元');
    const left = await text(page, 'import-left-out');
    expect(left).toContain('冲突 1 行，没有导入');
    expect(left).toContain('去掉了勾选的 1 行');
    expect(left).toContain('G列“形象进度”');
    await bench.picture('导入-完成');
    await page.getByTestId('go-checks').click();
    await expect.poll(() => page.getByTestId('page-checks').textContent()).toContain('没有填 项目名称');
  },
);

scenario('import: a sheet of another county is asked about first', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir);
  await importFiles(page, fixture('daye-plan-2024.xlsx'));
  await openTab(page, '需要确认');
  const question = page.getByTestId('import-question').filter({ hasText: '像是别的县（市、区）的表' });
  expect(await question.count()).toBe(1);
  expect(await page.getByTestId('import-commit').isDisabled()).toBe(true);
  await bench.picture('导入-别的县');
  const blocked = await text(page, 'import-blocked');
  await question.getByLabel('已核对，作为红塔区的项目导入').check();
  await expect
    .poll(
      async () =>
        (await page.getByTestId('import-blocked').count()) === 0 || (await text(page, 'import-blocked')) !== blocked,
    )
    .toBe(true);
});
