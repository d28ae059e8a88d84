// The 项目表 under the hands of somebody who knows Excel: keys, lists, paste, filter, sort, rows, the project card.
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import {
  cell,
  cellText,
  columnMenu,
  copiedText,
  gridFocus,
  openGrid,
  pasteText,
  typeInto,
} from '#test/support/grid-page.ts';
import { type Scenario, scenario } from '#test/support/scenario.ts';

async function openSample({ page, dir }: Scenario): Promise<void> {
  await page.getByTestId('open-sample').click();
  await saveAs(page, path.join(dir, '示例.xianjie'));
  await openGrid(page);
}

const saved = (page: Page) =>
  expect.poll(() => page.getByTestId('save-state').getAttribute('data-state')).toBe('saved');

scenario('grid: types, moves and refuses as Excel users expect', async (s) => {
  const { page } = s;
  await openSample(s);
  await cell(page, 2, 'total').click();
  await page.keyboard.type('20万元');
  await page.keyboard.press('Tab');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('20.00');
  await page.keyboard.type('３．５');
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, 2, 'source:fiscal')).toBe('3.50');
  // Enter after Tab goes back to the column in which the run began.
  await expect.poll(() => cell(page, 3, 'total').getAttribute('class')).toContain('xj-cursor');

  const kept = await cellText(page, 3, 'total');
  await page.keyboard.type('约30');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('cell-message').innerText()).toContain('原值已保留');
  expect(await cellText(page, 3, 'total')).toBe(kept);

  await cell(page, 1, 'total').click();
  await page.keyboard.type('5');
  expect(await page.getByTestId('cell-message').innerText()).toContain('标题行是自动汇总');

  await cell(page, 2, 'total').click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type('.25');
  await page.keyboard.press('Escape');
  expect(await cellText(page, 2, 'total')).toBe('20.00');
  await page.keyboard.press('Delete');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('20.00');
  await page.keyboard.press('Control+y');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('');

  // The grid keeps Tab for itself; F6 is the way out and back.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
  const regions: (string | null | undefined)[] = [];
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('F6');
    regions.push(await focused());
  }
  expect(regions).toEqual(['file-health', 'go-projects', 'file-menu', 'cell-input']);
});

scenario('grid: the first key of an input method lands in the cell', async (s) => {
  const { page } = s;
  await openSample(s);
  await cell(page, 2, 'village').click();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'nong', selectionStart: 4, selectionEnd: 4 });
  await session.send('Input.insertText', { text: '农业村' });
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, 2, 'village')).toBe('农业村');
});

scenario('grid: picks from lists for nature, place and category', async (s) => {
  const { page } = s;
  await openSample(s);
  await typeInto(page, 2, 'nature', '迁');
  await expect.poll(() => cellText(page, 2, 'nature')).toBe('迁建');
  await cell(page, 2, 'town').click();
  await page.keyboard.type('大营');
  await page.getByTestId('cell-options').getByText('大营街街道').click();
  await expect.poll(() => cellText(page, 2, 'town')).toBe('大营街街道');
  await typeInto(page, 2, 'period', '2022年至2023年');
  await expect.poll(() => cellText(page, 2, 'period')).toBe('2022-2023');

  await page.getByTestId('pick-columns').click();
  await page.getByRole('checkbox', { name: '规划类别', exact: true }).check();
  await page.keyboard.press('Escape');
  const name = await cellText(page, 2, 'name');
  await typeInto(page, 2, 'categoryId', '养殖业');
  await expect.poll(() => cellText(page, 1, 'name')).toContain('种植业（19个）');
  expect(await cellText(page, 2, 'name')).not.toBe(name);
});

