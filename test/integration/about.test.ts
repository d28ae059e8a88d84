// 关于: what maintainers get names nobody and no place; the licences come from the list of the build; a file that could
// not be opened is offered to 恢复 once.
import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const folder = makeTempFolder();
const test = makeTestApp(folder);
afterAll(() => test.app.close());

describe('app.diagnostics', () => {
  it('says versions, system, state of the file and faults, without a word of the user', async () => {
    expect(await test.call('app.diagnostics', {})).toMatchObject({ text: expect.stringContaining('工作簿 没有打开') });
    await test.call('workbook.createSample', { token: test.saveToken('红塔区张三的工作簿.xianjie') });
    await test.call('app.setAuthor', { name: '张三' });
    const { text } = (await test.call('app.diagnostics', {})) as { text: string };
    expect(text).toMatch(/^衔接规划工作台 0\.0\.0-test\n/);
    expect(text).toContain(`Node ${process.versions.node}`);
    expect(text).toMatch(/工作簿 \d+ KB，514 个项目，1 步，2021—2025 年/);
    expect(text).toContain('projects.edit TypeError at edit (main.js:1:1)');
    for (const word of ['张三', '红塔', '玉溪', folder, path.basename(folder), '.xianjie'])
      expect(text, word).not.toContain(word);
    const { username, homedir } = userInfo();
    expect(text).not.toContain(homedir);
    if (username.length > 3) expect(text).not.toContain(username);
  });
});

describe('app.licences', () => {
  it('gives the list of the build, or says that it is not there', async () => {
    expect(await test.refuse('app.licences', {})).toMatchObject({ code: 'not-found' });
    const parts = [{ name: 'react', version: '1.0.0', licence: 'MIT', text: 'MIT License' }];
    writeFileSync(path.join(folder, 'licences.json'), JSON.stringify({ parts }));
    expect(await test.call('app.licences', {})).toEqual({ parts });
  });
});

describe('a file that could not be opened', () => {
  it('is told to the window, and named once', async () => {
    const broken = path.join(folder, '坏.xianjie');
    writeFileSync(broken, 'no database');
    test.app.offerRestore(broken);
    expect(test.events.at(-1)).toEqual({ type: 'restore' });
    const first = (await test.call('app.status', {})) as { restore: { token: string; name: string } | null };
    expect(first.restore).toMatchObject({ name: '坏.xianjie' });
    expect(await test.call('app.status', {})).toMatchObject({ restore: null });
    const list = await test.call('restore.list', { token: first.restore?.token });
    expect(list).toMatchObject({ workbook: '坏.xianjie' });
  });
});
