// 任务、村情、名单、联农带农、依据文件: sheets of varying layouts come in with their faults told, the same again as nothing, go out
// in official columns and are known again in another workbook.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const fresh = (): string => mkdtempSync(join(folder, 'l-'));

interface Imported {
  added: number;
  updated: number;
  known: number;
  committed: boolean;
  problems: { message: string; level: string }[];
}
type Row = Record<string, unknown> & { id: string };

async function run<T>(...args: string[]): Promise<T> {
  return (await xianjie(...args, '--json')).json() as T;
}
const take = (command: string, book: string, path: string, ...more: string[]) =>
  run<Imported>(command, book, 'import', path, ...more);
const rowsOf = async (command: string, book: string): Promise<Row[]> =>
  (await run<{ rows: Row[] }>(command, book)).rows;
const bare = (rows: readonly Row[]): object[] => rows.map(({ id: _, ...row }) => row);
const words = ({ problems }: Imported): string => problems.map(({ message }) => message).join('\n');

function sheet(name: string, lines: readonly string[]): string {
  const path = join(fresh(), `${name}.csv`);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}
const empty = (more: object = {}): string => makeWorkbook(fresh(), { sample: false, ...more });

/** What is read is read the same from the form that is written, in a new workbook. */
async function comesBack(command: string, book: string, into = empty()): Promise<void> {
  const out = join(fresh(), '表.xlsx');
  await run(command, book, 'export', out);
  expect(await take(command, book, out)).toMatchObject({ added: 0, updated: 0 });
  const rows = await rowsOf(command, book);
  expect(await take(command, into, out)).toMatchObject({ added: rows.length, updated: 0, known: 0 });
  expect(await take(command, into, out)).toMatchObject({ added: 0, updated: 0, known: rows.length });
}

