// Packages between offices by the command line: village, town, county and city, each with its own workbook, and a return loop.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const PERIOD = '2021-2025';
const TOWN = '大营街街道';
let folder = '';
const at = (name: string): string => join(folder, name);

async function run(...argv: string[]) {
  const done = await xianjie(...argv);
  return { ...done, value: () => done.json() as Received };
}

async function ok<T = never>(...argv: string[]): Promise<T> {
  const done = await xianjie(...argv, '--json');
  expect(done.status, `${argv.join(' ')}\n${done.err}${done.out}`).toBe(0);
  return done.json() as T;
}

interface Received {
  files: {
    accepted: boolean;
    reason: string;
    new: number;
    changed: number;
    withdrawn: number;
    unchanged: number;
    conflicts: number;
    refused: { project: string; reason: string }[];
    conflictRows: { project: string; column: string; mine: string; theirs: string }[];
  }[];
  projects: number;
  totalWan: string;
}
const one = ({ files: [file] }: Received) => file as Received['files'][number];

interface Listed {
  projects: { id: string; name: string; totalWan: string; content: string; unit: string }[];
}

function sheet(name: string, rows: readonly string[]): string {
  const head = [
    '项目表',
    '单位：万元',
    '序号,项目名称,乡镇,村,建设内容,建设年限,总投资,其他资金,责任单位',
    '一、,乡村特色产业帮扶',
    '（一）,种植业',
  ];
  const path = at(name);
  writeFileSync(path, `﻿${[...head, ...rows].join('\r\n')}`);
  return path;
}

beforeAll(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'packages-'));
  for (const name of ['村', '乡', '县', '乡二'])
    await ok('new', at(`${name}.xianjie`), '--region', '530402', '--period', PERIOD);
  await ok('new', at('市.xianjie'), '--region', '530400', '--period', PERIOD);
});

describe('from the village up', () => {
  it('the village sends, the town takes in and sends on, the county and the city take in', async () => {
    const list = sheet('村.csv', [
      `1,甲村水渠,${TOWN},师旗,建水渠1千米,2021,100,100,区水利局`,
      `2,甲村道路,${TOWN},师旗,硬化道路2千米,2022,50.5,50.5,区交通局`,
    ]);
    await ok('import', at('村.xianjie'), list, '--classes', 'none');
    const made = await ok<{ kind: string; office: string; number: number; projects: number; totalWan: string }>(
      ...['package', at('村.xianjie'), at('村1.xjpkg'), '--office', `${TOWN}师旗`],
    );
    expect(made).toMatchObject({ kind: '申报包', number: 1, projects: 2, totalWan: '150.5' });
    expect(made.office).toContain('师旗');
    expect(existsSync(at('村1-附表.xlsx'))).toBe(true);
    const town = await ok<Received>('receive', at('乡.xianjie'), at('村1.xjpkg'), '--office', TOWN);
    expect(one(town)).toMatchObject({ accepted: true, new: 2, changed: 0, withdrawn: 0, conflicts: 0 });
    await ok('package', at('乡.xianjie'), at('乡1.xjpkg'));
    const county = await ok<Received>('receive', at('县.xianjie'), at('乡1.xjpkg'), '--receipt', at('回执1.xjpkg'));
    expect(county).toMatchObject({ projects: 2, totalWan: '150.5' });
    await ok('package', at('县.xianjie'), at('县1.xjpkg'), '--kind', '规划包');
    const city = await ok<Received>('receive', at('市.xianjie'), at('县1.xjpkg'));
    expect(city).toMatchObject({ projects: 2, totalWan: '150.5' });
    const { projects } = await ok<Listed>('list', at('市.xianjie'));
    expect(projects.map(({ name, totalWan }) => [name, totalWan])).toEqual([
      ['甲村水渠', '100'],
      ['甲村道路', '50.5'],
    ]);
    expect((await xianjie('verify', at('市.xianjie'))).status).toBe(0);
  });

  it('the same package twice changes nothing and is told', async () => {
    const before = await ok<Listed>('list', at('县.xianjie'));
    const again = await run('receive', at('县.xianjie'), at('乡1.xjpkg'), '--json');
    expect(again.status).toBe(1);
    expect(one(again.value())).toMatchObject({ accepted: false, new: 0, changed: 0, withdrawn: 0 });
    expect(one(again.value()).reason).toContain('已在');
    expect(await ok('list', at('县.xianjie'))).toEqual(before);
  });

  it('receiving is one undo step', async () => {
    copyFileSync(at('市.xianjie'), at('市二.xianjie'));
    await ok('undo', at('市二.xianjie'));
    expect((await ok<Listed>('list', at('市二.xianjie'))).projects).toEqual([]);
    expect(one(await ok<Received>('receive', at('市二.xianjie'), at('县1.xjpkg')))).toMatchObject({ new: 2 });
  });
});

