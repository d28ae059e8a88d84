// Packages between offices in the window: a village, its town, the county and the city, each with its own workbook; a project
// is sent back, put right and sent again, both sides change one value, and the city sees who has reported.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Session } from '#electron/services/session.ts';
import type { Project } from '#shared/domain/project.ts';
import { chooseFiles, saveAs } from '#test/support/file-dialog.ts';
import { soundProject } from '#test/support/packages.ts';
import { scenario } from '#test/support/scenario.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

const TOWN = '大营街街道';

/** A workbook of a place, with projects; closed again. */
function makeBook(dir: string, regionCode: string, fill: (session: Session) => void = () => {}): string {
  const file = makeWorkbook(dir, { regionCode });
  const { session } = openSession(file);
  fill(session);
  session.close();
  return file;
}

async function leave(page: Page): Promise<void> {
  if ((await page.getByTestId('workbook-name').count()) === 0) return;
  await page.getByTestId('file-menu').click();
  await page.getByTestId('menu-file.close').click();
  await page.getByTestId('open-workbook').waitFor();
}

async function open(page: Page, file: string, office = ''): Promise<void> {
  await leave(page);
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, file);
  await page.getByTestId('workbook-name').waitFor();
  await page.getByTestId('file-menu').click();
  await page.getByTestId('menu-file.exchange').click();
  await page.getByTestId('page-exchange').waitFor();
  if (office === '') return;
  await page.getByTestId('choose-office').click();
  await page
    .getByTestId('office-name')
    .locator('input')
    .or(page.getByRole('combobox', { name: '本单位' }))
    .first()
    .fill(office);
  await page.getByTestId('office-take').click();
  await page.getByTestId('office-take').waitFor({ state: 'detached' });
}

async function send(page: Page, file: string): Promise<void> {
  await page.getByTestId('package-send').click();
  await page.getByTestId('send-take').click();
  await saveAs(page, file);
  await page.getByTestId('send-take').waitFor({ state: 'detached' });
}

async function preview(page: Page, ...files: string[]): Promise<void> {
  await page.getByTestId('package-receive').click();
  await chooseFiles(page, ...files);
  await page.getByTestId('receive-counts').first().waitFor();
}

async function take(page: Page): Promise<void> {
  await page.getByTestId('receive-take').click();
  await page.getByTestId('receive-take').waitFor({ state: 'detached' });
}