scenario('grid: copies to and pastes from Excel, with cells that cannot be taken', async (s) => {
  const { page } = s;
  await openSample(s);
  await typeInto(page, 2, 'total', '1234.5');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('1,234.50');
  await cell(page, 2, 'period').click();
  await cell(page, 2, 'total').click({ modifiers: ['Shift'] });
  expect(await copiedText(page)).toBe('2021\t1234.5');

  await cell(page, 3, 'total').click();
  await pasteText(page, '1\r\n2\r\n3\r\n');
  await expect.poll(() => cellText(page, 5, 'total')).toBe('3.00');
  await saved(page);
  expect(await page.getByTestId('undo').innerText()).toContain('3 个单元格');

  await cell(page, 3, 'total').click();
  await cell(page, 5, 'total').click({ modifiers: ['Shift'] });
  await expect.poll(() => page.getByTestId('selection-summary').innerText()).toContain('求和 6.00 万元');
  await pasteText(page, '7');
  await expect.poll(() => cellText(page, 4, 'total')).toBe('7.00');
  await expect.poll(() => page.getByTestId('selection-summary').innerText()).toContain('求和 21.00 万元');

  await cell(page, 3, 'total').click();
  await pasteText(page, '8\n约2\n9');
  await page.getByRole('button', { name: /跳过有误的单元格，写入其余 2 个/ }).click();
  await expect.poll(() => cellText(page, 5, 'total')).toBe('9.00');
  expect(await cellText(page, 4, 'total')).toBe('7.00');

  // Rows that do not fit become projects.
  await page.getByTestId('paste-dialog').waitFor({ state: 'hidden' });
  await gridFocus(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await pasteText(page, '末行改名\t新建\n多出的甲\t续建\n多出的乙\t改建');
  await page.getByTestId('paste-add-rows').click();
  await expect.poll(() => cellText(page, 'total', 'name')).toBe('合计（516个）');
  // Whoever goes on before the dialog has faded keeps the focus: the words are not typed into a cell.
  await page.getByTestId('quick-search').click();
  await page.getByTestId('paste-dialog').waitFor({ state: 'hidden' });
  await page.keyboard.type('多出的');
  await expect.poll(() => page.getByTestId('rows-shown').innerText()).toBe('筛选后 2 个项目');
  expect(await cellText(page, 3, 'nature')).toBe('改建');
});

scenario('grid: filters with subtotals of what is shown, sorts in two ways, finds', async (s) => {
  const { page } = s;
  await openSample(s);
  const shown = () => page.getByTestId('rows-shown').innerText();
  const search = page.getByTestId('quick-search');
  await search.fill('种植园');
  await expect.poll(shown).toBe('筛选后 20 个项目');
  expect(await cellText(page, 'total', 'name')).toContain('合计（筛选后）（20/514个）');
  await page.getByTestId('clear-filters').click();
  await expect.poll(shown).toBe('514 个项目');

  // The drop-down of a header: a search ticks its hits, Enter takes them.
  await columnMenu(page, 'town');
  await page.getByTestId('filter-search').fill('大营');
  await page.keyboard.press('Enter');
  await expect.poll(shown).toBe('筛选后 74 个项目');
  await gridFocus(page);
  await columnMenu(page, 'total');
  await page.getByTestId('filter-test').click();
  await page.locator('.ant-select-item-option').getByText('大于', { exact: true }).click();
  await page.getByTestId('filter-a').fill('1亿');
  await page.getByTestId('filter-apply').click();
  await expect.poll(shown).toBe('筛选后 3 个项目');
  await expect.poll(() => page.getByTestId('chip-total').innerText()).toBe('总投资 大于 10,000.00 万元');
  await page.getByTestId('chip-town').locator('.ant-tag-close-icon').click();
  await expect.poll(shown).not.toBe('筛选后 3 个项目');
  await page.getByTestId('clear-filters').click();
  await expect.poll(shown).toBe('514 个项目');

  await columnMenu(page, 'total');
  await page.getByTestId('sort-desc').click();
  await expect.poll(() => page.getByTestId('sort-note').innerText()).toContain('不显示标题行');
  const amounts = await Promise.all([0, 1, 2].map((row) => cellText(page, row, 'total')));
  expect(amounts).toEqual([...amounts].sort((a, b) => Number(b.replaceAll(',', '')) - Number(a.replaceAll(',', ''))));
  await page.getByTestId('sort-mode').getByText('各标题内').click();
  await expect.poll(() => cellText(page, 0, 'name')).toContain('一、乡村特色产业帮扶');
  expect(await cellText(page, 2, '#')).not.toBe('1');
  await page.getByTestId('clear-sort').click();
  await expect.poll(() => cellText(page, 2, '#')).toBe('1');

  await page.keyboard.press('Control+f');
  await page.getByTestId('find-text').fill('饮水');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('find-count').innerText()).toMatch(/^1 \/ \d+$/);
  await expect.poll(() => page.locator('.xj-cursor').innerText()).toContain('饮水');
});

