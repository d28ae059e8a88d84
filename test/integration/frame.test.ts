// 规划设置 through the one door and the command line: changes as undo steps, refusals that change nothing, sheets there
// and back.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FrameChange } from '#shared/frame/changes.ts';
import { makeTestApp, type TestApp } from '#test/support/app.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { makeWorkbook } from '#test/support/workbook.ts';

const folder = makeTempFolder();
let test: TestApp;
let path: string;

beforeEach(async () => {
  path = makeWorkbook(mkdtempSync(join(folder, 'w-')), { sample: true });
  test = makeTestApp(mkdtempSync(join(folder, 'a-')));
  await test.call('workbook.open', { token: test.openToken(path) });
});

const frame = async () => (await test.call('frame.read', {})).frame;
const uses = async () => (await test.call('frame.read', {})).uses;
const save = (...changes: FrameChange[]) => test.call('frame.save', { changes });
const refuse = async (...changes: FrameChange[]) => {
  const before = await everything();
  const error = await test.refuse('frame.save', { changes });
  expect(await everything()).toEqual(before);
  return error.message;
};
const everything = async () => [await frame(), await test.call('projects.list', {}), await test.call('tables.get', {})];
const classOf = async (id: string) => (await frame()).categories.find((one) => one.id === id);

describe('classes', () => {
  it('a renamed class keeps its old name as an alias, and tables follow', async () => {
    const before = await everything();
    await save({ do: 'class-set', id: 'county.industry.planting', name: '粮食种植' });
    expect(await classOf('county.industry.planting')).toMatchObject({
      name: '粮食种植',
      aliases: expect.arrayContaining(['种植业']),
    });
    expect(JSON.stringify(await test.call('tables.get', {}))).toContain('粮食种植');
    expect((await test.call('app.status', {})).workbook?.undo?.label).toBe('类别“种植业”改名为“粮食种植”');
    await test.call('history.undo', {});
    expect(await everything()).toEqual(before);
  });

  it('a merged class hands over its projects, its names and what stands beneath', async () => {
    const { classes } = await uses();
    const before = await everything();
    const { moved } = await save({
      do: 'class-merge',
      id: 'county.industry.breeding',
      into: 'county.industry.planting',
    });
    expect(moved).toBe(classes['county.industry.breeding']);
    expect(moved).toBeGreaterThan(0);
    expect((await uses()).classes['county.industry.planting']).toBe((classes['county.industry.planting'] ?? 0) + moved);
    expect(await classOf('county.industry.breeding')).toBeUndefined();
    expect((await classOf('county.industry.planting'))?.aliases).toContain('养殖业');
    await test.call('history.undo', {});
    expect(await everything()).toEqual(before);
    await test.call('history.redo', {});
    expect(await classOf('county.industry.breeding')).toBeUndefined();
    expect(await test.call('workbook.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('classes are added in their place, moved and numbered anew in one step', async () => {
    await save(
      {
        do: 'class-add',
        id: 'county.new',
        scheme: 'county',
        parent: null,
        name: '数字乡村',
        ordinal: '',
        before: 'county.employment',
      },
      { do: 'class-move', id: 'county.industry.loans', parent: 'county.new', before: null },
      { do: 'class-number', scheme: 'county', parent: null },
    );
    const tops = (await frame()).categories.filter(({ scheme, parent }) => scheme === 'county' && parent === null);
    expect(tops.map(({ ordinal, name }) => `${ordinal}、${name}`).slice(0, 3)).toEqual([
      '一、乡村特色产业帮扶',
      '二、数字乡村',
      '三、稳定就业帮扶',
    ]);
    expect((await classOf('county.industry.loans'))?.parent).toBe('county.new');
    await test.call('history.undo', {});
    expect((await classOf('county.industry.loans'))?.parent).toBe('county.industry');
  });

  it('what cannot be is refused with the ways out, and nothing changes', async () => {
    expect(
      await refuse({ do: 'class-move', id: 'county.industry', parent: 'county.industry.planting', before: null }),
    ).toMatch(/不能移到它自己的下级“种植业”.*请选别的上级/);
    expect(await refuse({ do: 'class-set', id: 'county.industry.breeding', name: '种植业' })).toMatch(
      /“乡村特色产业帮扶”下有两个类别都叫“种植业”.*合并/,
    );
    const held = await refuse({ do: 'class-remove', id: 'county.industry.planting' });
    expect(held).toMatch(/类别“种植业”下还有 \d+ 个项目.*改列到哪个类别.*未分类.*并入/);
    expect(await refuse({ do: 'class-set', id: 'county.industry', name: '  ' })).toMatch(/没有名称/);
    expect(await refuse({ do: 'map', from: 'county.industry', scheme: 'city', to: 'city.nowhere' })).toMatch(
      /不在类别表中/,
    );
  });

  it('a class with projects goes once it is said where they go', async () => {
    const { classes } = await uses();
    const { moved, unclassified } = await save({ do: 'class-remove', id: 'county.industry.planting', to: null });
    expect([moved, unclassified]).toEqual([classes['county.industry.planting'], classes['county.industry.planting']]);
  });

  it('another scheme takes the projects by the mapping', async () => {
    const { builtIn } = await test.call('frame.read', {});
    expect(builtIn).toEqual([{ id: 'national', name: '国家项目库类型' }]);
    const { projectCount } = (await test.call('app.status', {})).workbook ?? {};
    const { moved } = await save({ do: 'scheme-built-in', id: 'national' }, { do: 'scheme-use', id: 'national' });
    expect(moved).toBe(projectCount);
    expect(JSON.stringify(await test.call('tables.get', {}))).toContain('产业发展');
    const tables = await test.call('tables.get', {});
    expect(tables.tables.filter(({ id }) => id.startsWith('class:')).length).toBeGreaterThan(3);
  });
});

describe('period, names and fund sources', () => {
  it('a period that would cut off amounts names them', async () => {
    const message = await refuse({ do: 'plan', set: { lastYear: 2024, midYear: 2023 } });
    expect(message).toMatch(
      /2021—2025 年改为 2021—2024 年，会有 \d+ 个项目的 \d+ 处金额（共 [\d.]+ 万元）.*2025 年 [\d.]+ 万元/,
    );
    expect(await refuse({ do: 'plan', set: { lastYear: 2031 } })).toMatch(/共 11 年，最长 10 年/);
    expect(await refuse({ do: 'plan', set: { midYear: 2030 } })).toMatch(/中期评估年 2030 不在规划期/);
    expect(await refuse({ do: 'plan', set: { title: ' ' } })).toMatch(/附表标题不能空着/);
  });

  it('an extended period and free names hold everywhere', async () => {
    await save({ do: 'plan', set: { lastYear: 2026, name: '乡村全面振兴', title: '某区乡村全面振兴规划项目表' } });
    const { workbook } = await test.call('app.status', {});
    expect(workbook?.plan).toMatchObject({ lastYear: 2026, title: '某区乡村全面振兴规划项目表' });
    const tables = JSON.stringify(await test.call('tables.get', {}));
    expect(tables).toContain('2026年');
  });

  it('names of funds whose years overlap are refused; a source with amounts is merged, not deleted', async () => {
    const names = [
      { from: 2021, to: 2025, name: '甲资金' },
      { from: 2025, to: null, name: '乙资金' },
    ];
    expect(await refuse({ do: 'source-set', id: 'sector', names })).toMatch(
      /两个名称年份重叠：“2021—2025年 甲资金”和“2025年起 乙资金”/,
    );
    expect(await refuse({ do: 'source-remove', id: 'sector' })).toMatch(
      /在 \d+ 个项目.*里有金额，共 [\d.]+ 万元.*并入/,
    );
    const before = await test.call('summary.get', {});
    await save({ do: 'source-merge', id: 'sector', into: 'other' });
    const after = await test.call('summary.get', {});
    expect(after.total.total).toBe(before.total.total);
    expect(after.total.bySource.other).toBe((before.total.bySource.other ?? 0) + (before.total.bySource.sector ?? 0));
    expect((await frame()).fundSources.find(({ id }) => id === 'other')?.aliases).toContain('行业部门专项资金');
  });

  it('an indicator with a number needs a unit', async () => {
    const value = {
      ...{ position: 1, group: '一', name: '新指标', unit: null, baseYear: '2020', baseValue: null },
      ...{ targetYear: '2025', targetValue: '≥10', attribute: '约束性', isRemoved: false },
    };
    const error = await test.refuse('records.save', { changes: [{ kind: 'indicator', id: '1', value }] });
    expect(error.message).toMatch(/“新指标”的值是“≥10”，没有写单位/);
  });
});

describe('places', () => {
  const town = async () => {
    const { regions } = await frame();
    const { places } = await uses();
    return regions
      .filter(({ level, code }) => level === 'town' && (places[code] ?? 0) > 0)
      .map((one) => ({ ...one, count: places[one.code] ?? 0 }));
  };

  it('a merged town keeps being read; on request projects write the new name', async () => {
    const [first, second] = await town();
    if (!first || !second) throw new Error('the sample has towns');
    const clean = (await frame()).regions.filter(({ parent }) => parent === first.code);
    const changes: FrameChange[] = [
      ...clean.map(
        (one): FrameChange => ({ do: 'place-move', code: one.code, parent: second.code, before: null, rewrite: false }),
      ),
      { do: 'place-merge', code: first.code, into: second.code, rewrite: false },
    ];
    expect((await save(...changes)).moved).toBe(0);
    expect((await uses()).places[second.code]).toBe(first.count + second.count);
    await test.call('history.undo', {});
    const { moved } = await save({ do: 'place-merge', code: first.code, into: second.code, rewrite: true });
    expect(moved).toBe(first.count);
    const { projects } = await test.call('projects.list', {});
    expect(projects.filter((one) => one.town === first.name)).toEqual([]);
    expect(projects.filter((one) => one.town === second.name)).toHaveLength(first.count + second.count);
  });

  it('places are added and renamed; one in use is not deleted', async () => {
    const [first] = await town();
    if (!first) throw new Error('the sample has towns');
    await save(
      { do: 'place-add', code: `${first.code}/新村`, parent: first.code, name: '新村', level: 'village', before: null },
      { do: 'place-set', code: first.code, name: '新名街道', rewrite: true },
    );
    const { projects } = await test.call('projects.list', {});
    expect(projects.filter((one) => one.town === '新名街道')).toHaveLength(first.count);
    const beneath = (await frame()).regions.filter(({ parent }) => parent === first.code);
    const all = beneath.map((one): FrameChange => ({ do: 'place-remove', code: one.code }));
    expect(await refuse(...all, { do: 'place-remove', code: first.code })).toMatch(/还有 \d+ 个项目.*并入另一个/);
  });
});

describe('sheets', () => {
  it('what was exported changes nothing when it comes back', async () => {
    // A class at the end of the first of two schemes lies behind the second one in the table.
    const { plan } = await frame();
    await save({
      do: 'class-add',
      id: 'last',
      scheme: plan.scheme,
      parent: null,
      ordinal: '七',
      name: '末类',
      before: null,
    });
    await test.call('frame.export', { token: test.saveToken('f.xlsx') });
    const file = await exported();
    const before = await everything();
    expect(await test.call('frame.import', { token: test.openToken(file) })).toEqual({
      changes: [],
      moved: 0,
      unclassified: 0,
    });
    expect(await everything()).toEqual(before);
  });

  it('so it is with each of the schemes of the program', async () => {
    await save({ do: 'scheme-built-in', id: 'national' });
    for (const id of ['national', 'city', 'county']) {
      await save({ do: 'scheme-use', id });
      const file = await exported();
      expect(await test.call('frame.import', { token: test.openToken(file) })).toEqual({
        changes: [],
        moved: 0,
        unclassified: 0,
      });
    }
  });

  it('a scheme with a circle, doubles and missing parents is refused by sheet and row', async () => {
    const file = join(mkdtempSync(join(folder, 'c-')), '类别.csv');
    writeFileSync(file, ['名称,上级,编号', '甲,乙,一', '乙,甲,二', '丙,丁,三', '戊,,四', '戊,,五'].join('\r\n'));
    const before = await everything();
    const { message } = await test.refuse('frame.import', { token: test.openToken(file) });
    expect(message).toMatch(/第 2 行：类别“甲”的上级绕成了一圈/);
    expect(message).toMatch(/第 4 行：类别“丙”的上级“丁”不在表中/);
    expect(message).toMatch(/第 6 行：同一级有两个类别都叫“戊”/);
    expect(await everything()).toEqual(before);
  });

  it('a scheme of others comes in beside ours', async () => {
    const file = join(mkdtempSync(join(folder, 's-')), '本县类别.csv');
    writeFileSync(
      file,
      ['一级,二级,三级,编号', '产业,,,一', '产业,种养,,（一）', ',加工,,（二）', '基础设施,道路,通村路,1'].join('\r\n'),
    );
    await test.call('frame.import', { token: test.openToken(file) });
    const { schemes, categories } = await frame();
    const scheme = schemes.at(-1);
    const own = categories.filter((one) => one.scheme === scheme?.id);
    expect(own.map(({ ordinal, name }) => `${ordinal}${name}`)).toEqual([
      '一产业',
      '（一）种养',
      '（二）加工',
      '基础设施',
      '道路',
      '1通村路',
    ]);
    expect(await test.call('frame.import', { token: test.openToken(file) })).toMatchObject({ changes: [] });
  });
});

async function exported(): Promise<string> {
  const target = join(mkdtempSync(join(folder, 'x-')), '规划设置.xlsx');
  await test.call('frame.export', { token: test.openToken(target) });
  return target;
}
