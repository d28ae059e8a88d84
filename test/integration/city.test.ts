// Nine counties report to a city: each lands in its own column of 表2, by whatever names it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityTables } from '#test/support/city-tables.ts';
import { makeBatch, makeLine, makePayment } from '#test/support/execution-facts.ts';
import { makeBook } from '#test/support/make-sheets.ts';
import {
  CLASSES,
  cityTruth,
  countyFile,
  countyProjects,
  countySheet,
  NINE_COUNTIES,
} from '#test/support/nine-counties.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { openSession } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
let made = 0;

async function city(): Promise<string> {
  made += 1;
  const file = path.join(folder, `市${made}.xianjie`);
  expect((await xianjie('new', file, '--region', '530400', '--period', '2021-2025')).status).toBe(0);
  return file;
}

function write(name: string, bytes: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

describe('nine counties of nine layouts', () => {
  it('are each recognised, and 表2 and 表3 are filled', async () => {
    const book = await city();
    const lists = NINE_COUNTIES.map((county) => ({ county, projects: countyProjects(county, 1) }));
    const files = lists.map(({ county, projects }) => {
      const { name, bytes } = countyFile(county, projects, '2025-10-20');
      return write(name, bytes);
    });
    const run = await xianjie('import', book, ...files);
    expect(run.err).toContain('导入完成');
    expect(run.status).toBe(0);
    expect(await cityTables(book)).toEqual(cityTruth(lists));
  });

  it('are replaced one by one: the smaller list of a county withdraws its projects and no other’s', async () => {
    const book = await city();
    const lists = NINE_COUNTIES.map((county) => ({ county, projects: countyProjects(county, 1) }));
    const sent = lists.map(({ county, projects }) => write(...parts(countyFile(county, projects, '2025-10-20'))));
    await xianjie('import', book, ...sent);
    const county = NINE_COUNTIES[3];
    if (!county) throw new Error('no county');
    const later = countyProjects(county, 2);
    const again = write(...parts(countyFile(county, later, '2025-11-20')));
    const run = await xianjie('import', book, again, '--json');
    const report = run.json() as { withdrawn: number; counties: { code: string; withdrawn: { totalWan: string } }[] };
    expect(run.status).toBe(0);
    const before = lists[3]?.projects ?? [];
    const gone = before.filter(({ name }) => !later.some((one) => one.name === name));
    expect(report.withdrawn).toBe(gone.length);
    expect(report.counties).toMatchObject([{ code: county.code, state: 'newer', taken: 'replace' }]);
    expect(run.err).toContain(`撤回：“${gone[0]?.name}”`);
    const now = lists.map((one) => (one.county === county ? { county, projects: later } : one));
    expect(await cityTables(book)).toEqual(cityTruth(now));
    await xianjie('undo', book);
    expect(await cityTables(book)).toEqual(cityTruth(lists));
  });

  it('the same file again changes nothing, an older one is not taken in', async () => {
    const book = await city();
    const [county] = NINE_COUNTIES;
    if (!county) throw new Error('no county');
    const old = write(...parts(countyFile(county, countyProjects(county, 1), '2025-10-20'), '旧'));
    const fresh = write(...parts(countyFile(county, countyProjects(county, 2), '2025-11-20'), '新'));
    await xianjie('import', book, fresh);
    const log = (await xianjie('log', book)).out;
    const same = await xianjie('import', book, fresh);
    expect(same.status).toBe(0);
    expect(same.err).toContain('与已收到的相同');
    expect((await xianjie('log', book)).out).toBe(log);
    const stale = await xianjie('import', book, old);
    expect(stale.status).toBe(1);
    expect(stale.err).toContain('2025-10-20');
    expect(await cityTables(book)).toEqual(cityTruth([{ county, projects: countyProjects(county, 2) }]));
    expect((await xianjie('import', book, old, '--mode', 'replace')).status).toBe(0);
    expect(await cityTables(book)).toEqual(cityTruth([{ county, projects: countyProjects(county, 1) }]));
  });

  it('two versions at once: the later one is taken in', async () => {
    const book = await city();
    const county = NINE_COUNTIES[1];
    if (!county) throw new Error('no county');
    const old = write(...parts(countyFile(county, countyProjects(county, 1), '2025-10-20'), '旧'));
    const fresh = write(...parts(countyFile(county, countyProjects(county, 2), '2025-11-20'), '新'));
    const run = await xianjie('import', book, fresh, old);
    expect(run.err).toContain('没有收');
    expect(await cityTables(book)).toEqual(cityTruth([{ county, projects: countyProjects(county, 2) }]));
  });
});

interface CityReport {
  tables: { columns: string[]; rows: (string | number | null)[][]; notes: string[] }[];
}

async function cityReport(book: string, ...args: string[]): Promise<CityReport> {
  return (await xianjie('city', book, ...args, '--json')).json() as CityReport;
}

describe('one file of several counties', () => {
  const lists = (version: 1 | 2) =>
    NINE_COUNTIES.slice(0, 4).map((county) => ({ county, projects: countyProjects(county, version, 10) }));

  it('has a sheet for each, and each replaces its own', async () => {
    const book = await city();
    for (const version of [1, 2] as const) {
      const sheets = lists(version).map(({ county, projects }) => ({
        ...countySheet(county, projects, `2025-1${version}-20`),
        name: county.name,
      }));
      const run = await xianjie('import', book, write(`全市${version}.xlsx`, makeBook({ sheets })));
      expect(run.status).toBe(0);
      expect(await cityTables(book)).toEqual(cityTruth(lists(version)));
    }
  });

  it('has one list with a column of counties; one that is not in it is left alone', async () => {
    const book = await city();
    const [alone] = NINE_COUNTIES.slice(8);
    if (!alone) throw new Error('no county');
    const own = { county: alone, projects: countyProjects(alone, 1) };
    await xianjie('import', book, write(...parts(countyFile(alone, own.projects, '2025-10-20'), '单')));
    for (const version of [1, 2] as const) {
      const lines = lists(version).flatMap(({ county, projects }) =>
        projects.map(({ name, town, totalFen, fiscalFen, kind }) =>
          [county.name, name, CLASSES[kind]?.slice(0, 2).join('/'), town, totalFen / 1e6, fiscalFen / 1e6].join(','),
        ),
      );
      const file = path.join(folder, `汇总2025年1${version}月20日.csv`);
      writeFileSync(file, ['县（市、区）,项目名称,项目类别,乡镇,总投资（万元）,财政衔接资金', ...lines].join('\n'));
      expect((await xianjie('import', book, file)).status).toBe(0);
      expect(await cityTables(book)).toEqual(cityTruth([...lists(version), own]));
    }
  });
});

it('two parts of one list come in together; one of them alone, or a third, is asked about before anything is withdrawn', async () => {
  const [, , , county] = NINE_COUNTIES;
  if (!county) throw new Error('no county');
  const book = await city();
  const all = countyProjects(county, 1);
  const [first, second] = [all.slice(0, 9), all.slice(9)];
  const a = write(...parts(countyFile(county, first, '2025-10-20'), '甲'));
  const b = write(...parts(countyFile(county, second, '2025-10-20'), '乙'));
  const whole = cityTruth([{ county, projects: all }]);
  expect((await xianjie('import', book, a, b)).status).toBe(0);
  expect(await cityTables(book)).toEqual(whole);
  const part = write(...parts(countyFile(county, first.slice(1), '2025-10-22'), '甲'));
  const half = await xianjie('import', book, part);
  expect(half.status).toBe(1);
  expect(half.err).toContain('上次是 2 个文件');
  expect(await cityTables(book)).toEqual(whole);
  const rest = countyProjects({ ...county, towns: ['九龙街道'] }, 1, 12);
  const other = write(...parts(countyFile(county, rest, '2025-10-25'), '丙'));
  const asked = await xianjie('import', book, other);
  expect(asked.status).toBe(1);
  expect(asked.err).toContain('替换要撤回 24 个');
  expect(await cityTables(book)).toEqual(whole);
  expect((await xianjie('import', book, other, '--mode', 'update')).status).toBe(0);
  expect((await cityTables(book)).counties.get(county.name)?.count).toBe(36);
});

it('a plan of 2026–2030 takes lists with the fund names of the years before', async () => {
  made += 1;
  const book = path.join(folder, `市${made}.xianjie`);
  await xianjie('new', book, '--region', '530400', '--period', '2026-2030');
  const [, , chengjiang, tonghai] = NINE_COUNTIES;
  const lists = [chengjiang, tonghai].flatMap((county) =>
    county ? [{ county, projects: countyProjects(county, 1).map((one) => ({ ...one, year: one.year + 5 })) }] : [],
  );
  const files = lists.map(({ county, projects }) => write(...parts(countyFile(county, projects, '2026-10-20'), '新')));
  expect((await xianjie('import', book, ...files)).status).toBe(0);
  expect(await cityTables(book)).toEqual(cityTruth(lists));
});

it('classes without a counterpart are listed by county, with projects and money', async () => {
  const book = await city();
  const file = path.join(folder, '华宁县.csv');
  writeFileSync(
    file,
    [
      '序号,项目名称,项目类别,乡镇,总投资（万元）',
      '1,青龙镇光伏电站一期,清洁能源工程,青龙镇,12.5',
      '2,盘溪镇光伏电站二期,清洁能源工程,盘溪镇,7.5',
      '3,青龙镇蓄水池,饮水安全巩固提升,青龙镇,3',
    ].join('\n'),
  );
  const run = await xianjie('import', book, file, '--classes', 'none');
  expect(run.err).toContain('华宁县类别“清洁能源工程”在本规划里没有对应的类别：2 个项目、20 万元列为未分类');
  expect((await cityTables(book)).classes.get('乡村基础设施建设|华宁县')).toBe(3_000_000);
});

describe('a sheet that says different counties', () => {
  const [, jiangchuan, chengjiang] = NINE_COUNTIES;
  if (!jiangchuan || !chengjiang) throw new Error('no county');

  it('is asked about: the title against the towns, the file name against the title', async () => {
    const book = await city();
    const projects = countyProjects(jiangchuan, 1);
    const wrong = { ...chengjiang, layout: 'class-column' as const };
    const file = write(...parts(countyFile(wrong, projects, '2025-10-20'), '矛盾'));
    const run = await xianjie('import', book, file);
    expect(run.status).toBe(1);
    expect(run.err).toContain('标题写的是澄江市，乡镇大多在江川区');
    expect(await cityTables(book)).toEqual(cityTruth([]));
    const { bytes } = countyFile(
      { ...chengjiang, layout: 'class-column' },
      countyProjects(chengjiang, 1),
      '2025-10-20',
    );
    const named = await xianjie('import', book, write('通海县报送.xlsx', bytes));
    expect(named.err).toContain('文件名写的是通海县');
    const chosen = await xianjie('import', book, file, '--region', jiangchuan.code);
    expect(chosen.status).toBe(0);
    expect(await cityTables(book)).toEqual(cityTruth([{ county: jiangchuan, projects }]));
  });
});

it('a project that moves to another county, and one that two counties list, are told with both', async () => {
  const [first, second] = NINE_COUNTIES;
  if (!first || !second) throw new Error('no county');
  const book = await city();
  const [a, b] = [countyProjects(first, 1), countyProjects(second, 1)];
  const files = (one: typeof a, two: typeof b, day: string, word: string) => [
    write(...parts(countyFile(first, one, day), word)),
    write(...parts(countyFile(second, two, day), word)),
  ];
  await xianjie('import', book, ...files(a, b, '2025-10-20', '前'));
  const [moving] = a;
  const twice = a[1];
  if (!moving || !twice) throw new Error('no project');
  const run = await xianjie('import', book, ...files(a.slice(1), [...b, moving, twice], '2025-11-20', '后'));
  expect(run.err).toContain(`“${moving.name}”由红塔区`);
  expect(run.err).toContain(`“${twice.name}”两个县都报了：红塔区`);
});

describe('workbooks of counties', () => {
  const [, second] = NINE_COUNTIES;
  if (!second) throw new Error('no county');

  async function countyBook(name: string, version: 1 | 2): Promise<string> {
    const file = path.join(folder, `${name}.xianjie`);
    await xianjie('new', file, '--region', second?.code ?? '', '--period', '2021-2025');
    const sheet = countyFile(
      second as (typeof NINE_COUNTIES)[number],
      countyProjects(second as (typeof NINE_COUNTIES)[number], version),
      '2025-10-20',
    );
    const run = await xianjie('import', file, write(`${name}${sheet.name}`, sheet.bytes));
    expect(run.status).toBe(0);
    return file;
  }

  it('are taken in under their own ids, replace what a sheet brought, and bring their money along', async () => {
    const book = await city();
    const projects = countyProjects(second, 1);
    const sheet = countyFile(second, projects, '2024-10-20');
    await xianjie('import', book, write(`先${sheet.name}`, sheet.bytes));
    const own = await countyBook('江川', 2);
    const run = await xianjie('import', book, own, '--json');
    expect(run.status).toBe(0);
    expect(run.json()).toMatchObject({ counties: [{ code: second.code, state: 'newer' }], unmapped: [] });
    const truth = cityTruth([{ county: second, projects: countyProjects(second, 2) }]);
    expect(await cityTables(book)).toEqual(truth);
    const again = await xianjie('import', book, own);
    expect(again.err).toContain('与已收到的相同');
    expect(await cityTables(book)).toEqual(truth);
  });

  it('bring what was released and paid, which the next one replaces; edits of the city stay', async () => {
    const book = await city();
    const own = await countyBook('江川资金', 1);
    const add = (session: ReturnType<typeof openSession>['session'], paid: string): void => {
      const [first] = session.planData().projects;
      session.change('test', 'test', (tx) => {
        tx.put('fundBatch', '甲', makeBatch('甲', '100', { ownDate: '2025-03-01' }));
        const line = { ...makeLine('甲', first?.id ?? '', '60'), id: 'line' };
        tx.put('fundLine', line.id, line);
        const payment = { ...makePayment(first?.id ?? '', '2025-04-01', paid, '甲'), id: 'payment' };
        tx.put('payment', payment.id, payment);
      });
    };
    const change = (file: string, work: (session: ReturnType<typeof openSession>['session']) => void): void => {
      const { session } = openSession(file);
      work(session);
      session.close();
    };
    change(own, (session) => add(session, '30'));
    await xianjie('import', book, own);
    const rowOf = async () =>
      (await cityReport(book, 'month', '--as-of', '2025-11-30')).tables[0]?.rows.find(([name]) => name === '江川区');
    expect((await rowOf())?.slice(5, 10)).toEqual(['60', '30', 50, expect.anything(), '40']);
    change(book, (session) => {
      const [first] = session.planData().projects;
      if (first) session.change('test', 'test', (tx) => tx.put('project', first.id, { ...first, note: '市里已核对' }));
    });
    change(own, (session) => add(session, '45'));
    expect((await xianjie('import', book, own)).status).toBe(0);
    expect((await rowOf())?.slice(5, 10)).toEqual(['60', '45', 75, expect.anything(), '40']);
    change(book, (session) => {
      expect(session.planData().projects.filter(({ note }) => note === '市里已核对')).toHaveLength(1);
      expect(session.execution().payments).toHaveLength(1);
    });
  });

  it('of other places, of cities and the book itself are refused, and nothing changes', async () => {
    const book = await city();
    const elsewhere = path.join(folder, '大冶.xianjie');
    await xianjie('new', elsewhere, '--region', '420281', '--period', '2021-2025');
    const run = await xianjie('import', book, elsewhere);
    expect(run.status).not.toBe(0);
    expect(run.err).toContain('没有收');
    expect((await xianjie('import', book, await city())).err).toContain('不是县（市、区）的');
    expect((await xianjie('import', elsewhere, book)).err).toContain('下面没有县');
  });
});

describe('the tables of the city', () => {
  it('say who has reported, and why the city’s figures differ', async () => {
    const book = await city();
    const some = NINE_COUNTIES.slice(0, 3).map((county) => ({ county, projects: countyProjects(county, 1) }));
    await xianjie(
      'import',
      book,
      ...some.map(({ county, projects }) => write(...parts(countyFile(county, projects, '2025-10-20')))),
    );
    const reported = (await cityReport(book, 'reported')).tables[0];
    expect(reported?.notes[0]).toContain('应报 9 个，已报 3 个，未报 6 个');
    const levels = (await cityReport(book, 'levels')).tables[0];
    expect(levels?.rows.at(-1)?.[5]).toBe('0');
    expect(levels?.rows.find(([name]) => name === '澄江市')).toMatchObject({ 6: '一致' });
    const month = (await cityReport(book, 'month', '--as-of', '2025-11-30')).tables[0];
    expect(month?.rows).toHaveLength(10);
    // No money was released: no rate is 0 %.
    expect(month?.rows[0]?.slice(0, 9)).toEqual(['红塔区', 24, 0, '——', 0, '0', '0', '——', '——']);
    const quality = await cityReport(book, 'quality', '--county', '530402');
    expect(quality.tables).toHaveLength(1);
    expect(quality.tables[0]?.rows.map((row) => row[2])).toContain('没有填建设内容及规模');
  });
});

function parts({ name, bytes }: { name: string; bytes: Buffer }, before = ''): [string, Buffer] {
  return [`${before}${name}`, bytes];
}
