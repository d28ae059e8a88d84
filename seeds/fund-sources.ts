// Fund sources (资金来源): the five of 表3 and 表5-1, and under them those of other offices' sheets, so that a
// finer sheet rolls up into the plan's columns. L1, W2 ... name the layouts of the handbook's chapter 2.
import type { FundName, FundSource } from '#shared/domain/reference.ts';

/** id, name, other names. */
type Row = readonly [id: string, name: string, ...aliases: string[]];

const TOP: readonly Row[] = [
  // The district still prints the name of before 2021, 专项扶贫资金 (handbook 1.4).
  [
    'fiscal',
    '财政衔接资金',
    '专项扶贫资金',
    '财政专项扶贫资金',
    '衔接资金',
    '财政衔接推进乡村振兴补助资金',
    '财政衔接补助资金',
    '专项资金',
    '财政常态化帮扶资金',
  ],
  ['integrated', '涉农整合资金', '统筹整合资金', '整合资金', '统筹整合财政涉农资金'],
  ['sector', '行业部门专项资金', '行业部门资金', '行业专项资金', '部门专项资金', '行业资金'],
  [
    'county',
    '县级自筹资金',
    '县级自筹',
    '县（区）自筹资金',
    '区级自筹资金',
    '县级配套资金',
    '县级配套',
    '自筹资金',
    '自筹',
  ],
  ['other', '其他资金', '其他', '其它资金', '其它', '其他资金筹措'],
];

const CHILDREN: Readonly<Record<string, readonly Row[]>> = {
  // L1 中央／省级衔接资金; L2 and W2 split 衔接资金 by level: 中央 省级 市级 县级.
  fiscal: [
    ['fiscal.central', '中央衔接资金', '中央', '中央资金', '中央财政衔接资金', '中央财政常态化帮扶资金'],
    ['fiscal.province', '省级衔接资金', '省级', '省', '省级财政衔接资金', '省级财政常态化帮扶资金'],
    ['fiscal.city', '市级衔接资金', '市级', '市', '市级财政衔接资金', '市级财政常态化帮扶资金'],
    [
      'fiscal.county',
      '县级衔接资金',
      '县级',
      '县',
      '区级',
      '区',
      '县级财政衔接资金',
      '区级衔接资金',
      '县级财政常态化帮扶资金',
    ],
  ],
  // L1 省级财政资金; W2 columns 2 to 9; handbook 3.4 业主自筹, 农户自筹. What other offices call them, such as the pair of
  // provinces of 东西部协作, is read by shared/domain/fund-words.ts for every plan. None of them is one of the plan's
  // four named sources, so they count as 其他资金, as the district does with what is left over.
  other: [
    ['other.province', '省级财政资金', '省级资金'],
    ['other.fiscal', '其他财政资金', '其他财政性资金', '其它财政资金'],
    ['other.debt', '地方债务资金', '地方政府债券', '债券资金', '专项债券', '地方政府债务资金'],
    ['other.relocation', '易地搬迁资金', '易地扶贫搬迁资金'],
    ['other.designated', '定点帮扶资金', '定点扶贫资金'],
    ['other.east-west', '东西部协作资金', '东西部协作', '东西部扶贫协作资金'],
    ['other.donation', '社会捐赠资金', '社会捐赠', '捐赠资金'],
    ['other.loan', '银行贷款资金', '银行贷款', '信贷资金'],
    ['other.owner', '业主自筹', '企业自筹', '业主自筹资金', '业主投入', '企业自筹资金'],
    ['other.people', '群众自筹', '农户自筹', '群众自筹资金', '农户自筹资金', '群众（农户）自筹'],
    ['other.carried', '历年结余资金', '结余资金'],
  ],
};

/**
 * The fund of the central budget changed its name with 2021 and with 2026 (SPECS J2); old names still stand in new sheets
 * and the reverse, so the long forms of each are aliases.
 */
const FISCAL_NAMES: Readonly<Record<string, readonly [before: string, since2021: string, since2026: string]>> = {
  fiscal: ['财政专项扶贫资金', '财政衔接资金', '常态化帮扶资金'],
  'fiscal.central': ['中央财政专项扶贫资金', '中央衔接资金', '中央常态化帮扶资金'],
  'fiscal.province': ['省级财政专项扶贫资金', '省级衔接资金', '省级常态化帮扶资金'],
  'fiscal.city': ['市级财政专项扶贫资金', '市级衔接资金', '市级常态化帮扶资金'],
  'fiscal.county': ['县级财政专项扶贫资金', '县级衔接资金', '县级常态化帮扶资金'],
};

function namesOf(id: string): FundName[] {
  const names = FISCAL_NAMES[id];
  if (!names) return [];
  const [before, since2021, since2026] = names;
  return [
    { from: null, to: 2020, name: before },
    { from: 2021, to: 2025, name: since2021 },
    { from: 2026, to: null, name: since2026 },
  ];
}

function toSource([id, name, ...aliases]: Row, parent: string | null): FundSource {
  return { id, parent, name, aliases, names: namesOf(id), shown: 'always' };
}

export const FUND_SOURCES: readonly FundSource[] = TOP.flatMap((row) => [
  toSource(row, null),
  ...(CHILDREN[row[0]] ?? []).map((child) => toSource(child, row[0])),
]);
