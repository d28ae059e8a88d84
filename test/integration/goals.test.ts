// Performance goals by the command line: forms of offices taken in, one a sheet, filled up by the self-evaluation, scored; goals
// offered from projects; forms that go out and come back the same.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/excel/read/index.ts';
import { renderBook } from '#electron/excel/write/book.ts';
import type { GoalIndicator } from '#shared/records/goal.ts';
import { showCells } from '#test/support/show-cells.ts';
import { makeTempFolder } from '#test/support/temp-folder.ts';
import { xianjie } from '#test/unit/electron/cli/run-in-process.ts';

let folder = '';
let book = '';

/** A file of sheets, each rows of texts; '>' is covered by the cell before it, '^' by the one above. */
async function sheets(
  name: string,
  all: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
): Promise<string> {
  const { bytes } = await renderBook((made) => {
    for (const [sheetName, rows] of Object.entries(all)) {
      const sheet = made.addSheet({
        ...{ name: sheetName, paper: { size: 'A4', orientation: 'portrait' } },
        ...{ widths: [12, 12, 24, 16, 16, 10, 10, 20], frozen: { columns: 0, rows: 0 }, titleRows: null },
      });
      rows.forEach((cells, at) => {
        const row = sheet.getRow(at + 1);
        cells.forEach((cell, column) => {
          if (cell !== '' && cell !== '>' && cell !== '^') row.getCell(column + 1).value = cell;
        });
      });
      const spans = (rows: readonly (readonly (string | number)[])[]): void => {
        rows.forEach((cells, at) => {
          cells.forEach((cell, column) => {
            if (cell === '>' || cell === '^') return;
            let across = 1;
            while (cells[column + across] === '>') across += 1;
            let down = 1;
            while (rows[at + down]?.[column] === '^') down += 1;
            if (across > 1 || down > 1) sheet.mergeCells(at + 1, column + 1, at + down, column + across);
          });
        });
      };
      spans(rows);
      sheet.commit();
    }
  });
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const ask = async (...argv: string[]) => {
  const run = await xianjie(...argv, '--json');
  if (run.out === '') throw new Error(run.err);
  return { status: run.status, value: run.json() as Record<string, unknown> };
};
const codes = (value: Record<string, unknown>): string[] =>
  (value.problems as { code: string }[]).map(({ code }) => code).sort();
interface Listed {
  project: string;
  year: number;
  annualGoal: string;
  totalWan: string | null;
  indicators: GoalIndicator[];
}
const list = async (): Promise<Listed[]> => (await ask('goals', book)).value.goals as Listed[];

beforeEach(async () => {
  folder = mkdtempSync(join(makeTempFolder(), 'g-'));
  book = join(folder, '县.xianjie');
  await xianjie('new', book, '--region', '530402', '--period', '2021-2025');
  const rows = [
    '项目表',
    '单位：万元',
    '序号,项目编号,项目名称,乡镇,村,建设内容,建设年限,总投资,财政衔接资金,2025年,受益人口,脱贫人口',
    '1,A1,甲村道路硬化项目,大营街街道,甸苴,"硬化村内道路2.6公里，安装路灯40盏，长期管护",2025,117.98,117.98,117.98,800,500',
    '2,A2,乙村蔬菜大棚项目,大营街街道,甸苴,新建大棚30座,2025,50,50,50,,',
    '3,A3,丙村引水项目,大营街街道,甸苴,引水,2022,20,20,,,',
  ];
  const file = join(folder, '项目表.csv');
  writeFileSync(file, rows.join('\r\n'));
  await xianjie('import', book, file);
});

const DECLARED = [
  ['绩效目标申报表（基础设施建设类）', '>', '>', '>', '>', '>'],
  ['（2025年度）', '>', '>', '>', '>', '>'],
  ['项目名称', '甲村道路硬化项目', '>', '>', '>', '>'],
  ['资金情况（万元）', '年度资金总额', '>', 117.98, '>', '>'],
  ['^', '其中：财政拨款', '>', 100, '>', '>'],
  ['^', '其他资金', '>', 10, '>', '>'],
  ['总体目标', '年度目标', '硬化道路，方便出行', '>', '>', '>'],
  ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '备注'],
  ['^', '产出指标', '数量指标', '★硬化道路里程', '>=2.6公里', ''],
  ['^', '^', '^', '绿化株数', '≥**株', ''],
  ['^', '^', '质量指标', '验收合格率', '=100%', ''],
  ['^', '^', '时效指标', '完成及时率', '100%', ''],
  ['^', '^', '成本指标', '总投资', '≤45万元', ''],
  ['^', '效益指标', '社会效益指标', '受益脱贫人口', '≥500人', ''],
  ['^', '满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', ''],
  ['注：三颗星为必填的核心绩效指标。', '>', '>', '>', '>', '>'],
  ['财政部门审核意见（盖章）', '>', '>', '>', '>', '>'],
];

