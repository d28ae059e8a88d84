// The rules on the life of projects (L, and P01, P09 of the library): their words, levels, settings and examples. What they
// look at is in shared/execution-checks/.
import type { ReportedRule } from './rule.ts';
import type { NumberSetting } from './rule-settings.ts';

export const IDLE_DAYS = {
  id: 'days',
  kind: 'number',
  label: '入库多少天还没有实施',
  unit: '天',
  initial: 730,
  least: 30,
  most: 3650,
} as const satisfies NumberSetting;

export const START_DAYS = {
  id: 'days',
  kind: 'number',
  label: '下达后多少天内开工（批次写有开工期限的按期限）',
  unit: '天',
  initial: 30,
  least: 0,
  most: 730,
} as const satisfies NumberSetting;

export const LEAST_SETTLED = {
  id: 'percent',
  kind: 'number',
  label: '结算价不低于总投资的',
  unit: '%',
  initial: 70,
  least: 0,
  most: 100,
} as const satisfies NumberSetting;

const PROJECT = [
  { total: '100', bySource: { fiscal: '100' }, byYear: { '2025': '100' }, startAt: '2025', endAt: '2025' },
];
const BATCH = { id: '云财农〔2025〕1号', year: 2025, amount: '100', ownDate: '2025-03-01' };
const LINE = { batch: BATCH.id, project: 0, amount: '80' } as const;

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

