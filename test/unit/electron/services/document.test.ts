// The document through the door: paragraphs kept in the workbook are written, and those that do not agree are named.
import { describe, expect, it } from 'vitest';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';

const folder = makeTempFolder();

describe('export.document', () => {
  it('names paragraphs that do not agree with the data, and progress ends', async () => {
    const test = makeTestApp(folder);
    await test.call('workbook.createSample', { token: test.saveToken('a.xianjie') });
    const write = () =>
      test.call('export.document', { token: test.saveToken('a.xlsx'), parts: ['text:estimate', '表5-1'] });
    expect((await write()).notes).toEqual([]);
    const save = (template: string) =>
      test.call('records.save', {
        changes: [{ kind: 'paragraph', id: 'text:estimate', value: { template, title: '投资概算' } }],
      });
    for (const template of ['全区总投资1万元。', '共{{投资:火星}}。']) {
      await save(template);
      expect((await write()).notes).toEqual([expect.stringContaining('1 段文字与数据不符或取不到数：投资概算')]);
    }
    const { blocks } = await test.call('text.get', {});
    expect(blocks.find(({ id }) => id === 'text:estimate')).toMatchObject({ template: '共{{投资:火星}}。' });
    await test.call('history.undo', {});
    await test.call('history.undo', {});
    expect((await write()).notes).toEqual([]);
    const last = test.events.filter((event) => event.type === 'progress').at(-1);
    expect(last).toMatchObject({ task: 'document', done: 3, total: 3 });
    test.app.close();
  });
});
