// The tables that 玉溪市 printed in its plan, figures exactly as printed (handbook 1.3): whole 万元, an empty cell is null.
import type { PublishedGrid, PublishedIndicators } from '#shared/domain/published-table.ts';
import { INDICATORS } from './indicators.ts';
import { amount, count } from './published-hongta.ts';

const DOCUMENT = '玉溪市“十四五”规划';

/** Titles as printed, with their slip of the pen. */
function titleOf(what: string): string {
  return `玉溪市“十四五”时期脱贫拓展脱贫攻坚成果同乡村振兴有效衔接规划${what}`;
}

const COUNTIES = ['红塔区', '江川区', '澄江市', '通海县', '华宁县', '易门县', '峨山县', '新平县', '元江县'] as const;

function classRow(label: string, total: number, ...counties: readonly (number | null)[]) {
  const figures = [total, ...counties].map((value) => (value === null ? null : amount(String(value))));
  return { label, figures };
}

/** 表2: city class × county. */
export const YUXI_CLASSES: PublishedGrid = {
  kind: 'grid',
  document: DOCUMENT,
  id: '表2',
  rowKind: 'category',
  partKind: 'region',
  columns: [
    { label: '总计', role: 'total' },
    ...COUNTIES.map((label): PublishedGrid['columns'][number] => ({ label, role: 'part' })),
  ],
  rows: [
    classRow('乡村特色产业帮扶', 903252, 137640, 128354, 42567, 45264, 72639, 92433, 73759, 127147, 183448),
    classRow('稳定就业帮扶', 20298, 857, 166, 5135, 911, 2216, 1739, 3344, 3650, 2280),
    classRow('易地扶贫搬迁后续扶持', 51602, 20159, null, 1400, 3650, 6, 3203, 100, 9158, 13926),
    classRow('生态经济发展', 38752, 6781, 3728, 1877, 81, 3162, 4650, 2906, 6267, 9300),
    classRow('乡村基础设施建设', 1023989, 418689, 109299, 50926, 12636, 72322, 87923, 55332, 101868, 114993),
    classRow('乡村公共服务提升', 218838, 71900, 51968, 27225, 420, 13759, 1907, 18833, 5193, 27634),
    classRow('重点村建设', 896186, 8556, 271300, 30353, 49945, 35725, 161743, 18306, 99690, 220568),
    classRow('村集体经济建设', 21561, 1160, 2283, 13232, null, null, 4646, 240, null, null),
  ],
  totalRow: classRow('分县总投资', 3174478, 665742, 567098, 172714, 112907, 199830, 358244, 172820, 352973, 572149),
  texts: [],
  title: titleOf('各类工程建设项目投资情况'),
  // What the running text says, in fewer words than its own.
  sentences: [
    {
      place: '规划项目',
      text:
        '乡村特色产业帮扶、稳定就业帮扶、易地扶贫搬迁后续扶持、生态经济帮扶、乡村基础设施、乡村基本公共服务提升、' +
        '乡村振兴和共同富裕示范工程等八大类工程。',
    },
    {
      place: '规划项目',
      text:
        '乡村特色产业帮扶903252万元占28.45%；稳定就业帮扶20298万元占0.64%；生态经济发展38752万元占1.22%；' +
        '乡村基础设施建设1023989万元占32.26%；乡村公共服务提升218838万元占6.89%；重点村建设896186万元占28.23%；' +
        '村集体经济建设21561万元占0.68%。',
    },
  ],
};

function countyRow(label: string, projects: number, ...amounts: readonly number[]) {
  return { label, figures: [count(projects), ...amounts.map((value) => amount(String(value)))] };
}

/** 表3: county × fund source. */
export const YUXI_SOURCES: PublishedGrid = {
  kind: 'grid',
  document: DOCUMENT,
  id: '表3',
  rowKind: 'region',
  partKind: 'source',
  columns: [
    { label: '项目个数', role: 'count' },
    { label: '总投资', role: 'total' },
    { label: '财政衔接资金', role: 'part' },
    { label: '涉农整合资金', role: 'part' },
    { label: '行业部门专项资金', role: 'part' },
    { label: '县级自筹资金', role: 'part' },
    { label: '其他', role: 'part' },
  ],
  rows: [
    countyRow('红塔区', 479, 665742, 14625, 0, 403200, 11924, 235993),
    countyRow('江川区', 327, 567098, 32662, 0, 123026, 52151, 359258),
    countyRow('澄江市', 452, 172714, 112567, 0, 39099, 10, 21037),
    countyRow('通海县', 134, 112907, 5547, 0, 63202, 7204, 36954),
    countyRow('华宁县', 309, 199830, 41419, 0, 143164, 2308, 12939),
    countyRow('易门县', 472, 358244, 43326, 0, 306059, 7060, 1799),
    countyRow('峨山县', 578, 172820, 57335, 0, 114050, 0, 1435),
    countyRow('新平县', 609, 352973, 52034, 0, 250162, 9264, 41513),
    countyRow('元江县', 361, 572149, 268960, 10040, 259224, 0, 33925),
  ],
  totalRow: countyRow('总计', 3721, 3174478, 628475, 10040, 1701187, 89923, 744854),
  texts: [],
  title: titleOf('资金来源构成'),
};

/** 表1: the indicators, which carry no sums. */
export const YUXI_INDICATORS: PublishedIndicators = {
  kind: 'indicators',
  document: DOCUMENT,
  id: '表1',
  indicators: INDICATORS,
  headers: ['序号', '指标', '单位', '2020年', '2025年', '指示属性'],
};
