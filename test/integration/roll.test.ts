// xianjie roll: the unfinished projects of an old workbook in a new one, once each, and what is refused.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { readPdf } from '#test/support/pdf.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { openSession } from '#test/support/workbook.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

const root = makeTempFolder();
let folder = '';
let old = '';

const LIST = [
  '项目表',
  '单位：万元',
  '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,其他资金,2024年,2025年,2026年',
  '1,A1,甲村灌溉渠建设,大营街街道,甸苴,修渠,2024-2026,1000,600,400,300,300,400',
  '2,A2,乙村道路硬化,大营街街道,甸苴,修路,2024,35.41,35.41,,35.41,,',
  '3,A3,丙村冷库建设,研和街道,玉苗,建冷库,2026-2027,50,50,,,,50',
];

beforeAll(async () => {
  folder = mkdtempSync(join(root, 'r-'));
  old = join(folder, '旧.xianjie');
  writeFileSync(join(folder, 'list.csv'), LIST.join('\r\n'));
  expect((await xianjie('new', old, '--region', '530402', '--period', '2021-2025')).status).toBe(0);
  expect((await xianjie('import', old, join(folder, 'list.csv'))).status).toBe(0);
});

const roll = (to: string, ...more: string[]) =>
  xianjie('roll', old, join(folder, to), '--period', '2026-2030', '--json', ...more);

describe('a roll-over', () => {
  it('takes what is not finished, says what is left, and adds nothing the second time', async () => {
    const bytes = readFileSync(old);
    const first = await roll('新.xianjie');
    expect([first.status, first.json()]).toMatchObject([
      0,
      {
        taken: 2,
        left: 1,
        added: 2,
        asOf: '2025-12-31',
        list: [
          {
            code: 'A1',
            name: '甲村灌溉渠建设',
            state: '在建',
            nature: '续建',
            totalWan: '1000',
            beforeWan: '600',
            periodWan: '400',
            note: expect.any(String),
          },
          { code: 'A3', state: '储备', nature: '新建', totalWan: '50', beforeWan: null, periodWan: '50' },
        ],
        notTaken: [{ code: 'A2', state: '竣工' }],
      },
    ]);
    expect(first.err).toContain('结转不看项目办理和支付记录');
    expect(readFileSync(old).equals(bytes)).toBe(true);
    const made = readFileSync(join(folder, '新.xianjie'));
    const second = await roll('新.xianjie');
    expect(second.json()).toMatchObject({ taken: 2, added: 0 });
    expect(readFileSync(join(folder, '新.xianjie')).equals(made)).toBe(true);
    expect((await xianjie('verify', join(folder, '新.xianjie'))).status).toBe(0);

    const { projects } = (await xianjie('list', join(folder, '新.xianjie'), '--json')).json() as { projects: object[] };
    expect(projects).toMatchObject([
      {
        code: 'A1',
        nature: '续建',
        totalWan: '1000',
        beforeWan: '600',
        byYear: { '2026': '400' },
        origin: { workbook: '旧.xianjie' },
      },
      { code: 'A3', nature: '新建', byYear: { '2026': '50' } },
    ]);
    const check = (await xianjie('check', join(folder, '新.xianjie'), '--json')).json() as {
      findings: { rule: string }[];
    };
    expect(check.findings.filter(({ rule }) => ['T01', 'T02', 'T16'].includes(rule))).toEqual([]);
    const plan = await xianjie('tables', join(folder, '新.xianjie'), '--table', 'years', '--json');
    expect(plan.out).toContain('"450"');
    const whole = await xianjie(
      'tables',
      join(folder, '新.xianjie'),
      '--table',
      'years',
      '--money',
      '总投资',
      '--json',
    );
    expect(whole.out).toContain('"1050"');
  });

  it('does not bring back what was deleted in the new plan, and brings what another choice adds', async () => {
    await roll('改.xianjie');
    const { session } = openSession(join(folder, '改.xianjie'));
    const gone = session.planData().projects.find(({ code }) => code === 'A3');
    session.change('projects.remove', '删除', (tx) => tx.put('project', gone?.id ?? '', null));
    session.close();
    expect((await roll('改.xianjie')).json()).toMatchObject({ added: 0 });
    expect((await roll('改.xianjie', '--take', '在建,储备,竣工')).json()).toMatchObject({ taken: 3, added: 1 });
    const { session: after } = openSession(join(folder, '改.xianjie'));
    expect(
      after
        .planData()
        .projects.map(({ code }) => code)
        .sort(),
    ).toEqual(['A1', 'A2']);
    after.undo();
    expect(after.planData().projects).toHaveLength(1);
    after.close();
  });

  it('writes the 结转清单', async () => {
    const out = join(folder, '清单.xlsx');
    expect((await roll('单.xianjie', '--out', out)).status).toBe(0);
    const book = await readWorkbookFile(out);
    const texts = book.sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ value }) => value?.text ?? '')) ?? [];
    for (const word of ['项目编号', '原状态', '结转后性质', '期前完成', '规划期投资', '甲村灌溉渠建设', '续建'])
      expect(texts).toContain(word);
    expect(texts).not.toContain('乙村道路硬化');
  });

  it('prints the 结转清单, with a sum below', async () => {
    const out = join(folder, '清单.pdf');
    expect((await roll('印.xianjie', '--out', out)).status).toBe(0);
    const [page] = await readPdf(out);
    const lines = (page?.lines ?? []).map((line) => line.replace(/\s/g, ''));
    expect(lines[0]).toBe('红塔区“十四五”项目结转“十五五”清单');
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^合计2个项目1,050\.00600\.00450\.00$/)]));
    expect(lines.at(-1)).toBe('第1页共1页');
  });

  it('reads a workbook that is open elsewhere', async () => {
    const { session } = openSession(old);
    try {
      expect((await roll('锁.xianjie')).status).toBe(0);
    } finally {
      session.close();
    }
  });

  it('names funds, years and plan anew, and keeps places and classes', async () => {
    await roll('框.xianjie');
    const { session } = openSession(join(folder, '框.xianjie'));
    const { plan, reference } = session.planData();
    expect(plan).toMatchObject({
      firstYear: 2026,
      lastYear: 2030,
      regionCode: '530402',
      scheme: 'county',
      midYear: 2028,
    });
    expect(plan.title).not.toMatch(/衔接|十四五/);
    expect(reference.fundSources.find(({ id }) => id === 'fiscal')?.name).toBe('常态化帮扶资金');
    const { session: before } = openSession(old);
    expect(reference.regions).toEqual(before.planData().reference.regions);
    expect(reference.categories).toEqual(before.planData().reference.categories);
    before.close();
    session.close();
  });
});

