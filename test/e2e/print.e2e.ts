// 打印 and 版本与日志 in the window: preview, PDF, spreadsheets that go out, the log, backup and verification.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { readPdf } from '#test/support/pdf.ts';
import { scenario } from '#test/support/scenario.ts';

const text = (page: Page, id: string): Promise<string | null> => page.getByTestId(id).textContent();
/** One page of the preview. */
const sheet = (page: Page, number: number) => page.frameLocator(`[data-testid=sheet-${number}] iframe`).locator('body');

/** Presses a button that asks for a place, and waits until the page says that the file is there. */
async function write(page: Page, button: string, file: string): Promise<void> {
  await page.getByTestId(button).click();
  await saveAs(page, file);
  await page.getByTestId('written').getByText(path.basename(file)).waitFor({ timeout: 120_000 });
  expect(statSync(file).size).toBeGreaterThan(1000);
}

scenario('print: the preview shows the pages that come out, and choices are remembered', async (bench) => {
  const { page, dir } = bench;
  const file = await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await sheet(page, 1).getByText('项目类别及名称').waitFor();
  await bench.picture('打印-项目表');
  await page.getByTestId('print-subtotals').click();
  await page.getByText('本页小计和累计').click();
  await sheet(page, 1).getByText('累计', { exact: true }).waitFor();

  // A page far behind is fetched when one goes there, and is what the PDF has there.
  await page.getByTestId('preview-page').fill('9');
  await page.getByTestId('preview-page').press('Enter');
  await sheet(page, 9).getByText('累计', { exact: true }).waitFor();
  const texts = await sheet(page, 9)
    .locator('p')
    .evaluateAll((all) => all.map((one) => ({ text: one.textContent, top: one.style.top })));
  const lastRow = texts.find(({ text }) => text === '累计')?.top;
  const shown = texts.filter(({ top }) => top === lastRow).map(({ text }) => text);
  await write(page, 'print-pdf', path.join(dir, '项目表.pdf'));
  const pages = await readPdf(path.join(dir, '项目表.pdf'));
  expect(await text(page, 'preview-count')).toBe(`/ ${pages.length} 页`);
  expect(pages.every(({ width, height }) => width > 1185 && height < 845)).toBe(true);
  expect(pages[8]?.lines.at(-2)?.split('\t')).toEqual(shown);

  await page.getByTestId('print-what').getByText('汇总表').click();
  await sheet(page, 1).getByText('表4').first().waitFor();
  await page.getByTestId('print-paper').getByText('A3').click();
  await expect.poll(() => text(page, 'print-what')).toContain('汇总表');
  await page.getByTestId('go-history').click();
  await page.getByTestId('change').waitFor();
  const again = await bench.restart({ workbook: file });
  await again.getByTestId('go-print').click();
  const chosen = again.getByTestId('print-paper').locator('.ant-segmented-item-selected');
  await chosen.getByText('A3').waitFor();
  await again.getByTestId('print-what').getByText('项目表').click();
  await sheet(again, 1).getByText('累计', { exact: true }).waitFor();
});

scenario('print: columns, projects and words are chosen, and stand-ins for fonts are named', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await sheet(page, 1).getByText('备注', { exact: true }).waitFor();
  // What does not fit is said before printing, in full, with what helps.
  expect(await page.getByTestId('preview-notes').count()).toBe(0);
  await page.getByTestId('print-paper').getByText('A4').click();
  await page.getByTestId('preview-notes').getByText('换 A3').waitFor();
  const said = page.getByTestId('preview-notes');
  expect(await said.evaluate((box) => box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight)).toBe(
    true,
  );
  await bench.picture('打印-放不下的提示');
  await page.getByTestId('print-paper').getByText('A3').click();
  await said.waitFor({ state: 'detached' });
  await page.getByText('栏目', { exact: true }).click();
  await page.getByTestId('print-columns').getByText('备注').click();
  await sheet(page, 1).getByText('备注', { exact: true }).waitFor({ state: 'detached' });
  await page.getByText('标题、说明和签字').click();
  await page.getByTestId('print-title').fill('项目表（送审稿）');
  await page.getByTestId('print-title').press('Tab');
  await sheet(page, 1).getByText('项目表（送审稿）').waitFor();
  await page.getByText('项目范围').click();
  await page.getByTestId('print-filter-towns').click();
  await page.getByTitle('北城街道').click();
  await expect.poll(async () => Number((await text(page, 'preview-count'))?.match(/\d+/)?.[0])).toBeLessThan(10);
  await page.keyboard.press('Escape');
  await page.getByText('字体', { exact: true }).last().click();
  await expect.poll(() => text(page, 'print-fonts')).toMatch(/小标宋/);
});

