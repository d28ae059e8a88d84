// P02 to P04: what 衔接资金 may pay for, and the shares that plans are held to. Thresholds are settings: they
// differ by year and province.

import { type CategoryNode, categoryTree } from '#shared/domain/categories.ts';
import type { Project } from '#shared/domain/project.ts';
import { planYears, type ReferenceData } from '#shared/domain/reference.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { makeListFold } from '#shared/sums/list-fold.ts';
import { addFen, toFen, wanText, ZERO } from '#shared/values/money.ts';
import {
  bridgeFund,
  bridgeFundByYear,
  bridgeFundName,
  bridgeFundNameIn,
  isIndustry,
  isIndustryClass,
  percentText,
} from './bridge-fund.ts';
import type { Finding } from './finding.ts';
import type { CheckOptions, PlanRule, ProjectContext, ProjectRule } from './rule.ts';
import type { ByYearSetting, NumberSetting, RuleSettings, WordsSetting } from './rule-settings.ts';
import { INDUSTRY } from './shared-settings.ts';
import { PROJECT_TABLE, placeText, plainFinding, projectPlace } from './wording.ts';

const FORBIDDEN = {
  id: 'words',
  kind: 'words',
  label: '负面清单字样',
  initial: [
    ...['楼堂馆所', '办公楼', '办公用房', '会议室', '车辆购置', '购置车辆', '公务用车', '通信设备购置', '购置手机'],
    ...['购置电脑', '奖金', '津贴', '发放工资', '人员工资', '福利补助', '偿还债务', '债务本息', '垫资', '低保', '医保'],
    ...[
      '医疗保险',
      '养老保险',
      '临时救助',
      '监测预警经费',
      '学校',
      '幼儿园',
      '卫生院',
      '文化广场',
      '景观亭',
      '牌坊',
      '雕塑',
    ],
  ],
} as const satisfies WordsSetting;

function checkForbidden(project: Project, { reference, settings }: ProjectContext): Finding[] {
  const fund = bridgeFund(project, reference);
  if (fund <= 0) return [];
  const text = `${project.name}\n${project.content ?? ''}\n${project.nationalSubtype ?? ''}`;
  const found = settings.of('P02', FORBIDDEN).filter((word) => word !== '' && text.includes(word));
  if (found.length === 0) return [];
  const place = projectPlace(project, '建设内容及规模', project.name.includes(found[0] ?? '') ? 'name' : 'content');
  const words = found.map((word) => `“${word}”`).join('');
  const message = `${placeText(place)}：安排${bridgeFundName(reference)} ${wanText(fund)} 万元，而内容涉及${words}，属负面清单常列的支出。请核对能否使用这笔资金，或改由其他资金安排。`;
  return [plainFinding('P02', 'warning', place, message, { left: found.join('、'), suspect: '疑属负面清单' })];
}

export const FORBIDDEN_RULE: ProjectRule = {
  id: 'P02',
  level: 'warning',
  scope: 'project',
  title: '衔接资金不用于负面清单',
  help: '衔接资金不得用于单位基本支出、交通工具及通信设备、楼堂馆所、工资奖金津贴和福利补助、偿还债务和垫资，以及低保、医保等有固定渠道的支出。只看安排了衔接资金的项目；字样相近而合规的请说明。',
  basis: ['fund', 'use'],
  settings: [FORBIDDEN],
  examples: {
    passes: {
      text: '改建乡镇卫生院，由行业部门专项资金安排。',
      projects: [{ name: '乡镇卫生院改建', total: '50', bySource: { sector: '50' } }],
    },
    fails: {
      text: '修建村委会办公楼，安排财政衔接资金 50 万元。',
      projects: [{ name: '村委会办公楼修建', total: '50', bySource: { fiscal: '50' } }],
    },
  },
  check: checkForbidden,
};

const MANAGEMENT = '项目管理费';

const CENTRAL_FEE = {
  id: 'percent',
  kind: 'number',
  label: '项目管理费不超过衔接资金的',
  unit: '%',
  initial: 1,
  least: 0,
  most: 100,
} as const satisfies NumberSetting;

