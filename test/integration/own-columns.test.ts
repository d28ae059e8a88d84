// 自定义栏目: columns that an office adds to its sheet come in, are edited, undone, printed, exported, read again, handed to the
// city, rolled over and compared like the others; nothing of them is lost on the way.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { cellText } from '#shared/sheet/sheet-view.ts';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const SHEET = [
  '单位：万元',
  '序号,项目名称,乡镇,建设内容,建设年限,总投资,财政衔接资金,领导批示,挂钩领导,备注,备注',
  '1,茶园改造,大营街街道,改造茶园,2022,10,10,同意实施,王某,一,甲',
  '2,巷道提升,大营街街道,铺路,2022,20,20,,李某,,乙',
];

function csv(lines: readonly string[] = SHEET): string {
  const path = join(mkdtempSync(join(folder, 'f-')), '表.csv');
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

interface Listed {
  id: string;
  name: string;
  note: string | null;
  own?: Record<string, string>;
}

async function listOf(path: string): Promise<Listed[]> {
  const result = await xianjie('list', path, '--json');
  return (result.json() as { projects: Listed[] }).projects;
}

const ownOf = async (path: string) => (await listOf(path)).map(({ own }) => own);

const KEPT = [
  { 备注2: '甲', 挂钩领导: '王某', 领导批示: '同意实施' },
  { 备注2: '乙', 挂钩领导: '李某' },
];

async function kept(): Promise<string> {
  const path = makeWorkbook(mkdtempSync(join(folder, 'w-')));
  const result = await xianjie('import', path, csv(), '--own-columns', 'keep', '--json');
  expect(result.json()).toMatchObject({ committed: true, newColumns: ['领导批示', '挂钩领导', '备注2'] });
  return path;
}

async function open(path: string): Promise<TestApp> {
  const test = makeTestApp(mkdtempSync(join(folder, 'a-')));
  await test.call('workbook.open', { token: test.openToken(path) });
  return test;
}

describe('columns that the program does not know', () => {
  it('stay 来源 only unless they are to be kept, stop the import where they are to be asked about', async () => {
    const path = makeWorkbook(mkdtempSync(join(folder, 'w-')));
    const asked = await xianjie('import', path, csv(), '--own-columns', 'ask', '--json');
    expect([asked.status, (asked.json() as { committed: boolean }).committed]).toEqual([1, false]);
    expect(asked.err).toContain('H 列“领导批示”、I 列“挂钩领导”');
    const plain = await xianjie('import', path, csv(), '--json');
    expect(plain.json()).toMatchObject({ committed: true, newColumns: [] });
    expect(await ownOf(path)).toEqual([undefined, undefined]);
    // The same sheet again, now to be kept: the projects are there, the values are added to them.
    const again = await xianjie('import', path, csv(), '--own-columns', 'keep', '--json');
    expect(again.json()).toMatchObject({ committed: true, newColumns: ['领导批示', '挂钩领导', '备注2'] });
    expect(await ownOf(path)).toEqual(KEPT);
  });

  it('come in as one step with the projects, and a mapping file may name one of them', async () => {
    const path = await kept();
    expect(await ownOf(path)).toEqual(KEPT);
    await xianjie('undo', path);
    expect(await listOf(path)).toEqual([]);
    expect((await xianjie('frame', path)).out).not.toContain('自定义栏目');
    const mapping = join(mkdtempSync(join(folder, 'm-')), 'm.json');
    writeFileSync(mapping, JSON.stringify({ H: 'own:批示' }));
    await xianjie('import', path, csv(), '--mapping', mapping);
    expect(await ownOf(path)).toEqual([{ 批示: '同意实施' }, undefined]);
    expect((await xianjie('verify', path)).status).toBe(0);
    writeFileSync(mapping, JSON.stringify({ H: 'own:备注' }));
    const refused = await xianjie('import', path, csv(), '--mapping', mapping);
    expect([refused.status === 0, refused.err]).toEqual([false, expect.stringContaining('不能叫“备注”')]);
  });

  it('are known again in a sheet that was exported, whatever else is in the plan', async () => {
    const path = await kept();
    const out = join(mkdtempSync(join(folder, 'o-')), '附表.xlsx');
    expect((await xianjie('export', path, out)).status).toBe(0);
    const book = await readWorkbookFile(out);
    const texts = book.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText)));
    for (const word of ['领导批示', '挂钩领导', '备注2', '同意实施', '王某', '李某']) expect(texts).toContain(word);
    const again = await xianjie('import', path, out, '--json');
    expect((again.json() as { files: object[] }).files[0]).toMatchObject({ added: 0, updated: 0 });
    const other = makeWorkbook(mkdtempSync(join(folder, 'w-')));
    await xianjie('import', other, out, '--own-columns', 'keep');
    expect(await ownOf(other)).toEqual(KEPT);
  });

  it('are edited, renamed, moved and removed by hand, each step undone', async () => {
    const path = await kept();
    const test = await open(path);
    const [first] = (await test.call('projects.list', {})).projects;
    await test.call('projects.edit', { edits: [{ id: first?.id ?? '', column: 'own:领导批示', text: ' 缓办 ' }] });
    const own = async () => (await test.call('projects.list', {})).projects.map((one) => one.own?.领导批示);
    expect(await own()).toEqual(['缓办', undefined]);
    const { changeSets } = await test.call('history.list', { before: null, limit: 1 });
    expect(changeSets[0]?.label).toBe('修改“茶园改造”的领导批示');
    await test.call('frame.save', { changes: [{ do: 'column-set', id: '领导批示', name: '批示意见' }] });
    await test.call('frame.save', { changes: [{ do: 'column-move', id: '挂钩领导', before: '领导批示' }] });
    const names = async () => (await test.call('reference.get', {})).reference.ownColumns.map(({ name }) => name);
    expect(await names()).toEqual(['挂钩领导', '批示意见', '备注2']);
    await test.call('frame.save', { changes: [{ do: 'column-remove', id: '领导批示' }] });
    expect([await names(), await own()]).toEqual([
      ['挂钩领导', '备注2'],
      [undefined, undefined],
    ]);
    await test.call('history.undo', {});
    expect([await names(), await own()]).toEqual([
      ['挂钩领导', '批示意见', '备注2'],
      ['缓办', undefined],
    ]);
    for (const name of ['备 注', '项目名称', '2023年', '衔接资金', '挂钩领导', ' '])
      await expect(test.call('frame.save', { changes: [{ do: 'column-add', id: 'x', name }] }), name).rejects.toThrow(
        'invalid-input',
      );
    test.app.close();
    // A sheet that still writes the old name goes into the renamed column.
    await xianjie('import', path, csv(SHEET.map((line) => line.replace('同意实施', '同意'))));
    expect((await ownOf(path))[0]).toMatchObject({ 批示意见: '同意' });
  });

  it('travel with the frame as a spreadsheet and into the next plan', async () => {
    const path = await kept();
    const sheet = join(mkdtempSync(join(folder, 'g-')), '设置.xlsx');
    await xianjie('frame', path, 'export', sheet);
    const other = makeWorkbook(mkdtempSync(join(folder, 'w-')));
    const taken = await xianjie('frame', other, 'import', sheet);
    expect([taken.status, (await xianjie('frame', other)).out]).toEqual([
      0,
      expect.stringContaining('自定义栏目\t领导批示'),
    ]);
    // Known columns need no option.
    await xianjie('import', other, csv());
    expect(await ownOf(other)).toEqual(KEPT.map(({ 备注2: _, ...named }) => named));
    const next = join(mkdtempSync(join(folder, 'r-')), '下一期.xianjie');
    expect((await xianjie('roll', other, next, '--period', '2026-2030', '--take', '储备,在建,竣工')).status).toBe(0);
    const rolled = await xianjie('frame', next);
    expect(rolled.out).toContain('自定义栏目\t挂钩领导');
  });

  it('come along in a package, into a column of the same name where there is one', async () => {
    const town = await kept();
    const sender = await open(town);
    const { projects } = await sender.call('projects.list', {});
    const edits = projects.map(({ id }) => ({ id, column: 'categoryId', text: '种植业' }));
    await sender.call('projects.edit', { edits });
    sender.app.close();
    const packed = join(mkdtempSync(join(folder, 'p-')), '乡.xjpkg');
    const made = await xianjie('package', town, packed, '--office', '大营街街道');
    expect([made.status, made.err]).toEqual([0, expect.anything()]);
    const county = makeWorkbook(mkdtempSync(join(folder, 'w-')));
    const test = await open(county);
    await test.call('frame.save', { changes: [{ do: 'column-add', id: 'leader', name: '挂钩领导' }] });
    test.app.close();
    const received = await xianjie('receive', county, packed);
    expect([received.status, received.err]).toEqual([
      0,
      expect.stringContaining('“领导批示”、“备注2”是对方的自定义栏目'),
    ]);
    expect(await ownOf(county)).toEqual(KEPT);
    expect((await xianjie('frame', county)).out.match(/自定义栏目\t挂钩领导/g)).toHaveLength(1);
    expect((await xianjie('verify', county)).status).toBe(0);
  });

  it('come along with the workbook of a county', async () => {
    const path = await kept();
    const city = makeWorkbook(mkdtempSync(join(folder, 'w-')), { regionCode: '530400' });
    const result = await xianjie('import', city, path);
    expect(result.status).toBeLessThan(2);
    expect(await ownOf(city)).toEqual(KEPT);
    expect((await xianjie('frame', city)).out).toContain('自定义栏目\t领导批示');
  });
});
