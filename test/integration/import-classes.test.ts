// Sheets with classes of their own: taken in as new classes, as the plan's whole scheme, or left; the annex and the tables
// follow, and one undo takes all of it back.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '#shared/import/preview.ts';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();

const HEAD = ['红塔区项目表', '单位：万元', '序号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金'];
const row = (at: number, name: string, total: number): string =>
  `${at},${name},大营街街道,甸苴,建设${name},2022,${total},${total}`;
const OWN = [
  ...HEAD,
  '一、特色农业强村,,,,,,60,60',
  '（一）魔芋产业,,,,,,30,30',
  row(1, '魔芋基地', 10),
  row(2, '魔芋加工厂', 20),
  '（二）茶叶产业,,,,,,30,30',
  row(3, '茶园改造', 30),
  '二、和美宜居建设,,,,,,55,55',
  row(4, '巷道提升', 40),
  row(5, '污水管网', 15),
];

function csv(lines: readonly string[]): string {
  const path = join(mkdtempSync(join(folder, 'f-')), '表.csv');
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

async function open(sample = false): Promise<TestApp & { path: string }> {
  const path = makeWorkbook(mkdtempSync(join(folder, 'w-')), { sample });
  const test = makeTestApp(mkdtempSync(join(folder, 'a-')));
  await test.call('workbook.open', { token: test.openToken(path) });
  return Object.assign(test, { path });
}

async function importWith(test: TestApp, lines: readonly string[], choices: ImportChoices) {
  const first = await test.call('import.inspect', { tokens: [test.openToken(csv(lines))] });
  const preview = await test.call('import.adjust', { previewId: first.previewId, choices: { ...choices } });
  return { first, preview, outcome: await test.call('import.commit', { previewId: preview.previewId }) };
}

const classes = async (test: TestApp): Promise<string[]> => {
  const { plan, reference } = await test.call('reference.get', {});
  return reference.categories
    .filter(({ scheme }) => scheme === plan.scheme)
    .map(({ ordinal, name }) => `${ordinal} ${name}`);
};
const tableRows = async (test: TestApp, id: string): Promise<string[]> => {
  const { tables } = await test.call('tables.get', {});
  const table = tables.find((one) => one.id === id);
  return (table?.rows ?? []).map(({ cells }) =>
    cells
      .map((cell) => ('text' in cell ? cell.text : 'value' in cell ? cell.value : 'fen' in cell ? cell.fen : ''))
      .join('|'),
  );
};

describe('an empty workbook', () => {
  it('is asked once, and takes the whole scheme of the sheet with its numbering', async () => {
    const test = await open();
    const before = [await classes(test), await test.call('projects.list', {})];
    const { first, preview, outcome } = await importWith(test, OWN, { answers: { classes: 'own' } });
    expect(first.questions.map(({ id }) => id)).toEqual(['classes']);
    expect(first.questions[0]).toMatchObject({ proposed: 'own', assumed: 'match' });
    expect(preview.questions).toEqual([]);
    expect(preview.newScheme).toBe('“表.csv”的类别');
    expect(preview.newClasses).toEqual([
      { path: '特色农业强村', ordinal: '一', projects: 0 },
      { path: '特色农业强村 › 魔芋产业', ordinal: '（一）', projects: 2 },
      { path: '特色农业强村 › 茶叶产业', ordinal: '（二）', projects: 1 },
      { path: '和美宜居建设', ordinal: '二', projects: 2 },
    ]);
    expect(outcome).toMatchObject({ added: 5, newClasses: 4 });
    expect(await classes(test)).toEqual(['一 特色农业强村', '（一） 魔芋产业', '（二） 茶叶产业', '二 和美宜居建设']);
    const { tables } = await test.call('tables.get', {});
    expect(tables.filter(({ id }) => id.startsWith('class:')).map(({ number, title }) => `${number} ${title}`)).toEqual(
      [expect.stringMatching(/^表4-1 .*特色农业强村/), expect.stringMatching(/^表4-2 .*和美宜居建设/)],
    );
    expect((await tableRows(test, 'classes')).join('\n')).toMatch(/特色农业强村[\s\S]*和美宜居建设/);
    expect((await test.call('checks.run', {})).findings.filter(({ rule }) => rule === 'T03' || rule === 'T12')).toEqual(
      [],
    );
    await test.call('history.undo', {});
    expect([await classes(test), await test.call('projects.list', {})]).toEqual(before);
    await test.call('history.redo', {});
    expect(await test.call('workbook.verify', {})).toMatchObject({ ok: true, problems: [] });
    // The same sheet again is known from end to end.
    const again = await test.call('import.inspect', { tokens: [test.openToken(csv(OWN))] });
    expect(again.questions).toEqual([]);
    expect(again.counts).toMatchObject({ unchanged: 5, added: 0, updated: 0 });
  });

  it('keeps its classes where the sheet uses them', async () => {
    const test = await open();
    const sheet = [
      ...HEAD,
      '一、乡村特色产业帮扶',
      '（一）种植业',
      row(1, '甲', 10),
      '二、稳定就业帮扶',
      row(2, '乙', 20),
    ];
    const preview = await test.call('import.inspect', { tokens: [test.openToken(csv(sheet))] });
    expect(preview.questions).toEqual([]);
    expect(preview.newClasses).toEqual([]);
  });
});

describe('a sheet whose own classes partly have names of the plan', () => {
  const sheets: [string, string[]][] = [
    [
      'numbered in another way',
      [
        '一、乡村特色产业帮扶',
        row(1, '甲', 10),
        '二、乡村基础设施建设',
        row(2, '乙', 20),
        '三、侗寨保护',
        row(3, '丙', 30),
      ],
    ],
    [
      'nested in another way',
      [
        '一、产业振兴',
        '（一）种植业',
        row(1, '甲', 10),
        '（二）村超产业',
        row(2, '乙', 20),
        '二、宜居乡村',
        '（一）村庄人居环境整治',
        row(3, '丙', 30),
      ],
    ],
    [
      'under classes of the plan in another order',
      [
        '一、乡村特色产业帮扶',
        '（一）养殖业',
        row(1, '甲', 10),
        '（二）种植业',
        row(2, '乙', 20),
        '（三）村超产业',
        row(3, '丙', 30),
      ],
    ],
  ];
  it.each(sheets)('%s: the whole scheme of the sheet is offered, and taken as it stands', async (_, rows) => {
    const test = await open();
    const { first, outcome } = await importWith(test, [...HEAD, ...rows], { answers: { classes: 'own' } });
    expect(first.questions.map(({ id, proposed }) => [id, proposed])).toEqual([['classes', 'own']]);
    expect(outcome).toMatchObject({ added: 3 });
    const headings = rows
      .filter((line) => !/^\d/.test(line))
      .map((line) => line.replace('、', ' ').replace('）', '） '));
    expect(await classes(test)).toEqual(headings);
  });

  it('with the numbering of the plan and one class more is a sheet of the plan', async () => {
    const test = await open();
    const sheet = [
      ...HEAD,
      '一、乡村特色产业帮扶',
      row(1, '甲', 10),
      '二、稳定就业帮扶',
      row(2, '乙', 20),
      '九、数智乡村',
      row(3, '丙', 30),
    ];
    const preview = await test.call('import.inspect', { tokens: [test.openToken(csv(sheet))] });
    expect(preview.questions.map(({ id }) => id.split('/').at(-1))).toEqual(['category:数智乡村']);
  });
});

it('a class that joins the plan gets the next number where the plan has given its own away', async () => {
  const test = await open(true);
  const sheet = [...HEAD, '二、数智乡村', row(1, '甲', 10)];
  const { preview } = await importWith(test, sheet, { classes: 'add' });
  expect(preview.newClasses).toEqual([{ path: '数智乡村', ordinal: '七', projects: 1 }]);
});

it('one heading alone is no scheme: it is asked about as ever', async () => {
  const test = await open();
  const sheet = [...HEAD, '一、数字乡村', row(1, '甲', 10), row(2, '乙', 20)];
  const preview = await test.call('import.inspect', { tokens: [test.openToken(csv(sheet))] });
  expect(preview.questions.map(({ id }) => id.split('/').at(-1))).toEqual(['category:数字乡村']);
});

describe('a list that is there', () => {
  it('gets one chosen heading as a class under the right parent; another is matched, a third left', async () => {
    const test = await open(true);
    const sheet = [
      ...HEAD,
      '一、乡村特色产业帮扶',
      '（一）魔芋产业',
      row(1, '魔芋基地', 10),
      '（二）低空经济',
      row(2, '植保无人机', 20),
      '二、数智乡村',
      row(3, '村级平台', 30),
    ];
    const first = await test.call('import.inspect', { tokens: [test.openToken(csv(sheet))] });
    const ids = first.questions.map(({ id }) => id);
    expect(ids.map((id) => id.split('category:')[1])).toEqual(['魔芋产业', '低空经济', '数智乡村']);
    const answers = { [ids[0] ?? '']: '+', [ids[1] ?? '']: 'county.industry.processing', [ids[2] ?? '']: '' };
    const preview = await test.call('import.adjust', { previewId: first.previewId, choices: { answers } });
    expect(preview.newClasses).toEqual([{ path: '乡村特色产业帮扶 › 魔芋产业', ordinal: '（七）', projects: 1 }]);
    await test.call('import.commit', { previewId: preview.previewId });
    const { projects } = await test.call('projects.list', {});
    const { reference } = await test.call('reference.get', {});
    const konjac = reference.categories.find(({ name }) => name === '魔芋产业');
    const classOf = (name: string) => projects.find((one) => one.name === name)?.categoryId;
    expect(konjac?.parent).toBe('county.industry');
    expect([classOf('魔芋基地'), classOf('植保无人机'), classOf('村级平台')]).toEqual([
      konjac?.id,
      'county.industry.processing',
      null,
    ]);
  });
});

it('one heading that the plan has by chance does not keep a sheet from bringing its own classes', async () => {
  const test = await open();
  const lines = OWN.map((line) => line.replace('二、和美宜居建设', '二、就业帮扶'));
  const two = [
    ...HEAD,
    '一、特色农业强村,,,,,,10,10',
    row(1, '魔芋基地', 10),
    ...OWN.slice(-3).map((line) => line.replace('和美宜居建设', '乡村基础设施建设')),
  ];
  for (const sheet of [lines, [...two, '三、苗乡文化工程,,,,,,5,5', row(6, '苗寨保护', 5)]]) {
    const first = await test.call('import.inspect', { tokens: [test.openToken(csv(sheet))] });
    expect(first.questions.map(({ id }) => id)).toEqual(['classes']);
  }
});

describe('the command line', () => {
  const run = async (...args: string[]) => {
    const path = makeWorkbook(mkdtempSync(join(folder, 'w-')));
    const result = await xianjie('import', path, ...args, '--json');
    return { path, result, value: result.json() as Record<string, unknown> & { problems: unknown[] } };
  };

  it('reports, takes in, or leaves', async () => {
    const sheet = csv(OWN);
    const ask = await run(sheet);
    expect(JSON.stringify(ask.value)).toContain('category-unknown');
    expect(ask.value.newClasses).toEqual([]);
    const add = await run(sheet, '--classes', 'add');
    expect(add.result.status).toBe(0);
    expect(JSON.stringify(add.value)).not.toContain('category-unknown');
    expect(add.value.newClasses).toHaveLength(4);
    const frame = (await xianjie('frame', add.path, '--json')).json() as { plan: { scheme: string } };
    expect(frame.plan.scheme).toBe('own-1');
    const none = await run(sheet, '--classes', 'none');
    expect(none.result.status).toBe(0);
    expect(JSON.stringify(none.value)).toContain('按要求列为“未分类”');
    expect((await run(sheet, '--classes', 'maybe').catch(() => ({ result: { status: 2 } }))).result.status).toBe(2);
  });

  it('learns from a class column, from paths in it, and from the type columns', async () => {
    const column = [
      '单位：万元',
      '序号,类别,项目名称,乡镇,建设内容,总投资',
      '1,特色农业/魔芋,魔芋基地,大营街街道,建设基地,10',
      '2,特色农业/茶叶,茶园改造,大营街街道,改造茶园,30',
      '3,和美乡村,巷道提升,大营街街道,铺路,40',
    ];
    const { value } = await run(csv(column), '--classes', 'add');
    expect(value.newClasses).toEqual([
      { path: '特色农业', ordinal: '一', projects: 0 },
      { path: '特色农业 › 魔芋', ordinal: '（一）', projects: 1 },
      { path: '特色农业 › 茶叶', ordinal: '（二）', projects: 1 },
      { path: '和美乡村', ordinal: '二', projects: 1 },
    ]);
    const types = column.map((line) => line.replace('类别', '项目类型'));
    const second = await run(csv(types), '--classes', 'add');
    expect((second.value.newClasses as { path: string }[]).map(({ path }) => path)).toEqual(
      (value.newClasses as { path: string }[]).map(({ path }) => path),
    );
  });

  it('a workbook of the national types reads them from their columns', async () => {
    const path = join(mkdtempSync(join(folder, 'n-')), 'a.xianjie');
    expect((await xianjie('new', path, '--region', '530402', '--scheme', 'national')).status).toBe(0);
    const sheet = csv([
      '单位：万元',
      '序号,项目类型,二级项目类型,项目子类型,项目名称,乡镇,建设内容,总投资',
      '1,产业发展,生产项目,种植业基地,魔芋基地,大营街街道,建设基地,10',
      '2,乡村建设行动,人居环境整治,农村污水治理,污水管网,大营街街道,铺管,40',
    ]);
    const { value, status } = await (async () => {
      const result = await xianjie('import', path, sheet, '--json');
      return { value: result.json() as object, status: result.status };
    })();
    expect(status).toBe(0);
    expect(JSON.stringify(value)).not.toContain('category-unknown');
    const { projects } = (await xianjie('list', path, '--json')).json() as {
      projects: { category?: unknown; categoryId?: string }[];
    };
    expect(JSON.stringify(projects)).toMatch(/种植业基地|national\.industry\.production/);
    expect((await xianjie('new', `${path}2.xianjie`, '--region', '530402', '--scheme', 'nowhere')).status).not.toBe(0);
  });
});

describe('a heading whose name stands in another column than the names', () => {
  const lines = [
    '大营街项目库',
    '单位：万元',
    '序号,项目类型,二级项目类型,项目名称,实施地点,建设任务,资金规模,财政衔接资金',
    '一,特色强村,,,,,150,150',
    '1,特色强村,种养,魔芋基地,大营街街道,建设基地100亩,100,100',
    '2,特色强村,加工,魔芋冷库,大营街街道,建设冷库一座,50,50',
    '二,和美宜居,,,,3个,80,80',
    '3,和美宜居,道路,通村路硬化,大营街街道,硬化3公里,80,80',
  ];
  it('is called by that name, not by its number', async () => {
    const test = await open(true);
    const { first, preview, outcome } = await importWith(test, lines, { classes: 'add' });
    expect(first.questions.map(({ message }) => message)).toEqual([
      expect.stringContaining('第 4 行的类别“特色强村”'),
      expect.stringContaining('第 7 行的类别“和美宜居”'),
    ]);
    expect(preview.newClasses).toEqual([
      { path: '特色强村', ordinal: '七', projects: 2 },
      { path: '和美宜居', ordinal: '八', projects: 1 },
    ]);
    expect(outcome).toMatchObject({ added: 3 });
    expect(JSON.stringify(await test.call('claims.list', {}))).toContain('一、特色强村');
  });
});
