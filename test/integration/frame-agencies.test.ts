// Units with successors, classes with a last year and columns of funds, through the one door and the spreadsheet: told,
// repaired, counted together, taken back.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FrameChange } from '#shared/frame/changes.ts';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
let test: TestApp;
let path: string;

const ROWS = [
  '红塔区项目表',
  '单位：万元',
  '序号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,责任单位',
  '一、乡村特色产业帮扶',
  '1,魔芋基地,大营街街道,甸苴,建设基地,2022,30,30,区扶贫办',
  '2,茶园改造,大营街街道,甸苴,改造茶园,2025,40,40,红塔区乡村振兴局',
  '3,水果冷库,大营街街道,甸苴,建设冷库,2025,50,50,区农业农村局',
  '4,养牛场,大营街街道,甸苴,建设牛舍,2025,60,60,区乡村振兴局、区水利局',
  '5,水窖,大营街街道,甸苴,建设水窖,2023,10,10,红塔区水利局',
];

const UNITS: FrameChange[] = [
  { do: 'agency-add', id: 'a', name: '扶贫办', aliases: [], to: 2021, successor: 'b' },
  { do: 'agency-add', id: 'b', name: '乡村振兴局', aliases: [], from: 2021, to: 2024, successor: 'c' },
  { do: 'agency-add', id: 'c', name: '农业农村局', aliases: ['农业局'] },
];

beforeEach(async () => {
  path = makeWorkbook(mkdtempSync(join(folder, 'w-')));
  test = makeTestApp(mkdtempSync(join(folder, 'a-')));
  await test.call('workbook.open', { token: test.openToken(path) });
  const file = join(mkdtempSync(join(folder, 'f-')), '表.csv');
  writeFileSync(file, ROWS.join('\r\n'));
  const { previewId } = await test.call('import.inspect', { tokens: [test.openToken(file)] });
  await test.call('import.commit', { previewId });
});

const save = (...changes: FrameChange[]) => test.call('frame.save', { changes });
const frame = async () => (await test.call('frame.read', {})).frame;
const refuse = async (...changes: FrameChange[]) => (await test.refuse('frame.save', { changes })).message;
const told = async () => {
  const { findings } = await test.call('checks.run', {});
  return findings.filter(({ rule }) => rule === 'T19').map(({ message }) => message);
};
const unitRows = async () => {
  const { tables } = await test.call('tables.get', {});
  const table = tables.find(({ id }) => id === 'units-by-source');
  return {
    labels: (table?.rows ?? []).map(({ cells: [first] }) => (first && 'text' in first ? first.text : '')),
    notes: table?.notes ?? [],
  };
};
const units = async () => (await test.call('projects.list', {})).projects.map(({ unit }) => unit);