interface FundSums {
  all: number;
  fee: number;
  /** Year -> 衔接资金 of projects by class and national type (`id|type`). */
  byYear: Map<string, Map<string, number>>;
}

function isFee(project: Project): boolean {
  return `${project.nationalType ?? ''}${project.nationalSubtype ?? ''}${project.name}`.includes(MANAGEMENT);
}

const fundSums = makeListFold<FundSums, ReferenceData>(
  () => ({ all: 0, fee: 0, byYear: new Map() }),
  (sums, project, sign, reference) => {
    const fund = bridgeFund(project, reference);
    if (fund === 0) return;
    sums.all += sign * fund;
    if (isFee(project)) sums.fee += sign * fund;
    const kind = `${project.categoryId ?? ''}|${project.nationalType ?? ''}`;
    for (const [year, fen] of bridgeFundByYear(project, reference)) {
      const kinds = sums.byYear.get(year) ?? new Map<string, number>();
      sums.byYear.set(year, kinds);
      kinds.set(kind, (kinds.get(kind) ?? 0) + sign * fen);
    }
  },
);

function checkFee(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const { all, fee } = fundSums(data.reference, data.projects);
  const limit = settings.of('P03', CENTRAL_FEE);
  if (all <= 0 || fee * 100 <= all * limit) return [];
  const place = { table: PROJECT_TABLE, row: MANAGEMENT, column: bridgeFundName(data.reference) };
  const message = `${placeText(place)}：项目管理费 ${wanText(toFen(fee))} 万元，占${place.column} ${wanText(toFen(all))} 万元的 ${percentText(fee, all)}%，超过 ${limit}%。请核减。`;
  return [plainFinding('P03', 'warning', place, message, { left: `${percentText(fee, all)}%`, right: `${limit}%` })];
}

export const FEE_RULE: PlanRule = {
  id: 'P03',
  level: 'warning',
  scope: 'plan',
  title: '项目管理费不超比例',
  help: '从衔接资金中提取的项目管理费不超过规定比例，中央资金为 1%，省级资金各省另有规定（如 3%），请在设置中改。',
  basis: ['fund', 'yunnanFund'],
  settings: [CENTRAL_FEE],
  examples: {
    passes: {
      text: '衔接资金 1000 万元，其中项目管理费 10 万元，占 1%。',
      projects: [
        { total: '990', bySource: { fiscal: '990' } },
        { name: '2023年项目管理费', total: '10', bySource: { fiscal: '10' } },
      ],
    },
    fails: {
      text: '衔接资金 1000 万元，其中项目管理费 20 万元，占 2%。',
      projects: [
        { total: '980', bySource: { fiscal: '980' } },
        { name: '2023年项目管理费', total: '20', bySource: { fiscal: '20' } },
      ],
    },
  },
  check: checkFee,
};

const SHARE = {
  id: 'share',
  kind: 'by-year',
  label: '产业项目占衔接资金不低于',
  unit: '%',
  initial: { '2023': 60, '2024': 60, '2025': 60 },
  least: 0,
  most: 100,
} as const satisfies ByYearSetting;

