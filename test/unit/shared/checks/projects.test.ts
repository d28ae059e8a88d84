// Rules about the projects of a plan.
import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { RULES } from '#shared/checks/rules.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { cellKey, type Project } from '#shared/domain/project.ts';
import { wan } from '#shared/values/money.ts';
import { makeProject, planWith, samplePlan } from '../../seeds/sample-plan.ts';

const fine = { total: '100', bySource: { fiscal: '60', other: '40' }, byYear: { '2021': '70', '2022': '30' } };
const check = (...projects: Project[]) => runChecks(planWith(projects));
const short = ({ rule, level, column, left, right, difference }: Finding) =>
  [rule, level, column, left, right, difference].join(' ');

it('has one entry a rule, each with a title and help', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { id, title, help } of RULES) expect([id, title !== '' && help.length > 10]).toEqual([id, true]);
});

it('finds nothing in a consistent list', () => {
  expect(check(makeProject('a', fine))).toEqual([]);
  // The sample is true to the plan's sums: industry gets little of its 财政衔接资金, and one class is half of the plan.
  expect(runChecks(samplePlan()).map(({ rule, level, row }) => [rule, level, row])).toEqual([
    ['P04', 'warning', '产业项目'],
    ['P13', 'info', '进村道路硬化'],
  ]);
});

describe.each<[string, Project, string[]]>([
  [
    'total against sources (T01)',
    makeProject('a', { ...fine, total: '206.7', bySource: { fiscal: '173' }, byYear: { '2021': '206.7' } }),
    ['T01 error 总投资 206.7 173 33.7'],
  ],
  [
    'total against years (T02)',
    makeProject('a', { ...fine, byYear: { '2021': '70', '2022': '29.7' } }),
    ['T02 error 总投资 100 99.7 0.3'],
  ],
  [
    'rounding is no error',
    makeProject('a', { ...fine, total: '100.01' }),
    ['T01 rounding 总投资 100.01 100 0.01', 'T02 rounding 总投资 100.01 100 0.01'],
  ],
  [
    'a blank total is no zero: only the blank is named',
    makeProject('a', { bySource: { fiscal: '5' } }),
    ['T14 error 总投资   '],
  ],
  ['money outside 建设年限', makeProject('a', fine, { endAt: '2021' }), ['T02 error 2022年 30 0 30']],
  [
    'matrix against margins',
    makeProject('a', { ...fine, cells: { [cellKey(2021, 'fiscal')]: '60', [cellKey(2022, 'other')]: '40' } }),
    ['T02 error 2021年 70 60 10', 'T02 error 2022年 30 40 -10'],
  ],
  [
    'matrix with a source that has no margin',
    makeProject('a', { total: '9', bySource: { fiscal: '9' }, cells: { '2021|fiscal': '9', '2021|sector': '1' } }),
    // Its years are blank, but the matrix states them: 汇总表 reads them there, so nothing is 未分解.
    ['T01 error 行业部门专项资金 0 1 -1'],
  ],
  [
    'finer sources roll up before they are compared',
    makeProject('a', {
      total: '9',
      bySource: { 'fiscal.central': '5', 'fiscal.city': '4' },
      byYear: { '2021': '9' },
      cells: { '2021|fiscal': '9' },
    }),
    [],
  ],
  [
    'not broken down is information',
    makeProject('a', { total: '9' }),
    ['T01 info 资金来源 1  ', 'T02 info 分年度投资 1  '],
  ],
  [
    'negative amounts (T11)',
    makeProject('a', { total: '-5', bySource: { fiscal: '-5' }, byYear: { '2021': '-5' } }),
    ['T11 error 总投资 -5  ', 'T11 error 财政衔接资金 -5  ', 'T11 error 2021年 -5  '],
  ],
  ['counts that are none (T11)', makeProject('a', fine, { people: 1.5 }), ['T11 error 受益对象（人） 1.5  ']],
  ['a total of nothing (T10)', makeProject('a', { total: '0' }), ['T10 warning 总投资 0  ']],
  [
    'blanks (T14)',
    makeProject('a', fine, { name: ' ', categoryId: null, town: null, village: '' }),
    ['T14 error 项目名称   '],
  ],
  [
    'end before start (T16)',
    makeProject('a', { total: '1', bySource: { other: '1' } }, { startAt: '2023', endAt: '2022' }),
    ['T16 warning 建设年限 2023-2022  ', 'T02 info 分年度投资 1  '],
  ],
  [
    'years outside the plan (T16)',
    makeProject(
      'a',
      { total: '1', bySource: { other: '1' }, byYear: { '2026': '1' } },
      { startAt: '2025', endAt: '2026' },
    ),
    ['T16 warning 建设年限 2025-2026 2021-2025 ', 'T16 warning 2026年 1  '],
  ],
])('%s', (_, project, expected) => {
  const findings = check(project);
  it('is found at the right level', () => {
    expect(findings.map(short).sort()).toEqual([...expected].sort());
  });
  it('has a key of its own, a place and a sentence without ids', () => {
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
    for (const { message, table } of findings) {
      expect(table).toBe('项目表');
      expect(message).toMatch(/^项目表.*。$/);
      expect(message).not.toMatch(/fiscal|county\.|undefined|null|NaN/);
    }
  });
});