scenario('print: the pages go to the print dialog', async ({ page, dir }) => {
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await sheet(page, 1).getByText('项目类别及名称').waitFor();
  // The dialog itself cannot be seen here: what is handed to it can.
  await page.evaluate(() => {
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLIFrameElement) document.body.dataset.printed = node.srcdoc;
    }).observe(document.body, { childList: true });
  });
  await page.getByTestId('print-paper-out').click();
  await expect
    .poll(() => page.evaluate(() => document.body.dataset.printed?.match(/class="page /g)?.length))
    .toBe(Number((await text(page, 'preview-count'))?.match(/\d+/)?.[0]));
  await page.locator('.xj-print-frame').waitFor({ state: 'detached' });
});

scenario('print: projects are put up as a notice with their period', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await page.getByTestId('print-what').getByText('公示').click();
  await page.getByTestId('notice-from').fill('2025-03-03');
  await page.getByTestId('notice-days').fill('7');
  await page.getByText('工作日', { exact: true }).click();
  await expect.poll(() => text(page, 'notice-period')).toContain('2025年3月3日至2025年3月11日（7个工作日）');
  await sheet(page, 1).getByText('公示时间：2025年3月3日至2025年3月11日（7个工作日）。').waitFor();
  await page.getByText('项目范围').click();
  await page.getByTestId('print-filter-towns').click();
  await page.getByTitle('北城街道').click();
  await page.keyboard.press('Escape');
  await sheet(page, 1)
    .getByText(/^北城街道.*项目公示/)
    .first()
    .waitFor();
  await bench.picture('打印-项目公示');
  await write(page, 'export-sheet', path.join(dir, '公示.xlsx'));
});

scenario('print: spreadsheets and templates are written', async ({ page, dir }) => {
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await page.getByText('末行').click();
  await write(page, 'export-sheet', path.join(dir, '项目表.xlsx'));
  for (const what of ['汇总表', '差错清单']) {
    await page.getByTestId('print-what').getByText(what).click();
    await write(page, 'export-sheet', path.join(dir, `${what}.xlsx`));
  }
  await write(page, 'export-template', path.join(dir, '空表.xlsx'));
  await page.getByTestId('export-fill').click();
  await page.getByTestId('file-dialog-name').fill(path.resolve(import.meta.dirname, '../fixtures/daye-plan-2024.xlsx'));
  await page.getByTestId('file-dialog-ok').click();
  await page.getByText('填好的表保存到').waitFor();
  await saveAs(page, path.join(dir, '填好.xlsx'));
  await page.getByTestId('written').getByText('填好.xlsx').waitFor();
  expect(existsSync(path.join(dir, '填好.xlsx'))).toBe(true);
});

scenario('print: the whole set of annex tables goes out in one click, with its cover and its list', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-print').click();
  await page.getByTestId('print-what').getByText('一套附表').click();
  await sheet(page, 1).getByText('红塔区人民政府').waitFor();
  await sheet(page, 2).getByText('目　录').waitFor();
  await bench.picture('打印-一套附表');
  await page.getByTestId('print-cover-office').fill('红塔区农业农村局');
  await page.getByTestId('print-cover-office').press('Tab');
  await sheet(page, 1).getByText('红塔区农业农村局').waitFor();
  await write(page, 'print-pdf', path.join(dir, '一套附表.pdf'));
  const pages = await readPdf(path.join(dir, '一套附表.pdf'));
  expect(pages[0]?.lines).toContain('红塔区农业农村局');
  expect(await text(page, 'preview-count')).toBe(`/ ${pages.length} 页`);
  await write(page, 'export-sheet', path.join(dir, '一套附表.xlsx'));
});

scenario('history: what was done is listed, can be looked at, taken back and done again', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-history').click();
  await page.getByTestId('change').waitFor();
  expect(await text(page, 'change')).toContain('514 个项目');
  expect(await page.getByTestId('command-edit.undo').isDisabled()).toBe(true);

  await page.getByTestId('go-import').click();
  await page.getByTestId('import-choose').click();
  await chooseFiles(page, path.resolve(import.meta.dirname, '../fixtures/beiguan-allocation-2018.xlsx'));
  // A list of another county is asked about before it comes in.
  await page.getByLabel('已核对，作为红塔区的项目导入').check();
  await page.getByTestId('import-commit').click();
  await page.getByTestId('import-done').waitFor();
  await page.getByTestId('go-history').click();
  await expect.poll(() => page.getByTestId('change').count()).toBe(2);
  await expect.poll(() => text(page, 'change-detail')).toContain('新增');
  await bench.picture('版本与日志');

  await page.getByTestId('command-edit.undo').click();
  await expect.poll(() => page.getByTestId('change').nth(1).textContent()).toContain('已撤销');
  await page.getByTestId('command-edit.redo').click();
  await expect.poll(() => page.getByTestId('change').nth(2).textContent()).not.toContain('已撤销');

  await page.getByTestId('command-file.backup').click();
  const backup = path.join(dir, '备份.xianjie');
  await saveAs(page, backup);
  await expect.poll(() => existsSync(backup)).toBe(true);
  await page.getByTestId('command-file.verify').click();
  await page.getByTestId('verify-dialog').getByText('文件完好').waitFor();
  const code = await page.getByTestId('verify-head').innerText();
  await page.getByLabel('纸上的校验码').fill(code);
  await page.getByLabel('纸上的校验码').press('Enter');
  await page.getByTestId('verify-code-answer').getByText('与现在的工作簿一致').waitFor();
  await page.getByLabel('纸上的校验码').fill('0000 0000 0000 0000');
  await page.getByLabel('纸上的校验码').press('Enter');
  await page.getByTestId('verify-code-answer').getByText('从来没有过这个校验码').waitFor();
});
