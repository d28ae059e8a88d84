// The one list of rules: what is checked, at which level, and the help that stands beside it. Ids of handbook 6.2.
import { HEADING_SUM_RULE, TOTAL_SUM_RULE } from './claim-rules.ts';
import { DUPLICATE_RULE } from './plan-rules.ts';
import { BLANK_RULE, NUMBER_RULE, PERIOD_RULE, PLACEHOLDER_RULE } from './project-fields.ts';
import { SOURCE_SUM_RULE, YEAR_SUM_RULE } from './project-sums.ts';
import type { PlanRule, ProjectRule, ReportedRule, Rule } from './rule.ts';

function reported(id: string, level: Rule['level'], title: string, help: string): ReportedRule {
  return { id, level, scope: 'reported', title, help };
}

const MISSING_ONE = reported(
  'T05',
  'warning',
  '疑漏计一项',
  '合计与各行之和的差额正好等于其中一行，多半是求和时漏了这一行。',
);
const DOUBLED = reported(
  'T06',
  'warning',
  '疑重复计、错位或单位错误',
  '差额正好是一行的金额、正好两倍、十倍、一万倍，或只有相邻两个数字颠倒。',
);
const NUMBERING = reported(
  'T12',
  'warning',
  '标题编号连续',
  '印发的表里同一标题下的编号应从（一）起连续，不缺号、不重号。',
);
const GROUPED = reported(
  'X01',
  'error',
  '汇总表＝项目明细汇总',
  '印发的汇总表应与本工作簿按类别、年度、资金来源和地区汇总的结果一致。',
);
const IN_TEXT = reported('X02', 'warning', '正文数字＝表中数字', '正文里写到的个数和金额应与旁边的表一致。');
const OTHER_LEVEL = reported(
  'X05',
  'warning',
  '县级数＝市级汇总中的本县数',
  '按类别对应关系换算、按印发的位数取整以后比较。',
);
const SHIFTED = reported(
  'X07',
  'error',
  '表头与数据列对应',
  '各来源之和成片小于总投资，或正文有而表中没有的一列，多半是表头漏了一列、数据错了位。',
);

export const RULES: readonly Rule[] = [
  SOURCE_SUM_RULE,
  YEAR_SUM_RULE,
  HEADING_SUM_RULE,
  TOTAL_SUM_RULE,
  MISSING_ONE,
  DOUBLED,
  PLACEHOLDER_RULE,
  NUMBER_RULE,
  NUMBERING,
  DUPLICATE_RULE,
  BLANK_RULE,
  PERIOD_RULE,
  GROUPED,
  IN_TEXT,
  OTHER_LEVEL,
  SHIFTED,
];

export const PROJECT_RULES = RULES.filter((rule): rule is ProjectRule => rule.scope === 'project');
export const PLAN_RULES = RULES.filter((rule): rule is PlanRule => rule.scope === 'plan');
