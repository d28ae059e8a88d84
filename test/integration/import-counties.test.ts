// Sheets of a city with a column of counties under any heading: known, or chosen by hand for every row.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockingQuestions } from '#shared/import/blocking-questions.ts';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();

async function inspect(test: TestApp, heading: string, names: readonly string[]) {
  const path = join(mkdtempSync(join(folder, 'f-')), '表.csv');
  const lines = ['单位：万元', `序号,${heading},项目名称,建设内容,建设年限,总投资,财政衔接资金`];
  lines.push(...names.map((name, at) => `${at + 1},${name},项目${at},修渠,2022,10,10`));
  writeFileSync(path, lines.join('\r\n'));
  return await test.call('import.inspect', { tokens: [test.openToken(path)] });
}

async function open(regionCode: string): Promise<TestApp> {
  const test = makeTestApp(mkdtempSync(join(folder, 'a-')));
  const path = join(mkdtempSync(join(folder, 'w-')), '市.xianjie');
  await xianjie('new', path, '--region', regionCode, '--period', '2021-2025');
  await test.call('workbook.open', { token: test.openToken(path) });
  return test;
}

describe('a column of counties', () => {
  it('is known by its heading or by what it holds', async () => {
    const test = await open('130700');
    for (const heading of [
      '县市',
      '旗县区',
      '县名',
      '所属县市',
      '实施县',
      '县别',
      '项目县',
      '区县市',
      '县级',
      '报送地',
    ]) {
      const preview = await inspect(test, heading, ['崇礼区', '张北县', '康保', '察北管理区', '塞北']);
      expect([heading, preview.tables[0]?.columns[1]?.field]).toEqual([heading, 'region']);
      expect(preview.questions.filter(({ id }) => id.endsWith('/county'))).toEqual([]);
    }
  });

  it('can be chosen for every row where nothing tells it', async () => {
    const test = await open('130700');
    const first = await inspect(test, '报送情况', ['崇礼区已报', '张北县已报', '康保已报']);
    const question = first.questions.find(({ id }) => id.endsWith('/county'));
    expect(question?.options[0]).toEqual({ value: 'column:B', label: '逐行按 B 列“报送情况”' });
    const one = { answers: { [question?.id ?? '']: '130722' } };
    const all = await test.call('import.adjust', { previewId: first.previewId, choices: one });
    expect(blockingQuestions(all)).toEqual([]);
    const choices = { answers: { [question?.id ?? '']: 'column:B' } };
    const preview = await test.call('import.adjust', { previewId: first.previewId, choices });
    expect(preview.questions.filter(({ id }) => id.endsWith('/county'))).toEqual([]);
    await test.call('import.commit', { previewId: preview.previewId });
    const { projects } = await test.call('projects.list', {});
    expect(projects.map(({ regionCode }) => regionCode)).toEqual(['130709', '130722', '130723']);
  });
});