const SELF = [
  ['项目支出绩效自评表', '>', '>', '>', '>', '>', '>', '>'],
  ['（2025年度）', '>', '>', '>', '>', '>', '>', '>'],
  ['项目名称', '甲村道路硬化项目', '>', '>', '>', '>', '>', '>'],
  ['项目资金（元）', '', '年初预算数', '全年预算数(A)', '全年执行数(B)', '分值', '执行率(B/A)', '得分'],
  ['^', '年度资金总额', 1179800, 1179800, 1129200, 10, '95.71%', 9.57],
  ['^', '其中：本年财政拨款', 1179800, 1179800, 1129200, '-', '-', '-'],
  ['年度总体目标', '预期目标', '>', '>', '实际完成情况', '>', '>', '>'],
  ['^', '硬化道路，方便出行', '>', '>', '已完成', '>', '>', '>'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['产出指标（50分）', '数量指标', '硬化道路里程', '≥2.6公里', 2.6, 15, 15, ''],
  ['^', '质量指标', '验收合格率', '=100%', '100%', 10, 10, ''],
  ['^', '时效指标', '完成及时率', '100%', '80%', 10, 8, '雨季停工'],
  ['^', '成本指标', '总投资', '≤45万元', '50万元', 15, 13.5, '材料涨价'],
  ['效益指标（30分）', '社会效益指标', '受益脱贫人口', '≥500人', '420人', 30, 25.2, '外出务工'],
  ['满意度指标（10分）', '服务对象满意度指标', '群众满意度', '≥95%', '93%', 10, 9.79, '待改进'],
  ['总分', '>', '>', '>', '>', 100, 91.06, ''],
];

describe('forms of offices', () => {
  it('are taken in with what is wrong in them told, and scored once the year is over', async () => {
    const broken = DECLARED.map((row) =>
      row.map((cell) => (cell === '甲村道路硬化项目' ? '丁村不在表里的项目' : cell)),
    );
    const file = await sheets('申报.xlsx', { 甲村: DECLARED, 丁村: broken, 说明: [['填表说明', '按要求填写']] });
    const declared = await ask('goals', book, 'import', file);
    expect(declared.status).toBe(1);
    expect([declared.value.forms, declared.value.added, codes(declared.value)]).toEqual([
      2,
      1,
      ['goal-placeholder', 'goal-sum', 'no-table', 'project-unknown'],
    ]);
    const said = (declared.value.problems as { message: string }[]).map(({ message }) => message).join('\n');
    expect(said).toContain('年度资金总额 117.98 万元，各项合计 110.00 万元，差 7.98 万元');
    const [one] = await list();
    expect(one).toMatchObject({
      project: '甲村道路硬化项目',
      year: 2025,
      annualGoal: '硬化道路，方便出行',
      totalWan: '117.98',
    });
    expect(one?.indicators.map(({ level, kind, name, target, isCore }) => [level, kind, name, target, isCore])).toEqual(
      [
        ['产出', '数量', '硬化道路里程', '>=2.6公里', true],
        ['产出', '数量', '绿化株数', '≥**株', false],
        ['产出', '质量', '验收合格率', '=100%', false],
        ['产出', '时效', '完成及时率', '100%', false],
        ['产出', '成本', '总投资', '≤45万元', false],
        ['效益', '社会效益', '受益脱贫人口', '≥500人', false],
        ['满意度', '服务对象满意度', '群众满意度', '≥95%', false],
      ],
    );
    expect((await ask('goals', book, 'import', file)).value).toMatchObject({ added: 0, updated: 0, known: 1 });
  });

  it('of a self-evaluation come to the golden score, money in 元 among them', async () => {
    const done = await ask('goals', book, 'import', await sheets('自评.xlsx', { Sheet1: SELF }));
    expect([done.status, done.value.added, codes(done.value)]).toEqual([0, 1, []]);
    const { value, status } = await ask('evaluate', book, '--year', '2025');
    expect(status).toBe(0);
    const [row] = value.rows as {
      project: string;
      score: string;
      grade: string;
      parts: { name: string; weight: string; score: string }[];
    }[];
    expect(row).toMatchObject({ project: '甲村道路硬化项目', score: '91.06', grade: '优' });
    expect(row?.parts.map(({ weight, score }) => [weight, score])).toEqual([
      ['15', '15'],
      ['10', '10'],
      ['10', '8'],
      ['15', '13.5'],
      ['30', '25.2'],
      ['10', '9.79'],
      ['10', '9.57'],
    ]);
    await xianjie('undo', book);
    expect(await list()).toEqual([]);
  });

  it('fill up what was declared; a target that differs stays and is told', async () => {
    await ask('goals', book, 'import', await sheets('申报.xlsx', { 甲村: DECLARED }));
    const other = SELF.map((row) => row.map((cell) => (cell === '≥500人' ? '≥400人' : cell)));
    const second = await ask('goals', book, 'import', await sheets('自评.xlsx', { Sheet1: other }));
    expect([second.value.updated, codes(second.value)]).toEqual([1, ['goal-money-differs', 'goal-target-differs']]);
    const [one] = await list();
    expect(one?.indicators.find(({ name }) => name === '受益脱贫人口')).toMatchObject({
      target: '≥500人',
      actual: '420人',
      weight: 30,
    });
    // The placeholder has no value: no score, which is not 0.
    const { value, status } = await ask('evaluate', book, '--year', '2025');
    expect(status).toBe(0);
    expect((value.rows as { score: string | null }[])[0]?.score).toBeNull();
  });

  it('several under each other and forty sheets come in as one step', async () => {
    const short = (name: string) => [
      ['项目绩效目标表（2025年度）', '>', '>', '>'],
      ['项目名称', name, '>', '>'],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '建设数量', '≥30座'],
      ['满意度指标', '满意度', '满意度', '≥95%'],
    ];
    const many = Object.fromEntries(Array.from({ length: 38 }, (_, at) => [`空${at}`, short(`没有的项目${at}`)]));
    const file = await sheets('四十张.xlsx', {
      一: [...short('甲村道路硬化项目'), ['', '', '', ''], ...short('乙村蔬菜大棚项目')],
      ...many,
      二: short('丙村引水项目'),
    });
    const { value } = await ask('goals', book, 'import', file, '--pair', '空0=skip');
    expect([value.forms, value.added]).toEqual([41, 3]);
    expect(codes(value)).toEqual(Array.from({ length: 37 }, () => 'project-unknown'));
    expect((await list()).map(({ project, indicators }) => [project, indicators.length])).toEqual([
      ['甲村道路硬化项目', 2],
      ['乙村蔬菜大棚项目', 2],
      ['丙村引水项目', 2],
    ]);
  });
});

