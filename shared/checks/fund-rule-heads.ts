// The rules on money that was released and paid (B): their words, levels, settings and examples. What they look at is in
// shared/execution-checks/.
import type { ReportedRule } from './rule.ts';
import type { NumberSetting, WordsSetting } from './rule-settings.ts';

export const ALLOCATE_DAYS = {
  id: 'days',
  kind: 'number',
  label: '收到文件后多少天内分配完',
  unit: '天',
  initial: 30,
  least: 0,
  most: 365,
} as const satisfies NumberSetting;

export const CENTRAL_FEE_PERCENT = {
  id: 'central',
  kind: 'number',
  label: '中央资金的项目管理费不超过',
  unit: '%',
  initial: 1,
  least: 0,
  most: 100,
} as const satisfies NumberSetting;

export const OTHER_FEE_PERCENT = {
  id: 'other',
  kind: 'number',
  label: '其他资金的项目管理费不超过（100 为不限，各省另有规定）',
  unit: '%',
  initial: 100,
  least: 0,
  most: 100,
} as const satisfies NumberSetting;

export const NODES = {
  id: 'nodes',
  kind: 'words',
  label: '本地的时间节点，如“9-30 支付率 75%”“4-1 开工率 100%”“12-10 支付率 100%”，也可写 竣工率、分配率；不写的不审核',
  initial: [],
} as const satisfies WordsSetting;

export const SURPLUS_DAYS = {
  id: 'days',
  kind: 'number',
  label: '结算后多少天内收回或调整结余',
  unit: '天',
  initial: 90,
  least: 0,
  most: 730,
} as const satisfies NumberSetting;

const PROJECT = [
  { total: '100', bySource: { fiscal: '100' }, byYear: { '2025': '100' }, startAt: '2025', endAt: '2025' },
];
const BATCH = { id: '云财农〔2025〕1号', year: 2025, amount: '100', ownDate: '2025-03-01' };
const LINE = { batch: BATCH.id, project: 0, amount: '80' } as const;

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

