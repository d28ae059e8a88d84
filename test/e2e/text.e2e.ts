// 文稿 in the window: figures follow the list, a paragraph is edited around them, typed figures are marked and bound.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';
import { readWord, wordText } from '#test/support/word-parts.ts';

const paragraph = (page: Page, id: string) => page.getByTestId(`paragraph-text:${id}`);

scenario(
  'text: a paragraph is edited around its figures, typed figures are marked, bound and undone',
  async (bench) => {
    const { page, dir } = bench;
    await openNew(page, dir, { sample: true });
    await page.getByTestId('go-text').click();
    await paragraph(page, 'estimate').getByText('664599.38万元').waitFor();
    await bench.picture('文稿');

    await paragraph(page, 'estimate').hover();
    await paragraph(page, 'estimate').getByTestId('paragraph-edit').click();
    await page.getByTestId('text-input').locator('[data-source="{{总投资}}"]').getByText('664599.38万元').waitFor();
    await page.keyboard.type('其中种植业20个，乡村公共服务提升81310.81万元。');
    await page.getByTestId('text-wrong').getByText('数据为 80455.81万元').waitFor();
    await bench.picture('文稿-修改');
    await page.getByTestId('text-bind').click();
    await page.getByTestId('text-bind-all').click();
    await page.getByTestId('text-input').locator('[data-source="{{个数:种植业}}"]').getByText('20个').waitFor();
    // One step of the draft back and forth, then a figure from the picker.
    await page.getByTestId('text-input').press('Control+z');
    await page.getByTestId('text-right').waitFor();
    await page.getByTestId('text-input').press('Control+y');
    await page.getByTestId('text-right').waitFor({ state: 'detached' });
    await page.getByTestId('text-insert').click();
    await page.getByTestId('picker-value').getByText('664599.38万元').waitFor();
    await page.getByTestId('picker-ok').click();
    await page.getByTestId('text-save').click();
    await paragraph(page, 'estimate').getByText('80455.81万元').waitFor();
    expect(await paragraph(page, 'estimate').locator('p').textContent()).toContain(
      '其中种植业20个，乡村公共服务提升80455.81万元。664599.38万元',
    );

    // One save is one undo step of the workbook.
    await page.getByTestId('undo').click();
    await paragraph(page, 'estimate').getByText('80455.81万元').waitFor({ state: 'detached' });
    await page.getByTestId('redo').click();
    await paragraph(page, 'estimate').getByText('80455.81万元').waitFor();
    await paragraph(page, 'estimate').hover();
    await paragraph(page, 'estimate').getByTestId('paragraph-reset').click();
    await paragraph(page, 'estimate').getByText('80455.81万元').waitFor({ state: 'detached' });
  },
);

scenario(
  'text: chapters of one’s own are added, named, moved and taken back; tables and charts stand in the text',
  async (bench) => {
    const { page, dir } = bench;
    await openNew(page, dir, { sample: true });
    await page.getByTestId('go-text').click();
    await page.getByTestId('text-table-years').getByText('2021年').first().waitFor();
    await page.getByTestId('chart-years-total').waitFor();
    for (const [title, words] of [
      ['一、总则', '坚持统筹谋划。'],
      ['六、保障措施', '加强组织领导，总投资'],
    ] as const) {
      await page.getByTestId('chapter-add').click();
      await page.getByRole('menuitem', { name: title }).click();
      await page.getByTestId('text-input').waitFor();
      await page.getByTestId('text-input').press('End');
      await page.keyboard.type(words);
      await page.getByTestId('text-save').click();
      await page.getByText(words).first().waitFor();
    }
    const outline = () => page.locator('.xj-text-outline .is-level-1').allTextContents();
    expect((await outline())[0]).toBe('一、总则');
    expect(await outline()).toContain('六、保障措施');
    await bench.picture('文稿-自己的章');
    const first = page.locator('.xj-chapter').first();
    await first.hover();
    await first.getByTestId('chapter-rename').click();
    await page.getByTestId('chapter-title').fill('一、规划背景');
    await page.getByTestId('chapter-title').press('Enter');
    await expect.poll(outline).toContain('一、规划背景');
    await first.hover();
    await first.getByRole('button', { name: '下移' }).click();
    await expect.poll(async () => (await outline())[0]).not.toBe('一、规划背景');
    // Each was one step.
    await page.getByTestId('undo').click();
    await page.getByTestId('undo').click();
    await expect.poll(async () => (await outline())[0]).toBe('一、总则');
    await first.hover();
    await first.getByRole('button', { name: '删除这一章' }).click();
    await expect.poll(outline).not.toContain('一、总则');
    await page.getByTestId('undo').click();
    await page.getByText('坚持统筹谋划。').waitFor();

    await page.getByTestId('text-tab-output').click();
    const file = path.join(dir, '文稿.docx');
    await page.getByTestId('output-docx').click();
    await saveAs(page, file);
    await page.getByTestId('written').getByText('文稿.docx').waitFor({ timeout: 120_000 });
    const text = wordText(readWord(file).document);
    // The list of contents names the chapter first.
    expect(text.indexOf('坚持统筹谋划。')).toBeLessThan(text.lastIndexOf('四、建设任务'));
    expect(text).toContain('六、保障措施');
  },
);

scenario('text: chosen parts go out as Word and Excel, and the choice is remembered', async (bench) => {
  const { page, dir } = bench;
  await openNew(page, dir, { sample: true });
  await page.getByTestId('go-text').click();
  await page.getByTestId('text-tab-output').click();
  await page.getByTestId('output-part-text:years').click();
  await bench.picture('文稿-输出');
  const count = await page.getByTestId('output-count').textContent();
  for (const kind of ['docx', 'xlsx']) {
    const file = path.join(dir, `文稿.${kind}`);
    await page.getByTestId(`output-${kind}`).click();
    await saveAs(page, file);
    await page.getByTestId('written').getByText(`文稿.${kind}`).waitFor({ timeout: 120_000 });
    expect(statSync(file).size).toBeGreaterThan(5000);
  }
  const text = wordText(readWord(path.join(dir, '文稿.docx')).document);
  expect(text).toContain('五、投资概算及资金筹措');
  expect(text).not.toContain('按实施年度分');
  await page.getByTestId('go-tables').click();
  await page.getByTestId('go-text').click();
  await page.getByText(count ?? '?').waitFor();
});