it('says what is wrong as a planner would', () => {
  const [finding] = check(makeProject('甲', { ...fine, total: '120' }));
  expect(finding?.message).toBe(
    '项目表“项目甲”行：总投资 120 ≠ 资金来源合计 100，差 20 万元（财政衔接资金60＋其他资金40）。请核对总投资和各项资金来源。',
  );
  expect(finding).toMatchObject({ projectId: '甲', columnKey: 'total' });
});

it('hints at a source that was left out', () => {
  const [finding] = check(makeProject('a', { ...fine, total: '60' }));
  expect(finding?.suspect).toBe('差额正好等于“其他资金” 40，疑漏计该项');
});

it('lists everything that is blank in one finding', () => {
  const findings = check(makeProject('a', {}, { name: '', categoryId: null, town: null, village: null }));
  expect(findings.map(({ message }) => message)).toEqual([
    '项目表“（未填名称的项目）”行：没有填 项目名称、规划类别、建设地点、总投资。请补填。',
  ]);
});

describe('duplicates (T13)', () => {
  const named = (id: string, name: string, fields: Partial<Project> = {}) =>
    makeProject(id, fine, { name, town: '大营街街道', village: '甸苴', ...fields });
  it.each([
    ['大营街街道甸苴村2023年村内道路硬化项目', '2023年大营街甸苴村道路硬化', {}, 1],
    ['甸苴村道路硬化（二期）', '甸苴村道路硬化（三期）', {}, 0],
    ['甸苴村道路硬化', '甸苴村道路硬化', { village: '师旗' }, 0],
    ['甸苴村道路硬化', '甸苴村道路硬化', { startAt: '2022' }, 0],
    ['甸苴村道路硬化', '甸苴村道路硬化工程', { town: '大营街', village: '甸苴村' }, 1],
  ])('%s | %s', (first, second, fields, count) => {
    const found = check(named('a', first), named('b', second, fields)).filter(({ rule }) => rule === 'T13');
    expect(found).toHaveLength(count);
  });
});

