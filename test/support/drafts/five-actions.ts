// A plan of another province: towns by kind of action with 小计, money in 亿元 in the text, households and people. All agree.
import { type Pinned, row, total } from './figures.ts';

const TOWNS: readonly (readonly [string, readonly (readonly [string, number, number, number, number])[]])[] = [
  [
    '东岭镇',
    [
      ['粮油提升行动', 7, 1260, 830, 2716],
      ['庭院经济行动', 4, 318, 412, 1205],
      ['道路畅通行动', 9, 5470, 1640, 5320],
    ],
  ],
  [
    '南坝乡',
    [
      ['粮油提升行动', 5, 940, 615, 2033],
      ['庭院经济行动', 6, 455, 537, 1688],
      ['道路畅通行动', 6, 3815, 1102, 3479],
    ],
  ],
  [
    '西洼镇',
    [
      ['粮油提升行动', 8, 1475, 902, 2977],
      ['庭院经济行动', 3, 264, 288, 871],
      ['道路畅通行动', 11, 7236, 2015, 6544],
    ],
  ],
  [
    '北沟乡',
    [
      ['粮油提升行动', 3, 585, 377, 1190],
      ['庭院经济行动', 5, 372, 466, 1412],
      ['道路畅通行动', 4, 2190, 748, 2306],
    ],
  ],
];
const ACTIONS = ['粮油提升行动', '庭院经济行动', '道路畅通行动'];
const details = TOWNS.map(([town, actions]) => actions.map((cells) => row(town, ...cells)));
const subtotals = details.map((rows) => [
  '^',
  ...total(
    rows.map((cells) => cells.slice(1)),
    '小计',
  ),
]);
const all = total(details.flat(), '合  计', 2);
const byAction = ACTIONS.map((action) => {
  const rows = details.flat().filter(([, name]) => name === action);
  return [action, ...total(rows, '', 2).slice(2)];
});
const wanOf = (money: string): string => (Number(money) / 10_000).toFixed(2);

export function fiveActions(): (string | Pinned)[] {
  return [
    '黑河川县乡村振兴行动方案（2023—2025年）',
    '一、工作基础',
    '截至2022年底，全县有脱贫户6120户19844人，监测对象218户702人，上年度落实各级衔接资金1.26亿元，实施项目143个。',
    '二、总体安排',
    `本方案围绕粮油提升行动、庭院经济行动、道路畅通行动三大行动，安排项目{${all[2]}}个，总投资{${wanOf(all[3] ?? '')}}亿元，受益农户{${all[4]}}户、受益人口{${all[5]}}人。`,
    ...byAction.map(
      ([name, count, money, households, people]) =>
        `${name}共安排项目{${count}}个，总投资{${money}}万元，受益农户{${households}}户，受益人口{${people}}人。`,
    ),
    '附表1  分行动汇总表',
    {
      rows: [
        row('行动名称', '项目数量（个）', '总投资（万元）', '受益户数（户）', '受益人口（人）'),
        ...byAction,
        ['合计', ...all.slice(2)],
      ],
    },
    '附表2  分乡镇安排表',
    {
      rows: [
        row('乡镇', '行动名称', '项目数量（个）', '总投资（万元）', '受益户数（户）', '受益人口（人）'),
        ...details.flatMap((rows, at) => [
          ...rows.map((cells, order) => (order === 0 ? cells : ['^', ...cells.slice(1)])),
          subtotals[at] ?? [],
        ]),
        all,
      ],
    },
    ...TOWNS.map(([town], at) => {
      const [, , count, money] = subtotals[at] ?? [];
      return `${town}安排项目{${count}}个，总投资{${money}}万元，由镇政府会同有关部门组织实施。`;
    }),
    '三、工作要求',
    '每年召开2次调度会，验收合格率达到100%，项目资金支出进度9月底前达到75%以上。',
  ];
}
