// 版本 in the window: kept before printing, compared with the plan of today and with a file, written, gone back to.
import path from 'node:path';
import { expect } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { saveAs } from '#test/support/file-dialog.ts';
import { cell, openGrid } from '#test/support/grid-page.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

scenario(
  'versions: kept, compared with the plan of today, written and gone back to',
  async ({ page, dir, picture }) => {
    await openNew(page, dir, { sample: true });
    await page.getByTestId('go-history').click();
    await page.getByTestId('history-part').getByText('版本').click();
    await page.getByText('还没有保存过版本').waitFor();
    await picture('版本-空');
    await page.getByTestId('version-save').click();
    await page.getByTestId('version-name').fill('2021年印发稿');
    await page.getByTestId('version-ok').click();
    await page.getByText('已保存版本“2021年印发稿”').waitFor();

    await openGrid(page);
    await cell(page, 3, 'content').click();
    await page.keyboard.type('改成别的建设内容');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('save-state').getAttribute('data-state')).toBe('saved');
    await page.getByTestId('go-history').click();
    await page.getByTestId('version-compare-now').click();
    await page.getByTestId('comparison-sums').getByText('有变化 1 行，未变 513 个').waitFor();
    await page.getByTestId('versions').getByText('改成别的建设内容').first().waitFor();
    await picture('版本-对照');
    const file = path.join(dir, '对照.xlsx');
    await page.getByTestId('comparison-xlsx').click();
    await saveAs(page, file);
    await page.getByText('调整对照表已写入').waitFor();
    expect((await readWorkbookFile(file)).sheets).toHaveLength(5);

    await page.getByTestId('versions').getByRole('button', { name: '恢复…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /恢\s*复/ })
      .last()
      .click();
    await page.getByText('已恢复到“2021年印发稿”').waitFor();
    await page.getByText('两边的项目完全一样').waitFor();
  },
);