describe('places (T15)', () => {
  it.each<[string, Partial<Project>, string[]]>([
    ['known', { town: '研和街道', village: '玉苗村' }, []],
    ['all in one cell', { town: '红塔区研和街道玉苗村', village: null }, []],
    ['a village that nobody knows', { town: '研和街道', village: '新村' }, []],
    ['several places', { town: '研和街道和北城街道', village: null }, []],
    ['no town of the county', { town: '金牛镇', village: null }, ['金牛镇 ']],
    ['a slip of the pen', { town: '小石侨彝族乡', village: null }, ['小石侨彝族乡 疑为“小石桥”']],
    ['a village of another town', { town: '研和街道', village: '甸苴' }, ['甸苴 疑属 大营街']],
    ['the same in one cell', { town: '研和街道甸苴', village: null }, ['研和街道甸苴 疑属 大营街']],
  ])('%s', (_, fields, expected) => {
    const found = check(makeProject('a', fine, fields)).filter(({ rule }) => rule === 'T15');
    expect(found.map(({ left, suspect }) => `${left} ${suspect}`)).toEqual(expected);
  });

  it('are learned from the list', () => {
    const projects = ['a', 'b', 'c'].map((id) => makeProject(id, fine, { town: '玉带街道', village: null }));
    expect(check(...projects).filter(({ rule }) => rule === 'T15')).toEqual([]);
  });
});

it('checks only the changed project again', () => {
  const plan = planWith([makeProject('a', { ...fine, total: '1' }), makeProject('b', { ...fine, total: '2' })]);
  const [first, , ...others] = plan.projects;
  const before = runChecks(plan);
  const changed = makeProject('b', { ...fine, total: '3' });
  const after = runChecks({ ...plan, projects: [first as Project, changed, ...others] });
  const ofProject = (findings: Finding[], id: string) => findings.filter(({ projectId }) => projectId === id);
  expect(ofProject(after, 'a')[0]).toBe(ofProject(before, 'a')[0]);
  expect(ofProject(after, 'b')[0]?.left).toBe('3');
  expect(wan(ofProject(before, 'b')[0]?.left ?? '')).toBe(wan('2'));
});

it('judges by the plan it is given: another period, other findings', () => {
  const plan = planWith([makeProject('a', fine)]);
  expect(runChecks(plan)).toEqual([]);
  expect(runChecks({ ...plan, plan: { ...plan.plan, firstYear: 2023 } }).map(({ rule }) => rule)).toContain('T16');
});

describe('an amount in 元 among amounts in 万元 (T08)', () => {
  const found = (amounts: readonly (readonly [total: string, categoryId: string])[]): string[] =>
    check(...amounts.map(([total, categoryId], index) => makeProject(`p${index}`, { total }, { categoryId })))
      .filter(({ rule }) => rule === 'T08')
      .map(({ row, left, right }) => `${row} ${left} ${right}`);
  const A = 'county.industry.planting';
  const B = 'county.industry.breeding';

  it.each<[string, [string, string][], number]>([
    [
      'alone in its class',
      [
        ['20', A],
        ['35', A],
        ['28', A],
        ['250000', B],
      ],
      1,
    ],
    [
      'amounts of every size',
      [
        ['20', A],
        ['35', A],
        ['28', A],
        ['31', B],
        ['4100', A],
        ['58000', B],
      ],
      0,
    ],
    [
      'less than ten thousand times its class',
      [
        ['80', A],
        ['95', A],
        ['110', A],
        ['120', A],
        ['60000', A],
        ['90', A],
      ],
      1,
    ],
    [
      'too small: 亿元 or digits left out',
      [
        ['80', A],
        ['95', A],
        ['110', A],
        ['0.0095', B],
      ],
      1,
    ],
    [
      'two of seven',
      [
        ['20', A],
        ['35', A],
        ['28', A],
        ['25', B],
        ['31', B],
        ['250000', B],
        ['180000', A],
      ],
      2,
    ],
    [
      'one large project is none',
      [
        ['20', A],
        ['35', A],
        ['28', A],
        ['4500', B],
      ],
      0,
    ],
    [
      'two projects say nothing',
      [
        ['20', A],
        ['250000', B],
      ],
      0,
    ],
  ])('%s', (_, amounts, count) => {
    expect(found(amounts)).toHaveLength(count);
  });
});
