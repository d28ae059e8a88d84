// Money that the plan has no source for: asked about, taken in as a new source with one undo, or left aside and told so.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const SHEET = [
  '单位：万元',
  '序号,项目名称,乡镇,建设内容,建设年限,总投资,财政衔接资金,援疆资金',
  '1,茶园改造,大营街街道,改造茶园,2022,10,6,4',
  '2,巷道提升,大营街街道,铺路,2022,20,15,5',
];

function csv(): string {
  const path = join(mkdtempSync(join(folder, 'f-')), '表.csv');
  writeFileSync(path, SHEET.join('\r\n'));
  return path;
}

async function open(): Promise<TestApp> {
  const test = makeTestApp(mkdtempSync(join(folder, 'a-')));
  await test.call('workbook.open', { token: test.openToken(makeWorkbook(mkdtempSync(join(folder, 'w-')))) });
  return test;
}

const sources = async (test: TestApp): Promise<string[]> =>
  (await test.call('reference.get', {})).reference.fundSources.map(({ name, parent }) => `${parent ?? '-'} ${name}`);

describe('a new fund source', () => {
  it.each([
    ['+', 'other 援疆资金', 'other.own-1'],
    ['+top', '- 援疆资金', 'own-1'],
  ])('is made by the answer %s, filled, and undone with the import', async (answer, line, id) => {
    const test = await open();
    const before = await sources(test);
    const first = await test.call('import.inspect', { tokens: [test.openToken(csv())] });
    const question = first.questions.find((one) => one.id.includes('X07:H'));
    expect(question?.assumed).toBeNull();
    const choices = { answers: { [question?.id ?? '']: answer } };
    const preview = await test.call('import.adjust', { previewId: first.previewId, choices });
    expect(preview.newFunds.map(({ name }) => name)).toEqual(['援疆资金']);
    expect(preview.tables[0]?.columns.at(-1)?.field).toBe(`source:${id}`);
    await test.call('import.commit', { previewId: preview.previewId });
    expect(await sources(test)).toEqual(expect.arrayContaining([line]));
    const { projects } = await test.call('projects.list', {});
    expect(projects.map(({ amounts }) => amounts.bySource[id])).toEqual([4_000_000, 5_000_000]);
    await test.call('history.undo', {});
    expect([await sources(test), (await test.call('projects.list', {})).projects]).toEqual([before, []]);
  });

  it('comes from the command line like a class', async () => {
    const run = async (...args: string[]) => {
      const path = makeWorkbook(mkdtempSync(join(folder, 'w-')));
      const result = await xianjie('import', path, csv(), ...args, '--json');
      return { status: result.status, value: result.json() as Record<string, unknown> };
    };
    expect(await run()).toMatchObject({ status: 1, value: { committed: false, newFunds: [] } });
    const added = await run('--funds', 'add');
    expect(added).toMatchObject({
      status: 0,
      value: { committed: true, newFunds: [{ name: '援疆资金', under: '其他资金' }] },
    });
    const none = await run('--funds', 'none');
    expect(none).toMatchObject({ status: 1, value: { committed: true, newFunds: [] } });
    expect(JSON.stringify(none.value)).toContain('共 9 万元');
  });
});