function checkIndustryShare(data: PlanData, _: CheckOptions, settings: RuleSettings): Finding[] {
  const thresholds = settings.of('P04', SHARE);
  const words = settings.of(INDUSTRY.rule, INDUSTRY.spec);
  const { byYear } = fundSums(data.reference, data.projects);
  const isCounted = (kind: string): boolean => {
    const [categoryId = '', nationalType = ''] = kind.split('|', 2);
    return isIndustry({ categoryId: categoryId === '' ? null : categoryId, nationalType }, data.reference, words);
  };
  // What a project got before the plan's years, or gets after them, is in no plan of these years.
  const years = new Set(planYears(data.plan).map(String));
  const below = Object.entries(thresholds).flatMap(([year, threshold]) => {
    if (!years.has(year)) return [];
    const kinds = [...(byYear.get(year) ?? [])];
    const all = addFen(ZERO, ...kinds.map(([, fen]) => toFen(fen)));
    const industry = addFen(ZERO, ...kinds.filter(([kind]) => isCounted(kind)).map(([, fen]) => toFen(fen)));
    // Money of projects that nobody has classified yet may turn out to be industry.
    const open = addFen(ZERO, ...kinds.filter(([kind]) => kind === '|').map(([, fen]) => toFen(fen)));
    if (all <= 0 || (industry + open) * 100 >= all * threshold) return [];
    return [{ year, threshold, all, industry }];
  });
  if (below.length === 0) return [];
  const fund = bridgeFundName(data.reference);
  const shares = below.map(
    ({ year, threshold, all, industry }) =>
      `${year}年 ${percentText(industry, all)}%（产业 ${wanText(industry)}÷${bridgeFundNameIn(data.reference, Number(year))} ${wanText(all)} 万元，应不低于 ${threshold}%）`,
  );
  const place = { table: PROJECT_TABLE, row: '产业项目', column: fund };
  const message = `${placeText(place)}：${fund}用于产业的比重偏低：${shares.join('，')}。${countedAsIndustry(data, words)}请核对资金安排，或在规则设置（P04）中按本省要求改比例、补上本地产业类别的字样。`;
  const left = below.map(({ all, industry }) => `${percentText(industry, all)}%`).join('、');
  return [
    plainFinding('P04', 'warning', place, message, { left, right: below.map((one) => `${one.threshold}%`).join('、') }),
  ];
}

/** Which classes of the plan count as industry, for a scheme of its own words may have none that does. */
function countedAsIndustry({ reference, plan }: PlanData, words: readonly string[]): string {
  const isCounted = ({ category }: CategoryNode): boolean => isIndustryClass(category.id, reference, words);
  const outermost = (nodes: readonly CategoryNode[]): string[] =>
    nodes.flatMap((node) => (isCounted(node) ? [`“${node.category.name}”`] : outermost(node.children)));
  const found = outermost(categoryTree(reference, plan.scheme));
  const by = `类别或项目类型中含有${words.map((word) => `“${word}”`).join('、')}字样、或对应到这样的类别的算产业`;
  const more = found.length > MOST_CLASSES ? `等 ${found.length} 个类别` : '';
  const shown = found.slice(0, MOST_CLASSES).join('、');
  return found.length === 0 ? `${by}，本规划没有这样的类别。` : `${by}，本规划有${shown}${more}。`;
}

const MOST_CLASSES = 6;

export const INDUSTRY_SHARE_RULE: PlanRule = {
  id: 'P04',
  level: 'warning',
  scope: 'plan',
  title: '产业项目占衔接资金的比重',
  help: '衔接资金用于产业的比重逐年有要求（2023—2025 年力争不低于 60%；2026 年起中央文件要求省级保持基本稳定、县级可实行差别化要求，请按本省、本市规定填写，不填的年度不审核）。只看规划期内的年度；按年度和资金来源的明细计算，没有明细的项目按各年度投资的比例分到各年，也没有年度投资的计入开始年度。',
  basis: ['fund', 'use', 'document2026'],
  settings: [SHARE, INDUSTRY.spec],
  examples: {
    passes: {
      text: '2023年衔接资金 100 万元，其中种植业（乡村特色产业帮扶）60 万元。',
      projects: [
        { total: '60', bySource: { fiscal: '60' }, byYear: { '2023': '60' } },
        {
          categoryId: 'county.infrastructure.water',
          total: '40',
          bySource: { fiscal: '40' },
          byYear: { '2023': '40' },
        },
      ],
    },
    fails: {
      text: '2023年衔接资金 100 万元，其中产业项目只有 55 万元。',
      projects: [
        { total: '55', bySource: { fiscal: '55' }, byYear: { '2023': '55' } },
        {
          categoryId: 'county.infrastructure.water',
          total: '45',
          bySource: { fiscal: '45' },
          byYear: { '2023': '45' },
        },
      ],
    },
  },
  check: checkIndustryShare,
};