describe('a return loop', () => {
  it('a receipt with what was sent back, put right, sent again', async () => {
    const { projects } = await ok<Listed>('list', at('县.xianjie'));
    const canal = projects.find(({ name }) => name === '甲村水渠')?.id ?? '';
    for (const step of ['declared', 'checked'])
      await ok('life', at('县.xianjie'), '--to', step, '--projects', canal, '--date', '2021-02-01', '--backfill');
    const back = ['--to', 'returned', '--back', 'draft', '--reason', '缺少设计方案', '--date', '2021-03-01'];
    await ok('life', at('县.xianjie'), ...back, '--projects', canal);
    await ok('package', at('县.xianjie'), at('退回.xjpkg'), '--kind', '退回包', '--to', TOWN);
    const down = await ok<Received>('receive', at('乡.xianjie'), at('退回.xjpkg'));
    expect(one(down)).toMatchObject({ accepted: true, new: 0, changed: 0, facts: { new: 1 } });
    const fixed = sheet('改.csv', [
      `1,甲村水渠,${TOWN},师旗,建水渠1千米，附设计方案,2021,98,98,区水利局`,
      `2,甲村道路,${TOWN},师旗,硬化道路2千米,2022,50.5,50.5,区交通局`,
    ]);
    await ok('import', at('乡.xianjie'), fixed, '--mode', 'update', '--classes', 'none');
    await ok('life', at('乡.xianjie'), '--to', 'declared', '--projects', canal, '--date', '2021-03-05');
    const sent = await ok<{ number: number }>('package', at('乡.xianjie'), at('乡2.xjpkg'));
    expect(sent.number).toBe(2);
    const up = await ok<Received>('receive', at('县.xianjie'), at('乡2.xjpkg'));
    expect(one(up)).toMatchObject({ accepted: true, changed: 1, unchanged: 1, conflicts: 0, refused: [] });
    expect(up.totalWan).toBe('148.5');
  });

  it('the receipt stands at the sender and brings nothing twice', async () => {
    const taken = await ok<Received>('receive', at('乡.xianjie'), at('回执1.xjpkg'));
    expect(one(taken).accepted).toBe(true);
    const wrong = await run('receive', at('乡二.xianjie'), at('回执1.xjpkg'), '--office', TOWN, '--json');
    expect(one(wrong.value()).reason).toContain('没有发出过');
  });
});

describe('both sides changed', () => {
  it('conflicts are listed, nothing is written, and either side can be taken', async () => {
    const edit = async (book: string, total: string) => {
      const list = sheet(`改${total}.csv`, [`2,甲村道路,${TOWN},师旗,硬化道路2千米,2022,${total},${total},区交通局`]);
      await ok('import', at(book), list, '--mode', 'update', '--classes', 'none');
    };
    await edit('县.xianjie', '60');
    await edit('乡.xianjie', '70');
    await ok('package', at('乡.xianjie'), at('乡3.xjpkg'));
    const before = await ok<Listed>('list', at('县.xianjie'));
    const asked = await run('receive', at('县.xianjie'), at('乡3.xjpkg'), '--json');
    expect(asked.status).toBe(1);
    const file = one(asked.value());
    expect(file.accepted).toBe(false);
    expect(
      file.conflictRows.map(({ project, column, mine, theirs }) => [project, column, mine, theirs]),
    ).toContainEqual(['甲村道路', '总投资', '60', '70']);
    expect(await ok('list', at('县.xianjie'))).toEqual(before);
    copyFileSync(at('县.xianjie'), at('县二.xianjie'));
    expect(await ok<Received>('receive', at('县二.xianjie'), at('乡3.xjpkg'), '--take', 'mine')).toMatchObject({
      totalWan: '158',
    });
    expect(await ok<Received>('receive', at('县.xianjie'), at('乡3.xjpkg'), '--take', 'theirs')).toMatchObject({
      totalWan: '168',
    });
  });

  it('an earlier package after a later one is refused', async () => {
    await ok('package', at('乡.xianjie'), at('乡4.xjpkg'));
    await ok('package', at('乡.xianjie'), at('乡5.xjpkg'));
    await ok('receive', at('县.xianjie'), at('乡5.xjpkg'));
    const late = await run('receive', at('县.xianjie'), at('乡4.xjpkg'), '--json');
    expect(one(late.value()).reason).toContain('更早');
  });
});

