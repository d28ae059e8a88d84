// 指标评价 as a planner meets it: an empty page, a sheet with a name to settle, values typed and pasted, undone, judged; an
// evaluation that stays as it was made.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const TABLE = [
  '序号,指标,单位,指标属性,基期值（2020年）,目标值（2025年）,2021年,2022年',
  '一,巩固拓展脱贫攻坚成果,,,,,,',
  '1,脱贫人口防止返贫动态监测率,人、%,约束性,92710,100,,',
  '2,村级集体经济经营性收入,万元,约束性,——,≥10,,',
  '二,全面实施乡村振兴战略,,,,,,',
  '3,农村自来水普及率,%,约束性,64,≥70,65,66.1',
  '4,农村义务教育巩固率,%,约束性,99.76,97.5,99.5,99',
  '5,农村生活污水治理率,%,预期性,33.8,≥45,35,约37',
];

scenario(
  'indicators: a sheet, values typed and pasted, judged, and an evaluation that stays',
  async ({ page, dir, picture }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    const csv = (name: string, lines: readonly string[]): string => {
      const file = path.join(dir, name);
      writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
      return file;
    };
    await openNew(page, dir, { sample: true });
    expect(await page.getByTestId('go-indicators').count()).toBe(0);
    await page.getByTestId('go-overview').click();
    await page.getByTestId('open-indicators').click();
    await page.getByText('还没有规划指标').waitFor();
    await picture('indicators-empty');

    await page.getByTestId('indicators-import').click();
    await chooseFiles(page, csv('指标表.csv', TABLE));
    await expect
      .poll(() => page.getByTestId('indicators-read').innerText())
      .toContain('新增指标 5 个，补填 0 个，实际值 6 个');
    await page.getByTestId('indicators-take').click();
    const grid = page.getByTestId('indicator-grid');
    await page.getByTestId('go-indicators').waitFor();
    await expect.poll(() => page.getByTestId('indicator-counts').innerText()).toContain('2022 年：共 5 个指标');

    // A value typed over, and a block from a spreadsheet; each one step.
    await grid.getByLabel('农村自来水普及率 2023年').fill('67.6');
    await page.keyboard.press('Enter');
    await page.getByTestId('judged-year').click();
    await page.locator('.ant-select-item-option').getByText('2023年').click();
    await expect.poll(() => page.getByTestId('indicator-counts').innerText()).toContain('达到进度 1');
    await grid.getByLabel('农村义务教育巩固率 2023年').focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '98.5\t98\n36\t');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect.poll(() => grid.getByLabel('农村义务教育巩固率 2024年').inputValue()).toBe('98');
    await expect.poll(() => grid.getByLabel('农村生活污水治理率 2023年').inputValue()).toBe('36');
    await expect.poll(() => page.getByTestId('indicator-counts').innerText()).toContain('滞后 1');
    await page.getByTestId('undo').click();
    await expect.poll(() => grid.getByLabel('农村义务教育巩固率 2024年').inputValue()).toBe('');
    await page.getByTestId('redo').click();
    await expect.poll(() => grid.getByLabel('农村生活污水治理率 2023年').inputValue()).toBe('36');
    await picture('indicators-grid');
    await page.getByTestId('judged-help').click();
    await page.getByText('应达＝基期值').waitFor();
    await picture('indicators-help');
    await page.keyboard.press('Escape');

    await page.getByTestId('indicator-edit-5').click();
    const dialog = page.getByTestId('indicator-dialog');
    await dialog.getByLabel('责任部门').fill('生态环境局');
    await page.getByLabel('2023年原因及措施').fill('管网未配套');
    await picture('indicators-dialog');
    await page.getByTestId('indicator-save').click();
    await grid.getByText('生态环境局').waitFor();

    // A name that is nearly one is settled by hand.
    await page.getByTestId('indicators-import').click();
    await chooseFiles(page, csv('补报.csv', ['指标,单位,2024年', '农村自来水普级率,%,69']));
    await page.getByLabel('第 2 行是哪个指标').click();
    await page.locator('.ant-select-item-option').getByText('3 农村自来水普及率').click();
    await expect.poll(() => page.getByTestId('indicators-read').innerText()).toContain('实际值 1 个');
    await picture('indicators-near');
    await page.getByTestId('indicators-take').click();
    await expect.poll(() => grid.getByLabel('农村自来水普及率 2024年').inputValue()).toBe('69');
    await page.getByTestId('report-xlsx').click();
    await saveAs(page, path.join(dir, '指标.xlsx'));
    await page.getByText('已写入：指标.xlsx').waitFor();

    await page.getByTestId('indicators-evaluations').click();
    await page.getByTestId('evaluation-make').click();
    await page.getByText('中期评估', { exact: true }).click();
    await page.getByLabel('截至').fill('2024-12-31');
    await page.getByLabel('评估单位').fill('红塔区发改局');
    await page.getByTestId('evaluation-ok').click();
    const view = page.getByTestId('evaluation-view');
    await expect.poll(() => view.innerText()).toContain('各类项目实施情况表');
    expect(await view.innerText()).toContain('664,599.38');
    await picture('evaluation-view');
    await page.locator('.ant-modal-close').click();
    await page.getByTestId('evaluation-word').click();
    await saveAs(page, path.join(dir, '评估.docx'));
    await page.getByText('已写入：评估.docx').waitFor();

    await page.getByTestId('indicators-values').click();
    await grid.getByLabel('农村自来水普及率 2024年').fill('70.5');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('indicator-counts').innerText()).toMatch(/达到进度|已达终期目标/);
    await page.getByTestId('indicators-evaluations').click();
    await page.getByTestId('evaluation-show').click();
    await expect.poll(() => page.getByTestId('evaluation-changed').innerText()).toContain('69 → 70.5');
    await picture('evaluation-changed');
  },
);
