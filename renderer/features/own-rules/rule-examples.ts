// Rules to begin with: each shows one thing that formulas can say.
import type { OwnRule } from '#shared/records/own-rule.ts';

type Example = Pick<OwnRule, 'name' | 'formula' | 'level' | 'note'>;

export const RULE_EXAMPLES: readonly Example[] = [
  {
    name: '总投资等于各来源之和',
    formula: '总投资 = 财政衔接资金 + 涉农整合资金 + 行业部门专项资金 + 县级自筹资金 + 其他资金',
    level: 'error',
    note: '请核对资金来源',
  },
  { name: '完工不早于开工', formula: '完工年 >= 开工年', level: 'error', note: '' },
  { name: '产业占比达标', formula: '产业类 衔接资金占比 >= 60%', level: 'warning', note: '' },
  { name: '户均人数合理', formula: '受益人数 / 受益户数 <= 8', level: 'warning', note: '请核对户数和人数' },
  {
    name: '产业项目有联农带农机制',
    formula: '如果 规划类别 = "乡村特色产业帮扶" 那么 联农带农机制 不为空',
    level: 'warning',
    note: '请补填联农带农机制',
  },
  { name: '单个项目不超过总盘子的一成', formula: '总投资 <= 合计(总投资) × 10%', level: 'warning', note: '' },
  { name: '每个乡镇都有产业项目', formula: '每个乡镇 产业类 个数 >= 1', level: 'info', note: '' },
  { name: '户均投资不过高', formula: '总投资 / 受益户数 <= 20万元', level: 'warning', note: '' },
];
