// A password through the window: set in the file menu, asked for the next morning, refused when wrong, taken away again.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { isVault } from '#electron/db/cipher/vault-key.ts';
import { openNew } from '#test/support/open-new.ts';
import { scenario } from '#test/support/scenario.ts';

const PASSWORD = '县里的口令 2026';

scenario(
  'password: set, asked for the next morning, wrong once, then taken away',
  async ({ page, dir, picture, restart }) => {
    const book = await openNew(page, dir);
    await page.getByTestId('file-menu').click();
    await page.getByTestId('menu-file.password').click();
    await page.getByTestId('new-password').fill('太短了');
    await page.getByText('还差 5 个字符。').waitFor();
    await page.getByTestId('new-password').fill(PASSWORD);
    await page.getByTestId('new-password-again').fill('别的');
    await page.getByText('两次输入的不一样。').waitFor();
    await page.getByTestId('new-password-again').fill(PASSWORD);
    expect(await page.getByTestId('password-set').isDisabled()).toBe(true);
    await page.getByTestId('password-known').check();
    await picture('password-set');
    await page.getByTestId('password-set').click();
    await page.getByText('密码已设置').waitFor();
    await expect.poll(() => isVault(readFileSync(book))).toBe(true);

    const again = await restart();
    await again.getByText(path.basename(book, '.xianjie')).first().click();
    await again.getByTestId('password-field').fill('不是这个');
    await again.getByTestId('password-ok').click();
    await again.getByTestId('password-fault').getByText('密码不对').waitFor();
    await picture('password-asked');
    await again.getByTestId('password-field').fill(PASSWORD);
    await again.keyboard.press('Enter');
    await again.getByTestId('workbook-name').waitFor();

    await again.getByTestId('file-menu').click();
    await again.getByTestId('menu-file.password').click();
    await again.getByTestId('password-remove').click();
    await again.getByRole('button', { name: '取消密码', exact: true }).last().click();
    await again.getByText('密码已取消').waitFor();
    await expect.poll(() => isVault(readFileSync(book))).toBe(false);
  },
);
