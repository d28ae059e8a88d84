// Indicators by the command line: sheets of several layouts taken in once, values set and taken back, judged, written out
// and read again; a county takes over the city's rows.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

let folder = '';
let county = '';
let city = '';
const csv = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\r\n'));
  return file;
};
const ask = async (...argv: string[]) => {
  const run = await xianjie(...argv, '--json');
  if (run.out === '') throw new Error(run.err);
  return { status: run.status, err: run.err, value: run.json() as Record<string, unknown> };
};
interface Listed {
  number: number;
  name: string;
  unit: string | null;
  group: string;
  attribute: string;
  base: string | null;
  target: string | null;
  targets: Record<string, string>;
  values: Record<string, string>;
  inPlan: boolean;
}
const list = async (book: string): Promise<Listed[]> => (await ask('indicators', book)).value.indicators as Listed[];
const codes = (value: Record<string, unknown>): string[] =>
  (value.problems as { code: string }[]).map(({ code }) => code).sort();

beforeEach(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'i-'));
  county = join(folder, '县.xianjie');
  city = join(folder, '市.xianjie');
  expect((await xianjie('new', county, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
  expect((await xianjie('new', city, '--region', '530400', '--period', '2021-2025')).status).toBe(0);
});

const TABLE_1 = [
  '规划主要指标',
  '序号,指标,单位,2020年,2025年,指标属性',
  '一,巩固拓展脱贫攻坚成果,——,——,——,——',
  '1,村级集体经济经营性收入,万元,——,≥10,约束性',
  '2,农村最低生活保障覆盖率,——,应兜尽兜,应兜尽兜,约束性',
  '二,全面实施乡村振兴战略,——,——,——,——',
  '3,农村自来水普及率,%,64,≥70,约束性',
  '4,农村生活污水治理率,%,33.8,≥45,预期性',
];

describe('rows of a county', () => {
  it('begin with none; 表1 as it is printed gives bases and targets', async () => {
    expect(await list(county)).toEqual([]);
    expect(await list(city)).toHaveLength(20);
    const { value, status } = await ask('indicators', county, 'import', csv('表1.csv', ...TABLE_1));
    expect({ status, added: value.added, values: value.values, codes: codes(value) }).toEqual({
      ...{ status: 0, added: 4, values: 0, codes: [] },
    });
    expect(
      (await list(county)).map(({ number, group, name, base, target }) => [number, group, name, base, target]),
    ).toEqual([
      [1, '巩固拓展脱贫攻坚成果', '村级集体经济经营性收入', null, '≥10'],
      [2, '巩固拓展脱贫攻坚成果', '农村最低生活保障覆盖率', '应兜尽兜', '应兜尽兜'],
      [3, '全面实施乡村振兴战略', '农村自来水普及率', '64', '≥70'],
      [4, '全面实施乡村振兴战略', '农村生活污水治理率', '33.8', '≥45'],
    ]);
    // Once more: nothing. Undone: nothing left.
    expect((await ask('indicators', county, 'import', csv('表1.csv', ...TABLE_1))).value).toMatchObject({
      added: 0,
      updated: 0,
    });
    await xianjie('undo', county);
    expect(await list(county)).toEqual([]);
  });

  it('can be taken over from the city, base left blank', async () => {
    expect((await ask('indicators', county, 'adopt', city)).value).toMatchObject({ added: 20, known: 0 });
    const rows = await list(county);
    expect(rows[11]).toMatchObject({ name: '农村自来水普及率', unit: '%', base: null, target: '≥70' });
    expect((await ask('indicators', county, 'adopt', city)).value).toMatchObject({ added: 0, known: 20 });
  });
});

describe('values by year', () => {
  it('come in from a wide sheet, a long one, and one of a single year', async () => {
    const wide = csv(
      '宽.csv',
      '指标名称,计量单位,2021年,2022年实际,2023年实际值,责任部门',
      '农村自来水普及率（%）,%,65,66.1,67.6,水利局',
      '农村生活污水治理率,%,35,37,约40,',
    );
    const first = await ask('indicators', city, 'import', wide);
    expect([first.status, codes(first.value), first.value.values]).toEqual([1, ['value-doubtful'], 6]);
    const long = csv('长.csv', '指标,年度,实际值', '农村卫生厕所普及率,2022,85.1', '农村卫生厕所普及率,2023,86.48');
    expect((await ask('indicators', city, 'import', long)).value).toMatchObject({ values: 2, added: 0 });
    const single = csv(
      '单.csv',
      '2023年主要指标完成情况表,,',
      '序号,指标,完成值',
      '1,农村生活垃圾处理率,64%',
      '2,行政村5G网络覆盖率,0.9',
    );
    const third = await ask('indicators', city, 'import', single);
    expect([third.value.values, codes(third.value)]).toEqual([2, ['value-doubtful']]);
    const rows = await list(city);
    expect(rows[11]?.values).toEqual({ 2021: '65', 2022: '66.1', 2023: '67.6' });
    expect(rows[16]?.values).toEqual({ 2021: '35', 2022: '37', 2023: '约40' });
    expect(rows[18]?.values).toEqual({ 2022: '85.1', 2023: '86.48' });
    const { value } = await ask('indicators', city, 'judge', '--year', '2023');
    const judged = (value.rows as { number: number; expected: string; actual: string; status: string }[]).filter(
      ({ number }) => [12, 17, 18, 19].includes(number),
    );
    expect(judged.map(({ number, expected, actual, status }) => [number, expected, actual, status])).toEqual([
      [12, '67.6', '67.6', '达到进度'],
      [17, '40.52', '约40', '无法判断'],
      [18, '65.04', '64%', '滞后'],
      [19, '86.48', '86.48', '达到进度'],
    ]);
    expect((await ask('indicators', city, 'import', long)).value).toMatchObject({ values: 0, known: 2 });
  });

  it('with heads over two rows, targets of years between among them', async () => {
    const file = csv(
      '两行.csv',
      '指标,单位,目标值,目标值,实际值,实际值',
      ',,2023年,2025年,2022年,2023年',
      '农村自来水普及率,%,67,≥70,66,67.1',
    );
    expect((await ask('indicators', city, 'import', file)).value).toMatchObject({ values: 2, updated: 1 });
    expect((await list(city))[11]).toMatchObject({ target: '≥70', targets: { 2023: '67' } });
    const { value } = await ask('indicators', city, 'judge', '--year', '2023');
    expect((value.rows as { expected: string; status: string }[])[11]).toMatchObject({
      expected: '67',
      status: '达到进度',
    });
  });

  it.each([
    ['years down the rows', ['年份,农村自来水普及率（%）,农村生活污水治理率,别的', '2022,66,36,1', '2023,68,41,1'], 4],
    ['two columns', ['指标,2023年', '农村自来水普及率,68', '农村生活污水治理率,41'], 2],
    ['years as numbers', ['序号,指标名称,计量单位,2022,2023', '1,农村自来水普及率,%,66,68'], 2],
    ['targets and results in pairs', ['指标,单位,2023年目标,2023年完成', '农村自来水普及率,%,67,68'], 1],
    [
      'the year in its title',
      ['2023年度规划指标完成情况,,,', '指标,单位,目标值,完成情况', '农村自来水普及率,%,70,68'],
      1,
    ],
    ['完成情况 of a year', ['指标,单位,2023年完成情况', '农村自来水普及率,%,68'], 1],
  ])('are read with %s', async (_, lines, count) => {
    const { value } = await ask('indicators', city, 'import', csv('表.csv', ...lines));
    expect([value.values, codes(value).filter((code) => code !== 'columns-dropped')]).toEqual([count, []]);
    const [, , , , , , , , , , , water] = await list(city);
    expect([water?.target, water?.values['2023']]).toEqual(['≥70', '68']);
  });

  it('of another target or of a name that is nearly one are told, not taken', async () => {
    const other = csv('别.csv', '指标,单位,目标值,2023年', '农村自来水普及率,%,≥75,68');
    const first = await ask('indicators', city, 'import', other);
    expect([codes(first.value), first.value.values]).toEqual([['field-differs'], 1]);
    expect((await list(city))[11]?.target).toBe('≥70');
    const near = csv('近.csv', '指标,单位,2023年', '农村自来水普及律,%,68');
    const asked = await ask('indicators', city, 'import', near);
    expect([asked.status, codes(asked.value), asked.value.values]).toEqual([1, ['indicator-near'], 0]);
    expect((await ask('indicators', city, 'import', near, '--pair', '2=12')).value).toMatchObject({ known: 1 });
    expect((await ask('indicators', city, 'import', near, '--pair', '2=skip')).value).toMatchObject({
      values: 0,
      known: 0,
    });
    const fresh = await ask('indicators', city, 'import', near, '--pair', '2=new');
    expect([fresh.value.added, codes(fresh.value)]).toEqual([1, ['indicator-added']]);
    expect((await list(city)).at(-1)).toMatchObject({ name: '农村自来水普及律', inPlan: false, number: 21 });
  });

  it('without a year, or of a list of money, are refused', async () => {
    const none = csv('无年.csv', '指标,单位,实际值', '农村自来水普及率,%,68');
    expect(codes((await ask('indicators', city, 'import', none)).value)).toEqual(['year-unclear']);
    expect((await ask('indicators', city, 'import', none, '--year', '2024')).value).toMatchObject({ values: 1 });
    const money = csv(
      '支付.csv',
      '支付明细表',
      '凭证号,收款单位,摘要,支付日期,支付金额',
      '1,甲公司,工程款,2023-01-01,10',
    );
    expect(codes((await ask('indicators', city, 'import', money)).value)).toEqual(['wrong-sheet']);
  });

  it('are set one by one, settled, and undone', async () => {
    expect((await ask('indicators', city, 'set', '12', '2023', '67.5')).value).toMatchObject({
      status: '滞后',
      gap: '0.1',
    });
    await ask('indicators', city, 'set', '12', '2023', '67.7', '--state', '核定', '--note', '管网延伸');
    expect((await list(city))[11]?.values).toEqual({ 2023: '67.7' });
    const settled = await ask(
      'indicators',
      city,
      'import',
      csv('改.csv', '指标,单位,2023年实际', '农村自来水普及率,%,60'),
    );
    expect(codes(settled.value)).toEqual(['value-settled']);
    await xianjie('undo', city);
    expect((await list(city))[11]?.values).toEqual({ 2023: '67.5' });
    await ask('indicators', city, 'set', '12', '2023', '-');
    expect((await list(city))[11]?.values).toEqual({});
    expect((await xianjie('indicators', city, 'set', '12', '2019', '60')).status).not.toBe(0);
    expect((await xianjie('indicators', city, 'set', '99', '2023', '60')).status).toBe(2);
  });

  it('of the last year make the exit status: a binding one that is not reached', async () => {
    await ask('indicators', city, 'set', '17', '2025', '40');
    expect((await ask('indicators', city, 'judge', '--year', '2025')).status).toBe(0);
    await ask('indicators', city, 'set', '12', '2025', '69');
    expect((await ask('indicators', city, 'judge', '--year', '2025')).status).toBe(1);
  });
});

describe('the table that goes out', () => {
  it('comes back as it was', async () => {
    await ask('indicators', city, 'set', '12', '2023', '67.5', '--note', '水源不足，已列入计划');
    await ask('indicators', city, 'set', '8', '2023', '应兜尽兜');
    await ask('indicators', city, 'set', '6', '2023', '89/104');
    const before = await list(city);
    const out = join(folder, '出.xlsx');
    expect((await xianjie('indicators', city, 'judge', '--year', '2023', '--out', out)).status).toBe(0);
    const again = await ask('indicators', city, 'import', out);
    expect({ ...again.value, problems: codes(again.value) }).toEqual({
      added: 0,
      updated: 0,
      values: 0,
      known: 3,
      problems: [],
    });
    const { value } = await ask('indicators', county, 'import', out);
    expect({ added: value.added, values: value.values }).toEqual({ added: 20, values: 3 });
    const plain = (rows: Listed[]) =>
      rows.map(({ number, group, name, unit, attribute, base, target, values }) => ({
        number,
        group,
        name,
        unit,
        attribute,
        base,
        target,
        values,
      }));
    expect(plain(await list(county))).toEqual(plain(before));
  });
});