describe('tasks', () => {
  const PLAIN = sheet('任务', [
    '红塔区“十四五”规划任务分解及责任表',
    '序号,工作任务,目标要求,牵头单位,配合单位,完成时限,备注',
    '1,巩固森林资源,森林覆盖率 ≥65%,区林草局,区财政局、各乡镇,2025年底,',
    '2,农产品加工园区,每县至少 1 个,区农业农村局,区发展改革局,2024年12月,',
    '3,动态监测,应纳尽纳,区乡村振兴局,,长期坚持,',
  ]);

  it('come in, the same again as nothing, with what changed told and taken back', async () => {
    const book = empty();
    expect(await take('tasks', book, PLAIN, '--dry-run')).toMatchObject({ added: 3, committed: false });
    expect(await rowsOf('tasks', book)).toEqual([]);
    expect(await take('tasks', book, PLAIN)).toMatchObject({ added: 3 });
    expect(await take('tasks', book, PLAIN)).toMatchObject({ added: 0, updated: 0, known: 3 });
    expect(bare(await rowsOf('tasks', book))[0]).toMatchObject({
      ...{
        text: '巩固森林资源',
        measure: '森林覆盖率',
        goal: '≥65',
        unit: '%',
        lead: '区林草局',
        partners: '区财政局、各乡镇',
      },
    });
    const moved = sheet('任务', [
      '序号,任务,目标,牵头单位,进展,状态',
      '1,巩固森林资源,森林覆盖率≥65%,区自然资源局,已造林,推进中',
      '2,动态监测,应纳尽纳,,已全覆盖,办结',
    ]);
    const again = await take('tasks', book, moved);
    // ≥65% without a blank before it is the same goal.
    expect(again).toMatchObject({ added: 0, updated: 2 });
    expect(words(again)).toContain('“牵头单位”由“区林草局”改为“区自然资源局”');
    expect((await rowsOf('tasks', book)).find(({ text }) => text === '动态监测')).toMatchObject({
      lead: '区乡村振兴局',
      state: '已完成',
      progress: '已全覆盖',
    });
    expect((await xianjie('undo', book)).status).toBe(0);
    expect(await rowsOf('tasks', book)).toHaveLength(3);
    expect((await xianjie('verify', book)).status).toBe(0);
  });

  it('of other layouts: numbers in columns of their own, years, one cell for all units, two levels', async () => {
    const book = empty();
    const path = sheet('分解', [
      '十四五任务指标分解表',
      '序号,重点任务,具体措施,指标名称,计量单位,2021年目标,2023年目标,2025年,目标值,责任单位,责任人,完成时间',
      '1,产业振兴,加工产值,农产品加工产值,亿元,800,1000,1300,≥1300,区农业农村局牵头，区工信局、区商务局配合,某某,2025年12月31日',
      '2,产业振兴,加工园区,园区个数,个,,,1,≥1,牵头单位：区农业农村局；配合单位：区发展改革局,,2025年',
      '3,生态振兴,污水治理,治理率,%,,40.52,45,≥45,市生态环境局红塔分局、区住建局,,2025年底前',
    ]);
    const read = await take('tasks', book, path);
    expect(read).toMatchObject({ added: 3 });
    expect(words(read)).toContain('责任人');
    expect(words(read)).toContain('没有写明牵头');
    expect(bare(await rowsOf('tasks', book))).toMatchObject([
      {
        ...{ source: '产业振兴', text: '加工产值', measure: '农产品加工产值', goal: '≥1300', unit: '亿元' },
        ...{
          targets: { 2021: '800', 2023: '1000', 2025: '1300' },
          lead: '区农业农村局',
          partners: '区工信局、区商务局',
        },
      },
      { lead: '区农业农村局', partners: '区发展改革局', goal: '≥1' },
      { lead: '市生态环境局红塔分局', partners: '区住建局' },
    ]);
    await comesBack('tasks', book);
  });

  it('of the city: the twenty rows of 表1 and eighteen numbers beside it come in as one sheet with departments', async () => {
    const book = makeWorkbook(fresh(), { regionCode: '530400', sample: false });
    const { tasks } = await run<{ tasks: { text: string; goal: string; unit: string }[] }>('tasks', book, 'propose');
    expect(tasks).toHaveLength(20);
    const beside = [
      ['森林覆盖率', '≥65%', '市林草局'],
      ['森林蓄积量', '6300万立方米', '市林草局'],
      ['农产品加工产值', '1300亿元', '市农业农村局'],
      ['每县农产品加工园区', '≥1个', '市农业农村局'],
      ['三档村庄规划', '100个', '市自然资源和规划局'],
      ['二档村庄规划', '200个', '市自然资源和规划局'],
      ['乡镇卫生院标准化', '100/50/100%', '市卫生健康委'],
      ['学前三年毛入园率', '≥92%', '市教育体育局'],
      ['村干部培训率', '100%', '市委组织部'],
      ['综治中心规范化率', '100%', '市委政法委'],
      ['党支部规范化达标率', '85/100%', '市委组织部'],
      ['示范乡镇', '10个', '市农业农村局'],
      ['精品示范村', '100个', '市农业农村局'],
      ['美丽村庄', '1000个', '市农业农村局'],
      ['培训率', '100%', '市人力资源社会保障局'],
      ['新增劳动力转移', '20000人次', '市人力资源社会保障局'],
      ['培训后转移就业率', '≥50%', '市人力资源社会保障局'],
      ['双绑机制覆盖率', '100%', '市农业农村局'],
    ];
    const own = tasks.map(({ text, goal, unit }) => [text, `${goal}${unit}`, '市乡村振兴局']);
    const path = sheet('分解', [
      '序号,任务,目标,牵头单位',
      ...[...own, ...beside].map((cells, at) => [at + 1, ...cells].join(',')),
    ]);
    expect(await take('tasks', book, path)).toMatchObject({ added: 38 });
    expect((await rowsOf('tasks', book)).every(({ lead }) => lead !== '')).toBe(true);
    expect((await run<{ count: number }>('tasks', book, 'propose')).count).toBe(0);
    await comesBack('tasks', book);
  });

  it('of a unit are found under the names that it had, and are sums of one', async () => {
    const book = empty({ firstYear: 2026, lastYear: 2030 });
    const path = sheet('任务', [
      '任务,目标,牵头单位',
      '甲,1,区扶贫办',
      '乙,2,区乡村振兴局',
      '丙,3,区农业农村局',
      '丁,4,区水利局',
    ]);
    await take('tasks', book, path);
    const { tables } = await run<{ tables: { rows: unknown[][] }[] }>('tasks', book, 'units');
    expect(tables[0]?.rows[0]?.slice(1)).toEqual(['农业农村局', 3, 0, 0, 0]);
    const of = await run<{ tables: { title: string; rows: unknown[][] }[] }>('tasks', book, '--unit', '区农业农村局');
    expect(of.tables[0]?.rows).toHaveLength(3);
    expect(of.tables[0]?.title).toBe('区农业农村局任务交办单');
  });
});

