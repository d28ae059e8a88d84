// The cells of the 项目表 as in Excel: selecting with mouse and keys, and filling.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { cell, cellText, copiedText, openGrid, typeInto } from '#test/support/grid-page.ts';
import { type Scenario, scenario } from '#test/support/scenario.ts';

async function openSample({ page, dir }: Scenario): Promise<void> {
  await page.getByTestId('open-sample').click();
  await saveAs(page, path.join(dir, '示例.xianjie'));
  await openGrid(page);
}

const summary = (page: Page) => page.getByTestId('selection-summary').innerText();
const cursorAt = (page: Page, row: number, column: string) =>
  expect.poll(() => cell(page, row, column).getAttribute('class')).toContain('xj-cursor');

async function dragFrom(page: Page, from: [number, string], to: [number, string]): Promise<void> {
  await cell(page, ...from).hover();
  await page.mouse.down();
  await cell(page, ...to).hover();
  await page.mouse.up();
}

scenario('cells: selects with mouse and keys as in Excel', async (s) => {
  const { page } = s;
  await openSample(s);
  await typeInto(page, 2, 'total', '10');
  await typeInto(page, 3, 'total', '20.5');
  await expect.poll(() => cellText(page, 3, 'total')).toBe('20.50');

  await dragFrom(page, [2, 'period'], [3, 'total']);
  await expect.poll(() => summary(page)).toContain('求和 30.50 万元');
  for (const part of ['平均 15.25', '计数 4', '数值计数 2', '最大 20.50', '最小 10.00']) {
    expect(await summary(page)).toContain(part);
  }

  // Tab and Enter stay inside the range.
  await page.keyboard.press('Tab');
  await cursorAt(page, 2, 'total');
  await page.keyboard.press('Tab');
  await cursorAt(page, 3, 'period');
  await page.keyboard.press('Enter');
  await cursorAt(page, 2, 'total');
  expect(await summary(page)).toContain('求和 30.50 万元');

  // A second range beside it, then whole columns and rows by their headers.
  await cell(page, 2, 'total').click();
  await cell(page, 3, 'total').click({ modifiers: ['Control'] });
  await expect.poll(() => summary(page)).toContain('求和 30.50 万元');
  await page.locator('.ag-header-cell[col-id="period"] .xj-head-label').hover();
  await page.mouse.down();
  await page.locator('.ag-header-cell[col-id="total"] .xj-head-label').hover();
  await page.mouse.up();
  await expect.poll(() => summary(page)).toContain('数值计数 514');
  await dragFrom(page, [2, '#'], [3, '#']);
  await expect.poll(async () => (await copiedText(page)).split('\n').length).toBe(2);

  await cell(page, 2, 'total').click();
  await page.keyboard.press('Control+Space');
  await expect.poll(() => summary(page)).toContain('计数 514');
  await page.keyboard.press('Shift+Backspace');
  await page.keyboard.press('Control+Shift+ArrowDown');
  await expect.poll(() => summary(page)).toMatch(/数值计数 51\d/);
  await page.keyboard.press('Control+Backspace');
  await cursorAt(page, 2, 'total');
  await page.keyboard.press('Control+a');
  await expect.poll(() => summary(page)).toContain('不含标题行');
});

