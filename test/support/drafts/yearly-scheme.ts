// A yearly scheme in the words of other provinces: 一、 over 1., 项, money told in 亿元, sources by level. All figures agree.
import { type Pinned, total } from './figures.ts';

type Kind = readonly [name: string, count: number, money: string, sources: readonly string[]];

const GROUPS: readonly (readonly [string, readonly Kind[]])[] = [
  [
    '一、产业发展',
    [
      ['1.生产项目', 52, '8120.5', ['4100', '2020.5', '800', '1200', '0']],
      ['2.加工流通项目', 21, '5630', ['2100', '1500', '630', '900', '500']],
      ['3.产业服务支撑项目', 14, '1899.5', ['900', '500', '199.5', '300', '0']],
    ],
  ],
  [
    '二、就业项目',
    [
      ['1.务工补助', 18, '960', ['960', '0', '0', '0', '0']],
      ['2.就业培训', 9, '215', ['100', '50', '20', '45', '0']],
    ],
  ],
  [
    '三、乡村建设行动',
    [
      ['1.农村道路', 33, '15200', ['6200', '4000', '2500', '1500', '1000']],
      ['2.供水保障', 27, '6840.8', ['3000', '2000', '840.8', '1000', '0']],
      ['3.人居环境', 40, '9310', ['4000', '2500', '1310', '1000', '500']],
    ],
  ],
];
const cells = ([name, count, money, sources]: Kind): string[] => [name, String(count), money, ...sources];
const heads = GROUPS.map(([name, kinds]) => total(kinds.map(cells), name));
const all = total(heads, '合计');

export function yearlyScheme(): (string | Pinned)[] {
  return [
    '岷河县2025年度巩固拓展脱贫攻坚成果和乡村振兴项目实施方案',
    '一、总体思路',
    '2024年，全县共实施衔接资金项目196项，完成投资3.87亿元，资金支出率达99.6%，群众满意度98.5%。',
    `2025年，全县计划实施项目{${all[1]}}项，概算总投资{${(Number(all[2]) / 10_000).toFixed(2)}}亿元。其中：中央财政衔接资金{${all[3]}}万元，省级衔接资金{${all[4]}}万元，市级配套资金{${all[5]}}万元，县级配套资金{${all[6]}}万元，社会帮扶资金{${all[7]}}万元。`,
    '二、建设内容',
    ...heads.map(([name = '', count, money], at) => {
      const kinds = GROUPS[at]?.[1] ?? [];
      const list = kinds
        .map(([kind, projects, amount]) => `${kind.slice(2)}{${projects}}项、{${amount}}万元`)
        .join('，');
      return `（${'一二三'[at]}）${name.slice(2)}。安排项目{${count}}项，投资{${money}}万元，其中${list}。项目建成后，预计带动脱贫户1200户以上，户均增收1500元。`;
    }),
    '附件：2025年度项目汇总表',
    '单位：万元',
    {
      rows: [
        ['项目类别', '项目数（项）', '总投资', '资金来源', '<', '<', '<', '<'],
        ['^', '^', '^', '中央衔接资金', '省级衔接资金', '市级配套', '县级配套', '社会帮扶'],
        ...GROUPS.flatMap(([, kinds], at) => [heads[at] ?? [], ...kinds.map(cells)]),
        all,
      ],
    },
    '三、保障措施',
    '县级财政每年预算安排项目管理费50万元，项目完工后60日内完成验收，验收合格率100%。',
  ];
}
