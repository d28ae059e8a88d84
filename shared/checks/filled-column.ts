// Columns that policy asks for and many lists do not have: 绩效目标, 联农带农机制. A list that has just begun to fill one is
// asked once, with a way to say which projects must have it; one that fills it for most is held to it row by row.
import { type Project, startYear } from '#shared/domain/project.ts';
import type { PlanData } from '#shared/records/plan-data.ts';
import { inFundWords } from './bridge-fund.ts';
import type { Finding } from './finding.ts';
import type { ProjectContext } from './rule.ts';
import { type NumberSetting, type RuleSettings, ruleSettings } from './rule-settings.ts';
import { PROJECT_TABLE, plainFinding } from './wording.ts';

/** A column in use is demanded of all once this share of those concerned has it. */
const HELD_FROM = 0.5;

export interface FilledColumn {
  rule: string;
  field: 'goal' | 'linkage';
  label: string;
  /** '安排了衔接资金的项目' */
  whose: string;
  concerns: (project: Project, context: Pick<ProjectContext, 'reference' | 'settings'>) => boolean;
}

/** From which year on projects must have it; 0: as the list itself shows. */
export const FROM_YEAR: NumberSetting = {
  id: 'fromYear',
  kind: 'number',
  label:
    '从哪一年开始实施的项目必须填（填规划期第一年即全部项目；0 为看填写的多少：过半的逐个列出，不到一半的只提示一次）',
  unit: '年',
  initial: 0,
  least: 0,
  most: 2100,
};

/** A text of nothing but dashes, stars and spaces counts as blank, as the finance system has it. */
export function isBlank(text: string | null): boolean {
  return text === null || /^[\s*_\-—－/／、.。]*$/.test(text) || /^(?:无|暂无|待定)$/.test(text.trim());
}

/** Whether the rule asks this project for the column. */
export function mustFill(column: FilledColumn, project: Project, context: ProjectContext): boolean {
  if (!column.concerns(project, context)) return false;
  const from = context.settings.of(column.rule, FROM_YEAR);
  const year = startYear(project);
  return year === null || year >= from;
}

interface Use {
  concerned: number;
  filled: number;
}

/** null where nobody uses the column: a sheet in the annex layout has none, and then nobody left it blank. */
function useOf(column: FilledColumn, data: PlanData, settings: RuleSettings): Use | null {
  const { projects, reference } = data;
  if (!projects.some((project) => !isEmpty(project[column.field]))) return null;
  const use = { concerned: 0, filled: 0 };
  for (const project of projects) {
    if (!column.concerns(project, { reference, settings })) continue;
    use.concerned += 1;
    if (!isBlank(project[column.field])) use.filled += 1;
  }
  return use;
}

const isEmpty = (text: string | null): boolean => text === null || text === '';

function isHeld({ concerned, filled }: Use, from: number): boolean {
  return from > 0 || filled >= concerned * HELD_FROM;
}

/** True for a list that is held to the column project by project. */
export function isHeldTo(column: FilledColumn): (data: PlanData) => boolean {
  return (data) => {
    const settings = ruleSettings(data.records);
    const use = useOf(column, data, settings);
    return use !== null && isHeld(use, settings.of(column.rule, FROM_YEAR));
  };
}

/** The one question to a list in which only some have the column; [] else. */
export function askOnce(column: FilledColumn): (data: PlanData) => Finding[] {
  return (data) => {
    const settings = ruleSettings(data.records);
    const use = useOf(column, data, settings);
    if (use === null || isHeld(use, settings.of(column.rule, FROM_YEAR))) return [];
    const { label, rule } = column;
    const whose = inFundWords(column.whose, data.reference);
    const open = use.concerned - use.filled;
    const message =
      `${PROJECT_TABLE}：${use.concerned} 个${whose}中，${use.filled} 个填了${label}，${open} 个没有填，所以审核起这一栏。` +
      `请补填；只要求一部分项目填的，在审核规则 ${rule} 的设置里写明从哪一年开始实施的项目必须填，写明以后逐个列出。`;
    return [
      plainFinding(rule, 'warning', { table: PROJECT_TABLE, row: '', column: label }, message, { left: String(open) }),
    ];
  };
}