scenario(
  'cells: the fill handle counts on, Ctrl+D and Ctrl+R copy, Ctrl+Enter fills the selection',
  async (s) => {
    const { page } = s;
    await openSample(s);
    await typeInto(page, 2, 'period', '2021');
    await cell(page, 2, 'period').click();
    await page.locator('.xj-fill-handle').hover();
    await page.mouse.down();
    await cell(page, 4, 'period').hover();
    await page.mouse.up();
    await expect.poll(() => cellText(page, 4, 'period')).toBe('2023');
    await expect.poll(() => page.getByTestId('undo').innerText()).toContain('填充');

    // The columns at the right are drawn once they are scrolled to.
    await page.keyboard.press('End');
    await typeInto(page, 2, 'note', '第一批');
    await cell(page, 2, 'note').click();
    await page.locator('.xj-fill-handle').dblclick();
    await expect.poll(() => cellText(page, 5, 'note')).toBe('第四批');
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellText(page, 5, 'note')).not.toBe('第四批');

    await cell(page, 2, 'note').click();
    await cell(page, 4, 'note').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    await expect.poll(() => cellText(page, 4, 'note')).toBe('第一批');

    await typeInto(page, 2, 'year:2021', '7');
    await cell(page, 2, 'year:2021').click();
    await cell(page, 2, 'year:2022').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+r');
    await expect.poll(() => cellText(page, 2, 'year:2022')).toBe('7.00');

    await cell(page, 3, 'year:2021').click();
    await cell(page, 4, 'year:2022').click({ modifiers: ['Shift'] });
    await page.keyboard.type('8');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellText(page, 4, 'year:2022')).toBe('8.00');
    expect(await cellText(page, 3, 'year:2021')).toBe('8.00');
  },
  { viewport: { width: 1920, height: 900 } },
);

scenario('cells: an input method begins, goes on and ends in the cell', async (s) => {
  const { page } = s;
  await openSample(s);
  const session = await page.context().newCDPSession(page);
  /** A key that the input method keeps to itself. */
  const imeKey = (code: string) =>
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code });
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const isEditing = () => page.getByTestId('cell-input').getAttribute('data-editing');

  await typeInto(page, 2, 'content', '原来的字');
  await cell(page, 2, 'content').click();
  for (const [letter, code] of [
    ['n', 'KeyN'],
    ['no', 'KeyO'],
    ['nongye', 'KeyN'],
  ] as const) {
    await imeKey(code);
    await compose(letter);
  }
  expect(await page.getByTestId('cell-input').inputValue()).toBe('nongye');
  // The Enter that picks the candidate belongs to the input method.
  await imeKey('Enter');
  await session.send('Input.insertText', { text: '农业' });
  expect(await isEditing()).toBe('true');
  await cursorAt(page, 2, 'content');
  await imeKey('KeyC');
  await compose('cun');
  await session.send('Input.insertText', { text: '村' });
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, 2, 'content')).toBe('农业村');
  await cursorAt(page, 3, 'content');

  // Given up with Escape nothing stays behind.
  await imeKey('KeyN');
  await compose('n');
  await compose('');
  await page.keyboard.press('Escape');
  expect(await isEditing()).toBe('false');
  await page.keyboard.type('x');
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, 3, 'content')).toBe('x');

  // A heading takes no letters, and none of them turn up elsewhere.
  await cell(page, 1, 'name').click();
  await imeKey('KeyN');
  await compose('ni');
  await session.send('Input.insertText', { text: '你' });
  expect(await isEditing()).toBe('false');
  await typeInto(page, 4, 'content', '好');
  await expect.poll(() => cellText(page, 4, 'content')).toBe('好');
});

scenario('cells: undo says what it did and shows where, also across a filter and a restart', async (s) => {
  await openSample(s);
  let { page } = s;
  await typeInto(page, 3, 'total', '11');
  await typeInto(page, 4, 'total', '12');
  await expect.poll(() => cellText(page, 4, 'total')).toBe('12.00');
  page = await s.restart({ workbook: path.join(s.dir, '示例.xianjie') });
  await openGrid(page);
  await cell(page, 8, 'nature').click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.ant-message').innerText()).toContain('已撤销：修改');
  await cursorAt(page, 4, 'total');

  await page.getByTestId('quick-search').fill('饮水');
  await expect.poll(() => page.getByTestId('rows-shown').innerText()).toContain('筛选后');
  await page.getByTestId('undo').click();
  await page.getByRole('button', { name: '取消隐藏并查看' }).click();
  await expect.poll(() => page.locator('.xj-cursor').innerText()).not.toContain('饮水');
  await page.keyboard.press('Control+y');
  await expect.poll(() => cellText(page, 3, 'total')).toBe('11.00');
  await cursorAt(page, 3, 'total');
});

