// How the 项目表 looks: views, columns, units and the outline, and that the workbook remembers them.
import path from 'node:path';
import { expect } from 'vitest';
import { saveAs } from '#test/support/file-dialog.ts';
import { cell, cellText, columnMenu, gridFocus, openGrid, typeInto } from '#test/support/grid-page.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('layout: views, widths, unit and outline are there again the next morning', async (s) => {
  let { page } = s;
  await page.getByTestId('open-sample').click();
  const file = path.join(s.dir, '示例.xianjie');
  await saveAs(page, file);
  await openGrid(page);

  await page.getByTestId('pick-view').click();
  await page.getByRole('menuitem', { name: '资金' }).click();
  await expect.poll(() => cell(page, 2, 'town').count()).toBe(0);
  await columnMenu(page, 'period');
  await page.getByTestId('column-hide').click();
  await expect.poll(() => cell(page, 2, 'period').count()).toBe(0);
  const edge = await page.locator('.ag-header-cell[col-id="total"]').boundingBox();
  if (!edge) throw new Error('no header');
  await page.mouse.move(edge.x + edge.width - 1, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width + 59, edge.y + 10, { steps: 4 });
  await page.mouse.up();

  // In 亿元 the same figures are shown, and typing is read in it.
  const wanText = await cellText(page, 'total', 'total');
  expect(wanText).toBe('664,599.38');
  await page.getByTestId('pick-unit').click();
  await page.locator('.ant-select-item-option').getByText('亿元').click();
  await expect.poll(() => cellText(page, 'total', 'total')).toBe('66.459938');
  await cell(page, 2, 'total').click();
  await page.keyboard.type('0.5');
  expect(await page.getByTestId('cell-message').innerText()).toBe('按亿元填写');
  await page.keyboard.press('Enter');
  await expect.poll(() => cellText(page, 2, 'total')).toBe('0.50');
  await typeInto(page, 2, 'total', '0.12345678901');
  await expect
    .poll(() => page.getByTestId('cell-message').innerText())
    .toContain('金额只能准到分（以亿元计最多 10 位小数）');

  await gridFocus(page);
  await page.keyboard.press('Alt+Shift+1');
  await expect.poll(() => cellText(page, 1, 'name')).toContain('二、');
  await cell(page, 0, 'name').click();
  expect(await cellText(page, 0, 'name')).toContain('▸');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(() => cellText(page, 1, 'name')).toContain('（一）种植业');
  await expect.poll(() => cellText(page, 0, 'name')).toContain('▾');

  // What is remembered is written shortly after.
  await page.waitForTimeout(1200);
  page = await s.restart({ workbook: file });
  await openGrid(page);
  await expect.poll(() => cellText(page, 1, 'name')).toContain('（一）种植业');
  expect(await cellText(page, 'total', 'total')).toContain('66.');
  expect(await page.getByTestId('pick-view').innerText()).toContain('资金');
  expect(await cell(page, 0, 'period').count()).toBe(0);
  const wider = await page.locator('.ag-header-cell[col-id="total"]').boundingBox();
  expect(Math.round((wider?.width ?? 0) - edge.width)).toBe(60);
});