scenario('grid: adds, moves and deletes projects, each an undo step', async (s) => {
  const { page } = s;
  await openSample(s);
  await cell(page, 2, 'name').click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => cellText(page, 3, 'name')).toBe('（未填名称）');
  await expect.poll(() => cell(page, 3, 'name').getAttribute('class')).toContain('xj-cursor');
  await page.keyboard.type('新增的项目');
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, 3, 'name')).toBe('新增的项目');
  expect(await cellText(page, 1, 'name')).toContain('种植业（21个）');

  await cell(page, 3, 'name').click();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => cellText(page, 2, 'name')).toBe('新增的项目');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => cellText(page, 3, 'name')).toBe('新增的项目');

  await page.keyboard.press('Control+Delete');
  await page.getByRole('button', { name: '删除 1 个项目' }).click();
  await expect.poll(() => cellText(page, 1, 'name')).toContain('种植业（20个）');
  await page.getByTestId('undo').click();
  await expect.poll(() => cellText(page, 3, 'name')).toBe('新增的项目');
});

scenario(
  'card: the matrix keeps its margins, fields are edited, sources are told',
  async (s) => {
    const { page } = s;
    await openSample(s);
    await cell(page, 3, '#').dblclick();
    const card = page.getByTestId('project-card');
    await card.getByTestId('amount-总投资').waitFor();
    const matrixCell = card.getByTestId('amount-2024年行业部门专项资金');
    await matrixCell.click();
    await page.keyboard.type('600');
    await page.keyboard.press('Enter');
    await expect.poll(() => card.getByTestId('amount-总投资').inputValue()).toBe('600.00');
    await expect.poll(() => card.getByTestId('amount-2024年申报数').inputValue()).toBe('600.00');
    await expect.poll(() => cellText(page, 3, 'name')).toBeTruthy();
    await card.getByTestId('card-person').fill('张三');
    await page.keyboard.press('Tab');
    await saved(page);
    await card.getByTestId('card-next').click();
    await card.getByTestId('card-previous').click();
    await expect.poll(() => card.getByTestId('card-person').inputValue()).toBe('张三');
    await s.picture('project-card');

    await expect.poll(() => cellText(page, 3, 'total')).toBe('600.00');

    // The card follows the cursor of the grid beside it, and knows who changed the project.
    await cell(page, 4, 'name').click();
    const other = await cellText(page, 4, 'name');
    await expect.poll(() => card.locator('strong').innerText()).toBe(other);
    await cell(page, 3, 'name').click();
    await card.getByRole('tab', { name: '修改记录' }).click();
    await expect.poll(() => card.getByTestId('project-history').innerText()).toMatch(/责任人\s+张三/);

    // A step in the middle is taken back alone; where a later one changed the same value the reason is given.
    await typeInto(page, 3, 'total', '700');
    await page.getByTestId('go-history').click();
    await expect.poll(() => card.isVisible()).toBe(false);
    await page.getByTestId('change').filter({ hasText: '年度资金明细' }).click();
    await page.getByTestId('revert-step').click();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/不能撤回.*总投资后来又被改动.*600 → 700/s);
    await page.getByTestId('change').filter({ hasText: '的总投资' }).first().click();
    await page.getByTestId('revert-step').click();
    await expect.poll(() => page.getByTestId('change').first().innerText()).toContain('撤回');
    await openGrid(page);
    await card.getByTestId('card-close').focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => card.isVisible()).toBe(false);
    await gridFocus(page);
  },
  { viewport: { width: 1920, height: 1080 } },
);