describe('rights', () => {
  it('a town changes no project that is in the library, nor those of another town', async () => {
    const { projects } = await ok<Listed>('list', at('县.xianjie'));
    const ids = projects.map(({ id }) => id).join(',');
    for (const step of ['approved', 'stored'])
      await ok('life', at('县.xianjie'), '--to', step, '--projects', ids, '--date', '2021-06-01', '--backfill');
    const list = sheet('入库后.csv', [`2,甲村道路,${TOWN},师旗,硬化道路3千米,2022,90,90,区公路局`]);
    await ok('import', at('乡.xianjie'), list, '--mode', 'update', '--classes', 'none');
    await ok('package', at('乡.xianjie'), at('乡6.xjpkg'));
    const up = await run('receive', at('县.xianjie'), at('乡6.xjpkg'), '--json');
    expect(up.status).toBe(1);
    expect(one(up.value())).toMatchObject({ accepted: true, changed: 1, refused: [{ project: '甲村道路' }] });
    expect(one(up.value()).refused[0]?.reason).toContain('变更');
    const road = (await ok<Listed>('list', at('县.xianjie'))).projects.find(({ name }) => name === '甲村道路');
    expect(road).toMatchObject({ totalWan: '70', content: '硬化道路2千米', unit: '区公路局' });
  });

  it('what is not the office’s to send is refused before anything is written', async () => {
    const wrong = await xianjie('package', at('乡.xianjie'), at('x.xjpkg'), '--kind', '规划包');
    expect(wrong.status).toBe(1);
    expect(wrong.err).toContain('可以出：审核包、进度包、下达包、退回包');
    expect(readdirSync(folder).some((name) => name.startsWith('x'))).toBe(false);
    expect((await xianjie('package', at('乡二.xianjie'), at('x.xjpkg'), '--office', '研和街道')).err).toContain(
      '没有研和街道',
    );
    expect((await xianjie('package', at('乡二.xianjie'), at('x.xjpkg'), '--office', '天边街道')).status).toBe(2);
  });

  it('errors of the checks keep a package from going out', async () => {
    const list = sheet('错.csv', ['1,乙村水渠,研和街道,玉苗,建水渠,2021,100,90,区水利局']);
    await ok('import', at('乡二.xianjie'), list, '--classes', 'none');
    const made = await xianjie('package', at('乡二.xianjie'), at('y.xjpkg'), '--office', '研和街道');
    expect(made.status).toBe(1);
    expect(made.err).toContain('强制性差错');
    expect(existsSync(at('y.xjpkg'))).toBe(false);
  });
});

describe('a city', () => {
  it('a county that sends again replaces exactly its own projects', async () => {
    const other = sheet('江川.csv', ['1,江川水库,,,建水库,2021,5,5,区水利局']);
    await ok('import', at('市.xianjie'), other, '--region', '530403', '--classes', 'none');
    const less = sheet('少.csv', [`3,丙村茶园,${TOWN},师旗,种茶100亩,2023,12,12,区农业农村局`]);
    await ok('new', at('县新.xianjie'), '--region', '530402', '--period', PERIOD);
    await ok('import', at('县新.xianjie'), less, '--classes', 'none');
    await ok('package', at('县新.xianjie'), at('县9.xjpkg'), '--number', '9');
    const city = await ok<Received>('receive', at('市.xianjie'), at('县9.xjpkg'));
    expect(one(city)).toMatchObject({ new: 1, withdrawn: 2 });
    const { projects } = await ok<Listed>('list', at('市.xianjie'));
    expect(projects.map(({ name }) => name).sort()).toEqual(['丙村茶园', '江川水库'].sort());
  });

  it('says who has reported', async () => {
    const { offices } = await ok<{ offices: { code: string; reported: boolean; state: string; totalWan: string }[] }>(
      ...['reported', at('市.xianjie'), '--deadline', '2020-01-31'],
    );
    expect(offices).toHaveLength(9);
    expect(offices.find(({ code }) => code === '530402')).toMatchObject({
      ...{ reported: true, state: '逾期上报', number: 9, projects: 1, totalWan: '12' },
    });
    // A county that sent a sheet has reported too; one that sent nothing has not.
    expect(offices.find(({ code }) => code === '530403')).toMatchObject({
      ...{ reported: true, state: '逾期上报', number: null, projects: 1, totalWan: '5' },
    });
    expect(offices.find(({ code }) => code === '530481')).toMatchObject({ reported: false, state: '逾期未报' });
    const { tables } = await ok<{ tables: { rows: string[][] }[] }>('city', at('市.xianjie'), 'reported');
    const rows = tables[0]?.rows.map((row) => row.join(' ')) ?? [];
    expect(rows.find((row) => row.includes('红塔区'))).toContain('县9.xjpkg');
    expect(rows.find((row) => row.includes('江川区'))).toContain('江川.csv');
  });
});