scenario('cells: find and replace with wildcards, and what cannot be replaced is told', async (s) => {
  const { page } = s;
  await openSample(s);
  await typeInto(page, 2, 'village', '测试一组');
  await typeInto(page, 3, 'village', '测试二组');
  await page.keyboard.press('Control+h');
  await page.getByTestId('find-text').fill('测试?组');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('find-count').innerText()).toMatch(/ 2$/);
  await expect.poll(() => page.locator('.xj-hit').count()).toBe(2);
  await page.getByTestId('replace-text').fill('新村');
  await page.getByTestId('replace-all').click();
  await expect.poll(() => cellText(page, 3, 'village')).toBe('新村');
  expect(await page.getByTestId('undo').innerText()).toContain('替换 2 个单元格');

  await page.getByTestId('find-text').fill('20*');
  await page.getByTestId('find-whole').click();
  await page.getByTestId('replace-text').fill('某年');
  await expect.poll(() => page.getByTestId('find-count').innerText()).toMatch(/ \d\d+$/);
  await page.getByTestId('replace-all').click();
  await expect.poll(() => page.getByTestId('paste-reasons').innerText()).toContain('认不出起止时间');
});

scenario(
  'cells: pastes HTML of Excel with merged cells and hidden decimals; special paste and new projects',
  async (s) => {
    const { page } = s;
    await openSample(s);
    const html =
      '<table><tr><td rowspan=2>研和街道</td><td>甲村</td><td x:num="1.234567">1.23</td></tr><tr><td>乙村</td><td>２，０００</td></tr></table>';
    const paste = (clip: { text: string; html: string }) =>
      page.getByTestId('cell-input').evaluate((field, data) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', data.text);
        clipboardData.setData('text/html', data.html);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, clip);
    await cell(page, 2, 'town').click();
    await paste({
      text: '研和街道\t甲村\r\n\t乙村\r\n',
      html: html.replace(/<td x:num.*?<\/td>|<td>２.*?<\/td>/g, ''),
    });
    await expect.poll(() => cellText(page, 3, 'town')).toBe('研和街道');
    expect(await cellText(page, 3, 'village')).toBe('乙村');
    await cell(page, 2, 'total').click();
    await paste({
      text: '1.23\r\n２，０００\r\n',
      html: '<table><tr><td x:num="1.234567">1.23</td></tr><tr><td>２，０００</td></tr></table>',
    });
    await expect.poll(() => cellText(page, 2, 'total')).toBe('1.234567');
    expect(await cellText(page, 3, 'total')).toBe('2,000.00');

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cell(page, 2, 'total').click();
    await cell(page, 3, 'total').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');
    await cell(page, 4, 'total').click();
    await page.keyboard.press('Control+Alt+v');
    await page.getByTestId('paste-transpose').click();
    await expect.poll(() => page.getByTestId('paste-write').innerText()).toBe('写入 2 个单元格');
    await page.getByTestId('paste-write').click();
    await expect.poll(() => cellText(page, 4, 'source:fiscal')).toBe('2,000.00');

    await page.getByTestId('paste-dialog').waitFor({ state: 'hidden' });
    await page.evaluate(() => navigator.clipboard.writeText('贴来的甲\t新建\n贴来的乙\t续建'));
    await cell(page, 2, 'name').click();
    await page.keyboard.press('Control+Shift+v');
    await page.getByTestId('paste-add-rows').click();
    await expect.poll(() => cellText(page, 3, 'name')).toBe('贴来的甲');
    expect(await cellText(page, 4, 'nature')).toBe('续建');

    await page.getByTestId('paste-dialog').waitFor({ state: 'hidden' });

    // Lines that begin on the last project would go over it: they can all become new projects instead.
    await page.keyboard.press('Control+End');
    const count = async (): Promise<number> => Number.parseInt(await page.getByTestId('rows-shown').innerText(), 10);
    const before = await count();
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+v');
    await expect
      .poll(() => page.locator('.xj-paste-note').first().innerText())
      .toContain('前 1 行会盖掉已有的 1 个项目');
    await page.getByTestId('paste-as-new').click();
    await expect.poll(() => page.locator('.xj-paste-note').first().innerText()).toContain('2 行各成为一个新项目');
    await page.getByTestId('paste-add-rows').click();
    await expect.poll(count).toBe(before + 2);
  },
);