export const LIFE_RULES: readonly ReportedRule[] = [
  head({
    id: 'P01',
    level: 'error',
    title: '从项目库选择项目',
    help: '下达了资金或列入年度计划的项目应已入库。办理记录写明还没有入库的、已清理出库的逐个列出；完全没有办理记录的多半是以前入库而没有录入，合并提示一次，请用“补录”补上。',
    basis: ['library'],
    examples: {
      passes: {
        text: '项目 2024 年 12 月入库，2025 年下达资金。',
        projects: PROJECT,
        execution: {
          asOf: '2025-03-10',
          batches: [BATCH],
          lines: [LINE],
          events: [{ project: 0, step: 'stored', date: '2024-12-20' }],
        },
      },
      fails: {
        text: '项目只到乡已审核，就下达了资金。',
        projects: PROJECT,
        execution: {
          asOf: '2025-03-10',
          batches: [BATCH],
          lines: [LINE],
          events: [{ project: 0, step: 'checked', date: '2024-12-20' }],
        },
      },
    },
  }),
  head({
    id: 'P09',
    level: 'warning',
    title: '入库已久没有实施',
    help: '入库两年（天数可在设置中改）以上还没有开工的项目，宜清理出库或说明原因。',
    basis: ['library'],
    settings: [IDLE_DAYS],
    examples: {
      passes: {
        text: '2024 年入库，2025 年开工。',
        projects: PROJECT,
        execution: {
          asOf: '2026-06-30',
          events: [
            { project: 0, step: 'stored', date: '2024-01-20' },
            { project: 0, step: 'started', date: '2025-03-01' },
            { project: 0, step: 'finished', date: '2025-09-01' },
          ],
        },
      },
      fails: {
        text: '2023 年入库，到 2025 年年中还没有实施。',
        projects: PROJECT,
        execution: { asOf: '2025-06-30', events: [{ project: 0, step: 'stored', date: '2023-01-20' }] },
      },
    },
  }),
  head({
    id: 'L02',
    level: 'warning',
    title: '办理日期先后有序',
    help: '后一步的日期不应早于前一步，也不应在今天以后；写在今天以后的列为强制性差错。竣工与开工、验收与竣工由 L03 审核。',
    examples: {
      passes: {
        text: '审定日期 2024-11-01，入库日期 2024-12-20。',
        projects: PROJECT,
        execution: {
          asOf: '2025-01-31',
          events: [
            { project: 0, step: 'approved', date: '2024-11-01' },
            { project: 0, step: 'stored', date: '2024-12-20' },
          ],
        },
      },
      fails: {
        text: '入库 2024-12-20，审定却写成 2025-01-10。',
        projects: PROJECT,
        execution: {
          asOf: '2025-01-31',
          events: [
            { project: 0, step: 'approved', date: '2025-01-10' },
            { project: 0, step: 'stored', date: '2024-12-20' },
          ],
        },
      },
    },
  }),
  head({
    id: 'L03',
    level: 'warning',
    title: '竣工不早于开工，验收不早于竣工',
    help: '竣工日期早于开工日期，或验收日期早于竣工日期。',
    examples: {
      passes: {
        text: '3月1日开工，9月1日竣工。',
        projects: PROJECT,
        execution: {
          asOf: '2025-10-01',
          events: [
            { project: 0, step: 'started', date: '2025-03-01' },
            { project: 0, step: 'finished', date: '2025-09-01' },
          ],
        },
      },
      fails: {
        text: '9月1日开工，3月1日已竣工。',
        projects: PROJECT,
        execution: {
          asOf: '2025-10-01',
          events: [
            { project: 0, step: 'started', date: '2025-09-01' },
            { project: 0, step: 'finished', date: '2025-03-01' },
          ],
        },
      },
    },
  }),
  head({
    id: 'L04',
    level: 'warning',
    title: '下达后及时开工',
    help: '资金下达一段时间（默认 30 天；批次写有开工期限的按期限，由 B09 审核）后还没有开工的项目。有支付、形象进度或完成投资的算已开工。',
    settings: [START_DAYS],
    examples: {
      passes: {
        text: '3月1日下达，3月20日开工。',
        projects: PROJECT,
        execution: {
          asOf: '2025-05-01',
          batches: [BATCH],
          lines: [LINE],
          events: [{ project: 0, step: 'started', date: '2025-03-20' }],
        },
      },
      fails: {
        text: '3月1日下达，到5月1日还没有开工。',
        projects: PROJECT,
        execution: { asOf: '2025-05-01', batches: [BATCH], lines: [LINE] },
      },
    },
  }),
  head({
    id: 'L05',
    level: 'warning',
    title: '按建设年限竣工',
    help: '竣工日期在建设年限的完工时间以后，或者完工时间已过还没有竣工。没有办理、下达、支付和进度记录的项目不审核。',
    examples: {
      passes: {
        text: '建设年限到 2025 年，2025 年 9 月竣工。',
        projects: PROJECT,
        execution: {
          asOf: '2026-02-01',
          events: [
            { project: 0, step: 'started', date: '2025-03-01' },
            { project: 0, step: 'finished', date: '2025-09-01' },
          ],
        },
      },
      fails: {
        text: '建设年限到 2025 年，到 2026 年 2 月还没有竣工。',
        projects: PROJECT,
        execution: { asOf: '2026-02-01', events: [{ project: 0, step: 'started', date: '2025-03-01' }] },
      },
    },
  }),
  head({
    id: 'L06',
    level: 'warning',
    title: '验收不合格的整改后重新验收',
    help: '验收结论为“不合格”，以后没有再验收合格的项目。',
    examples: {
      passes: {
        text: '验收不合格，整改后再次验收合格。',
        projects: PROJECT,
        execution: {
          asOf: '2025-12-01',
          events: [
            { project: 0, step: 'finished', date: '2025-08-01' },
            { project: 0, step: 'accepted', date: '2025-09-01', verdict: '不合格' },
            { project: 0, step: 'accepted', date: '2025-10-01', verdict: '整改后合格' },
          ],
        },
      },
      fails: {
        text: '验收结论为不合格，没有再验收。',
        projects: PROJECT,
        execution: {
          asOf: '2025-12-01',
          events: [
            { project: 0, step: 'finished', date: '2025-08-01' },
            { project: 0, step: 'accepted', date: '2025-09-01', verdict: '不合格' },
          ],
        },
      },
    },
  }),
  head({
    id: 'L07',
    level: 'warning',
    title: '结算价与总投资相称',
    help: '审定结算价大于总投资，或不到总投资的七成（比例可在设置中改），结余较大。',
    settings: [LEAST_SETTLED],
    examples: {
      passes: {
        text: '总投资 100 万元，结算价 95 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-12-01',
          events: [{ project: 0, step: 'settled', date: '2025-11-01', settled: '95' }],
        },
      },
      fails: {
        text: '总投资 100 万元，结算价 60 万元。',
        projects: PROJECT,
        execution: {
          asOf: '2025-12-01',
          events: [{ project: 0, step: 'settled', date: '2025-11-01', settled: '60' }],
        },
      },
    },
  }),
  head({
    id: 'L08',
    level: 'warning',
    title: '退回的按期重报',
    help: '退回时写有期限，过了期限还没有重新上报的项目。',
    examples: {
      passes: {
        text: '限 9月20日重报，9月15日已重新审核。',
        projects: PROJECT,
        execution: {
          asOf: '2025-10-01',
          events: [
            { project: 0, step: 'returned', to: 'declared', date: '2025-09-01', dueDate: '2025-09-20' },
            { project: 0, step: 'checked', date: '2025-09-15' },
          ],
        },
      },
      fails: {
        text: '限 9月20日重报，到 10月1日没有重报。',
        projects: PROJECT,
        execution: {
          asOf: '2025-10-01',
          events: [{ project: 0, step: 'returned', to: 'declared', date: '2025-09-01', dueDate: '2025-09-20' }],
        },
      },
    },
  }),
];
