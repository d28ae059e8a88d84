// 资产: a ledger comes in with its faults told, comes in again as nothing, goes out and is known again; accepted projects are
// offered; a disposal without its paper is refused.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asset } from '#shared/domain/asset.ts';
import { makeTestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const folder = makeTempFolder();
const fresh = (): string => mkdtempSync(join(folder, 'a-'));

interface Listed {
  assets: (Omit<Asset, 'originalFen'> & { originalWan: string | null; stage: string })[];
  count: number;
  originalWan: string;
}
interface Imported {
  added: number;
  updated: number;
  known: number;
  problems: { message: string; level: string }[];
}
const HEAD =
  '序号,资产编号,项目年度,项目名称,资产名称,资产类别,坐落,数量,计量单位,购建时间,原值,中央,省,市,县,其他,所有权人,确权时间,使用（经营）权人,收益权人,管护责任人,资产状态,备注';
const ROWS = [
  '1,ZC-1,2014,老路改造,通村道路,公益性资产,研和街道玉苗,3.5,公里,2014年,120.5,100,20.5,,,,玉苗村委会,2021.6,玉苗村委会,玉苗村委会,玉苗村委会,正常,',
  '2,ZC-2,2022,烤房建设,烤烟房,经营性,研和街道玉苗,2,座,2022-11-08,60,50,,,9,,村集体,2023-01-05,某合作社,玉苗村委会,张管护,良好,',
  '3,,2023,母猪到户,能繁母猪,到户类,研和街道跨喜,10,头,2023,8.2,8.2,,,,,农户,,,,,在用,',
  '合计,,,,,,,,,,188.7,,,,,,,,,,,,',
];
const ledger = (lines: readonly string[]): string => {
  const path = join(fresh(), '台账.csv');
  writeFileSync(path, ['红塔区帮扶项目资产台账', '单位：万元', HEAD, ...lines].join('\r\n'));
  return path;
};
async function run<T>(...args: string[]): Promise<T> {
  return (await xianjie(...args, '--json')).json() as T;
}

describe('a ledger', () => {
  it('comes in with its words, sums and places, and the same again as nothing', async () => {
    const book = makeWorkbook(fresh(), { sample: false });
    const first = await run<Imported>('assets', book, 'import', ledger(ROWS));
    expect(first).toMatchObject({ added: 3, updated: 0, known: 0 });
    expect(first.problems.map(({ message }) => message).join('')).toContain(
      '原值 60.00 万元，各资金来源合计 59.00 万元，差 1.00 万元',
    );
    const { assets, count, originalWan } = await run<Listed>('assets', book);
    expect([count, originalWan]).toEqual([3, '188.7']);
    expect(assets[0]).toMatchObject({
      ...{ code: 'ZC-1', projectText: '老路改造', class: '公益性', town: '研和街道', village: '玉苗', builtAt: '2014' },
      ...{ ownerLevel: '村集体', rightAt: '2021-06', condition: '正常', stage: '已确权', originalWan: '120.5' },
    });
    expect(assets[2]).toMatchObject({
      class: '到户类',
      ownerLevel: '农户',
      stage: '已登记',
      byFund: { central: '8.2' },
    });
    expect(await run<Imported>('assets', book, 'import', ledger(ROWS))).toMatchObject({
      added: 0,
      updated: 0,
      known: 3,
    });
    const moved = ROWS.map((row) => row.replace('某合作社', '另一合作社'));
    expect(await run<Imported>('assets', book, 'import', ledger(moved))).toMatchObject({ updated: 1, known: 2 });
    expect((await xianjie('undo', book)).status).toBe(0);
    expect((await run<Listed>('assets', book)).assets[1]?.user).toBe('某合作社');
    expect((await xianjie('verify', book)).status).toBe(0);
  });

  it('is checked: a wrong sum of sources is an error, a rounding none', async () => {
    const book = makeWorkbook(fresh(), { sample: false });
    const rounded = ROWS[0]?.replace('120.5,100,20.5', '120.5047,100,20.50') ?? '';
    await run('assets', book, 'import', ledger([rounded, ROWS[1] ?? '']));
    const { findings } = await run<{ findings: { rule: string; level: string; message: string }[] }>('check', book);
    const own = findings.filter(({ rule }) => rule === 'D01').map(({ level }) => level);
    expect(own.sort()).toEqual(['error', 'rounding']);
  });

  it('goes out as a sheet that is known again, and sums by class and owner', async () => {
    const book = makeWorkbook(fresh(), { sample: false });
    await run('assets', book, 'import', ledger(ROWS));
    const out = join(fresh(), '台账.xlsx');
    await run('assets', book, 'export', out);
    expect(await run<Imported>('assets', book, 'import', out)).toMatchObject({ added: 0, updated: 0, known: 3 });
    const { tables } = await run<{ tables: { rows: unknown[][] }[] }>('assets', book, 'summary');
    expect(tables[0]?.rows.map((row) => row.slice(0, 3).join(' '))).toEqual([
      '经营性 1 60',
      '公益性 1 120.5',
      '到户类 1 8.2',
      '合计 3 188.7',
    ]);
    const village = await run<{ tables: { rows: unknown[][] }[] }>(
      ...['assets', book, 'export', join(fresh(), '村.xlsx'), '--place', '跨喜'],
    );
    expect(village.tables[0]?.rows).toHaveLength(2);
  });

  it('tells what is no number, no date and no known word, and takes none of them for 0', async () => {
    const book = makeWorkbook(fresh(), { sample: false });
    const { problems } = await run<Imported>(
      ...['assets', book, 'import', ledger(['1,,2023,,水池,公益性,,1,口,去年,约30,,,,,,某人,,,,,怪,'])],
    );
    const told = problems.map(({ message }) => message).join('');
    for (const word of ['约30', '去年', '怪']) expect(told).toContain(word);
    const { assets } = await run<Listed>('assets', book);
    expect(assets[0]).toMatchObject({
      originalWan: null,
      builtAt: null,
      condition: null,
      owner: '某人',
      ownerLevel: null,
    });
  });
});

describe('accepted projects', () => {
  it('are offered where they leave something behind, and registered once', async () => {
    const book = makeWorkbook(fresh(), { sample: true });
    const { projects } = await run<{ projects: { id: string; name: string }[] }>('list', book);
    const roads = projects.filter(({ name }) => /道路|硬化/.test(name)).slice(0, 20);
    await run(
      'life',
      book,
      '--to',
      '已验收',
      '--projects',
      roads.map(({ id }) => id).join(','),
      '--date',
      '2025-01-10',
      '--backfill',
    );
    const offered = await run<{ count: number }>('assets', book, 'propose', '--as-of', '2026-11-30');
    expect(offered.count).toBe(roads.length);
    expect(await run('assets', book, 'propose', '--take', '--as-of', '2026-11-30')).toMatchObject({
      count: roads.length,
    });
    expect(await run('assets', book, 'propose', '--as-of', '2026-11-30')).toMatchObject({ count: 0 });
    expect((await run<Listed>('assets', book)).assets[0]?.originalWan).toBeNull();
  });
});

describe('a project', () => {
  it('shows its assets, is told that it lacks one, and only ticked ones are registered', async () => {
    const path = makeWorkbook(fresh(), { sample: true });
    const { projects } = await run<{ projects: { id: string; name: string }[] }>('list', path);
    const [one, other] = projects.filter(({ name }) => /道路|硬化/.test(name)).map(({ id }) => id) as [string, string];
    await run('life', path, '--to', '已验收', '--projects', `${one},${other}`, '--date', '2025-01-10', '--backfill');
    const test = makeTestApp(fresh());
    await test.call('workbook.open', { token: test.openToken(path) });
    const asOf = '2026-11-30';
    expect(await test.call('assets.ofProject', { id: one, asOf })).toEqual({ rows: [], isLacking: true });
    expect(await test.call('assets.count', {})).toEqual({ count: 0 });
    const { assets } = await test.call('assets.propose', { asOf, take: true, projectIds: [one] });
    expect(assets.map(({ projectIds }) => projectIds)).toEqual([[one]]);
    const own = await test.call('assets.ofProject', { id: one, asOf });
    expect([own.rows.length, own.isLacking]).toEqual([1, false]);
    expect((await test.call('assets.ofProject', { id: other, asOf })).isLacking).toBe(true);
    expect((await test.call('assets.list', { asOf })).unregistered).toBe(1);
  });
});

describe('a place', () => {
  it('that several villages are called is told apart by its town, in the ledger and in the handover list', async () => {
    const book = makeWorkbook(fresh(), { sample: false });
    const path = join(fresh(), '重名.csv');
    const head = '资产编号,资产名称,乡镇,村,原值（万元）,移交时间,接收方,资产状态,处置方式,处置时间,处置批准文号';
    const rows = [
      'A1,路一,甲镇,新村,10,2024-05,新村村委会,正常,,,',
      'A2,路二,乙镇,新村,5,,,正常,,,',
      'A3,旧房,甲镇,新村,2,,,已处置,报废,2025-03-01,红政复〔2025〕3号',
    ];
    writeFileSync(path, [head, ...rows].join('\r\n'));
    await run('assets', book, 'import', path);
    const names = async (...args: string[]): Promise<string> => {
      const { tables } = await run<{ tables: { rows: unknown[][] }[] }>('assets', book, 'handover', ...args);
      return JSON.stringify(tables[0]?.rows);
    };
    const all = await names('--as-of', '2026-11-30');
    expect(all).toContain('路一');
    expect(all).toContain('路二');
    expect(all).not.toContain('旧房');
    expect(await names('--place', '甲镇新村')).not.toContain('路二');
    expect(await names('--as-of', '2025-01-01')).toContain('旧房');
  });
});

describe('the end of an asset', () => {
  it('needs the number of its approval', async () => {
    const path = makeWorkbook(fresh(), { sample: false });
    await run('assets', path, 'import', ledger(ROWS));
    const test = makeTestApp(fresh());
    await test.call('workbook.open', { token: test.openToken(path) });
    const { rows } = await test.call('assets.list', { asOf: '2026-11-30' });
    const id = rows[0]?.asset.id ?? '';
    const end = { id, way: '报废' as const, date: '2026-11-01' };
    await expect(test.call('assets.dispose', { ...end, documentNumber: ' ' })).rejects.toThrow('没有写批准文号');
    await test.call('assets.dispose', { ...end, documentNumber: '红政复〔2026〕9号' });
    const after = await test.call('assets.list', { asOf: '2026-11-30' });
    expect(after.rows[0]).toMatchObject({ stage: '已处置' });
    const before = await test.call('assets.list', { asOf: '2026-10-31' });
    expect(before.rows[0]).toMatchObject({ stage: '已确权' });
  });

  it('is left out of a ledger that names no paper, and told', async () => {
    const book = makeWorkbook(fresh(), { sample: false });
    const path = join(fresh(), '处置.csv');
    const head = '资产编号,资产名称,原值（万元）,资产状态,处置方式,处置时间,处置批准文号';
    writeFileSync(
      path,
      [head, 'A1,旧路,10,已处置,报废,2025-03-01,', 'A2,旧房,5,已处置,转让,2025-04-01,红政复〔2025〕3号'].join('\r\n'),
    );
    const { problems } = await run<Imported>('assets', book, 'import', path);
    expect(problems.map(({ message }) => message).join('')).toContain('报废没有写批准文号');
    const { findings } = await run<{ findings: { rule: string }[] }>('check', book);
    expect(findings.filter(({ rule }) => rule === 'D10')).toHaveLength(1);
  });
});
