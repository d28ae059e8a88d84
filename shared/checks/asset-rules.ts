// The rules on assets (SPECS D6): their words, settings and examples. What they look at — the asset register, dated steps —
// is no part of the plan; shared/assets/check-assets.ts reports them.
import type { ReportedRule } from './rule.ts';
import type { ExampleAsset } from './rule-example.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';

const FIRST_YEAR: NumberSetting = {
  ...{ id: 'first-year', label: '登记起始年', kind: 'number', unit: '年', initial: 2012, least: 1990, most: 2100 },
};
const DAYS: NumberSetting = {
  ...{ id: 'days', label: '验收后登记资产不迟于', kind: 'number', unit: '天', initial: 90, least: 1, most: 1000 },
};

/** The first year whose assets are registered. */
export function firstAssetYear(settings: RuleSettings): number {
  return settings.of('D07', FIRST_YEAR);
}

/** Days after acceptance in which the asset is to be registered. */
export function registeringDays(settings: RuleSettings): number {
  return settings.of('P11', DAYS);
}

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

const ROAD: ExampleAsset = {
  ...{ name: '通村道路', class: '公益性', original: '20', byFund: { central: '15', county: '5' }, builtAt: '2023-05' },
  ...{ ownerLevel: '村集体', owner: '玉苗村委会', keeper: '玉苗村委会' },
};
const ok = (text: string, ...assets: ExampleAsset[]) => ({ text, assets: assets.length > 0 ? assets : [ROAD] });

export const ASSET_RULES: readonly ReportedRule[] = [
  head({
    id: 'P11',
    level: 'warning',
    title: '项目验收后登记资产',
    help: '项目验收后 90 天（可设置）以内应登记形成的资产；一个项目的资产原值合计不应多于审定结算价。培训、贴息、补助、公岗等不形成资产的项目（按类别和名称判断）不审核；还没有登记过资产的工作簿也不审核。',
    settings: [DAYS],
    examples: {
      passes: {
        text: '项目 2026 年 1 月验收，资产已登记。',
        assets: [ROAD],
        projects: [{ total: '20' }],
        acceptedAt: '2026-01-10',
      },
      fails: {
        text: '项目 2026 年 1 月验收，到 11 月 30 日没有登记资产，登记的只有别的资产。',
        assets: [{ ...ROAD, isOfBefore: true }],
        projects: [{ total: '20' }],
        acceptedAt: '2026-01-10',
      },
    },
  }),
  head({
    id: 'D01',
    level: 'error',
    title: '资产原值等于各资金来源之和',
    help: '填了资金来源的资产，中央、省、市、县、其他相加应等于原值；相差不超过各栏四舍五入的，作为尾差。',
    examples: {
      passes: ok('道路的原值 20 万元，资金来源中央 15 万元、县 5 万元。'),
      fails: ok('道路的原值 20 万元，资金来源中央 15 万元、县 4 万元，差 1 万元。', {
        ...ROAD,
        byFund: { central: '15', county: '4' },
      }),
    },
  }),
  head({
    id: 'D02',
    level: 'warning',
    title: '经营性资产有经营和收益的主体',
    help: '经营性资产应写明使用（经营）权人和收益权人。',
    examples: {
      passes: ok('厂房写了承租的合作社和收益的村委会。', {
        ...{ ...ROAD, class: '经营性', user: '某合作社', beneficiary: '玉苗村委会' },
      }),
      fails: ok('厂房没有写收益权人。', { ...ROAD, class: '经营性', user: '某合作社' }),
    },
  }),
  head({
    id: 'D05',
    level: 'warning',
    title: '公益性资产有管护责任人',
    help: '公益性资产应写明管护责任人（单位）。',
    examples: { passes: ok('道路由玉苗村委会管护。'), fails: ok('道路没有写管护责任人。', { ...ROAD, keeper: '' }) },
  }),
  head({
    id: 'D06',
    level: 'warning',
    title: '村集体的资产纳入农村集体资产管理',
    help: '所有权人是村集体的资产，应纳入农村集体资产管理；台账写“未纳入”的列出。',
    examples: {
      passes: ok('村集体的道路已纳入农村集体资产。', { ...ROAD, register: '农村集体资产' }),
      fails: ok('村集体的道路未纳入。', { ...ROAD, register: '未纳入' }),
    },
  }),
  head({
    id: 'D07',
    level: 'info',
    title: '资产不早于登记起始年',
    help: '购建时间早于登记起始年（默认 2012 年，可设置）的资产不在登记范围，请核对。',
    settings: [FIRST_YEAR],
    examples: {
      passes: ok('道路 2023 年 5 月建成。'),
      fails: ok('道路 2010 年建成。', { ...ROAD, builtAt: '2010' }),
    },
  }),
  head({
    id: 'D08',
    level: 'warning',
    title: '资产没有重复登记',
    help: '同一项目、同一地点、名称和数量都相同的资产只登记一次；资产编号也不能重复。',
    examples: {
      passes: ok('一条道路登记一次。'),
      fails: ok('同一条道路登记了两次。', ROAD, ROAD),
    },
  }),
  head({
    id: 'D09',
    level: 'warning',
    title: '到户类资产归农户',
    help: '到户类资产的所有权人应是农户。',
    examples: {
      passes: ok('母猪归农户。', { ...ROAD, class: '到户类', ownerLevel: '农户', owner: '农户' }),
      fails: ok('到户的母猪，所有权人写的是村委会。', { ...ROAD, class: '到户类' }),
    },
  }),
  head({
    id: 'D10',
    level: 'error',
    title: '处置有批准文号',
    help: '资产状态是“已处置”的，应登记处置方式、时间和批准文号。',
    examples: {
      passes: ok('在用的道路。'),
      fails: ok('道路写“已处置”，没有批准文号。', { ...ROAD, condition: '已处置' }),
    },
  }),
];
