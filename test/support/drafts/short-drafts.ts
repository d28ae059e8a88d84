// Short drafts of other kinds: years by class, measures as rows, progress beside plan, funds with 小计 as headings. All agree.
import { add, type Pinned, share, total } from './figures.ts';

const RISES = ['乡村产业', '乡村人才', '乡村文化', '乡村生态', '乡村组织'];
const rises = (
  [
    ['2023年', [4210, 320, 150, 2260, 90]],
    ['2024年', [5105, 360, 175, 2480, 95]],
    ['2025年', [6020, 410, 210, 2705, 110]],
    ['2026年', [5540, 380, 190, 2590, 100]],
  ] as const
).map(([year, money]) => [year, ...money.map(String), add(money)]);
const risen = total(rises, '合计');

/** Years by class, 合计 in the last column. */
export function fiveRises(): (string | Pinned)[] {
  const [, ...sums] = risen;
  const all = sums.at(-1) ?? '';
  return [
    '松原市扶余县乡村全面振兴规划（2023—2026年）',
    '一、投资规模',
    `规划期内，全县五大振兴总投资{${all}}万元。其中，${RISES.map((name, at) => `${name}振兴投资{${sums[at]}}万元，占{${share(sums[at] ?? '', all)}}%`).join('；')}。`,
    `从年度看，${rises.map((cells) => `${cells[0]}投入{${cells.at(-1)}}万元`).join('、')}，总体呈先增后减态势。`,
    '表3-1 分年度投资估算表（单位：万元）',
    { rows: [['年度', ...RISES, '合计'], ...rises, risen] },
    '据测算，规划实施后每年可新增粮食2.5万吨，农村居民人均可支配收入年均增长7%以上，到2026年达到2.2万元。近三年全县农业总产值持续增长，粮食产量连续多年稳定在百亿斤以上。',
  ];
}

const FIELDS = ['特色种养', '农产品加工', '文旅融合', '冷链物流'];
const [COUNTS, MONEY, HOUSEHOLDS] = [
  [26, 11, 7, 5],
  ['6230.4', '4105', '2980.6', '1540'],
  [3120, 860, 540, 210],
] as const;

/** What is measured stands in the rows. */
export function turnedTable(): (string | Pinned)[] {
  return [
    '赤水河区特色产业发展三年行动计划（2024—2026年）',
    '一、目标任务',
    `三年内实施产业项目{${add(COUNTS)}}个，总投资{${add(MONEY)}}万元，带动农户{${add(HOUSEHOLDS)}}户。`,
    ...FIELDS.map(
      (name, at) => `${name}：实施项目{${COUNTS[at]}}个，投资{${MONEY[at]}}万元，带动农户{${HOUSEHOLDS[at]}}户。`,
    ),
    '表1 产业项目汇总表',
    {
      rows: [
        ['指标', '合计', ...FIELDS],
        ['项目个数（个）', add(COUNTS), ...COUNTS.map(String)],
        ['总投资（万元）', add(MONEY), ...MONEY],
        ['带动农户（户）', add(HOUSEHOLDS), ...HOUSEHOLDS.map(String)],
      ],
    },
    '二、工作基础',
    '2023年全区实现农业产值18.6亿元，同比增长6.2%，建成标准化基地2.3万亩，培育龙头企业32家（其中省级4家、市级12家）。',
  ];
}

const TOWNS = [
  ['大河乡', '12', '1800', '1620'],
  ['小溪镇', '15', '2450', '2450'],
  ['高坪镇', '9', '1360', '1088'],
  ['双庙乡', '7', '940', '893'],
];
const progress = total(TOWNS, '合计');

/** What was done beside what was planned. */
export function progressReport(): (string | Pinned)[] {
  const rate = (planned = '', done = ''): string => `~${share(done, planned)}%`;
  return [
    '关于桃源区2024年衔接资金项目进展情况的报告',
    '一、总体情况',
    `2024年，全区安排衔接资金项目{${progress[1]}}个，计划投资{${progress[2]}}万元，截至11月底完成投资{${progress[3]}}万元。`,
    ...TOWNS.map(
      ([town, count, planned, done]) =>
        `${town}安排项目{${count}}个，计划投资{${planned}}万元，完成投资{${done}}万元。`,
    ),
    '表1 各乡镇项目进展情况表',
    '单位：个、万元',
    {
      rows: [
        ['序号', '乡镇', '项目个数', '计划投资', '完成投资', '投资完成率'],
        ...TOWNS.map((cells, at) => [String(at + 1), ...cells, rate(cells[2], cells[3])]),
        ['合计', '<', ...progress.slice(1), rate(progress[2], progress[3])],
      ],
    },
    '二、存在问题',
    '部分乡镇进度偏慢，仍有3个项目尚未开工，12个项目未完成验收，涉及资金560万元。下一步将每周调度1次，确保12月底前资金支出率达到95%以上。',
  ];
}

const POOLS = (
  [
    [
      '一、中央财政资金小计',
      [
        ['1.衔接推进乡村振兴补助资金', '12500', '13200'],
        ['2.水利发展资金', '3400', '3150.5'],
        ['3.农业生产发展资金', '2860', '3020'],
      ],
    ],
    [
      '二、省级财政资金小计',
      [
        ['1.省级衔接资金', '5600', '5900'],
        ['2.省级水利资金', '1240', '1310'],
      ],
    ],
    ['三、县级财政资金小计', [['1.县级衔接资金', '1500', '1600']]],
  ] as const
).map(([name, funds]) => ({ head: total(funds, name), funds }));
const pooled = total(
  POOLS.map(({ head }) => head),
  '合    计',
);

/** Funds of two years; their headings are called 小计. */
export function fundPool(): (string | Pinned)[] {
  const [central, province, county] = POOLS.map(({ head }) => head[2]);
  return [
    '青川县2025年涉农资金统筹整合使用方案',
    '一、资金规模',
    `2025年计划整合财政涉农资金{${pooled[2]}}万元，比上年增加${add([pooled[2] ?? '', `-${pooled[1]}`])}万元。其中：中央资金{${central}}万元，省级资金{${province}}万元，县级资金{${county}}万元。`,
    '附表1 财政涉农资金整合计划表 单位：万元',
    {
      rows: [
        ['财政资金名称', '上年整合规模', '本年计划整合规模'],
        ...POOLS.flatMap(({ head, funds }) => [head, ...funds.map((cells) => [...cells])]),
        pooled,
      ],
    },
    '二、使用方向',
    '整合资金优先用于产业发展，占比不低于60%；项目管理费按不超过1%提取。',
  ];
}