export const FUND_RULES: readonly ReportedRule[] = [
  head({
    id: 'B01',
    level: 'error',
    title: '分配不超过资金批次',
    help: '一个资金批次分配给各项目（含项目管理费）的合计不应多于这个批次的金额减去收回的金额。收回的批次按文号（或备注里写的原文号）对到原来的批次，对不上的按年度、资金来源和方向。',
    examples: {
      passes: {
        text: '资金批次 100 万元，分配 80 万元。',
        projects: PROJECT,
        execution: { asOf: '2025-03-10', batches: [BATCH], lines: [LINE] },
      },
      fails: {
        text: '批次 100 万元，分配 80 万元和项目管理费 30 万元，合计 110 万元。',
        projects: PROJECT,
        execution: { asOf: '2025-03-10', batches: [BATCH], lines: [LINE, { ...LINE, project: 'fee', amount: '30' }] },
      },
    },
  }),
  head({
    id: 'B02',
    level: 'warning',
    title: '资金及时分配到项目',
    help: '收到指标文一段时间（默认 30 天，可在设置中改）后还没有分配完的批次，收回的金额先减去；收回的资金没有落实到批次和项目的也列出。',
    basis: ['fund'],
    settings: [ALLOCATE_DAYS],
    examples: {
      passes: {
        text: '3月1日收到 100 万元，3月10日分配 80 万元，还在期限内。',
        projects: PROJECT,
        execution: { asOf: '2025-03-10', batches: [BATCH], lines: [LINE] },
      },
      fails: {
        text: '3月1日收到 100 万元，到5月1日还有 20 万元没有分配。',
        projects: PROJECT,
        execution: { asOf: '2025-05-01', batches: [BATCH], lines: [LINE] },
      },
    },
  }),
  head({
    id: 'B03',
    level: 'error',
    title: '支付不超过下达资金',
    help: '一个项目的支付合计不应多于下达给它的资金；只是其中一个批次付多了的列为提示。没有录入下达资金的项目不比较，合并提示一次，请补录资金批次和分配。',
    examples: {
      passes: {
        text: '下达资金 80 万元，支付 80 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-06-30',
          batches: [BATCH],
          lines: [LINE],
          payments: [{ project: 0, date: '2025-05-01', amount: '80' }],
        },
      },
      fails: {
        text: '下达资金 80 万元，支付 85 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-06-30',
          batches: [BATCH],
          lines: [LINE],
          payments: [{ project: 0, date: '2025-05-01', amount: '85' }],
        },
      },
    },
  }),
  head({
    id: 'B04',
    level: 'warning',
    title: '支付不超过审定结算价',
    help: '办理了“已结算”并填有审定结算价的项目，支付合计不应多于结算价。',
    examples: {
      passes: {
        text: '结算价 19.1266 万元，支付 19 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-08-01',
          payments: [{ project: 0, date: '2025-07-31', amount: '19' }],
          events: [{ project: 0, step: 'settled', date: '2025-07-20', settled: '19.1266' }],
        },
      },
      fails: {
        text: '结算价 19.1266 万元，支付 20 万元，多付 0.8734 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-08-01',
          payments: [{ project: 0, date: '2025-07-31', amount: '20' }],
          events: [{ project: 0, step: 'settled', date: '2025-07-20', settled: '19.1266' }],
        },
      },
    },
  }),
  head({
    id: 'B05',
    level: 'warning',
    title: '下达资金与计划的来源和年度相符',
    help: '一个项目某年度由各资金来源下达的资金，与规划里该年度该来源的金额比较；规划没有写该年度来源明细的不比较，比规划少的在年度内也不比较。',
    examples: {
      passes: {
        text: '规划 2025 年财政衔接资金 100 万元，已下达 100 万元。',
        projects: [{ total: '100', cells: { '2025|fiscal': '100' } }],
        execution: {
          asOf: '2025-06-30',
          batches: [{ ...BATCH, fundSourceId: 'fiscal' }],
          lines: [{ ...LINE, amount: '100' }],
        },
      },
      fails: {
        text: '规划 2025 年财政衔接资金 60 万元，却下达了 100 万元。',
        projects: [{ total: '60', cells: { '2025|fiscal': '60' } }],
        execution: {
          asOf: '2025-06-30',
          batches: [{ ...BATCH, fundSourceId: 'fiscal' }],
          lines: [{ ...LINE, amount: '100' }],
        },
      },
    },
  }),
  head({
    id: 'B07',
    level: 'warning',
    title: '资金的任务方向与项目相符',
    help: '以工代赈、少数民族发展方向的资金，项目的名称、内容、地点、类型或备注里看不出这个方向的。',
    basis: ['fund'],
    examples: {
      passes: {
        text: '以工代赈方向的资金，项目内容写明采用以工代赈方式。',
        projects: [{ ...PROJECT[0], content: '采用以工代赈方式硬化道路 2 公里' }],
        execution: { asOf: '2025-03-10', batches: [{ ...BATCH, direction: '以工代赈' }], lines: [LINE] },
      },
      fails: {
        text: '以工代赈方向的资金，项目里没有写以工代赈。',
        projects: [{ ...PROJECT[0], content: '硬化道路 2 公里' }],
        execution: { asOf: '2025-03-10', batches: [{ ...BATCH, direction: '以工代赈' }], lines: [LINE] },
      },
    },
  }),
  head({
    id: 'B08',
    level: 'warning',
    title: '项目管理费不超过批次的比例',
    help: '从一个资金批次提取的项目管理费不超过规定比例：中央资金 1%，其他资金按本省规定在设置中填。',
    basis: ['fund', 'yunnanFund'],
    settings: [CENTRAL_FEE_PERCENT, OTHER_FEE_PERCENT],
    examples: {
      passes: {
        text: '中央资金 100 万元，项目管理费 1 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-03-10',
          batches: [{ ...BATCH, fundSourceId: 'fiscal.central' }],
          lines: [{ ...LINE, project: 'fee', amount: '1' }],
        },
      },
      fails: {
        text: '中央资金 100 万元，项目管理费 2 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-03-10',
          batches: [{ ...BATCH, fundSourceId: 'fiscal.central' }],
          lines: [{ ...LINE, project: 'fee', amount: '2' }],
        },
      },
    },
  }),
  head({
    id: 'B09',
    level: 'warning',
    title: '期限和时间节点',
    help: '批次写有开工、竣工、支付期限的，过了期限还有没开工、没竣工、没付完的项目；以及设置中填的本地时间节点（如 9 月 30 日支付率 75%），批次自己的期限优先。没有填的不审核。',
    settings: [NODES],
    examples: {
      passes: {
        text: '支付期限 12月10日，12月1日还没有到。',
        projects: PROJECT,
        execution: { asOf: '2025-12-01', batches: [{ ...BATCH, payBy: '2025-12-10' }], lines: [LINE] },
      },
      fails: {
        text: '支付期限 12月10日，12月11日还有 80 万元没有支付。',
        projects: PROJECT,
        execution: { asOf: '2025-12-11', batches: [{ ...BATCH, payBy: '2025-12-10' }], lines: [LINE] },
      },
    },
  }),
  head({
    id: 'B11',
    level: 'warning',
    title: '支付日期在下达以后、归档以前',
    help: '支付日期早于项目最早的下达日期，或晚于归档日期的，可能是日期写错。',
    examples: {
      passes: {
        text: '3月1日下达，5月1日支付。',
        projects: PROJECT,
        execution: {
          asOf: '2025-06-30',
          batches: [BATCH],
          lines: [LINE],
          payments: [{ project: 0, date: '2025-05-01', amount: '10' }],
        },
      },
      fails: {
        text: '3月1日下达，2月1日已有支付。',
        projects: PROJECT,
        execution: {
          asOf: '2025-06-30',
          batches: [BATCH],
          lines: [LINE],
          payments: [{ project: 0, date: '2025-02-01', amount: '10' }],
        },
      },
    },
  }),
  head({
    id: 'B12',
    level: 'warning',
    title: '结余及时收回或调整',
    help: '项目结算后下达资金多于结算价的，一段时间（默认 90 天）内应收回或调整给别的项目（记一笔负的分配）。',
    settings: [SURPLUS_DAYS],
    examples: {
      passes: {
        text: '下达 80 万元，结算价 70 万元，结余 10 万元已收回。',
        projects: PROJECT,
        execution: {
          asOf: '2025-12-31',
          batches: [BATCH],
          lines: [LINE, { ...LINE, amount: '-10', date: '2025-08-01' }],
          events: [{ project: 0, step: 'settled', date: '2025-07-20', settled: '70' }],
        },
      },
      fails: {
        text: '7月20日结算，下达 80 万元，结算价 70 万元，到12月31日结余 10 万元没有处理。',
        projects: PROJECT,
        execution: {
          asOf: '2025-12-31',
          batches: [BATCH],
          lines: [LINE],
          events: [{ project: 0, step: 'settled', date: '2025-07-20', settled: '70' }],
        },
      },
    },
  }),
  head({
    id: 'B14',
    level: 'warning',
    title: '已记的支付与月报的累计数相符',
    help: '月报写的累计支付（或更正后的数）与截至那一天已记的各笔支付相加比较：不相符的，可能是支付明细和月报记重了，或者漏了、改了某一笔。只看截至日以前最近的一张月报。',
    examples: {
      passes: {
        text: '6月30日的月报累计支付 50 万元，到那一天已记 50 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-07-31',
          batches: [BATCH],
          lines: [LINE],
          payments: [{ project: 0, date: '2025-06-20', amount: '50' }],
          notes: [{ project: 0, date: '2025-06-30', saidPaid: '50' }],
        },
      },
      fails: {
        text: '6月30日的月报累计支付 50 万元，到那一天却记了 70 万元：明细里的 20 万元又记了一次。',
        projects: PROJECT,
        execution: {
          asOf: '2025-07-31',
          batches: [BATCH],
          lines: [LINE],
          payments: [
            { project: 0, date: '2025-06-30', amount: '50' },
            { project: 0, date: '2025-06-05', amount: '20' },
          ],
          notes: [{ project: 0, date: '2025-06-30', saidPaid: '50' }],
        },
      },
    },
  }),
];
