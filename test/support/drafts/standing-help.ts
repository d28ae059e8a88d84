// A plan of 常态化帮扶 for 2026–2030: classes by year with a number and money each, shares, thousands separators. All agree.
import { add, type Pinned, share, total } from './figures.ts';

const YEARS = [2026, 2027, 2028, 2029, 2030];
const CLASSES: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  ['防止返贫致贫', [12, 11, 9, 8, 8], ['1320.5', '1206.75', '1088', '954.3', '920']],
  ['产业帮扶', [38, 41, 36, 30, 27], ['21450.6', '23871.25', '19644', '16320.8', '14075.5']],
  ['就业帮扶', [15, 14, 14, 12, 11], ['1866', '1742.4', '1690', '1533.25', '1408.6']],
  ['消费帮扶', [6, 7, 7, 5, 4], ['760.4', '835', '812.5', '640', '522.15']],
  ['县域富民', [9, 8, 10, 9, 7], ['30250', '28764.5', '33120.75', '27981', '21306.4']],
];
const group = (digits: string): string => digits.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));
const rows = CLASSES.map(([name, counts, money]) => [
  name,
  add(counts),
  add(money),
  ...YEARS.flatMap((_, at) => [String(counts[at]), money[at] ?? '']),
]);
const all = total(rows, '合计');
const [, COUNT = '', MONEY = ''] = all;
const shown = (cells: readonly string[]): string[] =>
  cells.map((cell, at) => (at > 1 && at % 2 === 0 ? group(cell) : cell));
/** 1000 beyond the year's count of the column: the columns of years begin at the fourth. */
const yearColumn = (at: number): number => 3 + at * 2;
const FUNDS: readonly (readonly [string, string])[] = [
  ['中央财政常态化帮扶资金', '98214.5'],
  ['省级财政资金', '46730.25'],
  ['市县财政资金', '31275'],
  ['东西部协作资金', '18860'],
];
const funds = [...FUNDS, ['社会帮扶资金', add([MONEY, ...FUNDS.map(([, money]) => `-${money}`)])] as const];

export function standingHelp(): (string | Pinned)[] {
  return [
    '玉泉县“十五五”常态化精准帮扶规划（2026—2030年）',
    '第一章 现实基础',
    '“十四五”时期，全县累计投入衔接资金8.64亿元，实施产业、就业、基础设施等项目612个，脱贫人口人均纯收入年均增长11.3%，帮扶政策覆盖率达100%。2021—2025年，村集体经济收入逐年增长。',
    '第二章 重点任务',
    `2026—2030年，全县规划实施${CLASSES.map(([name]) => name).join('、')}五大类项目{${COUNT}}个，规划总投资{${group(MONEY)}}万元。`,
    ...rows.map(
      ([name = '', count = '', money = '', ...years]) =>
        `${name}方面，安排项目{${count}}个、投资{${group(money)}}万元，占总投资的{${share(money, MONEY)}}%，其中2026年项目{${years[0]}}个、投资{${years[1]}}万元。`,
    ),
    '表1 分类分年度投资计划表',
    '单位：个、万元',
    {
      rows: [
        ['类别', '合计', '<', ...YEARS.flatMap((year) => [`${year}年`, '<'])],
        ['^', ...Array.from({ length: 6 }, () => ['个数', '投资']).flat()],
        ...rows.map(shown),
        shown(all),
      ],
    },
    `分年度看，${YEARS.map((year, at) => `${year}年计划实施项目{${all[yearColumn(at)]}}个，投资{${group(all[yearColumn(at) + 1] ?? '')}}万元`).join('；')}。`,
    '第三章 资金筹措',
    `规划总投资{${MONEY}}万元，按来源分：${funds.map(([name, money]) => `${name}{${money}}万元`).join('、')}。资金构成见表2。`,
    '表2 资金来源及占比',
    {
      rows: [
        ['资金来源', '金额（万元）', '占比（%）'],
        ...funds.map(([name, money]) => [name, money, share(money, MONEY)]),
        ['合计', MONEY, '100'],
      ],
    },
    '第四章 组织保障',
    '每年开展1次绩效评价，每个乡镇配备2名以上专职人员，预留不超过1%的项目管理费。',
  ];
}