describe('villages', () => {
  const HEAD =
    '序号,乡镇（街道）,村（社区）,年度,总户数,总人口,脱贫户,脱贫人口,监测户,监测人口,其中已消除风险户,集体经营性收入（万元）,村庄分类,是否重点村,备注';
  const PLAIN = [
    '红塔区2023年村情基础表',
    HEAD,
    '1,研和街道,甸苴,2023,812,2900,40,150,3,9,2,12.5,集聚提升类,是,',
    '2,,玉苗,2023,404,1482,,,,,,8,特色保护,否,',
    '合计,,,,1216,4382,40,150,3,9,2,20.5,,,',
  ];

  it('come in with numbers only; a blank is no zero, and the same again is nothing', async () => {
    const book = empty();
    const path = sheet('村情', PLAIN);
    const read = await take('villages', book, path);
    expect(read).toMatchObject({ added: 2 });
    expect(words(read)).toContain('按上一行读入');
    expect(await take('villages', book, path)).toMatchObject({ added: 0, updated: 0, known: 2 });
    expect(bare(await rowsOf('villages', book))).toMatchObject([
      {
        town: '研和街道',
        village: '甸苴',
        year: 2023,
        households: 812,
        incomeWan: '12.5',
        villageKind: '集聚提升',
        isKey: true,
      },
      { town: '研和街道', village: '玉苗', poorHouseholds: null, incomeWan: '8', isKey: false },
    ]);
    await comesBack('villages', book);
  });

  it('with a column of persons is refused whole', async () => {
    const book = empty();
    for (const column of ['身份证号', '户主姓名', '联系电话']) {
      const path = sheet('村情', [`乡镇,村,年度,总户数,${column}`, '研和街道,甸苴,2023,812,x']);
      const { status, err } = await xianjie('villages', book, 'import', path);
      expect(status).toBe(1);
      expect(err).toContain('本程序不存个人信息');
    }
    expect(await rowsOf('villages', book)).toEqual([]);
  });

  it('of another layout: groups of heads, the year in the title, income of each year in a column', async () => {
    const book = empty();
    const path = sheet('收入', [
      '各村集体经济收入情况表',
      '单位：元',
      '乡镇,村名称,2022年集体经济收入,2023年集体经济收入',
      '研和街道,甸苴,80000,125000',
      '研和街道,玉苗,,60000',
    ]);
    expect(await take('villages', book, path)).toMatchObject({ added: 3 });
    expect(bare(await rowsOf('villages', book))).toMatchObject([
      { village: '甸苴', year: 2022, incomeWan: '8' },
      { village: '甸苴', year: 2023, incomeWan: '12.5' },
      { village: '玉苗', year: 2023, incomeWan: '6' },
    ]);
    const none = sheet('村情', ['乡镇,村,总户数', '研和街道,甸苴,812']);
    expect(words(await take('villages', book, none))).toContain('没有写是哪一年');
    expect(await take('villages', book, none, '--year', '2023')).toMatchObject({ updated: 1 });
  });

  it('count the villages that reach what 表1 asks of each: 89 of 104 are 85.58 %', async () => {
    const book = makeWorkbook(fresh(), { regionCode: '530400', sample: false });
    const rows = Array.from(
      { length: 104 },
      (_, at) => `某镇,第${at + 1}村,2025,${100 + at},${at < 89 ? '10' : '9.99'}`,
    );
    await take('villages', book, sheet('村情', ['乡镇,村,年度,总户数,集体经营性收入（万元）', ...rows]));
    const told = await run<{ text: string; tables: { rows: unknown[][]; notes: string[] }[] }>(
      'villages',
      book,
      'summary',
      '--take',
    );
    expect(told.text).toBe('89/104');
    expect(told.tables[0]?.notes[0]).toContain('85.58%');
    expect(told.tables[0]?.notes[0]).toContain('没有达到的 15 个：');
    const { rows: judged } = await run<{ rows: { number: number; status: string }[] }>(
      'indicators',
      book,
      'judge',
      '--year',
      '2025',
    );
    expect(judged.find(({ number }) => number === 6)?.status).toBe('未完成');
  });
});