describe('goals of one’s own', () => {
  it('are offered from what the projects of the year say of themselves', async () => {
    expect((await ask('goals', book, 'propose', '--year', '2025')).value).toMatchObject({ proposed: 2, known: 0 });
    const [first, second] = await list();
    expect(first?.indicators.map(({ name, target }) => [name, target])).toEqual([
      ['硬化村内道路长度', '≥2.6公里'],
      ['安装路灯数量', '≥40盏'],
      ['项目（工程）验收合格率', '=100%'],
      ['项目（工程）完成及时率', '≥100%'],
      ['项目投资', '≤117.98万元'],
      ['受益脱贫（监测）人口数', '≥500人'],
      ['受益群众满意度', '≥95%'],
    ]);
    expect(second?.indicators.map(({ target }) => target)).toEqual(['≥30座', '=100%', '≥100%', '≤50万元', '≥95%']);
    expect((await ask('goals', book, 'propose', '--year', '2025')).value).toMatchObject({ proposed: 0, known: 2 });
  });

  it('go out as forms of each kind and come back the same', async () => {
    await ask('goals', book, 'propose', '--year', '2025');
    await ask('goals', book, 'import', await sheets('自评.xlsx', { Sheet1: SELF }));
    const before = await list();
    for (const form of ['申报', '监控', '自评']) {
      const { value } = await ask(
        'goals',
        book,
        'export',
        '--form',
        form,
        '--year',
        '2025',
        '--out',
        join(folder, form),
      );
      const [file = ''] = value.files as string[];
      const text = Object.values(showCells(await readWorkbookFile(file)));
      expect(text).toContain('t:甲村道路硬化项目');
      const again = await ask('goals', book, 'import', file);
      expect({
        form,
        ...again.value,
        problems: codes(again.value).filter((code) => code !== 'goal-sum'),
      }).toMatchObject({ form, added: 0, problems: [] });
    }
    const after = await list();
    const plain = (all: Listed[]) =>
      all.map(({ indicators, ...goal }) => ({ ...goal, indicators: indicators.map(({ weight: _, ...one }) => one) }));
    expect(plain(after)).toEqual(plain(before));
    expect(
      (await xianjie('goals', book, 'export', '--form', '自评', '--year', '2030', '--out', folder)).status,
    ).not.toBe(0);
  });
});
