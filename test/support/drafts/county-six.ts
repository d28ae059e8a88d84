// A county's plan of 2021–2025: six classes with their sub-classes, one table for each, years by fund source. All figures agree.
import { add, type Pinned, row, total } from './figures.ts';

const CLASSES = [
  {
    name: '特色产业帮扶',
    kinds: [
      ['种植业', 24, '5321.46'],
      ['养殖业', 11, '2208.3'],
      ['农产品加工', 6, '1874.05'],
      ['乡村旅游', 9, '38650'],
      ['小额信贷贴息', 5, '612.5'],
    ],
  },
  {
    name: '稳定就业帮扶',
    kinds: [
      ['乡村公益性岗位', 10, '418.6'],
      ['劳务输出', 5, '36.72'],
      ['技能培训', 7, '297.4'],
    ],
  },
  {
    name: '搬迁后续帮扶',
    kinds: [
      ['安置区就业', 8, '63.25'],
      ['安置区产业', 13, '9874.31'],
    ],
  },
  {
    name: '生态经济发展',
    kinds: [
      ['经济林果', 4, '3120'],
      ['林下种养', 6, '2764.8'],
    ],
  },
  {
    name: '基础设施建设',
    kinds: [
      ['通村道路', 31, '48210.77'],
      ['安全饮水', 46, '6120.09'],
      ['农村住房', 3, '84'],
      ['人居环境', 52, '17433.6'],
      ['应急消防', 12, '391.25'],
    ],
  },
  {
    name: '公共服务提升',
    kinds: [
      ['教育帮扶', 17, '9033.12'],
      ['健康帮扶', 14, '15276.4'],
      ['养老服务', 19, '4087.9'],
      ['文化服务', 2, '158'],
    ],
  },
] as const;

const NUMERALS = '一二三四五六七八九十';

const classCount = (at: number): string => add(CLASSES[at]?.kinds.map(([, count]) => count) ?? []);
const classMoney = (at: number): string => add(CLASSES[at]?.kinds.map(([, , money]) => money) ?? []);
const COUNT = add(CLASSES.map((_, at) => classCount(at)));
const MONEY = add(CLASSES.map((_, at) => classMoney(at)));

/** Years by source; what is left of each year is 其他资金. */
const YEARS: readonly (readonly [string, number, string, string, string, string])[] = [
  ['2021年', 71, '31204.55', '4210.4', '18330.15', '2064'],
  ['2022年', 88, '46120.3', '5033.25', '29411.05', '1875.5'],
  ['2023年', 63, '38775.91', '3960.7', '25004.21', '1420'],
  ['2024年', 49, '27064.83', '3115', '16890.33', '1059.5'],
];
const lastYear = (): [string, number, string, string, string, string] => [
  '2025年',
  Number(COUNT) - YEARS.reduce((sum, [, count]) => sum + count, 0),
  add([MONEY, ...YEARS.map(([, , money]) => `-${money}`)]),
  '2874.6',
  '12380.27',
  '968',
];
const ALL_YEARS = [...YEARS, lastYear()];
const rest = ([, , money, ...sources]: (typeof ALL_YEARS)[number]): string =>
  add([money, ...sources.map((one) => `-${one}`)]);

function classTable(at: number): Pinned {
  const { name = '', kinds = [] } = CLASSES[at] ?? {};
  return {
    rows: [
      ['项目类别及名称', '项目个数（个）', '总投资（万元）'],
      [`${NUMERALS[at]}、${name}`, classCount(at), classMoney(at)],
      ...kinds.map(([kind, count, money], order) => [`（${NUMERALS[order]}）${kind}`, String(count), money]),
    ],
  };
}

function classText(at: number, number: string): string {
  const { name = '', kinds = [] } = CLASSES[at] ?? {};
  const list = kinds.map(([kind, count]) => `${kind}{${count}}个`).join('、');
  return `围绕${kinds.map(([kind]) => kind).join('、')}等方面实施${name}工程，计划安排项目{${classCount(at)}}个（其中：${list}），${name}预计总投资{${classMoney(at)}}万元（详见表${number}）。`;
}

const SOURCES = ['财政衔接资金', '行业部门资金', '县级自筹资金', '其他资金'];
const sourceRows = ALL_YEARS.map((one) => [one[0], String(one[1]), one[2], one[3], one[4], one[5], rest(one)]);
const sourceTotal = total(sourceRows, '2021—2025年');

/** The parts of the draft; figures in braces and all figures of tables follow from others. */
export function countySix(): (string | Pinned)[] {
  return [
    '云岭县巩固拓展脱贫攻坚成果同乡村振兴有效衔接规划（2021—2025年）',
    '第一章 规划背景',
    '一、取得的成效',
    '“十三五”期间，全县投入各类扶贫资金186420.7万元，实施道路、饮水、校舍等各类项目326个，建成通村公路418公里，23个贫困村全部出列，12864户49571人脱贫。',
    '截至2020年底，全县农村自来水普及率达100%，九年义务教育巩固率达99.2%，普通高中办学规模逐步扩大，城乡居民收入差距持续缩小，低保标准从2016年的2904元逐步提高到2020年的4500元。',
    '发放扶贫小额贷款1.48亿元，扶持农户3105户。',
    '第二章 建设任务',
    `“十四五”期间，全县计划安排建设各类项目{${COUNT}}个（包括：${CLASSES.map(({ name }, at) => `${name}{${classCount(at)}}个`).join('、')}），预计总投资{${MONEY}}万元。`,
    ...CLASSES.flatMap(({ name }, at): (string | Pinned)[] => [
      `（${NUMERALS[at]}）${name}工程`,
      classText(at, `4-${at + 1}`),
      `表4-${at + 1}  ${name}工程项目情况`,
      classTable(at),
    ]),
    '第三章 投资估算和资金筹措',
    `六大类工程中，${CLASSES.map(({ name }, at) => `${name}项目{${classCount(at)}}个，投资{${classMoney(at)}}万元`).join('；')}。`,
    `分年度看，${ALL_YEARS.map(([year, count, money]) => `${year}实施项目{${count}}个、投资{${money}}万元`).join('，')}，投资总体先增后减。`,
    `规划总投资{${MONEY}}万元，其中财政衔接资金{${sourceTotal[3]}}万元、行业部门资金{${sourceTotal[4]}}万元、县级自筹资金{${sourceTotal[5]}}万元、其他资金{${sourceTotal[6]}}万元（见表5-1）。`,
    '表5-1  各年度资金构成情况',
    {
      rows: [
        row('年份', '项目个数（个）', '总投资（万元）', '资金来源（万元）', '<', '<', '<'),
        row('^', '^', '^', ...SOURCES),
        sourceTotal,
        ...sourceRows,
      ],
    },
    '第四章 保障措施',
    '每年投放脱贫人口小额信用贷款2800万元左右，年贴息122.5万元，2021—2025年累计投放1.4亿元、贴息{612.5}万元，力争每个乡镇培育2家以上龙头企业。',
  ];
}
