// The rules on indicators (SPECS F4): their words, levels and examples. What they look at is in
// shared/indicators/check-indicators.ts.
import type { ReportedRule } from './rule.ts';
import type { ExampleIndicator } from './rule-example.ts';

function head(rule: Omit<ReportedRule, 'scope'>): ReportedRule {
  return { ...rule, scope: 'reported' };
}

const WATER = { name: '农村自来水普及率', unit: '%', base: '64', target: '≥70', attribute: '约束性' } as const;

/** The indicator with what came of it by year. */
function told(values: Readonly<Record<number, string>>, more: Partial<ExampleIndicator> = {}): ExampleIndicator[] {
  return [{ ...WATER, values, ...more }];
}

export const INDICATOR_RULES: readonly ReportedRule[] = [
  head({
    id: 'F01',
    level: 'warning',
    title: '指标有可以判断的目标',
    help: '每个指标应有目标值，“≥**”之类的占位不算；目标值与指标的单位应能比较。还没有填过实际值的工作簿只看占位。',
    examples: {
      passes: { text: '农村自来水普及率的目标是“≥70”，单位 %。', indicators: told({ 2023: '68' }) },
      fails: {
        text: '农村自来水普及率的目标写的是“≥**”，没有改成数。',
        indicators: told({ 2023: '68' }, { target: '≥**' }),
      },
    },
  }),
  head({
    id: 'F02',
    level: 'error',
    title: '指标到期完成',
    help: '到了目标年，实际值没有达到目标的：约束性指标为强制性差错，预期性指标为提示。目标年没有填实际值的不判断，由 F05 列出。',
    examples: {
      passes: { text: '2025 年农村自来水普及率 70%，目标 70%。', indicators: told({ 2025: '70' }) },
      fails: { text: '2025 年农村自来水普及率 69%，目标 70%，差 1。', indicators: told({ 2025: '69' }) },
    },
  }),
  head({
    id: 'F03',
    level: 'warning',
    title: '指标达到时序进度',
    help: '最近有实际值的一年低于时序进度（基期值＋（目标值－基期值）×已过年数÷总年数）或比基期还差的：约束性指标为提示，预期性指标为信息。“保持不低于”的每年与目标比较；没有基期、单位不同的不判断。',
    examples: {
      passes: { text: '2023 年农村自来水普及率应达 67.6%，实际 67.6%。', indicators: told({ 2023: '67.6' }) },
      fails: { text: '2023 年农村自来水普及率应达 67.6%，实际 66%，差 1.6。', indicators: told({ 2023: '66' }) },
    },
  }),
  head({
    id: 'F04',
    level: 'warning',
    title: '指标的实际值是可以判断的数',
    help: '实际值写成“约67”“≥67”、与指标单位不同、百分数像没有乘 100 或大于 100%、目标是每个村都达到而填了平均数的，照存而不作 0 计，列出来请改正。',
    examples: {
      passes: { text: '2023 年农村自来水普及率填 67.6。', indicators: told({ 2023: '67.6' }) },
      fails: { text: '2023 年农村自来水普及率填“约67”，不是数。', indicators: told({ 2023: '约67' }) },
    },
  }),
  head({
    id: 'F05',
    level: 'info',
    title: '指标逐年填写实际值',
    help: '过去的年度（到次年 3 月底还没有填的）缺实际值的指标，合并提示一次；还没有填过实际值的工作簿不审核。',
    examples: {
      passes: {
        text: '2021 至 2025 年都填了实际值。',
        indicators: told({ 2021: '66', 2022: '67', 2023: '68', 2024: '69', 2025: '70' }),
      },
      fails: { text: '只填了 2025 年，2021 至 2024 年没有填。', indicators: told({ 2025: '70' }) },
    },
  }),
];