describe('places, linkage and documents', () => {
  it('a list is known by its title; its sums are held against the class of its name', async () => {
    const book = makeWorkbook(fresh(), { sample: true });
    const path = sheet('名单', [
      '红塔区集体经济先行示范村名单',
      '序号,乡镇,村,级别,创建年度,状态',
      '1,研和街道,玉苗,县级,2021,创建中',
      '2,,甸苴,区级,2022,已命名',
      '3,研和街道,无此村,市级,2022,看不懂',
    ]);
    const read = await take('places', book, path);
    expect(read).toMatchObject({ added: 3 });
    expect(words(read)).toContain('“状态”看不懂');
    expect(bare(await rowsOf('places', book))[1]).toMatchObject({
      list: '集体经济先行示范村',
      town: '研和街道',
      level: '县级',
      state: '已认定',
    });
    const { tables } = await run<{ tables: { rows: unknown[][]; notes: string[] }[] }>('places', book, 'summary');
    expect(tables[0]?.notes[0]).toContain('类别“集体经济先行示范村建设”9 个项目 3,136.1');
    await comesBack('places', book, makeWorkbook(fresh(), { sample: true }));
  });

  it('linkage comes to its projects, and rows of none are told', async () => {
    const book = makeWorkbook(fresh(), { sample: true });
    const first = { name: '双龙村一组特色种植园建设', town: '洛河彝族乡', village: '双龙' };
    const path = sheet('联农', [
      '联农带农情况统计表',
      '序号,项目名称,乡镇,村,经营主体,带动方式,协议期限,带动农户,其中脱贫户、监测户,户均增收(元),村集体收益(万元),兑现情况',
      `1,${first.name},${first.town},${first.village},某合作社,土地流转、就业务工,2022年至2025年,120,30,3500.5,5,已兑现`,
      '2,没有这个项目,,,某公司,分红,,5,,,,',
    ]);
    const read = await take('linkage', book, path);
    expect(read).toMatchObject({ added: 1 });
    expect(words(read)).toContain('没有这个项目');
    expect((await rowsOf2('linkage', book))[0]?.slice(1)).toEqual([
      first.name,
      '某合作社',
      '土地流转、就业务工',
      '2022年至2025年',
      120,
      30,
      '3500.5',
      '5',
      '已兑现',
    ]);
    const out = join(fresh(), '表.xlsx');
    await run('linkage', book, 'export', out);
    expect(await take('linkage', book, out)).toMatchObject({ added: 0, updated: 0, known: 1 });
  });

  it('documents: a number in brackets behind the name, and the same number twice', async () => {
    const book = empty();
    const path = sheet('依据', [
      '序号,文件名称,文号,发文日期',
      '1,关于衔接资金的通知（财农〔2021〕19号）,,2021年3月26日',
      '2,某规划,云政发[2021]4号,2021-02',
      '3,重复的,财农[2021]19号,',
    ]);
    const read = await take('basis', book, path);
    expect(read).toMatchObject({ added: 2 });
    expect(words(read)).toContain('第 2 行');
    expect(bare(await rowsOf('basis', book))[0]).toMatchObject({
      number: '财农〔2021〕19号',
      title: '关于衔接资金的通知',
      date: '2021-03-26',
    });
    await comesBack('basis', book);
  });
});

