// The rules on change orders (SPECS G2, G5): their words, levels, settings and examples. What they look at is in
// shared/orders/check-orders.ts; P12 tells of orders too.
import type { ReportedRule } from './rule.ts';
import type { NumberSetting, RuleSettings } from './rule-settings.ts';

export const MOST_CHANGED = {
  id: 'projects',
  kind: 'number',
  label: '调整的项目超过印发稿的',
  unit: '%',
  initial: 30,
  least: 1,
  most: 100,
} as const satisfies NumberSetting;

export const MOST_MONEY = {
  id: 'money',
  kind: 'number',
  label: '总投资增减超过印发稿的',
  unit: '%',
  initial: 10,
  least: 1,
  most: 100,
} as const satisfies NumberSetting;

/** 印发后调整须登记: off where the planner switched the rule off. */
export function orderRequired(settings: RuleSettings): boolean {
  return settings.isOn('G01');
}

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

const PRINTED = [{ total: '30' }];
const RAISED = { before: [{ total: '30' }], after: [{ total: '40' }] } as const;
const PAPER = { reason: '资金调整', documentNumber: '红政复〔2026〕5号', approvedAt: '2026-05-08' } as const;

export const ORDER_RULES: readonly ReportedRule[] = [
  head({
    id: 'G01',
    level: 'error',
    title: '印发后调整须登记',
    help: '保存过印发稿以后，名称、类别、地点、内容、年限、金额、资金来源的改动和增加、减少的项目，都应有批复的调整变更；没有登记的逐个列出，在“版本与日志”的“调整变更”里一次登记。备注、电话、责任人等不算。不要求登记的，可在设置中停用这一条。',
    examples: {
      passes: {
        text: '印发稿 30 万元，批复调增到 40 万元，项目表是 40 万元。',
        projects: [{ total: '40' }],
        printed: PRINTED,
        orders: [{ items: [RAISED], ...PAPER }],
      },
      fails: {
        text: '印发稿 30 万元，项目表改成 40 万元，没有登记。',
        projects: [{ total: '40' }],
        printed: PRINTED,
      },
    },
  }),
  head({
    id: 'G02',
    level: 'warning',
    title: '调整的金额＝随之调整的资金',
    help: '一个调整变更写有资金（从哪个批次给、收回多少）的，资金合计应等于调整后与调整前总投资之差。没有写资金的不比较。',
    examples: {
      passes: {
        text: '由 30 万元调为 40 万元，从批次增加 10 万元。',
        projects: [{ total: '40' }],
        orders: [{ items: [RAISED], ...PAPER, money: ['10'] }],
      },
      fails: {
        text: '由 30 万元调为 40 万元，资金只增加 8 万元。',
        projects: [{ total: '40' }],
        orders: [{ items: [RAISED], ...PAPER, money: ['8'] }],
      },
    },
  }),
  head({
    id: 'G03',
    level: 'info',
    title: '总额不变而资金级次变了的调整',
    help: '调整前后总投资相等，中央、省级、市级、县级各多少却变了的，列出各级增减，请与资金文件核对；明细见资金调整表。',
    examples: {
      passes: {
        text: '调整前后都是中央资金 30 万元。',
        projects: [{ total: '30', bySource: { 'fiscal.central': '30' } }],
        orders: [
          {
            items: [
              {
                before: [{ total: '30', bySource: { 'fiscal.central': '30' } }],
                after: [{ total: '30', bySource: { 'fiscal.central': '30' }, content: '修路' }],
              },
            ],
            ...PAPER,
          },
        ],
      },
      fails: {
        text: '总投资仍是 30 万元，由中央资金改为省级资金。',
        projects: [{ total: '30', bySource: { 'fiscal.province': '30' } }],
        orders: [
          {
            items: [
              {
                before: [{ total: '30', bySource: { 'fiscal.central': '30' } }],
                after: [{ total: '30', bySource: { 'fiscal.province': '30' } }],
              },
            ],
            ...PAPER,
          },
        ],
      },
    },
  }),
  head({
    id: 'G04',
    level: 'warning',
    title: '一个项目只在一个未批的调整里',
    help: '同一个项目写在两个还没有批复的调整变更里，批复时会互相冲突。请撤回其中一个。',
    examples: {
      passes: {
        text: '只有一个申请。',
        projects: [{ total: '30' }],
        orders: [{ items: [RAISED], reason: '资金调整' }],
      },
      fails: {
        text: '一个申请调到 40 万元，另一个申请改年限。',
        projects: [{ total: '30' }],
        orders: [
          { items: [RAISED], reason: '资金调整' },
          { items: [{ before: [{ total: '30' }], after: [{ total: '30', endAt: '2023' }] }], reason: '用地受限' },
        ],
      },
    },
  }),
  head({
    id: 'G05',
    level: 'warning',
    title: '调整面过大宜按修编报批',
    help: '印发以后调整的项目超过印发稿项目数的三成，或总投资增减超过一成（比例可在设置中改），建议按规划修编报原批准机关。',
    settings: [MOST_CHANGED, MOST_MONEY],
    examples: {
      passes: {
        text: '4 个项目调整了 1 个，总投资不变。',
        projects: [{ total: '30', content: '修路' }, { total: '30' }, { total: '30' }, { total: '30' }],
        printed: [{ total: '30' }, { total: '30' }, { total: '30' }, { total: '30' }],
      },
      fails: {
        text: '4 个项目调整了 2 个，占一半。',
        projects: [
          { total: '30', content: '修路' },
          { total: '30', content: '修渠' },
          { total: '30' },
          { total: '30' },
        ],
        printed: [{ total: '30' }, { total: '30' }, { total: '30' }, { total: '30' }],
      },
    },
  }),
  head({
    id: 'G06',
    level: 'warning',
    title: '调整变更有公示',
    help: '批复的调整变更应有“调整公示”。没有登记过公示的工作簿不审核。',
    examples: {
      passes: {
        text: '调增批复，登记了调整公示。',
        projects: [{ total: '40' }],
        orders: [{ items: [RAISED], ...PAPER }],
        postings: [{ stage: 'change', from: '2026-05-10', days: 10 }],
      },
      fails: {
        text: '只有村公示，调整没有公示。',
        projects: [{ total: '40' }],
        orders: [{ items: [RAISED], ...PAPER }],
        postings: [{ stage: 'village', from: '2026-03-01', days: 10 }],
      },
    },
  }),
];