scenario('layout: rows are inserted, copied, moved and filled, the selection goes along', async (s) => {
  const { page } = s;
  await page.getByTestId('open-sample').click();
  await saveAs(page, path.join(s.dir, '示例.xianjie'));
  await openGrid(page);
  const undoLabel = () => page.getByTestId('undo').innerText();
  const selected = () => page.locator('.xj-cursor').first().innerText();

  // The menu has the keys: a letter runs its command, and the focus comes back.
  await cell(page, 3, 'name').click({ button: 'right' });
  await page.locator('[data-testid="context-menu"] [role="menu"]:focus').waitFor();
  await page.keyboard.press('y');
  await expect.poll(() => cellText(page, 4, 'name')).toContain('（副本）');
  await expect.poll(selected).toContain('（副本）');
  await gridFocus(page);
  await page.keyboard.press('Shift+F10');
  await page.locator('[data-testid="context-menu"] [role="menu"]:focus').waitFor();
  await page.keyboard.press('i');
  await expect.poll(() => cellText(page, 4, 'name')).toBe('（未填名称）');
  await expect.poll(undoLabel).toContain('新增 1 个项目');
  await page.getByTestId('undo').click();
  await expect.poll(() => cellText(page, 4, 'name')).toContain('（副本）');

  // Dragged by the grip to the place above the first project.
  const name = await cellText(page, 6, 'name');
  await cell(page, 6, '#').hover();
  await cell(page, 6, '#').locator('.xj-grip').hover();
  const top = await cell(page, 2, 'name').boundingBox();
  await page.mouse.down();
  await page.mouse.move(top?.x ?? 0, (top?.y ?? 0) + 3, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => cellText(page, 2, 'name')).toBe(name);

  // A heading means all that stands beneath it.
  expect(await cellText(page, 1, 'name')).toContain('（一）种植业（21个）');
  await cell(page, 1, 'name').click();
  await page.keyboard.press('Control+Shift+M');
  await page.getByTestId('move-target').click();
  await page.keyboard.type('养殖业');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '移动', exact: true }).click();
  await expect.poll(() => cellText(page, 1, 'name')).toContain('（二）养殖业（30个）');
  await expect.poll(undoLabel).toContain('移动 21 个项目到“（二）养殖业”');
  await page.getByTestId('undo').click();
  await expect.poll(() => cellText(page, 1, 'name')).toContain('（一）种植业（21个）');

  await cell(page, 2, 'nature').click();
  await cell(page, 5, 'nature').click({ modifiers: ['Shift'] });
  await page.getByTestId('command-grid.fillColumn').click();
  await page.getByTestId('fill-value').click();
  await page.keyboard.type('迁建');
  await page.keyboard.press('Enter');
  expect(await page.getByTestId('fill-preview').innerText()).toContain('将填写 4 个项目');
  await page.getByRole('button', { name: '填写 4 个项目' }).click();
  await expect.poll(() => cellText(page, 5, 'nature')).toBe('迁建');
  expect(await cellText(page, 6, 'nature')).not.toBe('迁建');
  await gridFocus(page);
});

scenario(
  'layout: the cursor lies on its cell and the last row at the bottom, cut and wrapped',
  async ({ page, dir }) => {
    await page.getByTestId('open-sample').click();
    await saveAs(page, path.join(dir, '示例.xianjie'));
    await openGrid(page);
    const wrap = async (): Promise<void> => {
      await page.getByTestId('pick-view').click();
      await page.getByRole('menuitem', { name: '长文字换行显示' }).click();
    };
    /** Pixels between the box of the cursor and its cell, and from the end of the rows to that of the last one. */
    const gaps = (): Promise<number[]> =>
      page.evaluate(() => {
        const rows = [...document.querySelectorAll<HTMLElement>('.ag-row[row-index]')].filter(
          (row) => !row.getAttribute('row-index')?.startsWith('t'),
        );
        const last = rows
          .toSorted((a, b) => Number(a.getAttribute('row-index')) - Number(b.getAttribute('row-index')))
          .at(-1);
        const box = document.querySelector('.xj-active')?.getBoundingClientRect();
        const around = last?.parentElement?.getBoundingClientRect();
        const own = last?.getBoundingClientRect();
        if (!box || !own || !around) return [];
        return [box.top - own.top, box.height - own.height, around.bottom - own.bottom].map(Math.round);
      });
    for (const isWrapped of [false, true, false]) {
      if (isWrapped !== (await page.locator('.is-wrapped').count()) > 0) await wrap();
      await cell(page, 2, 'name').click();
      await page.keyboard.press('Control+End');
      await expect.poll(gaps).toEqual([0, 0, 0]);
      await page.keyboard.press('Control+Home');
    }
  },
);