async function rowsOf2(command: string, book: string): Promise<unknown[][]> {
  return (await run<{ tables: { rows: unknown[][] }[] }>(command, book)).tables[0]?.rows ?? [];
}

describe('checks', () => {
  interface Found {
    rule: string;
    message: string;
    difference: string;
  }
  const found = async (book: string, ...rules: string[]): Promise<Found[]> =>
    (await run<{ findings: Found[] }>('check', book)).findings.filter(({ rule }) => rules.includes(rule));

  it('a list of the villages of a class agrees with it to the last 分, and one village less is told', async () => {
    const book = makeWorkbook(fresh(), { sample: true });
    const { projects } = await run<{ projects: { category: string[]; region: string[] }[] }>('list', book);
    const places = projects
      .filter(({ category }) => category.at(-1) === '集体经济先行示范村建设')
      .map(({ region }) => `集体经济先行示范村,${region.join(',')}`);
    expect(places).toHaveLength(9);
    await take('places', book, sheet('名单', ['名单,乡镇,村', ...new Set(places)]));
    expect(await found(book, 'K05')).toEqual([]);
    const other = makeWorkbook(fresh(), { sample: true });
    await take(
      'places',
      other,
      sheet('名单', ['名单,乡镇,村', ...[...new Set(places)].slice(1), '集体经济先行示范村,研和街道,无此村']),
    );
    const [one] = await found(other, 'K05');
    expect(one?.message).toContain('9 个项目 3,136.10 万元');
    expect(one?.message).toContain('无此村');
  });

  it('a project that reaches more households than its village has', async () => {
    const book = empty();
    const list = sheet('项目', [
      '项目名称,乡镇,村,建设内容,总投资（万元）,受益户数',
      '甸苴村道路,研和街道,甸苴,硬化道路3公里,50,900',
      '玉苗村道路,研和街道,玉苗,硬化道路3公里,50,900',
    ]);
    await run('import', book, list, '--mode', 'add');
    await take('villages', book, sheet('村情', ['乡镇,村,年度,总户数', '研和街道,甸苴,2023,812']));
    const told = await found(book, 'P10');
    expect(told.map(({ message, difference }) => [message.includes('812'), difference])).toEqual([[true, '88']]);
  });

  it('tasks over their time, with another target than 表1, under a name that is no more', async () => {
    const book = makeWorkbook(fresh(), { regionCode: '530400', sample: false });
    const path = sheet('任务', [
      '任务,目标,牵头单位,完成时限,状态',
      '农村自来水普及率,≥68%,市水利局,2024年底,推进中',
      '农村卫生厕所普及率,90%,,2020年,已完成',
    ]);
    await take('tasks', book, path);
    const told = await found(book, 'K01', 'K02', 'K03');
    expect(told.map(({ rule }) => rule).sort()).toEqual(['K01', 'K02', 'K03']);
    expect(told.find(({ rule }) => rule === 'K03')?.message).toContain('≥70');
    expect((await run<{ count: number }>('tasks', book, 'propose')).count).toBe(18);
    await run('tasks', book, 'propose', '--take');
    expect(await found(book, 'K03')).toHaveLength(1);
    await comesBack('tasks', book);
  });
});