describe('units', () => {
  it('are found through place and other names, counted with their successors, told and repaired as one step', async () => {
    expect((await unitRows()).labels).toContain('区扶贫办');
    expect(await told()).toEqual([]);
    await save(...UNITS);
    const { uses } = await test.call('frame.read', {});
    expect(uses.agencies).toEqual({ a: 1, b: 2, c: 1 });
    expect(uses.unlisted).toEqual([{ name: '区水利局', projects: 2 }]);
    const { labels, notes } = await unitRows();
    expect(labels.filter((label) => /扶贫|振兴/.test(label))).toEqual([]);
    expect(labels).toEqual(expect.arrayContaining(['农业农村局', '农业农村局、区水利局']));
    expect(notes.join('')).toContain('“区扶贫办”、“红塔区乡村振兴局”、“区乡村振兴局”计入“农业农村局”');
    const messages = await told();
    expect(messages).toHaveLength(3);
    expect(messages[0]).toMatch(/责任单位“区扶贫办”只到 2021 年，项目从 2022 年开始。按单位表请改为“区乡村振兴局”/);
    const { fixes } = await test.call('checks.fixes', {});
    const own = fixes.filter(({ kind }) => kind === 'unit-successor');
    expect(own.map(({ after }) => after)).toEqual(['区乡村振兴局', '红塔区农业农村局', '区农业农村局、区水利局']);
    const before = await units();
    await test.call('checks.fix', { ids: own.map(({ id }) => id) });
    expect(await units()).toEqual([
      '区乡村振兴局',
      '红塔区农业农村局',
      '区农业农村局',
      '区农业农村局、区水利局',
      '红塔区水利局',
    ]);
    expect(await told()).toEqual([]);
    await test.call('history.undo', {});
    expect(await units()).toEqual(before);
    await test.call('history.undo', {});
    expect((await frame()).agencies).toEqual([]);
    expect(await test.call('workbook.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('what cannot be is refused by its name', async () => {
    await save(...UNITS);
    expect(await refuse({ do: 'agency-set', id: 'c', successor: 'a' })).toMatch(/划来划去绕成了一圈/);
    expect(await refuse({ do: 'agency-set', id: 'b', from: 2025 })).toMatch(
      /“乡村振兴局”从 2025 年到 2024 年，起止颠倒/,
    );
    expect(await refuse({ do: 'agency-set', id: 'c', aliases: ['扶贫办'] })).toMatch(
      /“扶贫办”既是单位“扶贫办”的名称或别名，又是“农业农村局”的/,
    );
    expect(await refuse({ do: 'agency-remove', id: 'c' })).toMatch(
      /“乡村振兴局”的职能划入“农业农村局”，但单位表中没有它/,
    );
    expect(await refuse({ do: 'agency-add', id: 'd', name: ' ', aliases: [] })).toMatch(/有一个单位没有名称/);
    expect(await refuse({ do: 'agency-set', id: 'c', to: 2020 })).toMatch(/先没有了/);
  });

  it('two entries for one unit become one; a new name keeps the old one', async () => {
    await save(...UNITS, { do: 'agency-add', id: 'd', name: '农业农村和水务局', aliases: [] });
    await save({ do: 'agency-merge', id: 'c', into: 'd' }, { do: 'agency-set', id: 'a', name: '扶贫开发办' });
    const { agencies } = await frame();
    expect(agencies.find(({ id }) => id === 'd')?.aliases).toEqual(['农业农村局', '农业局']);
    expect(agencies.find(({ id }) => id === 'b')?.successor).toBe('d');
    expect(agencies.find(({ id }) => id === 'a')).toMatchObject({ name: '扶贫开发办', aliases: ['扶贫办'] });
  });
});

it('a project that began before the plan is held against the plan’s first year', async () => {
  await save(...UNITS);
  const { projects } = await test.call('projects.list', {});
  const [id = ''] = projects.filter(({ unit }) => unit === '区扶贫办').map((one) => one.id);
  const edit = (column: string, text: string) => test.call('projects.edit', { edits: [{ id, column, text }] });
  await edit('period', '2019-2023');
  expect((await told()).join('')).not.toContain('区扶贫办');
  await save({ do: 'agency-set', id: 'a', to: 2020 });
  expect(await told()).toContainEqual(
    expect.stringMatching(/“区扶贫办”只到 2020 年，项目 2021 年还在做。按单位表请改为“区乡村振兴局”/),
  );
});

it('a class that is used to a year only tells of later projects, itself and what stands beneath', async () => {
  const { plan, reference } = await test.call('reference.get', {});
  const top = reference.categories.find(({ scheme, parent }) => scheme === plan.scheme && parent === null);
  await save({ do: 'class-set', id: top?.id ?? '', lastYear: 2024 });
  const messages = await told();
  expect(messages).toHaveLength(3);
  expect(messages[0]).toMatch(/类别“.*”只用到 2024 年，项目从 2025 年开始/);
  await save({ do: 'class-set', id: top?.id ?? '', lastYear: null });
  expect(await told()).toEqual([]);
});

describe('the spreadsheet', () => {
  const book = async (edit: (book: ExcelJS.Workbook) => void): Promise<string> => {
    const target = join(mkdtempSync(join(folder, 'x-')), '规划设置.xlsx');
    expect((await xianjie('frame', path, 'export', target)).status).toBe(0);
    const found = new ExcelJS.Workbook();
    await found.xlsx.readFile(target);
    edit(found);
    await found.xlsx.writeFile(target);
    return target;
  };
  const columnOf = (sheet: ExcelJS.Worksheet, label: string): [row: number, column: number] => {
    let found: [number, number] = [0, 0];
    sheet.eachRow((row, at) => {
      row.eachCell((cell, column) => {
        if (found[0] === 0 && cell.text === label) found = [at, column];
      });
    });
    return found;
  };
  const put = (of: ExcelJS.Workbook, name: string, lines: Record<string, string | number>[]): void => {
    const sheet = of.getWorksheet(name) as ExcelJS.Worksheet;
    lines.forEach((line) => {
      const at = sheet.rowCount + 1;
      for (const [label, value] of Object.entries(line))
        sheet.getRow(at).getCell(columnOf(sheet, label)[1]).value = value;
    });
  };

  it('carries units, last years of classes and the columns of funds there and back', async () => {
    test.app.close();
    const file = await book((one) => {
      put(one, '单位', [
        { 单位: '扶贫办', 终止年: 2021, 职能划入: '乡村振兴局' },
        { 单位: '乡村振兴局', 起始年: 2021, 终止年: '2024年', 职能划入: '农业农村局' },
        { 单位: '农业农村局', 别名: '农业局；农牧局' },
      ]);
      const classes = one.getWorksheet('类别') as ExcelJS.Worksheet;
      const [head, column] = columnOf(classes, '使用到');
      classes.getRow(head + 1).getCell(column).value = 2024;
      const sources = one.getWorksheet('资金来源') as ExcelJS.Worksheet;
      const [sourceHead, shown] = columnOf(sources, '显示');
      sources.getRow(sourceHead + 1).getCell(shown).value = '有数时';
    });
    const first = await xianjie('frame', path, 'import', file);
    expect(first.err).toContain('新增单位“扶贫办”、“乡村振兴局”、“农业农村局”');
    const { out } = await xianjie('frame', path);
    expect(out).toContain('单位\t乡村振兴局\t2021—2024 年\t职能划入农业农村局\t2 个项目');
    const same = await book(() => undefined);
    expect((await xianjie('frame', path, 'import', same)).err).toContain('没有改动');
    const { out: checked } = await xianjie('check', path, '--json');
    const rules = (JSON.parse(checked) as { findings: { rule: string }[] }).findings.filter(
      ({ rule }) => rule === 'T19',
    );
    expect(rules).toHaveLength(6);
    // A cell that is emptied is no longer said.
    const emptied = await book((one) => {
      const sheet = one.getWorksheet('单位') as ExcelJS.Worksheet;
      const [head, aliases] = columnOf(sheet, '别名');
      for (let at = head + 1; at <= sheet.rowCount; at += 1) sheet.getRow(at).getCell(aliases).value = null;
    });
    expect((await xianjie('frame', path, 'import', emptied)).err).toContain('修改单位“农业农村局”');
    expect((await xianjie('frame', path, '--json')).out).not.toContain('农牧局');
  });

  it('says beforehand what a change of the scheme does to projects, and by which names', async () => {
    test.app.close();
    const own = join(mkdtempSync(join(folder, 's-')), '本县类别.csv');
    writeFileSync(own, ['一级,二级,编号', '特色强村,,一', '和美宜居,,二'].join('\r\n'));
    expect((await xianjie('frame', path, 'import', own)).status).toBe(0);
    const file = await book((one) => {
      (one.getWorksheet('规划') as ExcelJS.Worksheet).eachRow((row) => {
        if (row.getCell(1).text === '类别体系') row.getCell(2).value = '本县类别';
      });
    });
    const words = '1 处改动，5 个项目随之改变，其中 5 个列为未分类';
    const tried = await xianjie('frame', path, 'import', file, '--dry-run');
    expect(tried.err).toContain('类别体系“县级规划类别（六大类）”改为“本县类别”');
    expect(tried.err).toContain(words);
    expect((await xianjie('frame', path, '--json')).out).toContain('"scheme":"county"');
    expect((await xianjie('frame', path, 'import', file)).err).toContain(words);
  });

  it('says which row of the sheet cannot be', async () => {
    test.app.close();
    const file = await book((one) =>
      put(one, '单位', [
        { 单位: '甲局', 终止年: '去年', 职能划入: '没有的局' },
        { 单位: '乙局', 职能划入: '丙局' },
        { 单位: '丙局', 职能划入: '乙局' },
      ]),
    );
    const { status, err } = await xianjie('frame', path, 'import', file);
    expect(status).not.toBe(0);
    expect(err).toMatch(/“单位”第 \d+ 行：“终止年”写的是“去年”，应是四位数的年份/);
    const later = await book((one) =>
      put(one, '单位', [
        { 单位: '甲局', 职能划入: '没有的局' },
        { 单位: '乙局', 职能划入: '丙局' },
        { 单位: '丙局', 职能划入: '乙局' },
      ]),
    );
    const told = (await xianjie('frame', path, 'import', later)).err;
    expect(told).toMatch(/“单位”第 \d+ 行：单位“甲局”的职能划入“没有的局”，但单位表中没有它/);
    expect(told).toMatch(/“单位”第 \d+ 行：单位“乙局”.*绕成了一圈/);
  });
});
