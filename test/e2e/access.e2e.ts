// The window for people who see it enlarged or hear it read: axe-core finds nothing serious on any page or in the
// dialogs of the 项目表, and everything is usable at twice the size.
import path from 'node:path';
import { expect } from 'vitest';
import { HELP_JOBS } from '#shared/help/jobs.ts';
import { seriousFaults } from '#test/support/axe.ts';
import { saveAs } from '#test/support/file-dialog.ts';
import { cell, columnMenu, gridFocus, openGrid } from '#test/support/grid-page.ts';
import { scenario } from '#test/support/scenario.ts';

scenario('access: axe-core finds nothing serious on any page', async (s) => {
  const { page } = s;
  await page.getByTestId('open-sample').waitFor();
  const found: Record<string, string[]> = {};
  const look = async (where: string): Promise<void> => {
    const faults = await seriousFaults(page);
    if (faults.length > 0) found[where] = faults;
  };
  await look('start');
  await page.getByTestId('open-sample').click();
  await saveAs(page, path.join(s.dir, '示例.xianjie'));
  await page.getByTestId('go-projects').waitFor();
  const pages = await page
    .locator('.xj-rail [data-testid^="go-"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-testid') ?? ''));
  expect(pages.length).toBeGreaterThan(6);
  for (const id of pages) {
    await page.getByTestId(id).click();
    await page.waitForTimeout(1000);
    await look(id);
  }
  await openGrid(page);
  await columnMenu(page, 'town');
  await look('column menu');
  await page.keyboard.press('Escape');
  await gridFocus(page);
  await cell(page, 3, 'name').click();
  await page.keyboard.press('Shift+F10');
  await page.getByTestId('context-menu').waitFor();
  await look('context menu');
  await page.keyboard.press('Escape');
  await gridFocus(page);
  for (const [keys, dialog] of [
    ['Control+Shift+M', 'move-dialog'],
    ['Control+Shift+B', 'fill-dialog'],
    ['F1', 'shortcuts'],
  ] as const) {
    await page.keyboard.press(keys);
    const box = page.getByTestId(dialog).getByRole('dialog');
    await box.waitFor();
    await look(dialog);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    // Until it is wholly gone the window's keys are its own.
    await expect.poll(() => page.locator('.ant-modal-wrap:not([style*="display: none"])').count()).toBe(0);
    await gridFocus(page);
  }
  // Help leads to the real screen: a button is shown where it stands.
  await page.keyboard.press('F1');
  await page.getByTestId('help-print').click();
  await page.getByTestId('help-job').getByText('封面、目录').first().waitFor();
  await look('help');
  await s.picture('帮助-打印一套附表');
  await page.keyboard.press('Escape');
  for (const { id: job, steps } of HELP_JOBS) {
    const control = steps.flatMap(({ controls }) => controls).find(({ when }) => when === undefined);
    if (!control) throw new Error(`${job} shows nothing`);
    await page.keyboard.press('F1');
    await page.getByTestId(`help-${job}`).click();
    await page.getByTestId('help-job').getByText(`“${control.label}”在哪里`).first().click();
    await expect.poll(() => page.locator('.xj-pointed').getAttribute('data-testid')).toBe(control.id);
    await page.locator('.xj-pointed').evaluate((element) => element.classList.remove('xj-pointed'));
  }
  await openGrid(page);
  await gridFocus(page);
  await cell(page, 3, 'name').click();
  await page.keyboard.press('Control+Shift+E');
  await page.getByTestId('project-card').waitFor();
  await look('card');
  expect(found).toEqual({});
});

scenario(
  'access: at 200 % the 项目表 is used with the keyboard alone',
  async (s) => {
    const { page } = s;
    await page.getByTestId('open-sample').click();
    await saveAs(page, path.join(s.dir, '示例.xianjie'));
    await openGrid(page);
    await gridFocus(page);
    const inside = async (testId: string) => {
      const box = await page.getByTestId(testId).boundingBox();
      const size = page.viewportSize();
      if (!box || !size) throw new Error(testId);
      return box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height;
    };
    expect(await page.locator('.ag-row').count()).toBeGreaterThan(4);
    for (const id of ['command-edit.add', 'command-file.export', 'pick-view', 'quick-search', 'open-findings']) {
      expect([id, await inside(id)]).toEqual([id, true]);
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Shift+L');
    await page.getByTestId('column-menu').waitFor();
    await expect.poll(() => inside('column-menu')).toBe(true);
    // From the search into the list: none of the values, then the first of them.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('rows-shown').innerText()).toMatch(/^筛选后/);
    await gridFocus(page);
    await page.keyboard.press('Shift+F10');
    await page.getByTestId('context-menu').waitFor();
    await expect.poll(() => inside('context-menu')).toBe(true);
    await page.keyboard.press('Escape');
    await gridFocus(page);
  },
  { viewport: { width: 683, height: 384 } },
);