scenario('packages: four offices hand up, one project goes back and comes again', async ({ page, dir, picture }) => {
  const at = (name: string): string => path.join(dir, name);
  const village = makeBook(dir, '530402', (session) => {
    session.change('test', '测试', (tx) => {
      for (const [id, name, amount] of [
        ['1', '师旗水渠', '10'],
        ['2', '师旗道路', '20.5'],
      ] as const)
        tx.put('project', id, { ...soundProject(id, name, TOWN, amount), village: '师旗' });
    });
  });
  const [town, county] = [makeBook(dir, '530402'), makeBook(dir, '530402')];
  const city = makeBook(dir, '530400');

  // The village begins; who works in the workbook is said once.
  await open(page, village, `${TOWN}师旗`);
  await expect.poll(() => page.getByTestId('own-office').innerText()).toContain('师旗（村）');
  await send(page, at('村.xjpkg'));
  await expect.poll(() => page.getByTestId('packages').innerText()).toMatch(/申报包第 1 号[\s\S]*30\.50/);
  expect(existsSync(at('村-附表.xlsx'))).toBe(true);
  await picture('packages-village');

  await open(page, town, TOWN);
  await preview(page, at('村.xjpkg'));
  await expect.poll(() => page.getByTestId('receive-counts').innerText()).toContain('新增 2，改动 0，撤回 0');
  await picture('packages-preview');
  await take(page);
  await send(page, at('乡1.xjpkg'));

  // The county takes it in, sends one project back, and writes the receipt.
  await open(page, county);
  await preview(page, at('乡1.xjpkg'));
  await take(page);
  await page.getByTestId('exchange-reported').click();
  await expect.poll(() => page.getByTestId('reported').innerText()).toMatch(/大营街街道[\s\S]*已报/);
  await picture('packages-reported');
  await page.getByTestId('exchange-packages').click();
  await returnProject(page, '师旗水渠', '缺少设计方案');
  await picture('packages-returned');
  await page.locator('.ant-modal-footer button').first().click();
  await page.getByTestId('packages').getByRole('button', { name: '写回执…' }).click();
  await saveAs(page, at('回执.xjpkg'));
  await page.getByText('回执已写入').waitFor();

  // At the town the project shows 退回 with the reason; it is put right and sent again.
  await open(page, town);
  await preview(page, at('回执.xjpkg'));
  await take(page);
  await page.getByTestId('receipt-show').click();
  await page.getByTestId('receipt').getByText('师旗水渠：缺少设计方案').waitFor();
  await picture('packages-receipt');
  await page.getByTestId('receipt-projects').click();
  await page.locator('.ag-row').filter({ hasText: '师旗水渠' }).first().waitFor();
  await page.locator('[row-index] [col-id="#"]').filter({ hasText: '1' }).first().dblclick();
  await page.getByTestId('card-returned').getByText('缺少设计方案').waitFor();
  await picture('packages-card');
  await leave(page);

  // Put right and sent again; the county changed the road in the meantime, and so did the town.
  edit(town, (session) => change(session, '2', { content: '硬化道路3千米' }));
  edit(town, (session) => change(session, '1', { content: '建水渠1千米，附设计方案' }));
  edit(county, (session) => change(session, '2', { content: '硬化道路5千米' }));
  await open(page, town);
  await send(page, at('乡2.xjpkg'));
  await open(page, county);
  await preview(page, at('乡2.xjpkg'));
  await expect.poll(() => page.getByTestId('receive-counts').innerText()).toContain('两边都改过 1 处');
  expect(await page.getByTestId('receive-take').isDisabled()).toBe(true);
  const conflicts = page.getByTestId('conflicts');
  await conflicts.getByText('硬化道路5千米').waitFor();
  await conflicts.getByRole('radio', { name: '对方' }).check();
  await picture('packages-conflict');
  await page.getByTestId('conflicts-mine').click();
  await take(page);
  await expect.poll(() => page.getByTestId('packages').innerText()).toMatch(/审核包第 2 号/);
  await page.getByTestId('undo').click();
  await expect.poll(() => page.getByTestId('packages').innerText()).not.toMatch(/审核包第 2 号/);
  await preview(page, at('乡2.xjpkg'));
  await page.getByTestId('conflicts-theirs').click();
  await take(page);
  await send(page, at('县.xjpkg'));

  // The city has all of it.
  await open(page, city);
  await preview(page, at('县.xjpkg'));
  await take(page);
  await page.getByTestId('exchange-reported').click();
  await expect.poll(() => page.getByTestId('reported-sum').innerText()).toContain('应报 9，已报 1，未报 8');
  await picture('packages-city');
  await leave(page);
  edit(city, (session) => {
    const { projects } = session.planData();
    expect(projects.map(({ name, content }) => [name, content])).toEqual([
      ['师旗水渠', '建水渠1千米，附设计方案'],
      ['师旗道路', '硬化道路3千米'],
    ]);
  });
});

function change(session: Session, id: string, values: Partial<Project>): void {
  session.change('test', '测试', (tx) => tx.put('project', id, { ...session.project(id), ...values }));
}

/** Changes a workbook that no window has open. */
function edit(file: string, work: (session: Session) => void): void {
  const { session } = openSession(file);
  work(session);
  session.close();
}

async function returnProject(page: Page, name: string, reason: string): Promise<void> {
  await page.getByTestId('package-return').click();
  await page.getByTestId('step-choice').waitFor();
  const row = page.locator('.ant-modal .ant-table-row').filter({ hasText: name });
  await row.getByRole('checkbox').check();
  await page.getByRole('combobox', { name: '原因' }).fill(reason);
  await page.keyboard.press('Enter');
  await page.getByTestId('step-take').click();
  await page.getByTestId('step-take').waitFor({ state: 'detached' });
}