describe('takes', () => {
  it('years that both plans have as years of the new one, and says which are 期前', async () => {
    const run = await xianjie('roll', old, join(folder, '叠.xianjie'), '--period', '2024-2028', '--json');
    expect(run.status).toBe(0);
    expect(run.err).toContain('2021—2023 年的投资计入期前完成，2024—2025 年的投资照旧列在新规划期的各年');
    const { projects } = (await xianjie('list', join(folder, '叠.xianjie'), '--json')).json() as { projects: object[] };
    expect(projects.length).toBeGreaterThan(0);
  });

  it.each(['national', '国家项目库类型'])(
    'a scheme of the program that the old workbook has not loaded: %s',
    async (scheme) => {
      const to = join(folder, `国家${scheme.length}.xianjie`);
      const run = await xianjie('roll', old, to, '--period', '2026-2030', '--scheme', scheme, '--json');
      expect(run.err).not.toContain('没有类别体系');
      expect(run.status).toBe(0);
      const { session } = openSession(to);
      const { plan, reference } = session.planData();
      expect(plan.scheme).toBe('national');
      expect(reference.categories.some((one) => one.scheme === 'national')).toBe(true);
      session.close();
    },
  );
});

describe('is refused in words', () => {
  it.each<[string, () => string[], string]>([
    [
      'a period that begins no later',
      () => ['roll', old, join(folder, 'x.xianjie'), '--period', '2021-2029'],
      '没有可以计入期前的年度',
    ],
    [
      'a day within the new period',
      () => ['roll', old, join(folder, 'x.xianjie'), '--period', '2026-2030', '--as-of', '2026-06-30'],
      '最晚为 2025年12月31日',
    ],
    [
      'no day',
      () => ['roll', old, join(folder, 'x.xianjie'), '--period', '2026-2030', '--as-of', '2025年底'],
      '不是日期',
    ],
    [
      'a scheme that is not there',
      () => ['roll', old, join(folder, 'x.xianjie'), '--period', '2026-2030', '--scheme', 'none'],
      '没有类别体系“none”',
    ],
    [
      'a state that the plan does not tell',
      () => ['roll', old, join(folder, 'x.xianjie'), '--period', '2026-2030', '--take', '已下达'],
      '不能判断',
    ],
    [
      'an old workbook that is not there',
      () => ['roll', join(folder, '没有.xianjie'), join(folder, 'x.xianjie'), '--period', '2026-2030'],
      '没有.xianjie',
    ],
    ['itself', () => ['roll', old, old, '--period', '2026-2030'], '不能结转到它自己'],
  ])('%s', async (_, argv, words) => {
    const run = await xianjie(...argv());
    expect(run.status).not.toBe(0);
    expect(run.err).toContain(words);
    expect(existsSync(join(folder, 'x.xianjie'))).toBe(false);
  });

  it('a new workbook that is something else, and it stays as it was', async () => {
    const other = join(folder, '别的.xianjie');
    copyFileSync(old, other);
    const run = await roll('别的.xianjie');
    expect(run.status).not.toBe(0);
    expect(run.err).toContain('不是由“旧.xianjie”结转来的');
    expect(readFileSync(other).equals(readFileSync(old))).toBe(true);
    await roll('期.xianjie');
    const longer = await xianjie('roll', old, join(folder, '期.xianjie'), '--period', '2026-2031');
    expect(longer.err).toContain('规划期是 2026—2030 年');
  });
});