describe('password and other files', () => {
  it('a sealed package shows nothing, opens with its password, and is refused where a byte was changed', async () => {
    const password = at('口令.txt');
    writeFileSync(password, '乡里的口令 2026\n');
    await ok('package', at('乡.xianjie'), at('密.xjpkg'), '--password-file', password);
    const bytes = readFileSync(at('密.xjpkg'));
    expect(bytes.includes('审核包')).toBe(false);
    const none = await run('receive', at('县.xianjie'), at('密.xjpkg'), '--json');
    expect(none.status).toBe(3);
    expect(none.err).toContain('上报包“密.xjpkg”设有密码');
    for (const place of [20, 100, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(at('改密.xjpkg'), changed);
      const refused = await run('receive', at('县.xianjie'), at('改密.xjpkg'), '--password-file', password, '--json');
      expect(refused.status, String(place)).not.toBe(0);
    }
    const taken = await run('receive', at('县.xianjie'), at('密.xjpkg'), '--password-file', password, '--json');
    expect(one(taken.value()).accepted).toBe(true);
  });

  it('sheets are taken in beside packages, each as one step; one with an open question is not, and says why', async () => {
    copyFileSync(at('县.xianjie'), at('收.xianjie'));
    const before = ((await ok('list', at('收.xianjie'), '--json')) as { projects: unknown[] }).projects.length;
    const line = (name: string): string =>
      `序号,项目名称,乡镇,村,建设内容,建设年限,总投资（万元）,财政衔接资金\r\n1,${name},研和街道,玉苗,硬化道路,2022,12,12`;
    writeFileSync(at('补报.csv'), line('补报道路'));
    writeFileSync(at('不明.csv'), `姓名,电话\r\n甲,1\r\n乙,2`);
    const tried = await run('receive', at('收.xianjie'), at('补报.csv'), '--dry-run', '--json');
    expect(one(tried.value())).toMatchObject({ accepted: true, new: 1 });
    const both = await run('receive', at('收.xianjie'), at('补报.csv'), at('不明.csv'), '--json');
    expect(both.status).toBe(1);
    const { files, projects } = both.value() as { files: { accepted: boolean; reason: string }[]; projects: number };
    expect(files.map(({ accepted }) => accepted)).toEqual([true, false]);
    expect(files[1]?.reason).not.toBe('');
    expect(projects).toBe(before + 1);
  });

  it('a city takes workbooks and sheets of its counties in the same way', async () => {
    await ok('new', at('新市.xianjie'), '--region', '530400', '--period', PERIOD);
    writeFileSync(
      at('江川.csv'),
      `江川区项目表\r\n序号,项目名称,乡镇,建设年限,总投资（万元）,财政衔接资金\r\n1,码头道路,江城镇,2022,12,12`,
    );
    const taken = await run('receive', at('新市.xianjie'), at('县.xianjie'), at('江川.csv'), '--json');
    expect(taken.status).toBe(0);
    const { files, projects } = taken.value() as unknown as {
      files: { office: string; new: number }[];
      projects: number;
    };
    expect(files.map(({ office }) => office)).toEqual(['红塔区', '江川区']);
    expect(projects).toBe(files.reduce((sum, file) => sum + file.new, 0));
    expect(((await ok('list', at('新市.xianjie'), '--json')) as { projects: unknown[] }).projects).toHaveLength(
      projects,
    );
  });

  it('a workbook or nothing is no package', async () => {
    writeFileSync(at('空.xjpkg'), '');
    copyFileSync(at('县.xianjie'), at('本子.xjpkg'));
    for (const name of ['空.xjpkg', '本子.xjpkg'])
      expect((await xianjie('receive', at('县.xianjie'), at(name))).err).toContain('不是本程序的上报包');
    const book = await xianjie('receive', at('县.xianjie'), at('乡.xianjie'));
    expect(book.status).toBe(1);
    expect(book.err).toContain('没有装入');
    expect((await xianjie('receive', at('县.xianjie'), at('没有.xjpkg'))).status).toBe(3);
  });
});
