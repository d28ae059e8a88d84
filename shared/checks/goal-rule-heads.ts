// The rules on performance goals (SPECS C3, C7): their words, levels and examples. What they look at is in
// shared/goals/check-goals.ts.
import type { ReportedRule } from './rule.ts';
import type { ExampleGoal } from './rule-example.ts';

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

const ROAD = { level: '产出', kind: '数量', name: '硬化道路里程', target: '≥2.6公里' } as const;
const PEOPLE = { level: '效益', kind: '社会效益', name: '受益人口数', target: '≥500人' } as const;

const goal = (part: Partial<ExampleGoal>): readonly ExampleGoal[] => [
  { year: 2025, indicators: [ROAD, PEOPLE], ...part },
];
const PROJECT = [{ total: '20', byYear: { 2025: '20' } }];

export const GOAL_RULES: readonly ReportedRule[] = [
  head({
    id: 'C01',
    level: 'error',
    title: '绩效指标的分值合计 100',
    help: '写了分值的绩效表，各指标和预算执行率的分值合计应为 100（预算执行率通常 10 分）；没有写分值的按产出 50、效益 30、满意度 10、预算执行 10 分配，不审核。',
    examples: {
      passes: {
        text: '产出指标 60 分、效益指标 40 分，合计 100。',
        projects: PROJECT,
        goals: goal({
          indicators: [
            { ...ROAD, weight: 60 },
            { ...PEOPLE, weight: 40 },
          ],
        }),
      },
      fails: {
        text: '产出指标 60 分、效益指标 50 分，加预算执行率 10 分合计 120。',
        projects: PROJECT,
        goals: goal({
          indicators: [
            { ...ROAD, weight: 60 },
            { ...PEOPLE, weight: 50 },
          ],
        }),
      },
    },
  }),
  head({
    id: 'C02',
    level: 'warning',
    title: '绩效目标填写完整',
    help: '登记了绩效目标的项目，产出指标和效益指标都至少一条，指标值不空、不是“≥**”之类的占位；标★的核心指标没有填的为强制性差错。',
    examples: {
      passes: {
        text: '有产出指标“硬化道路里程 ≥2.6公里”和效益指标“受益人口数 ≥500人”。',
        projects: PROJECT,
        goals: goal({}),
      },
      fails: {
        text: '只有产出指标，指标值还是“≥**公里”。',
        projects: PROJECT,
        goals: goal({ indicators: [{ ...ROAD, target: '≥**公里' }] }),
      },
    },
  }),
  head({
    id: 'C03',
    level: 'error',
    title: '绩效表的年度资金总额＝各项之和',
    help: '绩效表上的年度资金总额应等于财政拨款、上年结转和其他资金之和；只写了总额的不比较。',
    examples: {
      passes: {
        text: '年度资金总额 20 万元，财政拨款 20 万元。',
        projects: PROJECT,
        goals: goal({ total: '20', fiscal: '20' }),
      },
      fails: {
        text: '年度资金总额 20 万元，财政拨款只写 15 万元。',
        projects: PROJECT,
        goals: goal({ total: '20', fiscal: '15' }),
      },
    },
  }),
  head({
    id: 'C04',
    level: 'warning',
    title: '绩效表的年度资金总额＝项目的资金',
    help: '绩效表上的年度资金总额与该年度下达到项目的资金比较；还没有下达的，与项目表该年度的投资比较。',
    examples: {
      passes: {
        text: '年度资金总额 20 万元，项目表 2025 年投资 20 万元。',
        projects: PROJECT,
        goals: goal({ total: '20' }),
      },
      fails: {
        text: '年度资金总额 25 万元，项目表 2025 年投资 20 万元。',
        projects: PROJECT,
        goals: goal({ total: '25' }),
      },
    },
  }),
  head({
    id: 'C05',
    level: 'info',
    title: '年度终了及时自评',
    help: '次年 3 月底以后，登记了绩效目标而一个完成值都没有填的项目，按年度合并提示一次。',
    examples: {
      passes: {
        text: '2025 年的绩效目标填了完成值。',
        projects: PROJECT,
        goals: goal({ indicators: [{ ...ROAD, actual: '2.6' }, PEOPLE] }),
      },
      fails: { text: '2025 年的绩效目标到 2026 年 11 月还没有填完成值。', projects: PROJECT, goals: goal({}) },
    },
  }),
];
