// 重复项目 in the window: a pair is found, compared, marked as two, unmarked, and made one.

import { expect } from 'vitest';
import { openFile } from '#electron/db/open.ts';
import { makeProjectId } from '#electron/services/project-ids.ts';
import { startSession } from '#electron/services/session.ts';
import { chooseFiles } from '#test/support/file-dialog.ts';
import { scenario } from '#test/support/scenario.ts';
import { makeWorkbook, openSession } from '#test/support/workbook.ts';

scenario('duplicates: compared side by side, marked as two, merged into one', async ({ page, dir }) => {
  const file = makeWorkbook(dir, { sample: true });
  const { session } = openSession(file);
  const [first] = session.planData().projects;
  if (!first) throw new Error('no sample');
  const id = makeProjectId();
  session.change('projects.add', '新增', (tx) =>
    tx.put('project', id, {
      ...first,
      id,
      position: first.position + 0.5,
      name: `2023年${first.name}项目（第二批）`,
      note: '补报',
    }),
  );
  session.close();
  await page.getByTestId('open-workbook').click();
  await chooseFiles(page, file);
  await page.getByTestId('workbook-name').waitFor();
  await page.getByTestId('go-checks').click();
  await page.getByTestId('checks-tab-duplicates').click();
  const count = page.getByTestId('duplicates-count');
  await expect.poll(() => count.innerText()).toBe('1 对项目疑似重复。');
  expect(await page.getByTestId('pair-pane').innerText()).toContain('建设内容相同');

  await page.getByTestId('pair-distinct').click();
  await expect.poll(() => count.innerText()).toBe('没有疑似重复的项目。');
  await page.getByTestId('distinct-list').click();
  await page.getByText('取消标记').click();
  await page.keyboard.press('Escape');
  await expect.poll(() => count.innerText()).toBe('1 对项目疑似重复。');

  await page.getByTestId('pair-fill').click();
  await page.getByTestId('pair-merge').click();
  await page.getByRole('button', { name: /^合\s*并$/ }).click();
  await expect.poll(() => count.innerText()).toBe('没有疑似重复的项目。');
  const again = startSession(openFile(file, { readOnly: true }), () => undefined);
  const { projects } = again.planData();
  again.close();
  expect(projects).toHaveLength(514);
  expect(projects.find((project) => project.id === first.id)).toMatchObject({ name: first.name, note: '补报' });
});
